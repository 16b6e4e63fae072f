import type { CutDocument } from "./cut-dossier.js";
import { foot } from "./heads-and-feet.js";
import { bodyLines, pageCount } from "./page-text.js";
import { plainText } from "./plain-text.js";
import { datePattern } from "./written-forms.js";

/** A line whose least certain character is below this may have been read wrongly. */
const SURE = 0.9;

/** Whether every page was read, and each line for certain. */
const isLegible = ({ pages }: CutDocument): boolean =>
  pages.every(
    ({ state, lines }) =>
      state !== "unreadable" &&
      lines.every(({ text, confidence }) => !text.includes("\ufffd") && (confidence ?? 1) >= SURE),
  );

/** Whether no page is missing, as far as its pages count themselves. */
const isComplete = ({ pages }: CutDocument): boolean =>
  pages.every((page, at) => {
    const count = pageCount(page);
    return count === undefined || (count.page === at + 1 && count.of === pages.length);
  });

const LAST_LINES = 4;
const SIGNED = new RegExp(`^\\p{Script=Han}{2,6}[\\s\\u3000]+${datePattern}$`, "u");

/** Forms end where the last box is signed, letters with their date. */
const hasEnd = (document: CutDocument): boolean => {
  if (foot(document).date !== undefined) return true;
  const last = document.pages.at(-1);
  const lines = last ? bodyLines(last).slice(-LAST_LINES) : [];
  return lines.some(({ text }) => SIGNED.test(plainText(text).trim()));
};

/** Whether a document could be read from its title to the date at its foot. */
export const isWholeText = (document: CutDocument): boolean =>
  document.title !== null && hasEnd(document) && isComplete(document) && isLegible(document);

/** All that is written in a document, without white space. */
export const wholeText = ({ pages }: CutDocument): string =>
  plainText(pages.flatMap((page) => bodyLines(page).map(({ text }) => text)).join("")).replace(
    /\s/g,
    "",
  );
