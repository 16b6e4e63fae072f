import type { Line, Page } from "../../model/pages.js";
import { bodyLines, topsOf } from "./page-text.js";
import type { LabelBook } from "./labels.js";
import { apart, isBeside } from "./line-rows.js";
import { joinTexts, sureText, type SureText } from "./sure-text.js";

/** Lines that run on into each other, joined. */
export interface Paragraph extends SureText {
  page: number;
  top: number;
}

/** A line is full if it ends no more letters than this before the margin. */
const FULL = 2.3;
/** So many lines that end alike show where the margin is. */
const ALIKE = 3;
/** Letters of one size are measured so differently in a picture, as a part of their height. */
const MEASURED = 0.6;
/** A sentence that takes more of the page's width than this and does not end goes on. */
const WIDE = 0.6;

/** The paragraphs of a document's pages; a sentence that runs over the end of a page is one of them. */
export const paragraphsOf = (pages: readonly Page[], book: LabelBook): Paragraph[] => {
  const found: { parts: SureText[]; page: number; top: number }[] = [];
  let before: Line | undefined;
  for (const page of pages) {
    const lines = bodyLines(page).filter(({ cell }) => !cell);
    const topOf = topsOf(page);
    const margins = marginsOf(lines, page);
    for (const line of lines) {
      const last = found.at(-1);
      const said = sureText(line);
      if (last && before && isBeside(before, line)) last.parts.push(apart, said);
      else if (last && before && runsOn(before, line, margins) && !startsLabel(line.text, book)) {
        last.parts.push(said);
      } else found.push({ parts: [said], page: page.number, top: topOf(line) });
      before = line;
    }
  }
  return found.map(({ parts, ...place }) => ({ ...joinTexts(parts), ...place }));
};

interface Margins {
  left: number;
  right: number;
  /** Of the page. */
  width: number;
}

const marginsOf = (lines: readonly Line[], page: Page): Margins => {
  const ends = lines
    .flatMap(({ box }) => (box ? [box.left + box.width] : []))
    .sort((a, b) => b - a);
  const right =
    ends.find((end, at) => end - (ends[at + ALIKE - 1] ?? -Infinity) < 10) ?? ends[0] ?? 0;
  const left = lines.reduce((least, { box }) => Math.min(least, box?.left ?? Infinity), Infinity);
  return { left, right, width: page.width ?? 0 };
};

/**
 * Whether a line goes on with the one before: both are of a size, this one begins at the margin, and the one
 * before leaves no room for this one's first word, or its sentence or bracket is not closed.
 */
const runsOn = (before: Line, line: Line, { left, right, width }: Margins): boolean => {
  if (!before.box || !line.box) return false;
  const size = line.size ?? line.box.height;
  const slack = line.confidence === null ? 1 : MEASURED * size;
  if (Math.abs((before.size ?? size) - size) > slack || line.box.left > left + size) return false;
  const [word = ""] = /^[\dA-Za-z.,-]+[，。；、）)]?/.exec(line.text) ?? [];
  const room = right - (before.box.left + before.box.width);
  if (room < Math.max(FULL, (word.length + 1) / 2) * size) return true;
  const isOpen = before.box.width > WIDE * width && !/[。；：:;！？]$/.test(before.text.trim());
  return isOpen || hasOpenBracket(before.text);
};

const hasOpenBracket = (text: string): boolean =>
  Math.max(text.lastIndexOf("（"), text.lastIndexOf("(")) >
  Math.max(text.lastIndexOf("）"), text.lastIndexOf(")"));

const startsLabel = (text: string, book: LabelBook): boolean => {
  const colon = text.search(/[:：]/);
  return colon > 0 && book.find(text.slice(0, colon)) !== undefined;
};
