import { foldWidth, withoutSpace } from "./fold-width.js";

/**
 * The key under which two spellings of a text match: NFKC, no white space. Traditional characters are
 * not folded. For matching only, never for text that is stored or quoted: it changes lengths.
 */
export const textKey = (text: string): string =>
  withoutSpace(foldWidth(text.normalize("NFKC"))).normalize("NFKC");
