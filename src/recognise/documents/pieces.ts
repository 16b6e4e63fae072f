import type { Line, Page } from "../../model/pages.js";
import { bodyLines } from "./page-text.js";

/** A stretch of a line between wide gaps, with its place in points. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Height of its letters. */
  size: number;
  confidence: number;
}

/** How wide a letter is, as a part of its height. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 0.5 : 1), 0);

/** The pieces of a page whose lines have places, from above to below. */
export const piecesOf = (page: Page): Piece[] => bodyLines(page).flatMap(piecesOfLine);

/**
 * A line parted at its spaces. The gaps share what the letters leave of its width, so the first and the last
 * piece stand where they are; those between about there.
 */
const piecesOfLine = ({ text, box, size, confidence }: Line): Piece[] => {
  if (!box) return [];
  const height = size ?? box.height;
  const texts = text.split(/\s+/).filter(Boolean);
  const widths = texts.map((one) => widthOf(one) * height);
  const spare = box.width - widths.reduce((sum, width) => sum + width, 0);
  const gap = texts.length > 1 ? Math.max(0, spare / (texts.length - 1)) : 0;
  let left = box.left;
  return texts.map((one, at) => {
    const isLast = at === texts.length - 1;
    const width = widths[at] ?? 0;
    const from = isLast && at > 0 ? box.left + box.width - width : left;
    left += width + gap;
    return {
      ...{ text: one, left: from, right: isLast ? box.left + box.width : from + width },
      ...{ top: box.top, bottom: box.top + box.height, size: height, confidence: confidence ?? 1 },
    };
  });
};
