import fc from "fast-check";
import { expect, it } from "vitest";
import type { Cell, Sheet } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { HeaderIndex } from "./header-index.js";
import { normaliseHeader } from "./normalise-header.js";
import { readRow } from "./read-row.js";
import { recogniseSheets } from "./recognise-sheets.js";
import { sheetOf, shippedVocabulary } from "./vocabulary.fixture.js";

const vocabulary = shippedVocabulary();
const index = new HeaderIndex(vocabulary);

/** Every name under which the vocabulary knows a field in a penalty ledger, whatever stands beside it. */
const namesOf = (field: string): string[] =>
  vocabulary.headers
    .filter((entry) => entry.field === field)
    .flatMap(({ header, also }) => [header, ...also])
    .filter((name) => {
      const header = normaliseHeader(name);
      const meaning = index.lookUp(header, "penalty-ledger");
      return (
        meaning?.usual?.field === field && !meaning.choices && !header.unit && !/[—–-]/.test(name)
      );
    });

const pad = (number: number): string => String(number).padStart(2, "0");
const digits = "〇一二三四五六七八九";
const inCharacters = (number: number): string =>
  number < 11
    ? (["十"][number - 10] ?? digits[number] ?? "")
    : `${number < 20 ? "" : digits[Math.floor(number / 10)]}十${number % 10 ? digits[number % 10] : ""}`;

interface Day {
  year: number;
  month: number;
  day: number;
}

const dateForms: ((day: Day) => Cell)[] = [
  ({ year, month, day }) => CivilDate.of(year, month, day) ?? null,
  ({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}`,
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => `${year}.${month}.${day}`,
  ({ year, month, day }) => Number(`${year}${pad(month)}${pad(day)}`),
  ({ year, month, day }) =>
    `${[...String(year)].map((digit) => digits[Number(digit)]).join("")}年${inCharacters(month)}月${inCharacters(day)}日`,
  ({ year, month, day }) => (CivilDate.of(year, month, day)?.first ?? 0) + 25_569,
];

const dates = ["filing.date", "decision.date", "service.date", "closing.date"];
const amounts = ["decision.fine", "payment.amount"];
const texts = ["party.name", "decision.number", "cause", "law.penalty"];
const fields = [...texts, ...dates, ...amounts];

const day: fc.Arbitrary<Day> = fc.record({
  year: fc.integer({ min: 2016, max: 2024 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const entry = fc.record({
  dates: fc.array(day, { minLength: dates.length, maxLength: dates.length }),
  /** In hundreds of yuan. */
  amounts: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 2, maxLength: 2 }),
  texts: fc.array(fc.stringMatching(/^[甲乙丙丁戊己庚辛]{3,9}$/), { minLength: 4, maxLength: 4 }),
});
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

const plainCell = (
  field: string,
  { dates: days, amounts: hundreds, texts: words }: Entry,
): Cell => {
  if (dates.includes(field)) return dateForms[1]!(days[dates.indexOf(field)]!);
  if (amounts.includes(field)) return hundreds[amounts.indexOf(field)]! * 100;
  return words[texts.indexOf(field)] ?? null;
};

const valuesOf = (sheet: Sheet): Record<string, unknown>[] => {
  const [result] = recogniseSheets([sheet], vocabulary);
  const { table } = result!;
  if (!table) throw new Error("not recognised");
  return [...table.rows].map((row) =>
    Object.fromEntries(
      [...readRow(table, row, vocabulary).values]
        .map(
          ([field, { reading }]) =>
            [field, reading.status === "known" ? reading.value : reading] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
};

it("a ledger in disguise says what the plain one says", () => {
  const names = new Map(fields.map((field) => [field, namesOf(field)]));
  const plain = fields.map((field) => names.get(field)![0]!);
  const disguise = fc.record({
    order: fc.shuffledSubarray(fields, { minLength: fields.length }),
    picks: fc.array(fc.nat(), { minLength: fields.length, maxLength: fields.length }),
    forms: fc.array(fc.nat(dateForms.length - 1), {
      minLength: dates.length,
      maxLength: dates.length,
    }),
    unit: fc.constantFrom("sheet", "header", "cell"),
  });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), disguise, (entries, worn) => {
      const { order, picks, forms, unit } = worn;
      const headers = order.map((field, at) => {
        const all = names.get(field)!;
        const name = all[picks[at]! % all.length]!;
        return amounts.includes(field) && unit === "header" ? `${name}（万元）` : name;
      });
      const cellFor = (field: string, one: Entry): Cell => {
        const cell = plainCell(field, one);
        const at = dates.indexOf(field);
        if (at >= 0) return dateForms[forms[at]!]!(one.dates[at]!);
        if (!amounts.includes(field)) return cell;
        const wan = Number(cell) / 10_000;
        return unit === "cell" ? `${wan}万元` : wan;
      };
      const disguised = sheetOf([
        ["某市某局行政处罚案件台账"],
        ["填报单位：某局", null, unit === "sheet" ? "单位：万元" : null],
        headers,
        ...entries.map((one) => order.map((field) => cellFor(field, one))),
      ]);
      const original = sheetOf([
        plain,
        ...entries.map((one) => fields.map((field) => plainCell(field, one))),
      ]);
      expect(valuesOf(disguised)).toEqual(valuesOf(original));
    }),
    { numRuns: 150 },
  );
});
