import { documentNumberKey } from "../values/document-number.js";
import type { CheckResult } from "./checks/check.js";
import { tellApart } from "./tell-apart.js";

/** How a case is called in this run, and what tells it from other cases in every run. */
export interface NamedCase {
  id: string;
  identity: string;
}

/** Whether the id of a result is made of the ids of its cases, which may change with their order. */
const namesItsCases = (id: string, cases: readonly NamedCase[]): boolean => {
  const named = id.split(" + ");
  return named.length === cases.length && cases.every((one) => named.includes(one.id));
};

/**
 * What tells the results of a check apart: their cases where the id names these, else what the id names;
 * both, and what was computed, where results share it.
 */
export const identitiesOfResults = (
  results: readonly CheckResult[],
  casesOf: (result: CheckResult) => readonly NamedCase[],
): ReadonlyMap<CheckResult, string> => {
  const identityOf = (cases: readonly NamedCase[]): string =>
    JSON.stringify(cases.map(({ identity }) => identity).sort());
  return new Map(
    tellApart(results, [
      (result) => {
        const cases = casesOf(result);
        return namesItsCases(result.id, cases) ? identityOf(cases) : documentNumberKey(result.id);
      },
      (result) => identityOf(casesOf(result)),
    ]),
  );
};
