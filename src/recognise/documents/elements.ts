import type { DocumentElements } from "../../model/document-words.js";

/** The elements that documents of a type must have, by whether the text states them. */
export interface ElementsFound {
  covers: string[];
  lacks: string[];
  unsettled: string[];
}

interface Stated {
  text: string;
  /** Whether a field was found. */
  has: (path: string) => boolean;
  isSealed: boolean;
}

const matches = (patterns: readonly string[], text: string): boolean =>
  patterns.some((pattern) => new RegExp(pattern, "u").test(text));

/** What a text states of the elements that documents of its type must have; undefined where there are none. */
export const elementsOf = (
  { text, has, isSealed }: Stated,
  { documents, elsewhere }: DocumentElements,
  type: string,
): ElementsFound | undefined => {
  const elements = documents
    .filter(({ types }) => types.includes(type))
    .flatMap((one) => one.elements);
  if (elements.length === 0) return undefined;
  const found: ElementsFound = { covers: [], lacks: [], unsettled: [] };
  const mayBeElsewhere = matches(elsewhere, text);
  for (const { name, said, fields, sealed, open, where } of elements) {
    if (where.length > 0 && !matches(where, text)) continue;
    const isStated = matches(said, text) || fields.some(has) || (sealed && isSealed);
    if (isStated) found.covers.push(name);
    else if (mayBeElsewhere || matches(open, text)) found.unsettled.push(name);
    else found.lacks.push(name);
  }
  return found;
};
