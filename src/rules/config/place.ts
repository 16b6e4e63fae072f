import { nearest } from "../nearest.js";
import type { Fault, RuleProblem } from "../problem.js";
import type { YamlSource } from "../yaml-source.js";

/**
 * A value of the configuration at its place. Reading is strict: what is wrong is noted with its line and
 * column, counts as not written, and the rest is read on, so that all mistakes are named at once.
 */
export class Place {
  constructor(
    readonly source: YamlSource,
    readonly problems: RuleProblem[],
    readonly value: unknown,
    readonly path: readonly PropertyKey[] = [],
  ) {}

  /** The line of the key that leads here; of an element of a list its own. */
  get line(): number {
    return this.#atKey({ code: "schema" }).line;
  }

  refuse(fault: Fault): void {
    this.problems.push(this.source.problem(this.path, fault));
  }

  refuseKey(fault: Fault): void {
    this.problems.push(this.#atKey(fault));
  }

  /** The entries of a mapping; none where nothing is written. */
  entries(): [key: string, place: Place][] {
    if (this.value === null || this.value === undefined) return [];
    if (typeof this.value !== "object" || Array.isArray(this.value)) {
      this.refuse({ code: "wrong-kind", details: { expected: "object" } });
      return [];
    }
    return Object.entries(this.value).map(([key, value]) => [key, this.#below(key, value)]);
  }

  /** The entries of a mapping that may only have these keys. */
  keyed<Key extends string>(allowed: readonly Key[]): { [K in Key]?: Place } {
    const known = this.entries().filter(([key, place]) => {
      const isKnown = allowed.includes(key as Key);
      if (!isKnown) place.refuseKey(unknownName("unknown-key", key, allowed));
      return isKnown;
    });
    return Object.fromEntries(known) as { [K in Key]?: Place };
  }

  /** The elements of a list; none where nothing is written. */
  elements(): Place[] {
    if (this.value === null || this.value === undefined) return [];
    if (!Array.isArray(this.value)) {
      this.refuse({ code: "wrong-kind", details: { expected: "array" } });
      return [];
    }
    return this.value.map((element: unknown, i) => this.#below(i, element));
  }

  /** A text that is not empty. */
  text(): string | undefined {
    if (typeof this.value === "string" && this.value.trim() !== "") return this.value.trim();
    const isEmpty = this.value === null || typeof this.value === "string";
    this.refuse(
      isEmpty ? { code: "empty" } : { code: "wrong-kind", details: { expected: "string" } },
    );
    return undefined;
  }

  /** One of several names. */
  nameFrom<Name extends string>(names: readonly Name[], code: Fault["code"]): Name | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const found = names.find((name) => name === text);
    if (found === undefined) this.refuse(unknownName(code, text, names));
    return found;
  }

  #below(key: string | number, value: unknown): Place {
    return new Place(this.source, this.problems, value, [...this.path, key]);
  }

  #atKey(fault: Fault): RuleProblem {
    const key = this.path.at(-1);
    return typeof key === "string"
      ? this.source.problemAtKey(this.path.slice(0, -1), key, fault)
      : this.source.problem(this.path, fault);
  }
}

/** A name that nobody knows, with the one that was probably meant and those that there are. */
export const unknownName = (code: Fault["code"], key: string, names: readonly string[]): Fault => ({
  code,
  details: { key, choices: names.join(", ") },
  nearest: nearest(key, names),
});
