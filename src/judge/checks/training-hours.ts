import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import { groupBy } from "../../values/group-by.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import type { Check, CheckInput, CheckResult } from "./check.js";
import { endOf, yearOf } from "./years.js";

const looked = ["name", "unit", "year", "date", "topic", "hours"];

/** One officer and year: by certificate where the ledger gives it, else by name and unit. */
const keyOf = (row: RegisterRow): string | undefined => {
  const name = textOf(row, "name");
  const year = yearOf(row);
  if (!name || year === undefined) return undefined;
  const certificate = textOf(row, "certificate");
  const who = certificate ? textKey(certificate) : `${nameKey(name)} ${textOf(row, "unit") ?? ""}`;
  return `${year} ${who}`;
};

const judgeOfficer = (
  rows: readonly RegisterRow[],
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
  if (total >= Number(minimum)) return result("pass");
  const legible = hours.every((one) => typeof one === "number");
  return result(legible ? "fail" : "unknown", ["training.hours"]);
};

/** Hours of training an officer and year, added up over a year's ledgers of training; a year not over yet is left out. */
export const trainingHours: Check = {
  facts: { name: "string", year: "int", hours: "double", required: "int" },
  run: (input) => {
    const ledger = (input.registers.get("training-ledger") ?? []).filter(({ columns }) =>
      columns.has("hours"),
    );
    return [...groupBy(ledger, keyOf).values()].flatMap((rows) => judgeOfficer(rows, input));
  },
};
