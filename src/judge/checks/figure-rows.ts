import { RowGroups } from "./row-groups.js";

const rowsAtFirst = 16;

/** Rows of so many figures each in one growing array: what a check notes of a million cases is one object. */
export class FigureRows {
  #figures: Float64Array;
  #used = 0;

  constructor(readonly width: number) {
    this.#figures = new Float64Array(rowsAtFirst * width);
  }

  get size(): number {
    return this.#used / this.width;
  }

  add(...row: readonly number[]): void {
    if (row.length !== this.width) throw new RangeError(`A row of ${row.length} figures.`);
    this.#append(row);
  }

  figure(row: number, column: number): number {
    return this.#figures[row * this.width + column] ?? NaN;
  }

  /** One figure of each row. */
  column(i: number): Float64Array {
    return Float64Array.from({ length: this.size }, (_, row) => this.figure(row, i));
  }

  /** All figures, row after row. */
  notes(): Float64Array {
    return this.#figures.slice(0, this.#used);
  }

  join(notes: Float64Array): void {
    this.#append(notes);
  }

  /** The rows by their first figure. */
  grouped(): RowGroups {
    return new RowGroups(this.column(0));
  }

  #append(figures: ArrayLike<number>): void {
    const used = this.#used + figures.length;
    if (used > this.#figures.length) {
      const larger = new Float64Array(Math.max(used, this.#figures.length * 2));
      larger.set(this.#figures.subarray(0, this.#used));
      this.#figures = larger;
    }
    this.#figures.set(figures, this.#used);
    this.#used = used;
  }
}
