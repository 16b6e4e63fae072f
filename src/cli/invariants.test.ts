import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import type { Cell, Row, Sheet } from "../model/cells.js";
import { assemble } from "../assemble/assemble.js";
import { checkFacts } from "../judge/checks/index.js";
import { judge } from "../judge/judge.js";
import { findInputs } from "../read/find-inputs.js";
import { readFile } from "../read/read-file.js";
import { recogniseSheet } from "../recognise/recognise-sheet.js";
import { loadCalendar } from "../rules/calendar.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { loadRuleBook, type RuleBook } from "../rules/rule-book.js";
import type { Vocabulary } from "../model/vocabulary.js";

/** The demo folder's sheets are changed in ways that change nothing of what they say. */

const demo = fileURLToPath(new URL("../../fixtures/demo", import.meta.url));
const asOf = CivilDate.of(2024, 4, 15)!;

let book: RuleBook;
let vocabulary: Vocabulary;
let sheets: Sheet[];
let ledger: Sheet;
let dataRows: Set<number>;
let sound: string[];

beforeAll(async () => {
  vocabulary = await loadVocabulary();
  book = await loadRuleBook({ calendar: await loadCalendar(), checks: checkFacts });
  const outcomes = await Promise.all((await findInputs([demo])).map((one) => readFile(one)));
  sheets = outcomes
    .flatMap((one) => (one.status === "read" ? one.sheets : []))
    .map((sheet) => ({ ...sheet, rows: [...sheet.rows] }));
  ledger = sheets.find((sheet) => sheet.name === "案件台账")!;
  dataRows = new Set(Array.from(tableOf(ledger)!.rows, ({ number }) => number));
  sound = findingsIn(sheets);
}, 60_000);

const tableOf = (sheet: Sheet) => recogniseSheet(sheet, vocabulary).table;

/** What was found: rule and case, without places and without numbers that only tell rows apart. */
const findingsIn = (changed: readonly Sheet[]): string[] => {
  const tables = changed.flatMap((sheet) => tableOf(sheet) ?? []);
  const { cases, registers } = assemble(tables, vocabulary, book.presets);
  const run = { asOf, lang: "zh" as const, settings: new Map(), presets: book.presets, registers };
  return judge([...cases], book.rules, run)
    .findings.map(({ rule, fingerprint, message }) => `${rule} ${fingerprint} ${message}`)
    .sort();
};

const others = (): Sheet[] => sheets.filter((sheet) => sheet !== ledger);

const withRows = (rows: readonly Row[], name = ledger.name): Sheet => ({ ...ledger, name, rows });

/** The rows of the ledger's table in another order, in the places where the table's rows stand. */
const reordered = (order: readonly number[]): Sheet => {
  const rows = ledger.rows.filter(({ number }) => dataRows.has(number));
  const shuffled = order.map((at) => rows[at]!);
  let next = 0;
  return withRows(
    ledger.rows.map((row) =>
      dataRows.has(row.number) ? { ...row, cells: shuffled[next++]!.cells } : row,
    ),
  );
};

const permutation = () =>
  fc.shuffledSubarray(
    Array.from({ length: dataRows.size }, (_, i) => i),
    { minLength: dataRows.size },
  );

/** A column before the others; its cells stand beside the table's rows only. */
const withColumn = (header: string, value: Cell): Sheet => {
  const [headerRow = 0] = tableOf(ledger)!.headerRows.toReversed();
  const shifted = (row: Row): Row => {
    const first = row.number === headerRow ? header : dataRows.has(row.number) ? value : null;
    return { ...row, cells: [first, ...row.cells] };
  };
  const merges = ledger.merges.map((merge) => ({
    ...merge,
    left: merge.left + 1,
    right: merge.right + 1,
  }));
  return { ...ledger, merges, rows: ledger.rows.map(shifted) };
};

const split = (at: number): Sheet[] => {
  const numbers = [...dataRows].sort((a, b) => a - b);
  const upTo = numbers[at] ?? 0;
  const isData = ({ number }: Row) => dataRows.has(number);
  return [
    withRows(ledger.rows.filter((row) => !isData(row) || row.number <= upTo)),
    withRows(
      ledger.rows.filter((row) => !isData(row) || row.number > upTo),
      `${ledger.name}（续）`,
    ),
  ];
};

describe("what changes nothing of what a folder says changes no finding", () => {
  it("the order of rows", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(permutation(), (order) => {
        expect(findingsIn([...others(), reordered(order)])).toEqual(sound);
      }),
      { numRuns: 4 },
    );
  });

  it("an irrelevant column", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom("内部流转批次", "盒号", "推送标识"),
        fc.oneof(fc.nat(), fc.constantFrom("A-7", "x", null)),
        (header, value) => {
          expect(findingsIn([...others(), withColumn(header, value)])).toEqual(sound);
        },
      ),
      { numRuns: 4 },
    );
  });

  it("a ledger split over two sheets", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: dataRows.size - 2 }), (at) => {
        expect(findingsIn([...others(), ...split(at)])).toEqual(sound);
      }),
      { numRuns: 4 },
    );
  });

  it("the order of sheets", () => {
    expect(findingsIn([...sheets].reverse())).toEqual(sound);
  });
});
