import type { Rows } from "../model/cells.js";
import { cellText, isBlankCell } from "./sheet-grid.js";

/** Values looked at to tell what a column holds. */
const sampleSize = 200;

/** The first values of each column, found while the rows are gone through once. */
export class ColumnSamples {
  readonly #values: string[][] = [];
  /** Columns in which something stands. */
  readonly filled = new Set<number>();

  constructor(rows: Rows) {
    for (const { cells } of rows) {
      for (let column = 0; column < cells.length; column++) {
        const values = (this.#values[column] ??= []);
        if (values.length >= sampleSize) continue;
        const cell = cells[column];
        if (isBlankCell(cell)) continue;
        this.filled.add(column);
        const text = cellText(cell);
        if (text !== "") values.push(text);
      }
    }
  }

  of(column: number): readonly string[] {
    return this.#values[column] ?? [];
  }
}
