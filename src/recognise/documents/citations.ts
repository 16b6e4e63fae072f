import { parseCitations } from "../../values/law-citation.js";
import type { DocumentField } from "./findings.js";
import type { Paragraph } from "./paragraphs.js";
import { provisionPattern } from "./written-forms.js";

const TITLE = "《[^《》]{2,60}》";
const AND = "[、和及，,]";
/** One instrument's provisions and those of others that are cited with them. */
const CITED = new RegExp(
  `${TITLE}${provisionPattern}(?:${AND}(?:${TITLE})?${provisionPattern})*`,
  "gu",
);
const LONGEST_CLAUSE = 80;
/** More provisions than this are a list of laws, no document of a case. */
const MOST = 60;

/** What provisions are cited for: what follows them in their sentence. */
const clauseBehind = (text: string, end: number): string => {
  const [clause = ""] = /^[^。；;]*/.exec(text.slice(end)) ?? [];
  return clause.replace(/^(?:之|的)?(?:有关|相关)?规定/, "").slice(0, LONGEST_CLAUSE);
};

/** The provisions that a document cites, in their order, each with what follows it in the sentence. */
export const citationsIn = (
  paragraphs: readonly Paragraph[],
): readonly (readonly [path: string, field: DocumentField])[] => {
  const found = new Map<string, readonly [string, DocumentField][]>();
  for (const { text: spaced, page, confidence } of paragraphs) {
    const text = spaced.replace(/\s/g, "");
    for (const match of text.matchAll(CITED)) {
      const clause = clauseBehind(text, match.index + match[0].length);
      for (const { instrument, article } of parseCitations(match[0])) {
        const key = `${instrument}.${article}.${clause}`;
        if (!instrument || !/^\d+$/.test(article ?? "") || found.has(key)) continue;
        const said = { text: match[0], page, confidence };
        const path = `documents.citations[${found.size}]`;
        const behind: DocumentField = { ...said, value: clause, text: match[0] + clause };
        found.set(key, [
          [`${path}.law`, { ...said, value: instrument }],
          [`${path}.article`, { ...said, value: Number(article) }],
          [`${path}.clause`, behind],
        ]);
        if (found.size >= MOST) return [...found.values()].flat();
      }
    }
  }
  return [...found.values()].flat();
};
