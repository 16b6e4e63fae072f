import { documentNumberKey, parseDocumentNumber } from "../../values/document-number.js";
import type { CaseFile } from "../../model/origin.js";
import { groupBy } from "../../values/group-by.js";
import type { Check, CheckResult } from "./check.js";

const looked = ["decision.number", "decision.date", "party.name"];

const numberKey = ({ values }: CaseFile): string | undefined => {
  const number = values.decision?.number;
  return number && parseDocumentNumber(number) ? documentNumberKey(number) : undefined;
};

const judgeGroup = (group: readonly CaseFile[]): CheckResult => {
  const number = group[0]?.values.decision?.number ?? "";
  return {
    scope: "batch",
    id: number,
    outcome: group.length > 1 ? "fail" : "pass",
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
