import type { CaseListing, CaseResult, OutcomeCounts } from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";

/** Everything that speaks of the case, each once. */
export const sourceNames = ({ origins }: CaseFile): string[] => [
  ...new Set(origins.flatMap(({ name }) => (name === "" ? [] : name))),
];

const caseResult = (file: CaseFile, outcomes: OutcomeCounts): CaseResult => {
  const { values } = file;
  const parties = values.parties?.flatMap(({ name }) => name ?? []) ?? [];
  const party = parties.length > 0 ? parties.join("、") : values.party?.name;
  return {
    id: file.id,
    numbers: [...file.numbers],
    type: values.kind ?? null,
    procedure: values.procedure ?? null,
    name: values.name ?? null,
    party: party ?? null,
    agency: values.decision?.agency ?? null,
    decidedOn: values.decision?.date ?? null,
    fine: values.decision?.fine ?? null,
    sources: sourceNames(file),
    outcomes,
  };
};

const kinds = 4;

/** The cases and how often each outcome came of the rules: 8 bytes a case, the rest is made when asked for. */
export class CaseResults implements CaseListing {
  readonly length: number;
  readonly #counts: Uint16Array;
  readonly #spoken = new Set<number>();
  #order: readonly number[] | undefined;

  constructor(
    length: number,
    readonly caseAt: (at: number) => CaseFile,
  ) {
    this.length = length;
    this.#counts = new Uint16Array(length * kinds);
  }

  take(at: number, { pass, fail, unknown, notApplicable }: OutcomeCounts): void {
    this.#counts.set([pass, fail, unknown, notApplicable], at * kinds);
  }

  /** Notes that a finding speaks of a case. */
  speakOf(at: number): void {
    this.#spoken.add(at);
  }

  notes(): Uint16Array {
    return this.#counts;
  }

  /** Adds the counts of other cases; those of cases not taken there are nought. */
  join(notes: Uint16Array): void {
    for (const [at, count] of notes.entries()) {
      if (count > 0) this.#counts[at] = count;
    }
  }

  spokenOf(): readonly CaseResult[] {
    return [...this.#spoken].map((at) => this.#resultAt(at)).sort(byId);
  }

  *[Symbol.iterator](): Iterator<CaseResult> {
    for (const at of this.order()) yield this.#resultAt(at);
  }

  /** The places of all cases, by the cases' ids. */
  order(): readonly number[] {
    this.#order ??= Array.from({ length: this.length }, (_, at) => ({ at, id: this.caseAt(at).id }))
      .sort((a, b) => byId(a, b) || a.at - b.at)
      .map(({ at }) => at);
    return this.#order;
  }

  #resultAt(at: number): CaseResult {
    const count = (kind: number): number => this.#counts[at * kinds + kind] ?? 0;
    const outcomes = { pass: count(0), fail: count(1), unknown: count(2), notApplicable: count(3) };
    return caseResult(this.caseAt(at), outcomes);
  }
}

const byId = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
