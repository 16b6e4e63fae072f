import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Bytes that can be looked at piece by piece: of a buffer, or of a file that is not worth loading. */
export interface Source {
  readonly size: number;
  /** Differs when the file was written to or replaced since. */
  readonly version: string;
  /** The bytes from `start` up to `end`; fewer where the source ends earlier. */
  readonly slice: (start: number, end: number) => Buffer;
}

export const bufferSource = (bytes: Buffer): Source => ({
  size: bytes.length,
  version: "",
  slice: (start, end) => bytes.subarray(start, Math.max(start, end)),
});

/** Opens a file until it is closed. Throws what the file system throws. */
export const openFileSource = (path: string): { source: Source; close: () => void } => {
  const file = openSync(path, "r");
  const close = (): void => closeSync(file);
  try {
    const { size, mtimeMs, ino } = fstatSync(file);
    const version = [size, mtimeMs, ino].join(" ");
    const slice = (start: number, end: number): Buffer => {
      const piece = Buffer.alloc(Math.max(0, Math.min(end, size) - start));
      return piece.subarray(0, readSync(file, piece, 0, piece.length, start));
    };
    return { source: { size, version, slice }, close };
  } catch (error) {
    close();
    throw error;
  }
};

/** Opens a file for as long as `look` runs. Throws what the file system throws. */
export const withFileSource = <Result>(path: string, look: (source: Source) => Result): Result => {
  const { source, close } = openFileSource(path);
  try {
    return look(source);
  } finally {
    close();
  }
};
