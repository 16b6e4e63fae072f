import type { Cell, Merge, Row, Rows, AnySheet } from "../model/cells.js";

/** A cell as text, without white space at its ends; empty for what is no text or number. */
export const cellText = (cell: Cell | undefined): string =>
  typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell) : "";

export const isBlankCell = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && !something.test(cell));

const something = /\S/;

export const isBlankRow = (row: Row): boolean => row.cells.every(isBlankCell);

export const isBlankSheet = ({ rows }: AnySheet): boolean => {
  for (const row of rows) {
    if (!isBlankRow(row)) return false;
  }
  return true;
};

/** Columns of a row that hold something. */
export const filledColumns = (row: Row): number[] => {
  const columns: number[] = [];
  row.cells.forEach((cell, column) => {
    if (!isBlankCell(cell)) columns.push(column);
  });
  return columns;
};

/** Merged ranges of one sheet, by the rows they touch. */
export class Merges {
  private readonly byRow = new Map<number, Merge[]>();

  constructor(sheet: AnySheet) {
    const last = sheet.rows.at(-1)?.number ?? 0;
    for (const merge of sheet.merges) {
      for (let row = merge.top + 1; row <= Math.min(merge.bottom + 1, last); row++) {
        const here = this.byRow.get(row);
        if (here) here.push(merge);
        else this.byRow.set(row, [merge]);
      }
    }
  }

  get isNone(): boolean {
    return this.byRow.size === 0;
  }

  /** The merged ranges that touch a row (from 1). */
  inRow(row: number): readonly Merge[] {
    return this.byRow.get(row) ?? [];
  }

  /** The merged range that a cell lies in. */
  at(column: number, row: number): Merge | undefined {
    return this.inRow(row).find((merge) => merge.left <= column && column <= merge.right);
  }
}

/**
 * Rows with cells merged downwards filled in: one 违法行为 stands for all its tiers. Only what the file
 * says is merged; an empty cell alone says nothing. `since` is the first row whose cells may be repeated.
 */
export const fillDown = (rows: Rows, merges: Merges, since: number): Rows => {
  if (merges.isNone) return rows;
  const anchors = new Map<Merge, Cell>();
  return Array.from(rows, (row) => {
    let cells: Cell[] | undefined;
    for (const merge of merges.inRow(row.number)) {
      if (merge.top + 1 < since || merge.top === merge.bottom) continue;
      if (row.number === merge.top + 1) {
        anchors.set(merge, row.cells[merge.left] ?? null);
      } else if (isBlankCell(row.cells[merge.left]) && anchors.has(merge)) {
        cells ??= [...row.cells];
        while (cells.length < merge.left) cells.push(null);
        cells[merge.left] = anchors.get(merge) ?? null;
      }
    }
    return cells ? { ...row, cells } : row;
  });
};
