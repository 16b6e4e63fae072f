import { documentNumberKey, parseDocumentNumber } from "../../values/document-number.js";
import { CivilDate } from "../../values/civil-date.js";
import { sameName } from "../../values/same-said.js";
import type { CaseFile } from "../../model/origin.js";
import { groupBy } from "../../values/group-by.js";
import type { Check, CheckResult } from "./check.js";

const looked = ["decision.number", "decision.date", "party.name"];

const numberKey = ({ values }: CaseFile): string | undefined => {
  const number = values.decision?.number;
  return number && parseDocumentNumber(number) ? documentNumberKey(number) : undefined;
};

/** The day of issue in one ledger and that of the decision in another are seldom farther apart. */
const mostDaysApart = 7;

/** One party, and days so close that they may be two days of one decision. */
const mayBeOne = (group: readonly CaseFile[]): boolean => {
  const names = group.map(({ values }) => values.party?.name ?? "");
  const days = group.map(({ values }) => CivilDate.fromIso(values.decision?.date ?? ""));
  const known = days.flatMap((day) => (day?.precision === "day" ? day.first : []));
  return (
    names.every((name) => name !== "" && sameName(name, names[0] ?? "")) &&
    known.length === group.length &&
    Math.max(...known) - Math.min(...known) <= mostDaysApart
  );
};

const judgeGroup = (group: readonly CaseFile[]): CheckResult => {
  const number = group[0]?.values.decision?.number ?? "";
  return {
    scope: "batch",
    id: number,
    outcome: group.length === 1 ? "pass" : mayBeOne(group) ? "unknown" : "fail",
    cases: group,
    facts: { number, decisions: BigInt(group.length), ids: group.map(({ id }) => id) },
    looked,
  };
};

/** A decision without a legible number may share one with another. */
const withoutNumber = (file: CaseFile): CheckResult => ({
  scope: "case",
  id: file.id,
  outcome: "unknown",
  cases: [file],
  facts: {},
  looked,
});

/**
 * One decision document number, one decision. Rows of several parties of one decision are one case
 * already when they arrive here, so two cases with one number are two decisions.
 */
export const numberUnique: Check = {
  facts: { number: "string", decisions: "int", ids: "list<string>" },
  run: ({ cases }) => {
    const groups = [...groupBy(cases, numberKey).values()];
    const numbered = new Set(groups.flat());
    const others = cases.filter((file) => !numbered.has(file));
    return [...groups.map(judgeGroup), ...others.map(withoutNumber)];
  },
};
