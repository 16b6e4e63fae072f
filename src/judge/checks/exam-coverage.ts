import { nameKey } from "../../values/names.js";
import { groupBy } from "../../values/group-by.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckInput, type CheckResult } from "./check.js";
import { endOf, isPartOfYear, yearOf, yearOfSheet } from "./years.js";

const absent = /缺考|未考|未参加|免考|缓考|弃考|请假/;

const wasExamined = (row: RegisterRow): boolean => {
  const { examined } = row.values;
  const score = textOf(row, "score");
  return examined === true || (examined !== false && score !== undefined && !absent.test(score));
};

/** A roster of another year names other people. */
const isOfYear = (row: RegisterRow, year: number): boolean => (yearOfSheet(row) ?? year) === year;

const unitOf = (row: RegisterRow): string => nameKey(textOf(row, "unit") ?? "");

const peopleIn = (rows: readonly RegisterRow[]): Set<string> =>
  new Set(rows.map((row) => nameKey(textOf(row, "name") ?? "")).filter((name) => name !== ""));

/** One unit and year: those examined among those on the unit's roster. */
const judgeUnit = (
  unit: string,
  year: number,
  rows: readonly RegisterRow[],
  { registers, asOf, parameter }: CheckInput,
): CheckResult[] => {
  const end = endOf(year);
  if (!end || asOf.iso <= end.iso) return [];
  const roster = (registers.get("officer-roster") ?? []).filter((row) => unitOf(row) === unit);
  const officers = peopleIn(roster);
  // Namesakes count as one, an illegible answer as none, and a ledger without any result is none of examinations.
  const uncertain =
    officers.size < roster.length ||
    rows.some((row) => row.unreadable.has("examined") || isPartOfYear(row)) ||
    !rows.some(wasExamined) ||
    !roster.every((row) => isOfYear(row, year));
  const examined = [...peopleIn(rows.filter(wasExamined))].filter((name) => officers.has(name));
  const name = textOf(rows[0] as RegisterRow, "unit") ?? unit;
  const { value: share, basis } = parameter("share", { agency: name, day: end });
  const result = (outcome: CheckResult["outcome"], needed: string[] = []): CheckResult[] => [
    {
      scope: "agency",
      id: `${name} ${year}`,
      outcome,
      cases: [],
      looked: [],
      agency: name,
      limits: [basis],
      needed,
      rows: rows.slice(0, 20).map((row) => ({ row, fields: ["name", "score", "examined"] })),
      facts: {
        agency: name,
        year: BigInt(year),
        examined: BigInt(examined.length),
        officers: BigInt(officers.size),
        wanted: BigInt(Math.ceil(officers.size * Number(share ?? 0))),
      },
    },
  ];
  if (officers.size === 0) return result("unknown", ["roster.name"]);
  if (share === undefined) return result("unknown", ["param:personnel/exam-coverage.share"]);
  if (examined.length >= officers.size * Number(share))
    return result(uncertain ? "unknown" : "pass", ["training.examined"]);
  return result(uncertain ? "unknown" : "fail", ["training.examined"]);
};

/** 执法人员考试覆盖面: the share of a unit's officers examined in a year that is over. */
export const examCoverage = registerCheck(
  { agency: "string", year: "int", examined: "int", officers: "int", wanted: "int" },
  (input) => {
    const ledger = (input.registers.get("training-ledger") ?? []).filter(
      ({ columns }) => columns.has("examined") || columns.has("score"),
    );
    const groups = groupBy(ledger, (row) => {
      const [unit, year] = [unitOf(row), yearOf(row)];
      return unit && year !== undefined ? `${year} ${unit}` : undefined;
    });
    return [...groups].flatMap(([key, rows]) =>
      judgeUnit(key.slice(5), Number(key.slice(0, 4)), rows, input),
    );
  },
);
