/** Whole numbers (32 bits) by hash (`keyHash`): 12 bytes an entry, where a Map takes some sixty. */
export class HashTable {
  #hashes = new Float64Array(1024);
  #values = new Int32Array(1024);
  #size = 0;

  get(hash: number): number | undefined {
    const slot = this.#slotOf(hash);
    return this.#hashes[slot] === hash ? this.#values[slot] : undefined;
  }

  set(hash: number, value: number): void {
    const slot = this.#slotOf(hash);
    this.#values[slot] = value;
    if (this.#hashes[slot] === hash) return;
    this.#hashes[slot] = hash;
    if (++this.#size > this.#hashes.length * 0.7) this.#grow();
  }

  /** The slot of the hash, or the empty one where it belongs. */
  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    for (;;) {
      const here = this.#hashes[slot];
      if (here === hash || here === 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#values = new Int32Array(hashes.length * 2);
    hashes.forEach((hash, slot) => {
      if (hash === 0) return;
      const free = this.#slotOf(hash);
      this.#hashes[free] = hash;
      this.#values[free] = values[slot] ?? 0;
    });
  }
}
