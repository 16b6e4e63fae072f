import { beforeAll, describe, expect, it } from "vitest";
import { cityFaults, cityFolder } from "../../scripts/city-folder.js";
import { parameters } from "../../scripts/city-readme.js";
import type { Book } from "../../scripts/city-sheet.js";
import { demoFaults, demoFolder } from "../../scripts/demo-folder.js";
import { Days } from "../../scripts/demo-values.js";
import type { Fault, Mended } from "../../scripts/fault.js";
import { sheetsOf } from "../../scripts/write-book.js";
import { assemble } from "../assemble/assemble.js";
import { checkFacts } from "../judge/checks/index.js";
import { judge } from "../judge/judge.js";
import type { Sheet } from "../model/cells.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { defaultLimits } from "../read/limits.js";
import { readCsv } from "../read/read-csv.js";
import { recogniseSheet, type RecognisedTable } from "../recognise/recognise-sheet.js";
import { loadCalendar } from "../rules/calendar.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import type { ParameterValue } from "../rules/rule-schema.js";
import { loadRuleBook, type RuleBook } from "../rules/rule-book.js";
import { CivilDate } from "../values/civil-date.js";

/**
 * Every problem that was planted goes away when it is mended, and takes nothing else with it. They stand in a
 * square, of which a whole row or a whole column is mended at once: two problems are in one line at most
 * once, so that each is mended without any given other. Whichever took another's finding with it, or left
 * its own to another's mend, shows in one of its two lines.
 */

type Files = Readonly<Record<string, Book | Uint8Array>>;

const calendar = await loadCalendar();
const days = new Days(calendar);
let book: RuleBook;
let vocabulary: Vocabulary;

beforeAll(async () => {
  vocabulary = await loadVocabulary();
  book = await loadRuleBook({ calendar, checks: checkFacts });
});

/** Sheets that a mended problem leaves as they are, are recognised once. */
const recognised = new Map<string, RecognisedTable | undefined>();

const tableOf = (sheet: Sheet): RecognisedTable | undefined => {
  const key = JSON.stringify([sheet.file, sheet.name, sheet.rows]);
  if (!recognised.has(key)) recognised.set(key, recogniseSheet(sheet, vocabulary).table);
  return recognised.get(key);
};

const sheetsIn = (files: Files): Sheet[] =>
  Object.entries(files).flatMap(([name, content]) =>
    content instanceof Uint8Array
      ? readCsv(content, name, defaultLimits).sheets
      : sheetsOf(content, name),
  );

const auditor =
  (asOf: CivilDate, settings: ReadonlyMap<string, ParameterValue>) =>
  (files: Files): string[] => {
    const tables = sheetsIn(files).flatMap((sheet) => tableOf(sheet) ?? []);
    const { presets, rules } = book;
    const { cases, registers } = assemble(tables, vocabulary, presets);
    const run = { asOf, lang: "zh" as const, settings, presets, registers };
    return judge(cases, rules, run)
      .findings.map(({ rule, subject }) => `${rule} ${subject.id}`)
      .sort();
  };

const settings = new Map(
  parameters.map(([name, value]) => [name, Number.isNaN(Number(value)) ? value : Number(value)]),
);

const folders: readonly (readonly [
  name: string,
  folder: (mended?: Mended) => { files: Files },
  faults: readonly Fault[],
  audit: (files: Files) => string[],
])[] = [
  [
    "the demo",
    (mended) => demoFolder(days, mended),
    demoFaults(demoFolder(days)),
    auditor(CivilDate.of(2024, 4, 15)!, new Map()),
  ],
  [
    "the city",
    (mended) => cityFolder(days, mended),
    cityFaults(cityFolder(days)),
    auditor(CivilDate.of(2025, 10, 31)!, settings),
  ],
];

const groupsOf = (faults: readonly Fault[]): [string, Fault[]][] => {
  const side = Math.ceil(Math.sqrt(faults.length));
  const lines = Array.from({ length: side }, (_, line) => [
    faults.filter((_fault, at) => Math.floor(at / side) === line),
    faults.filter((_fault, at) => at % side === line),
  ]).flat();
  return lines.flatMap((group) => (group[0] ? [[group[0].name, group]] : []));
};

describe.each(folders)("%s", (_, folder, faults, audit) => {
  let planted: string[];
  beforeAll(() => {
    planted = audit(folder().files);
  });

  it("has what was planted", () => {
    expect(planted).toEqual(faults.flatMap(({ findings }) => findings).sort());
  });

  it.each(groupsOf(faults))(
    "without %s and others lacks their findings and no other",
    (_, group) => {
      const left = audit(folder(new Set(group.map(({ name }) => name))).files);
      expect(left.filter((one) => !planted.includes(one))).toEqual([]);
      const gone = group.flatMap(({ findings }) => findings);
      expect(planted.filter((one) => !left.includes(one))).toEqual(gone.sort());
    },
  );
});
