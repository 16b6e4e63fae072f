import type { Line, Page } from "../../model/pages.js";
import { foldWidth } from "../../values/fold-width.js";
import { bodyLines } from "./page-text.js";
import { plainText } from "./plain-text.js";

/** What stands level on a page from left to right: the lines of a form's row, the cells of a table's. */
export interface PageRow {
  /** Half-width; what stands apart is two spaces apart. */
  text: string;
  page: number;
  /** From 0 to 1; that of the least certain line. */
  confidence: number;
}

/** Lines are level if their middles are no further apart than this part of the higher one's height. */
const LEVEL = 0.5;
const APART = "  ";

/** The rows of a page, from above to below. */
export const rowsOn = (page: Page): PageRow[] => {
  const rows: Line[][] = [];
  for (const line of bodyLines(page)) {
    const last = rows.at(-1);
    if (last?.[0] && isLevel(last[0], line)) last.push(line);
    else rows.push([line]);
  }
  return rows.map((lines) => ({
    text: inOrder(lines)
      .map(({ text }) => foldWidth(plainText(text)).trim())
      .join(APART),
    page: page.number,
    confidence: Math.min(1, ...lines.map(({ confidence }) => confidence ?? 1)),
  }));
};

const isLevel = (a: Line, b: Line): boolean => {
  if (a.cell || b.cell) return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row;
  if (!a.box || !b.box) return false;
  const middles = Math.abs(a.box.top + a.box.height / 2 - b.box.top - b.box.height / 2);
  return middles < LEVEL * Math.max(a.box.height, b.box.height);
};

const inOrder = (lines: readonly Line[]): readonly Line[] =>
  lines.every(({ box, cell }) => box && !cell)
    ? [...lines].sort((a, b) => (a.box?.left ?? 0) - (b.box?.left ?? 0))
    : lines;
