import type { TableCell } from "../../../model/pages.js";

/** Cells of one table that are merged downwards: Word says of each row whether its cell begins one or goes on. */
export class MergedCells {
  readonly #begun = new Map<number, readonly TableCell[]>();
  #lines: TableCell[] = [];
  #state: "alone" | "begins" | "goes-on" = "alone";

  /** A cell begins. */
  open(): void {
    this.#lines = [];
    this.#state = "alone";
  }

  /** @param value of `w:vMerge`; without one the cell goes on. */
  merge(value: string | undefined): void {
    this.#state = value === "restart" ? "begins" : "goes-on";
  }

  /** The place of a line of the cell, in which it is noted how far the cell reaches. */
  line(cell: TableCell | undefined): void {
    if (cell) this.#lines.push(cell);
  }

  /** The cell in this row and column ends. */
  close(row: number, column: number): void {
    if (this.#state === "begins") this.#begun.set(column, this.#lines);
    else if (this.#state === "alone") this.#begun.delete(column);
    else for (const cell of this.#begun.get(column) ?? []) cell.rows = row - cell.row + 1;
  }
}
