/** What a compiled expression runs in: the values of its variables, by slot. */
export interface Scope {
  readonly values: unknown[];
  /** Works out what stands in a slot that is still undefined, and keeps it. */
  compute(slot: number): unknown;
}

/** A compiled expression: gives its value, or Unsettled. Does not throw. */
export type Run = (scope: Scope) => unknown;

/**
 * Which slot each variable of a rule has. A loop's variable gets a slot that no other has, so that a fact
 * worked out inside the loop cannot disturb it.
 */
export class Slots {
  readonly #byName: Map<string, number>;
  #size: number;

  constructor(names: Iterable<string>) {
    this.#byName = new Map(Array.from(names, (name, slot) => [name, slot]));
    this.#size = this.#byName.size;
  }

  get size(): number {
    return this.#size;
  }

  get names(): IterableIterator<string> {
    return this.#byName.keys();
  }

  slotOf(name: string): number | undefined {
    return this.#byName.get(name);
  }

  declare(name: string): void {
    this.#byName.set(name, this.#size++);
  }

  /** A slot without a name. */
  another(): number {
    return this.#size++;
  }
}
