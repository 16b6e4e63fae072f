import type { DocumentWords } from "../../model/document-words.js";
import { personalNumbersIn } from "../../values/mask.js";
import { amountsSaid } from "./amounts-said.js";
import { citationsIn } from "./citations.js";
import type { CutDocument } from "./cut-dossier.js";
import { elementsOf } from "./elements.js";
import type { DocumentField } from "./findings.js";
import type { Paragraph } from "./paragraphs.js";
import { remediesIn } from "./remedies.js";
import { isWholeText, wholeText } from "./whole-text.js";

interface Read {
  document: CutDocument;
  type: string;
  paragraphs: readonly Paragraph[];
  /** Paragraphs, what stands beside labels and in boxes. */
  texts: readonly Paragraph[];
  /** Whether a field of the case was found in it. */
  has: (path: string) => boolean;
}

type Entry = readonly [path: string, field: DocumentField];

/** What a document says of itself, beyond single fields: what it cites, names and states, or leaves out. */
export const ownFields = (
  { document, type, paragraphs, texts, has }: Read,
  { fields: words, elements }: DocumentWords,
): Entry[] => {
  const isWhole = isWholeText(document);
  const itself = (value: DocumentField["value"]): DocumentField => ({
    ...{ value, text: document.title?.title ?? "", page: document.pages[0]?.number ?? 1 },
    confidence: 1,
  });
  const { isSealed } = document;
  const stated = isWhole
    ? elementsOf({ text: wholeText(document), has, isSealed }, elements, type)
    : undefined;
  const isPublished = words.published.includes(type);
  return [
    ...(isPublished ? [numbersIn(document, itself)] : []),
    ...(isWhole ? [["documents.whole", itself(true)] as const] : []),
    ...Object.entries(stated ?? {}).map(
      ([name, names]: [string, string[]]) => [`documents.${name}`, itself(names)] as const,
    ),
    ...(words.amounts.includes(type) ? amountsSaid(texts) : []),
    ...(words.citing.includes(type) ? citationsIn(paragraphs) : []),
    ...(words.remedies.includes(type) ? remediesIn(paragraphs, isWhole) : []),
  ];
};

const numbersIn = (
  { pages }: CutDocument,
  itself: (value: DocumentField["value"]) => DocumentField,
): Entry => {
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
  return ["documents.personalNumbers", itself(personalNumbersIn(lines.join("\n")))];
};
