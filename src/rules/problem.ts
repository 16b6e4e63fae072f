/** What can be wrong in a rule, preset or parameter file or in the configuration: keys of the texts in the message catalogues. */
export const problemCodes = [
  ...[
    "yaml",
    "alias",
    "not-utf8",
    "duplicate-key",
    "unknown-key",
    "key-not-allowed",
    "missing",
    "wrong-kind",
  ],
  ...["not-a-choice", "empty", "schema", "not-a-day", "not-a-rule-id"],
  ...["unknown-field", "unknown-variable", "unknown-function", "operator", "arguments"],
  ...["result-type", "condition", "branches", "syntax", "syntax-end", "text-not-closed"],
  ...[
    "needs-fields",
    "needs-condition",
    "needs-one-type",
    "needs-variable",
    "loops",
    "not-in-rules",
    "expression",
  ],
  ...["refused-matches", "refused-has", "refused-timestamp"],
  ...["unknown-parameter", "unit", "unknown-check", "require-or-check", "reserved-name"],
  ...[
    "already-defined",
    "unknown-register",
    "example-day",
    "example-amount",
    "example-unit",
    "example-value",
  ],
  ...["unknown-preset", "unknown-sector", "unknown-rule", "unknown-sheet-field"],
  ...["unknown-sheet-kind", "shared-parameter", "set-twice", "not-a-pattern", "rule-setting"],
  ...["not-a-year", "year-not-covered", "years-not-joined", "off-and-work"],
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is wrong, and what the text about it names. */
export interface Fault {
  code: ProblemCode;
  details?: Readonly<Record<string, string>>;
  /** The valid name that was probably meant. */
  nearest?: string | undefined;
}

/** A fault at its place in a rule, preset or parameter file. */
export interface RuleProblem extends Fault {
  file: string;
  line: number;
  column: number;
}

/** Rule files that cannot be used; nothing is audited. */
export class RuleFileError extends Error {
  constructor(readonly problems: readonly RuleProblem[]) {
    super(JSON.stringify(problems));
  }
}
