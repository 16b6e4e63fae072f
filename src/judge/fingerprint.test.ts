import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { assemble } from "../assemble/assemble.js";
import type { Finding } from "../model/audit-result.js";
import type { Cell, Sheet } from "../model/cells.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { recogniseSheet } from "../recognise/recognise-sheet.js";
import { loadCalendar } from "../rules/calendar.js";
import type { CompiledRule } from "../rules/compile.js";
import { loadRuleBook } from "../rules/rule-book.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { CivilDate } from "../values/civil-date.js";
import { checkFacts } from "./checks/index.js";
import { judge } from "./judge.js";

/** Rules that find something in nearly every case below, one case at a time and several together. */
const wanted = new Set([
  ...["publicity/decision-published-in-time", "service/served-in-time"],
  ...["document/number-unique", "discretion/no-double-fine"],
]);

let vocabulary: Vocabulary;
let rules: CompiledRule[];
beforeAll(async () => {
  vocabulary = await loadVocabulary();
  const calendar = await loadCalendar();
  const book = await loadRuleBook({ calendar, checks: checkFacts, withoutExamples: true });
  rules = book.rules.filter(({ definition }) => wanted.has(definition.id));
});

const headers = [
  ...["案号", "处罚决定书文号", "当事人", "案由", "违法时间", "处罚决定日期", "处罚机关"],
  ...["罚款金额", "送达日期", "公示日期", "备注"],
];

interface Entry {
  number: string;
  decision: string;
  party: string;
  day: string;
  decided: string;
}

const rowOf = ({ number, decision, party, day, decided }: Entry): Cell[] => [
  ...[number || null, decision || null, party, "销售过期食品", day, decided],
  ...["甲市市场监督管理局", 5000, "2024-03-01", "2024-03-20", null],
];

const sheetOf = (name: string, rows: readonly Cell[][]): Sheet => ({
  file: `${name}.xlsx`,
  name,
  hidden: false,
  rows: [headers, ...rows].map((cells, i) => ({ number: i + 1, cells })),
  merges: [],
});

const findingsIn = (...sheets: Sheet[]): Finding[] => {
  const tables = sheets.flatMap((sheet) => recogniseSheet(sheet, vocabulary).table ?? []);
  const { cases } = assemble(tables, vocabulary, []);
  const asOf = CivilDate.of(2024, 6, 30)!;
  return judge([...cases], rules, { asOf, lang: "zh", settings: new Map(), presets: [] }).findings;
};

const printsOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ fingerprint }) => fingerprint).sort();

const brackets = [
  ["〔", "〕"],
  ["[", "]"],
  ["（", "）"],
  ["【", "】"],
] as const;
/** One number in one notation throughout: rows of one decision that differ say different things of it. */
const rewritten = (text: string, kinds: readonly number[]): string => {
  const serial = Number(/(\d+)号$/.exec(text)?.[1] ?? 0);
  const [open, close] = brackets[kinds[serial]!]!;
  return text.replace("〔", open).replace("〕", close);
};

/** A row without a number is taken for more about the case of the same party in another sheet. */
const onItsOwn = (one: Entry): Entry =>
  one.number || one.decision ? one : { ...one, party: `${one.party}二店` };

/** Few numbers, parties and days, so that cases share some of them; also cases without any number. */
const entry: fc.Arbitrary<Entry> = fc
  .record({
    number: fc.constantFrom("", "", ...[1, 2, 3].map((n) => `甲市监立〔2024〕${n}号`)),
    decision: fc.constantFrom("", ...[1, 2, 3, 4].map((n) => `甲市监罚〔2024〕${n}号`)),
    party: fc.constantFrom("某某商店", "某某食品有限公司", "丙某"),
    day: fc.constantFrom("2024-01-02", "2024-01-03"),
    decided: fc.constantFrom("2024-02-01", "2024-02-02"),
  })
  .map(onItsOwn);
const entries = fc.uniqueArray(entry, {
  minLength: 1,
  maxLength: 8,
  selector: (one) => JSON.stringify(one),
});

describe("fingerprints", () => {
  it("stay when rows are reordered, moved to other sheets and numbers written in other brackets", () => {
    fc.assert(
      fc.property(
        entries.chain((list) =>
          fc.record({
            before: fc.constant(list),
            after: fc.shuffledSubarray(list, { minLength: list.length }),
            kinds: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
            places: fc.array(fc.boolean(), { minLength: list.length, maxLength: list.length }),
          }),
        ),
        ({ before, after, kinds, places }) => {
          const rows = after.map((one) =>
            rowOf({
              ...one,
              number: rewritten(one.number, kinds),
              decision: rewritten(one.decision, kinds),
            }),
          );
          const [here, there] = [true, false].map((side) =>
            rows.filter((_, i) => places[i] === side),
          );
          const sheets = [sheetOf("二〇二四", here!), sheetOf("补充", there!)];
          const moved = findingsIn(...sheets.filter(({ rows: all }) => all.length > 1));
          expect(printsOf(moved)).toEqual(printsOf(findingsIn(sheetOf("台账", before.map(rowOf)))));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("differ between findings", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const prints = printsOf(findingsIn(sheetOf("台账", list.map(rowOf))));
        expect(new Set(prints).size).toBe(prints.length);
      }),
      { numRuns: 60 },
    );
  });

  const first = {
    number: "",
    decision: "",
    party: "丙某",
    day: "2024-01-02",
    decided: "2024-02-01",
  };
  const second = { ...first, decided: "2024-02-02" };

  it("of cases without a number go by party, days and act, not by the row", () => {
    const above = findingsIn(sheetOf("台账", [rowOf(first)]));
    const below = findingsIn(sheetOf("台账", [rowOf(second), rowOf(first)]));
    expect(printsOf(above)).not.toEqual([]);
    expect(printsOf(below)).toEqual(expect.arrayContaining(printsOf(above)));
    expect(above[0]!.subject.id).not.toBe(
      below.find((one) => one.fingerprint === above[0]!.fingerprint)!.subject.id,
    );
  });

  it("stay where two rows of one decision spell its number in different ways", () => {
    const late = (print: Finding) => print.rule.startsWith("publicity/");
    const printOf = (one: string, other: string) =>
      printsOf(
        findingsIn(
          sheetOf("台账", [
            rowOf({ ...first, decision: one }),
            rowOf({ ...first, decision: other, party: "丁某" }),
          ]),
        ).filter(late),
      );
    const alike = printOf("甲市监罚〔2024〕1号", "甲市监罚〔2024〕1号");
    expect(alike).toHaveLength(1);
    expect(printOf("甲市监罚〔2024〕1号", "甲市监罚[2024]第1号")).toEqual(alike);
  });

  it("stay when a remark is added, also where two cases share a number", () => {
    const decision = "甲市监罚〔2024〕1号";
    const later = { ...second, decision, decided: "2024-02-09" };
    const rows = [rowOf({ ...first, decision }), rowOf(later)];
    const remarked = [rows[0]!, [...rows[1]!.slice(0, -1), "已归档"]];
    const before = printsOf(findingsIn(sheetOf("台账", rows)));
    expect(before.length).toBeGreaterThan(2);
    expect(printsOf(findingsIn(sheetOf("台账", remarked)))).toEqual(before);
  });
});
