/** Something wrong in a rule, preset or parameter file, at its place. */
export interface RuleProblem {
  file: string;
  line: number;
  column: number;
  message: string;
  /** The valid name that was probably meant. */
  nearest?: string | undefined;
}

/** Rule files that cannot be used; nothing is audited. */
export class RuleFileError extends Error {
  constructor(readonly problems: readonly RuleProblem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}

/** `rules/a/b.yaml:7:12 unknown key "sevrity"; did you mean "severity"?` */
export const formatProblem = ({ file, line, column, message, nearest }: RuleProblem): string =>
  `${file}:${line}:${column} ${message}${nearest ? `; did you mean "${nearest}"?` : ""}`;
