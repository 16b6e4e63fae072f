import { cellName, type Cell, type Row, type AnySheet, type Sheet } from "../model/cells.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { headerIndexOf } from "./header-index.js";
import { normaliseHeader } from "./normalise-header.js";
import { cellText, filledColumns } from "./sheet-grid.js";

/** A sheet of one case with its headers beside the values, as a table of one entry. */
export interface LaidFlat {
  sheet: Sheet;
  /** Where the cells of the table really stand, by their names in it. */
  places: ReadonlyMap<string, string>;
}

const fewestLabels = 5;
const mostRows = 200;

/**
 * Lays a sheet flat that has its headers in the first column, or in several columns with the values to
 * the right of each. Undefined if it has too few, or if a header has several cells to its right.
 */
export const layFlat = (sheet: AnySheet, vocabulary: Vocabulary): LaidFlat | undefined => {
  if (sheet.rows.length > mostRows) return undefined;
  const index = headerIndexOf(vocabulary);
  const isLabel = (cell: Cell | undefined) => index.knows(normaliseHeader(cellText(cell)));
  const labelColumns = columnsOfLabels([...sheet.rows], isLabel);
  const titles: Row[] = [];
  const pairs: Pair[] = [];
  for (const row of sheet.rows) {
    const filled = filledColumns(row);
    const [first = 0] = filled;
    const isTitle = filled.length === 1 && !isLabel(row.cells[first]);
    if (isTitle && pairs.length === 0) titles.push(row);
    if (isTitle || filled.length === 0) continue;
    const found = pairsIn(row, labelColumns);
    if (!found) return undefined;
    pairs.push(...found);
  }
  const known = new Set(pairs.filter(({ label }) => isLabel(label)).map(({ label }) => label));
  return known.size < fewestLabels ? undefined : flat(sheet, titles, pairs);
};

interface Pair {
  label: string;
  value: Cell;
  labelPlace: string;
  valuePlace: string;
}

/** Columns in which at least two headers stand; what stands right beside a header is its value. */
const columnsOfLabels = (
  rows: readonly Row[],
  isLabel: (cell: Cell | undefined) => boolean,
): number[] => {
  const width = Math.min(20, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  const columns: number[] = [];
  for (let column = 0; column < width; column++) {
    const isBeside = columns.at(-1) === column - 1;
    const labels = rows.filter(({ cells }) => isLabel(cells[column])).length;
    if (!isBeside && labels > 1) columns.push(column);
  }
  return columns;
};

/** The headers of a row with their values; undefined if some cell is neither. */
const pairsIn = (row: Row, labelColumns: readonly number[]): Pair[] | undefined => {
  const filled = filledColumns(row);
  const pairs: Pair[] = [];
  for (const [at, column] of labelColumns.entries()) {
    const end = labelColumns[at + 1] ?? Infinity;
    const values = filled.filter((other) => other > column && other < end);
    const label = cellText(row.cells[column]);
    if (values.length > 1 || (label === "" && values.length > 0)) return undefined;
    if (label === "") continue;
    const [from = column + 1] = values;
    pairs.push({
      label,
      value: row.cells[from] ?? null,
      labelPlace: cellName(column, row.number),
      valuePlace: cellName(from, row.number),
    });
  }
  return pairs.length > 0 && (filled[0] ?? 0) >= (labelColumns[0] ?? 0) ? pairs : undefined;
};

const flat = (sheet: AnySheet, titles: readonly Row[], pairs: readonly Pair[]): LaidFlat => {
  const header = (titles.at(-1)?.number ?? 0) + 1;
  const places = new Map(
    pairs.flatMap(({ labelPlace, valuePlace }, column): [string, string][] => [
      [cellName(column, header), labelPlace],
      [cellName(column, header + 1), valuePlace],
    ]),
  );
  const rows = [
    ...titles,
    { number: header, cells: pairs.map(({ label }) => label) },
    {
      number: header + 1,
      cells: pairs.map(({ value }) => value),
      places: pairs.map(({ valuePlace }) => valuePlace),
    },
  ];
  return { sheet: { ...sheet, rows, merges: [] }, places };
};
