import type { Box, Line, Page } from "../../model/pages.js";
import { bodyLines } from "./page-text.js";
import { cutText, sureText, type SureText } from "./sure-text.js";

/** A stretch of a line between wide gaps, with its place in points. */
export interface Piece extends SureText {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Height of its letters. */
  size: number;
}

/** How wide a letter is, as a part of its height. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 0.5 : 1), 0);

/** The pieces of a page whose lines have places, from above to below. */
export const piecesOf = (page: Page): Piece[] => bodyLines(page).flatMap(piecesOfLine);

/** Upper and lower edge of a line's letters: the place of a recognised line has room above and below. */
const extentOf = ({ confidence }: Line, { top, height }: Box, letters: number) => {
  const room = confidence === null ? 0 : Math.max(0, height - letters) / 2;
  return { top: top + room, bottom: top + height - room };
};

/**
 * A line parted at its spaces. The gaps share what the letters leave of its width, so the first and the last
 * piece stand where they are; those between about there.
 */
const piecesOfLine = (line: Line): Piece[] => {
  const { box, size } = line;
  if (!box) return [];
  const height = size ?? box.height;
  const said = sureText(line);
  const texts = [...said.text.matchAll(/\S+/g)].map(({ 0: text, index }) =>
    cutText(said, index, index + text.length),
  );
  const { top, bottom } = extentOf(line, box, height);
  const widths = texts.map(({ text }) => widthOf(text) * height);
  const spare = box.width - widths.reduce((sum, width) => sum + width, 0);
  const gap = texts.length > 1 ? Math.max(0, spare / (texts.length - 1)) : 0;
  let left = box.left;
  return texts.map((one, at) => {
    const isLast = at === texts.length - 1;
    const width = widths[at] ?? 0;
    const from = isLast && at > 0 ? box.left + box.width - width : left;
    left += width + gap;
    return {
      ...{ ...one, left: from, right: isLast ? box.left + box.width : from + width },
      ...{ top, bottom, size: height },
    };
  });
};
