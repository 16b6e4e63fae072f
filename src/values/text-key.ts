import { foldWidth, withoutSpace } from "./fold-width.js";

/** The usual characters and digits, which are their own key. */
const PLAIN = /^[\u4E00-\u9FFF0-9A-Za-z]*$/;

/**
 * The key under which two spellings of a text match: NFKC, no white space. Traditional characters are
 * not folded. For matching only, never for text that is stored or quoted: it changes lengths.
 */
export const textKey = (text: string): string =>
  PLAIN.test(text) ? text : withoutSpace(foldWidth(text.normalize("NFKC"))).normalize("NFKC");
