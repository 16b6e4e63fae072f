import type { Said } from "./heads-and-feet.js";
import type { Labelled } from "./labels.js";
import type { TitleBook } from "./document-titles.js";

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
  texts.flatMap(({ text, page, confidence }) =>
    [...text.matchAll(NAMED)].flatMap(([whole, title = "", number]) => {
      const type = titles.typeOf(title)?.id;
      const said = { text: whole.trim(), page, confidence };
      return type === undefined ? [] : [{ type, number: number ?? null, said }];
    }),
  );
