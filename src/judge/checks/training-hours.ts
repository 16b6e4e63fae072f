import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import { groupBy } from "../../values/group-by.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckInput, type CheckResult } from "./check.js";
import { endOf, isPartOfYear, yearOf } from "./years.js";

const looked = ["name", "unit", "year", "date", "topic", "hours"];

const keyOf = (row: RegisterRow): string | undefined => {
  const name = textOf(row, "name");
  const year = yearOf(row);
  return name && year !== undefined ? `${year} ${nameKey(name)}` : undefined;
};

/** Rows of one name and year that are one officer's for certain, or else of nobody knows whom. */
interface Attended {
  rows: readonly RegisterRow[];
  /** False where the name may be two people's, each with a part of the hours. */
  certain: boolean;
}

/** Namesakes are told apart by their certificates; without these, two units may be two people. */
const officersIn = (rows: readonly RegisterRow[]): Attended[] => {
  const codeOf = (row: RegisterRow) => textKey(textOf(row, "certificate") ?? "");
  const codes = new Set(rows.map(codeOf).filter((code) => code !== ""));
  if (codes.size > 1 && rows.every((row) => codeOf(row) !== "")) {
    return [...groupBy(rows, codeOf).values()].map((own) => ({ rows: own, certain: true }));
  }
  const units = new Set(rows.map((row) => textOf(row, "unit") ?? ""));
  return [{ rows, certain: codes.size <= 1 && (units.size === 1 || codes.size === 1) }];
};

const judgeOfficer = (
  { rows, certain }: Attended,
  { asOf, parameter }: CheckInput,
): CheckResult[] => {
  const [first] = rows;
  const year = first && yearOf(first);
  const end = year === undefined ? undefined : endOf(year);
  if (!first || year === undefined || !end || asOf.iso <= end.iso) return [];
  const hours = rows.map(({ values }) => values["hours"]);
  const total = hours.reduce<number>((sum, one) => sum + (typeof one === "number" ? one : 0), 0);
  const name = textOf(first, "name") ?? "";
  const unit = textOf(first, "unit") ?? "";
  const { value: minimum, basis } = parameter("minimum", { agency: unit, day: end });
  const result = (outcome: CheckResult["outcome"], needed: string[] = []): CheckResult[] => [
    {
      scope: "officer",
      id: `${name}${unit && `（${unit}）`} ${year}`,
      outcome,
      cases: [],
      looked: [],
      agency: unit,
      limits: [basis],
      needed,
      rows: rows.map((row) => ({ row, fields: looked })),
      facts: { name, year: BigInt(year), hours: total, required: minimum ?? 0n },
    },
  ];
  if (minimum === undefined) return result("unknown", ["param:personnel/training-hours.minimum"]);
  if (total >= Number(minimum))
    return result(certain ? "pass" : "unknown", ["training.certificate"]);
  // Even all the hours under the name are too few, whoever they are of.
  const complete = hours.every((one) => typeof one === "number") && !rows.some(isPartOfYear);
  return result(complete ? "fail" : "unknown", ["training.hours"]);
};

/** Hours of training an officer and year, added up over a year's ledgers of training; a year not over yet is left out. */
export const trainingHours = registerCheck(
  { name: "string", year: "int", hours: "double", required: "int" },
  (input) => {
    const ledger = (input.registers.get("training-ledger") ?? []).filter(({ columns }) =>
      columns.has("hours"),
    );
    return [...groupBy(ledger, keyOf).values()].flatMap((rows) =>
      officersIn(rows).flatMap((attended) => judgeOfficer(attended, input)),
    );
  },
);
