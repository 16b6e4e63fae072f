/** What the process says when it ends (the command-line contract). No flag changes a meaning. */
export const exitCodes = {
  ok: 0,
  /** Findings at or above --fail-on, or examples and checks that failed. */
  found: 1,
  /** Usage, configuration or rule files are wrong; nothing was audited. */
  usage: 2,
  /** Audited, but some input could not be read. Goes before 1. */
  unread: 3,
  /** What was to be written could not be: the disk is full, the device failed. */
  output: 74,
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

/** What was found could not be written: to a file, or to standard output, which has no path. Ends with status 74. */
export class OutputError extends Error {
  constructor(
    readonly file: string | undefined,
    cause: Error,
  ) {
    super(cause.message, { cause });
  }

  /** Why, as the system names it: ENOSPC. */
  get reason(): string {
    const { cause } = this;
    return cause instanceof Error && "code" in cause ? String(cause.code) : this.message;
  }
}
