import { type Cell, type Merge, type Row } from "../model/cells.js";
import type { Budget } from "./budget.js";

/** Collects a sheet's cells where a file need not hold them in order. Only what is not blank is kept. */
export class SheetRows {
  readonly #rows = new Map<number, Cell[]>();
  readonly #hidden = new Set<number>();
  readonly merges: Merge[] = [];

  constructor(private readonly budget: Budget) {}

  /**
   * @param row from 1.
   * @param column from 0.
   */
  put(row: number, column: number, cell: Cell): void {
    if (cell === null || cell === "") return;
    if (typeof cell === "string") this.budget.checkText(cell);
    let cells = this.#rows.get(row);
    this.budget.spend(row, column + 1, Math.max(0, column + 1 - (cells?.length ?? 0)));
    if (!cells) this.#rows.set(row, (cells = []));
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  hide(row: number): void {
    this.#hidden.add(row);
  }

  /** Notes a merged range, rows and columns from 0. A single cell is none. */
  merge(top: number, left: number, bottom: number, right: number): void {
    if (top >= bottom && left >= right) return;
    this.merges.push({ top, left, bottom, right });
    this.budget.check("merges", this.merges.length);
  }

  /** The rows that hold something, ascending. */
  rows(): Row[] {
    return [...this.#rows]
      .sort(([a], [b]) => a - b)
      .map(([number, cells]) =>
        this.#hidden.has(number) ? { number, cells, hidden: true } : { number, cells },
      );
  }
}
