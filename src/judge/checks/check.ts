import type { CivilDate } from "../../values/civil-date.js";
import type { OutcomeName, Scope } from "../../model/audit-result.js";
import type { CaseFile } from "../../model/origin.js";
import type { RegisterRow, Registers } from "../../model/registers.js";
import type { ResolvedParameter } from "../../rules/parameters.js";
import type { Article } from "../../rules/rule-schema.js";

/** What a check that looks at many cases is given. */
export interface CheckInput {
  /** The cases that the rule applies to, sorted by id. */
  cases: readonly CaseFile[];
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
  cases: readonly CaseFile[];
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

/** A check: where a rule would turn into a program. */
export interface Check {
  /** CEL types of the facts, so that messages can be checked when rules are loaded. */
  facts: Readonly<Record<string, string>>;
  run: (input: CheckInput) => CheckResult[];
}
