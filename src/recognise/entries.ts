import type { Row, Rows } from "../model/cells.js";

/** All rows but some, by the positions of those that are left out, ascending. */
class RowsWithout implements Rows {
  readonly length: number;

  constructor(
    readonly rows: Rows,
    readonly left: readonly number[],
  ) {
    this.length = rows.length - left.length;
  }

  at(index: number): Row | undefined {
    const wanted = index < 0 ? this.length + index : index;
    if (wanted < 0 || wanted >= this.length) return undefined;
    return this.rows.at(wanted + this.#leftBefore(wanted));
  }

  slice(from: number, to: number): readonly Row[] {
    const rows: Row[] = [];
    for (let index = from; index < Math.min(to, this.length); index++) {
      const row = this.at(index);
      if (row) rows.push(row);
    }
    return rows;
  }

  *[Symbol.iterator](): Iterator<Row> {
    let [position, next] = [0, 0];
    for (const row of this.rows) {
      if (this.left[next] === position++) next++;
      else yield row;
    }
  }

  /** How many rows are left out before the wanted one, found by halving. */
  #leftBefore(wanted: number): number {
    let [low, high] = [0, this.left.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.left[middle] ?? 0) - middle <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The entries of a table among its rows: kept as they are, or, of a long file, known by what is left out. */
export class Entries {
  readonly #kept: Row[] = [];
  readonly #left: number[] = [];
  readonly #isHeld: boolean;
  #position = 0;

  /** To be told of every row, in order. */
  constructor(readonly all: Rows) {
    this.#isHeld = Array.isArray(all);
  }

  keep(row: Row): void {
    this.#position++;
    if (this.#isHeld) this.#kept.push(row);
  }

  leaveOut(): void {
    this.#left.push(this.#position++);
  }

  get rows(): Rows {
    return this.#isHeld ? this.#kept : new RowsWithout(this.all, this.#left);
  }
}
