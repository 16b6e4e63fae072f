import { CellError, type Sheet } from "../model/cells.js";
import type { Diagnostic } from "../model/diagnostic.js";

/** The cells of a file, and what a person should know about how they were read. */
export interface Table {
  sheets: Sheet[];
  warnings: Diagnostic[];
}

/** Cells with a formula for which the file holds no result. */
export interface Uncalculated {
  count: number;
  /** The first of them: `B2`. */
  first: string | undefined;
}

/**
 * What stands in a cell whose formula has no result. Not blank: whoever opens the file in Excel sees a value
 * there.
 */
export const notCalculated = new CellError("#CALC!");

export const uncalculatedWarning = (
  file: string,
  sheet: string,
  { count, first }: Uncalculated,
): Diagnostic[] => {
  if (first === undefined) return [];
  const code = "formula-not-calculated";
  return [{ level: "warning", code, file, sheet, cell: first, details: { count } }];
};
