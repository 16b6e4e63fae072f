import { fieldAt } from "../../model/fields.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { FigureRows } from "./figure-rows.js";
import { passed } from "./taken.js";

/**
 * What every ledger means alike: who, how much, and the day of the decision. Days of service, payment,
 * filing and publication are those of different documents, channels and accounts in different ledgers.
 */
const compared = /^(party\.(name|creditCode|idNumber)|decision\.(date|fine))$/;

/** The fine of one party beside the sum of all. */
const isOfParties = ({ values }: CaseFile, path: string): boolean =>
  path === "decision.fine" && (values.parties?.length ?? 0) > 1;

interface Compared {
  outcome: "pass" | "fail" | "unknown";
  differing: string[];
  illegible: string[];
}

/** Undefined for one source alone, which has nothing to agree with. */
const compare = (file: CaseFile): Compared | undefined => {
  const differing = [...(file.contradicted ?? [])].filter(
    (path) => compared.test(path) && !isOfParties(file, path),
  );
  const illegible = [...file.exceptions]
    .filter(([path, status]) => status === "unreadable" && compared.test(path))
    .map(([path]) => path)
    .filter((path) => file.origins.filter((origin) => origin.speaksOf(path)).length > 1);
  if (differing.length + illegible.length === 0 && file.origins.length < 2) return undefined;
  const outcome = differing.length > 0 ? "fail" : illegible.length > 0 ? "unknown" : "pass";
  return { outcome, differing, illegible };
};

const resultOf = (
  { id }: CaseFile,
  at: number,
  { outcome, differing, illegible }: Compared,
): CheckResult => ({
  ...{ scope: "case", id, outcome, cases: [at] },
  facts: {
    fields: differing.map((path) => fieldAt(path)?.zh ?? path),
    fieldsInEnglish: differing.map((path) => fieldAt(path)?.en ?? path),
  },
  looked: differing.length > 0 ? differing : illegible,
});

interface Notes {
  passed: number;
  /** Places of the cases of which there is something to tell. */
  others: Float64Array;
}

class SourcesAgree implements Tally<Notes> {
  #passed = 0;
  readonly #others = new FigureRows(1);

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    const outcome = compare(file)?.outcome;
    if (outcome === "pass") this.#passed++;
    else if (outcome !== undefined) this.#others.add(at);
  }

  notes(): Notes {
    return { passed: this.#passed, others: this.#others.notes() };
  }

  join(notes: Notes): void {
    this.#passed += notes.passed;
    this.#others.join(notes.others);
  }

  *results(): Generator<CheckResult> {
    for (let i = 0; i < this.#passed; i++) yield passed;
    for (const at of this.#others.column(0)) {
      const file = this.input.caseAt(at);
      const found = compare(file);
      if (found) yield resultOf(file, at, found);
    }
  }
}

/** Two ledgers, or two rows, that contradict each other about one case. */
export const sourcesAgree: Check = {
  facts: { fields: "list<string>", fieldsInEnglish: "list<string>" },
  begin: (input) => new SourcesAgree(input),
};
