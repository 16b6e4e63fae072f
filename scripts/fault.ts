/** A problem put into a folder on purpose, and what the audit is to say of it. */
export interface Fault {
  /** Under which the folder is built without it. */
  name: string;
  /** `rule subject` */
  findings: readonly string[];
}

/** The names of the problems that are mended in a folder. */
export type Mended = ReadonlySet<string>;

export const noneMended: Mended = new Set();
