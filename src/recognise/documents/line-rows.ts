import type { Line, Page } from "../../model/pages.js";
import { bodyLines } from "./page-text.js";
import { joinTexts, sureText, type SureText } from "./sure-text.js";

/** Lines of a row share more than this part of the lower one's height. */
const LEVEL = 0.5;

/** What stands between two lines of a row. */
export const apart: SureText = { text: "\u3000", confidence: 1 };

/** Whether a line stands in the row of the one before, to its right. */
export const isBeside = (before: Line, line: Line): boolean => {
  if (!before.box || !line.box) return false;
  const [a, b] = [before.box, line.box];
  const common = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return b.left > a.left + a.width && common > LEVEL * Math.min(a.height, b.height);
};

/** Lines that stand beside each other. */
export interface LineRow {
  said: SureText;
  /** The first of them. */
  first: Line;
}

/** The rows of a page, from above to below. */
export const lineRows = (page: Page): LineRow[] => {
  const rows: Line[][] = [];
  for (const line of bodyLines(page)) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && isBeside(before, line)) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((lines) => {
    const [first] = lines;
    return first ? [{ said: joinTexts(lines.map(sureText), apart.text), first }] : [];
  });
};
