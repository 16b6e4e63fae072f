import type { CivilDate } from "../values/civil-date.js";

/** What a spreadsheet cell holds when the file says it is an error (`#REF!`). */
export class CellError {
  constructor(readonly code: string) {}
}

/**
 * One cell's content. A cell that the file formats as a date arrives as a `CivilDate`; a blank one as
 * `null`. Numbers and texts are as stored, never guessed at.
 */
export type Cell = string | number | boolean | null | CivilDate | CellError;

export interface Row {
  /** As the spreadsheet shows it, from 1. */
  number: number;
  /** By column, from 0; cells behind the last one are blank. */
  cells: readonly Cell[];
  hidden?: boolean;
  /** Where the cells stand, by column, if not in this row: a sheet of one case may have them below each other. */
  places?: readonly string[];
}

/** A merged range, rows and columns from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Rows in the order of the sheet, to be gone through as often as needed: an array, or the rows of a long
 * file, which are read anew each time.
 */
export interface Rows extends Iterable<Row> {
  readonly length: number;
  /** From 0; from behind if negative. */
  at(index: number): Row | undefined;
  slice(from: number, to: number): readonly Row[];
}

/** One sheet of a workbook, or a CSV file as a single sheet. */
export interface Sheet {
  /** Path below the audited folder, with `/`. */
  file: string;
  /** Name of the sheet; the file's base name for CSV. */
  name: string;
  hidden: boolean;
  rows: readonly Row[];
  merges: readonly Merge[];
}

/** A sheet whose rows need not be held. */
export type AnySheet = Omit<Sheet, "rows"> & { rows: Rows };

/** `0` → `A`, `27` → `AB`. */
export const columnName = (column: number): string => {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
};

/** A cell's place as people write it: column from 0, row from 1. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

/** Where a cell of a row stands. */
export const placeOf = ({ number, places }: Row, column: number): string =>
  places?.[column] ?? cellName(column, number);
