/** The first place in sorted figures whose figure is not less. */
const placeOf = (sorted: Float64Array, figure: number): number => {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < figure) from = middle + 1;
    else to = middle;
  }
  return from;
};

/**
 * Which rows share a key, in flat arrays: a Map of lists for a million keys would take ten times the memory.
 * The rows of a key stand together, from the place of the key among all keys sorted.
 */
export class RowGroups {
  readonly #sorted: Float64Array;
  readonly #rows: Uint32Array;
  /** How many rows each key has, at the place of its first. */
  readonly #counts: Uint32Array;

  constructor(keys: Float64Array) {
    this.#sorted = keys.slice().sort();
    this.#rows = new Uint32Array(keys.length);
    this.#counts = new Uint32Array(keys.length);
    for (const [row, key] of keys.entries()) {
      const from = placeOf(this.#sorted, key);
      const count = this.#counts[from] ?? 0;
      this.#rows[from + count] = row;
      this.#counts[from] = count + 1;
    }
  }

  /** The rows of a key, in their order. */
  of(key: number): Uint32Array {
    const from = placeOf(this.#sorted, key);
    const found = this.#sorted[from] === key ? (this.#counts[from] ?? 0) : 0;
    return this.#rows.subarray(from, from + found);
  }

  /** Every key with its rows, by size of the key. */
  *[Symbol.iterator](): Generator<[key: number, rows: Uint32Array]> {
    for (let from = 0; from < this.#rows.length;) {
      const to = from + (this.#counts[from] ?? 1);
      yield [this.#sorted[from] ?? NaN, this.#rows.subarray(from, to)];
      from = to;
    }
  }
}
