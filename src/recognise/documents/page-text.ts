import type { Line, Page } from "../../model/pages.js";
import { labelKey } from "./plain-text.js";

/** `第2页 共3页`, `共3页 第2页`, as a page counts itself within its document. */
export interface PageCount {
  page: number;
  of: number;
}

const COUNTS = [
  /第(\d{1,3})页[,，]?\/?共(\d{1,3})页/,
  /共(\d{1,3})页[,，]?\/?第(\d{1,3})页/,
] as const;

/** How the page counts itself; undefined where it does not, or the form was not filled in. */
export const pageCount = (page: Page): PageCount | undefined => {
  for (const { text } of page.lines) {
    const key = labelKey(text);
    const [, first] = COUNTS[0].exec(key) ?? [];
    if (first !== undefined) return { page: Number(first), of: Number(COUNTS[0].exec(key)?.[2]) };
    const [, of, second] = COUNTS[1].exec(key) ?? [];
    if (second !== undefined) return { page: Number(second), of: Number(of) };
  }
  return undefined;
};

const PAGE_MARK =
  /^(?:[-—–·]*\d{1,4}[-—–·]*|[（(]?(?:共\d*页[,，]?)?第\d*页[,，]?(?:共\d*页)?[）)]?)$/;

const EDGE = 0.08;

/** Whether the line only counts pages: a number at the edge of the page, `第2页 共3页`. */
const isPageMark = (line: Line, page: Page): boolean => {
  const key = labelKey(line.text);
  if (!PAGE_MARK.test(key)) return false;
  if (key.includes("页")) return true;
  if (!line.box || page.height === null) return false;
  const middle = (line.box.top + line.box.height / 2) / page.height;
  return middle < EDGE || middle > 1 - EDGE;
};

/** The page's lines without page numbers. */
export const bodyLines = (page: Page): Line[] =>
  page.lines.filter((line) => line.text.trim() !== "" && !isPageMark(line, page));

/** Where lines stand on their page: points from above or, without places, their number. */
export const topsOf = (page: Page): ((line: Line) => number) => {
  const numbers = new Map(page.lines.map((line, at) => [line, at]));
  return (line) => line.box?.top ?? numbers.get(line) ?? 0;
};

/** A page of which more is picture than this, with hardly a line of text, was not read. */
const MOSTLY = 0.5;

/** Whether what the page shows is a picture that nobody has recognised; a stamped page number aside. */
export const isUnreadPicture = (page: Page): boolean =>
  page.state === "unreadable" ||
  (page.state === "text" && page.pictured > MOSTLY && bodyLines(page).length === 0);
