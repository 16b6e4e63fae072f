import type { DocumentFields } from "../../model/document-words.js";
import { labelKey, withoutBrackets } from "./plain-text.js";
import type { SureText } from "./sure-text.js";

/** A label of a form and what stands beside it; the text is empty where nothing does. */
export interface Labelled extends SureText {
  /** The label's key. */
  label: string;
  page: number;
  /** Where the label stands on its page: points from above, or the number of the line. */
  top: number;
  /** All up to the next label, where a space ends the text sooner. */
  beyond?: SureText;
}

/** Knows which words are labels of forms, whether or not their values are read. */
export class LabelBook {
  readonly #keys: ReadonlySet<string>;
  readonly #beginnings: ReadonlySet<string>;

  constructor({ labels, others, signed }: DocumentFields) {
    const written = [
      ...labels.flatMap((entry) => entry.labels),
      ...others,
      ...Object.values(signed).flatMap(({ boxes }) => boxes),
    ];
    this.#keys = new Set(written.map(labelKey));
    this.#beginnings = new Set(
      [...this.#keys].flatMap((key) => [...key].map((_, end) => key.slice(0, end + 1))),
    );
  }

  /** The label that a text is, with or without what it says in brackets. */
  find(text: string): string | undefined {
    if (text.length > 40) return undefined;
    const key = labelKey(text);
    if (this.#keys.has(key)) return key;
    // Signatures stand apart on a form: they are not the list of names.
    if (key.includes("签")) return undefined;
    const bare = withoutBrackets(key);
    return this.#keys.has(bare) ? bare : undefined;
  }

  /** Whether some label begins so: the upper lines of a label that is broken into several. */
  begins(text: string): boolean {
    return this.#beginnings.has(labelKey(text));
  }
}
