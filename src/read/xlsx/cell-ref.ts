import type { Merge } from "../../model/cells.js";

/** The column of a reference like `AB12`, from 0; -1 if it names none. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
};

/** The row of a reference like `AB12`, from 1; undefined if it names none. */
export const rowOf = (reference: string): number | undefined => {
  const digits = /^[A-Za-z]*([1-9]\d*)$/.exec(reference)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** A merged range like `A1:C3`; undefined for anything else, whole columns included. */
export const mergeOf = (range: string): Merge | undefined => {
  const [from = "", to = from] = range.replaceAll("$", "").split(":");
  const rows = [rowOf(from), rowOf(to)].filter((row) => row !== undefined);
  const columns = [columnOf(from), columnOf(to)];
  if (rows.length < 2 || columns.includes(-1)) return undefined;
  return {
    top: Math.min(...rows) - 1,
    left: Math.min(...columns),
    bottom: Math.max(...rows) - 1,
    right: Math.max(...columns),
  };
};
