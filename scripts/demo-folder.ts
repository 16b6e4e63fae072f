import type { Book } from "./city-sheet.js";
import {
  benchmarkBook,
  registerBook,
  rosterBook,
  simpleList,
  type WrittenEntry,
} from "./demo-books.js";
import { buildCases, mendedSpecs, type DemoCase } from "./demo-case.js";
import { specs } from "./demo-cases.js";
import { subjectOf } from "./demo-readme.js";
import type { Days } from "./demo-values.js";
import { noneMended, type Mended, type Fault } from "./fault.js";

export interface DemoFolder {
  cases: readonly DemoCase[];
  files: Readonly<Record<string, Book | Uint8Array>>;
}

const rowsOf = (cases: readonly DemoCase[]): WrittenEntry[] =>
  cases.flatMap(({ spec, entries }) => entries.map((entry) => ({ entry, team: spec.team })));

/** The folder with all its problems, or with the one of that name mended. */
export const demoFolder = (days: Days, mended: Mended = noneMended): DemoFolder => {
  const cases = buildCases(mendedSpecs(specs, mended), days);
  const isSimple = ({ spec }: DemoCase): boolean => spec.series === "simple";
  return {
    cases,
    files: {
      "行政处罚案件台账（2023年8-11月）.xlsx": registerBook(
        rowsOf(cases.filter((one) => !isSimple(one))),
      ),
      "当场处罚案件登记表.csv": simpleList(rowsOf(cases.filter(isSimple))),
      "行政执法人员名册（2023年）.xlsx": rosterBook(),
      "行政处罚裁量权基准.xlsx": benchmarkBook(),
    },
  };
};

/** The problems of the folder, by the names under which they can be mended. */
export const demoFaults = ({ cases }: DemoFolder): Fault[] =>
  cases.flatMap((file) => {
    const { key, planted = [] } = file.spec;
    const findings = planted.map((one) => `${one.rule} ${subjectOf(file, one, cases)}`);
    return findings.length > 0 ? [{ name: key, findings }] : [];
  });
