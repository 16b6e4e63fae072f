import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";

type Counted = "sheets" | "merges" | "rows" | "columns" | "cells";

/** Counts what one file's sheets hold and stops when it is more than the limits allow. */
export class Budget {
  #cells = 0;

  constructor(private readonly limits: Limits) {}

  /**
   * @param row number of the row, from 1.
   * @param columns up to which the row now reaches.
   * @param added cells by which it grew.
   */
  spend(row: number, columns: number, added: number): void {
    this.#cells += added;
    this.check("rows", row);
    this.check("columns", columns);
    this.check("cells", this.#cells);
  }

  check(what: Counted, count: number): void {
    const limit = this.limits[what];
    if (count > limit) throw new Unreadable("too-many-cells", { what, limit });
  }

  checkText(text: string): void {
    this.checkLength(text.length);
  }

  /** @param characters of one cell. */
  checkLength(characters: number): void {
    const limit = this.limits.cellCharacters;
    if (characters > limit) throw new Unreadable("cell-too-long", { limit });
  }
}
