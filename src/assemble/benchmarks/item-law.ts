import { shorten } from "../../values/shorten.js";
import type { BenchmarkItem } from "../../model/benchmark.js";
import { provisionsIn } from "../../recognise/benchmarks/provisions.js";
import {
  headOfProvision,
  readStatute,
  type ProvisionHead,
} from "../../recognise/benchmarks/statute.js";
import { readWhen } from "../../recognise/benchmarks/when.js";
import type { TierRow } from "./table-cells.js";

/** What the rows of one item say of the law: duty, provision, statutory range, and the branches it parts them into. */
export class ItemLaw {
  readonly #law: string[] = [];
  readonly #statutory: string[] = [];
  readonly #duty: string[] = [];
  #lawName: string | undefined;
  #begins = -1;
  /** Levels of the branch that is open. */
  #levels = new Set<string>();
  #branch: ProvisionHead | null = null;

  /** The branch that the rows now belong to. */
  get branch(): ProvisionHead | null {
    return this.#branch;
  }

  /** A tier of this level stands in the open branch. */
  addLevel(level: string): void {
    this.#levels.add(level);
  }

  /** A provision that a tier's own cell quotes. */
  addStatutory(text: string): void {
    addOnce(this.#statutory, text);
  }

  /** A second provision whose levels begin anew is a branch of the item: 逾期不改正的，处…. */
  take(row: TierRow): void {
    this.#lawName ??= row.text("tier.lawName") || undefined;
    addOnce(this.#duty, row.text("tier.violatedLaw"));
    addOnce(this.#statutory, row.text("tier.statutory"));
    const law = row.text("tier.law");
    const begins = row.begins("tier.law");
    const isNew = law !== "" && begins !== this.#begins && !this.#law.includes(law);
    if (law !== "") this.#begins = begins;
    if (!isNew) return;
    const restarts = this.#law.length > 0 && this.#levels.has(row.text("tier.level"));
    if (restarts) {
      this.#branch = headOfProvision(law) ?? { when: readWhen(shorten(law, 40)) };
      this.#levels = new Set();
    }
    this.#law.push(law);
  }

  finish(): Pick<
    BenchmarkItem,
    "duty" | "law" | "statutory" | "statutoryRead" | "statutoryText" | "lawText"
  > {
    const [statutoryText, moreRanges] = this.#statutory;
    const [lawText, moreLaw] = this.#law;
    const read = (this.#statutory.length > 0 ? this.#statutory : this.#law).map(readStatute);
    const provisions = (texts: readonly string[]): string[] => [
      ...new Set(texts.flatMap((text) => provisionsIn(text, this.#lawName))),
    ];
    return {
      duty: provisions(this.#duty),
      law: provisions(this.#law),
      statutory: read.flatMap(({ results }) => results),
      statutoryRead: read.every(({ complete }) => complete),
      ...(statutoryText !== undefined && moreRanges === undefined && { statutoryText }),
      ...(lawText !== undefined && moreLaw === undefined && { lawText }),
    };
  }
}

const addOnce = (texts: string[], text: string): void => {
  if (text !== "" && !texts.includes(text)) texts.push(text);
};
