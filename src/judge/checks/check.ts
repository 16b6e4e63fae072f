import type { CivilDate } from "../../values/civil-date.js";
import type { OutcomeName, Scope } from "../../model/audit-result.js";
import type { CaseFile } from "../../model/origin.js";

/** What a check that looks at many cases is given. */
export interface CheckInput {
  /** The cases that the rule applies to, sorted by id. */
  cases: readonly CaseFile[];
  asOf: CivilDate;
  /** A parameter's value, or undefined where it is not set. */
  parameter: (name: string) => unknown;
}

/** One subject that a check decided on. */
export interface CheckResult {
  scope: Scope;
  /** What it is about: a number, an officer, an agency; part of the fingerprint. */
  id: string;
  outcome: OutcomeName;
  cases: readonly CaseFile[];
  /** The facts that the rule's message names. */
  facts: Readonly<Record<string, unknown>>;
  /** The fields looked at in each of the cases. */
  looked: readonly string[];
}

/** A check: where a rule would turn into a program. */
export interface Check {
  /** CEL types of the facts, so that messages can be checked when rules are loaded. */
  facts: Readonly<Record<string, string>>;
  run: (input: CheckInput) => CheckResult[];
}
