import type { CaseFile } from "../model/origin.js";

/** Which fields of a case were read, by path, and whether they are known. */
export interface Reads {
  file: CaseFile;
  paths: ReadonlyMap<string, boolean>;
}

let noted: Map<string, boolean> | undefined;
let unaffected = 0;

/** Runs `evaluate` and notes every field of the case that it reads. */
export const recordingReads = <T>(
  file: CaseFile,
  evaluate: () => T,
): { result: T; reads: Reads } => {
  const before = { noted, unaffected };
  const paths = new Map<string, boolean>();
  noted = paths;
  unaffected = 0;
  try {
    return { result: evaluate(), reads: { file, paths } };
  } finally {
    ({ noted, unaffected } = before);
  }
};

/** Asked at every read, so that paths are put together only where somebody wants them. */
export const isRecording = (): boolean => noted !== undefined;

/** Notes a field that is read, or looked at by other means than reading it. */
export const noteRead = (path: string, known: boolean): void => {
  if (known || unaffected === 0) noted?.set(path, known);
};

/**
 * Runs what has an answer also where a field is not known; a field that it misses is then not what the
 * outcome hangs on, and is not noted.
 */
export const withoutMissing = <S>(run: (scope: S) => unknown, scope: S): unknown => {
  if (noted === undefined) return run(scope);
  unaffected++;
  try {
    return run(scope);
  } finally {
    unaffected--;
  }
};
