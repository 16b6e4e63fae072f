import type { Said } from "./heads-and-feet.js";
import type { Labelled } from "./labels.js";
import type { TitleBook } from "./document-titles.js";
import { cutText, trimmedText } from "./sure-text.js";

/** A document that a receipt (送达回证) says was served. */
export interface ServedDocument {
  /** Id of its type. */
  type: string;
  number: string | null;
  /** Where the receipt says so. */
  said: Said;
}

const NAMED = /《([^》]+)》(?:[\s\u3000（(]*([^《\n，。；]+?号))?/g;

/** The documents of known types that a receipt names in its box 送达文书名称及文号. */
export const servedIn = (labelled: readonly Labelled[], titles: TitleBook): ServedDocument[] =>
  namedIn(
    labelled.filter(({ label }) => label.startsWith("送达文书")),
    titles,
  );

/** The documents of known types that sentences name with their titles. */
export const namedIn = (texts: readonly Said[], titles: TitleBook): ServedDocument[] =>
  texts.flatMap((one) =>
    [...one.text.matchAll(NAMED)].flatMap(({ 0: whole, 1: title = "", 2: number, index }) => {
      const type = titles.typeOf(title)?.id;
      const said = { ...trimmedText(cutText(one, index, index + whole.length)), page: one.page };
      return type === undefined ? [] : [{ type, number: number ?? null, said }];
    }),
  );
