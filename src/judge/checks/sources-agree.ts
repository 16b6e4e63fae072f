import { fieldAt } from "../../model/fields.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckResult } from "./check.js";

/**
 * What every ledger means alike: who, how much, and the day of the decision. Days of service, payment,
 * filing and publication are those of different documents, channels and accounts in different ledgers.
 */
const compared = /^(party\.(name|creditCode|idNumber)|decision\.(date|fine))$/;

/** The fine of one party beside the sum of all. */
const isOfParties = ({ values }: CaseFile, path: string): boolean =>
  path === "decision.fine" && (values.parties?.length ?? 0) > 1;

const judgeCase = (file: CaseFile): CheckResult[] => {
  const differing = [...(file.contradicted ?? [])].filter(
    (path) => compared.test(path) && !isOfParties(file, path),
  );
  const illegible = [...file.exceptions]
    .filter(([path, status]) => status === "unreadable" && compared.test(path))
    .map(([path]) => path)
    .filter((path) => file.origins.filter((origin) => origin.speaksOf(path)).length > 1);
  // One source alone has nothing to agree with.
  if (differing.length + illegible.length === 0 && file.origins.length < 2) return [];
  return [
    {
      scope: "case",
      id: file.id,
      outcome: differing.length > 0 ? "fail" : illegible.length > 0 ? "unknown" : "pass",
      cases: [file],
      facts: {
        fields: differing.map((path) => fieldAt(path)?.zh ?? path),
        fieldsInEnglish: differing.map((path) => fieldAt(path)?.en ?? path),
      },
      looked: differing.length > 0 ? differing : illegible,
    },
  ];
};

/** Two ledgers, or two rows, that contradict each other about one case. */
export const sourcesAgree: Check = {
  facts: { fields: "list<string>", fieldsInEnglish: "list<string>" },
  run: ({ cases }) => cases.flatMap(judgeCase),
};
