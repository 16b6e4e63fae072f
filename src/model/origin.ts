import type { CaseValues } from "./case-file.js";

/** Where a value stands, and how it reads there. */
export interface Source {
  /** Path of the field, with list indices (`officers[1].certificate`). */
  field: string;
  file: string;
  sheet?: string;
  cell?: string;
  page?: number;
  /** As written in the file, where that differs from the value used. */
  text?: string;
  /** The reader's confidence, 0 to 1, where it is not certain (OCR). */
  confidence?: number;
}

/**
 * Something that speaks of a case: a row of a ledger, a document. It answers for the fields it has a
 * place for, also when that place is empty.
 */
export interface Origin {
  /** Name for people and for `inspect`: `台账.xlsx#案件!A7`; empty where another origin bears it already. */
  readonly name: string;
  readonly file: string;
  /** Whether it has a place for the field: a mapped column, a form with the label. */
  speaksOf(path: string): boolean;
  /** Where the field stands in it; undefined if it has no place for it. */
  source(path: string): Source | undefined;
}

/**
 * What is known of a field:
 * `known`, there is a value; `blank`, a source has a place for it and the place is empty; `unreadable`,
 * something stands there that could not be understood; `conflicting`, sources or parties differ and no
 * value can be used; `absent`, no source speaks of it.
 */
export type FieldStatus = "known" | "blank" | "unreadable" | "conflicting" | "absent";

/** One case: its values, and everything that speaks of it. */
export interface CaseFile {
  /** Decision number, else case number, else the row's name; `#2`, `#3` behind it where several share one. */
  id: string;
  /** Every number the case is known by, sorted. */
  numbers: readonly string[];
  values: CaseValues;
  origins: readonly Origin[];
  /** Fields that are neither known, blank nor absent, by path without indices. */
  exceptions: ReadonlyMap<string, "unreadable" | "conflicting">;
  /** Fields in which two sources contradict each other, whether one of them is trusted or none. */
  contradicted?: ReadonlySet<string>;
}

/** The cases of a run, from 0: each is put together when it is asked for, and none is kept. */
export interface Cases {
  readonly length: number;
  at(index: number): CaseFile | undefined;
  [Symbol.iterator](): Iterator<CaseFile>;
}
