import { FigureRows } from "./figure-rows.js";

/** Cases whose keys have one hash: for all but a few in a billion, those of one key. */
export interface KeyGroup {
  hash: number;
  /** Each once, in no order. */
  places: readonly number[];
}

/** Hashes of keys with the places of their cases, 16 bytes a case; grouped when all are noted. */
export class KeyGroups {
  readonly #rows = new FigureRows(2);

  add(hash: number, at: number): void {
    this.#rows.add(hash, at);
  }

  notes(): Float64Array {
    return this.#rows.notes();
  }

  join(notes: Float64Array): void {
    this.#rows.join(notes);
  }

  /** Groups of so many cases at least, whatever the order in which they were noted. */
  *groups(atLeast: number): Generator<KeyGroup> {
    for (const [hash, rows] of this.#rows.grouped()) {
      if (rows.length < atLeast) continue;
      const places = [...new Set(Array.from(rows, (row) => this.#rows.figure(row, 1)))];
      if (places.length >= atLeast) yield { hash, places };
    }
  }
}
