import { HashTable } from "../values/hash-table.js";

/** Which of many cases may have a name in common, by hashes of the names. */
export class NameCount {
  readonly #first = new HashTable();
  /** By the first case of a name all cases of that name. */
  readonly #shared = new Map<number, number[]>();

  /** @param hash of the name's key. */
  add(hash: number, at: number): void {
    const first = this.#first.get(hash);
    if (first === undefined) {
      this.#first.set(hash, at);
      return;
    }
    const shared = this.#shared.get(first);
    if (shared) shared.push(at);
    else this.#shared.set(first, [first, at]);
  }

  /** Cases whose names have one hash; the names themselves must be compared. */
  shared(): Iterable<readonly number[]> {
    return this.#shared.values();
  }
}
