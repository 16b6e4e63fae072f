/** What the process says when it ends (the command-line contract). No flag changes a meaning. */
export const exitCodes = {
  ok: 0,
  /** Findings at or above --fail-on, or examples and checks that failed. */
  found: 1,
  /** Usage, configuration or rule files are wrong; nothing was audited. */
  usage: 2,
  /** Audited, but some input could not be read. Goes before 1. */
  unread: 3,
  interrupted: 130,
} as const;

/** Something the user can put right: said in his language, with what to do next. Ends with status 2. */
export class UsageError extends Error {
  constructor(
    readonly problem: string,
    readonly nextStep?: string,
  ) {
    super(problem);
  }
}
