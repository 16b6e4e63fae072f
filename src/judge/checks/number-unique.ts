import { documentNumberKey, parseDocumentNumber } from "../../values/document-number.js";
import { groupBy, type Check } from "./check.js";

/**
 * One decision document number, one decision. Rows of several parties of one decision are one case
 * already when they arrive here, so two cases with one number are two decisions.
 */
export const numberUnique: Check = {
  facts: { number: "string", decisions: "int", ids: "list<string>" },
  run: ({ cases }) => {
    const groups = groupBy(cases, ({ values }) => {
      const number = values.decision?.number;
      return number && parseDocumentNumber(number) ? documentNumberKey(number) : undefined;
    });
    return [...groups.values()].map((group) => {
      const number = group[0]?.values.decision?.number ?? "";
      return {
        scope: "batch",
        id: number,
        outcome: group.length > 1 ? "fail" : "pass",
        cases: group,
        facts: {
          number,
          decisions: BigInt(group.length),
          ids: group.map((file) => file.id),
        },
        looked: ["decision.number", "decision.date", "party.name"],
      };
    });
  },
};
