import type { CivilDate } from "../../values/civil-date.js";
import type { OutcomeName, Scope } from "../../model/audit-result.js";
import type { CaseFile } from "../../model/origin.js";
import type { RegisterRow, Registers } from "../../model/registers.js";
import type { ResolvedParameter } from "../../rules/parameters.js";
import type { Article } from "../../rules/rule-schema.js";

/** What a check that looks at many cases is given, beside the cases. */
export interface CheckInput {
  /** Brings a case back that was taken. */
  caseAt: (at: number) => CaseFile;
  registers: Registers;
  asOf: CivilDate;
  parameter: (name: string, about: About) => ResolvedParameter;
}

/** For what a parameter is asked: a case, or an agency on a day, the day of the audit if none is given. */
export interface About {
  file?: CaseFile | undefined;
  agency?: string;
  day?: CivilDate;
}

/** A row of a register that a check looked at, with the fields that it looked at. */
export interface LookedAt {
  row: RegisterRow;
  fields: readonly string[];
}

/** One subject that a check decided on. */
export interface CheckResult {
  scope: Scope;
  /** What it is about, for people: a number, an officer, an agency. */
  id: string;
  outcome: OutcomeName;
  /** Places of the cases that it is about; none for a pass, to which nobody asks. */
  cases: readonly number[];
  /** The facts that the rule's message names. */
  facts: Readonly<Record<string, unknown>>;
  /** Whose people or lists it is about, where it names no case. */
  agency?: string;
  /** For each limit that decided, the articles that set it. */
  limits?: readonly (readonly Article[])[];
  /** The fields looked at in each of the cases. */
  looked: readonly string[];
  rows?: readonly LookedAt[];
  /** What a person would have to supply: `param:<name>`, where that leaves it open. */
  needed?: readonly string[];
}

/** What a check notes of the cases that it is shown, one after the other: keys and figures, never the cases. */
export interface Tally<Notes = unknown> {
  /** Notes a case that the rule applies to; `at` is its place among the run's cases. Cases come in any order. */
  take(file: CaseFile, at: number): void;
  /** What was noted, as plain data that may be sent to another thread. */
  notes(): Notes;
  /** Adds what another part of the same run noted about other cases. */
  join(notes: Notes): void;
  /** Decides. One result at a time, since there may be as many as cases. */
  results(): Iterable<CheckResult>;
}

/** A check: where a rule would turn into a program. */
export interface Check {
  /** CEL types of the facts, so that messages can be checked when rules are loaded. */
  facts: Readonly<Record<string, string>>;
  begin: (input: CheckInput) => Tally;
}

/** A check of registers alone, which has nothing to note of cases. */
export const registerCheck = (
  facts: Check["facts"],
  results: (input: CheckInput) => CheckResult[],
): Check => ({
  facts,
  begin: (input) => ({
    take: () => undefined,
    notes: () => undefined,
    join: () => undefined,
    results: () => results(input),
  }),
});
