const pairsAtFirst = 4;

/**
 * Places of cases, kept as ranges: what the files say nothing of, they mostly say of no case, so that a
 * million places are a few ranges.
 */
export class PlaceRanges {
  /** First place and the one behind the last, pair after pair, in the order in which they came. */
  #ends = new Int32Array(pairsAtFirst * 2);
  #used = 0;
  #size = 0;

  /** How many places. */
  get size(): number {
    return this.#size;
  }

  add(at: number): void {
    this.#addRange(at, at + 1);
  }

  notes(): Int32Array {
    return this.#ends.slice(0, this.#used);
  }

  join(notes: Int32Array): void {
    for (let i = 0; i < notes.length; i += 2) this.#addRange(notes[i] ?? 0, notes[i + 1] ?? 0);
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let i = 0; i < this.#used; i += 2) {
      const to = this.#ends[i + 1] ?? 0;
      for (let at = this.#ends[i] ?? 0; at < to; at++) yield at;
    }
  }

  #addRange(from: number, to: number): void {
    this.#size += to - from;
    if (this.#used > 0 && this.#ends[this.#used - 1] === from) {
      this.#ends[this.#used - 1] = to;
      return;
    }
    if (this.#used === this.#ends.length) {
      const larger = new Int32Array(this.#used * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#used++] = from;
    this.#ends[this.#used++] = to;
  }
}
