import type { CaseFile } from "../model/origin.js";
import { documentNumberKey } from "../values/document-number.js";
import type { CheckResult } from "./checks/check.js";
import { tellApart } from "./tell-apart.js";

/** Whether the id of a result is made of the ids of its cases, which may change with their order. */
const namesItsCases = ({ id, cases }: CheckResult): boolean => {
  const named = id.split(" + ");
  return named.length === cases.length && cases.every((file) => named.includes(file.id));
};

/**
 * What tells the results of a check apart: their cases where the id names these, else what the id names;
 * both, and what was computed, where results share it.
 */
export const identitiesOfResults = (
  results: readonly CheckResult[],
  cases: ReadonlyMap<CaseFile, string>,
): ReadonlyMap<CheckResult, string> => {
  const casesOf = (result: CheckResult): string =>
    JSON.stringify(result.cases.map((file) => cases.get(file) ?? file.id).sort());
  return new Map(
    tellApart(results, [
      (result) => (namesItsCases(result) ? casesOf(result) : documentNumberKey(result.id)),
      casesOf,
    ]),
  );
};
