import type { Box, Line } from "../../../model/pages.js";
import { hundredths, linesOf } from "./lines.js";
import { ASCENT, type Run } from "./run.js";

/** Quarter turns clockwise by which text is turned: 0 is upright, 1 runs downwards, 3 upwards. */
export type Turn = 0 | 1 | 2 | 3;

/** Text as it lies on a page whose y grows downwards, in points from the upper left corner. */
export interface PlacedText {
  text: string;
  /** Where its first letter begins, on the baseline (in vertical writing, in the middle of the column). */
  x: number;
  y: number;
  /** Where the text leads to, as a vector of any length. */
  direction: readonly [x: number, y: number];
  /** How far it reaches. */
  length: number;
  size: number;
  /** Upright letters below each other. */
  isVertical?: boolean;
}

export interface Arranged {
  width: number;
  height: number;
  lines: Line[];
}

/** A tenth of a right angle; text that leans more is a watermark or a stamp. */
const MOST_LEAN = Math.PI / 20;

const turnOf = ({ direction: [x, y] }: PlacedText): Turn | undefined => {
  const quarters = Math.atan2(y, x) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) * (Math.PI / 2) > MOST_LEAN) return undefined;
  return (((nearest % 4) + 4) % 4) as Turn;
};

/**
 * The lines of a page. A page most of whose text is turned is turned with it, as a reader would; vertical
 * writing keeps the page as it is, its columns go from right to left. Text that runs another way than most
 * of the page comes behind it, leaning text (watermarks) last.
 */
export const arrange = (texts: readonly PlacedText[], width: number, height: number): Arranged => {
  const groups = new Map<Turn | undefined, PlacedText[]>();
  for (const text of texts) {
    const turn = turnOf(text);
    const group = groups.get(turn);
    if (group) group.push(text);
    else groups.set(turn, [text]);
  }
  const leaning = groups.get(undefined) ?? [];
  groups.delete(undefined);
  const ordered = ([...groups] as [Turn, PlacedText[]][]).sort(
    ([a, textsA], [b, textsB]) => lettersIn(textsB) - lettersIn(textsA) || a - b,
  );
  const [main] = ordered;
  const isTurned = main !== undefined && !main[1].some(({ isVertical }) => isVertical);
  const page = isTurned ? new Frame(main[0], width, height) : new Frame(0, width, height);
  const lines = ordered.flatMap(([turn, group]) => {
    const frame = new Frame(turn, width, height);
    return linesOf(group.map((text) => frame.run(text))).map((line) => page.take(line, frame));
  });
  const watermarks = leaning.map((text) =>
    page.take(leaningLine(text), new Frame(0, width, height)),
  );
  return {
    width: hundredths(page.width),
    height: hundredths(page.height),
    lines: [...lines, ...watermarks],
  };
};

const lettersIn = (texts: readonly PlacedText[]): number =>
  texts.reduce((sum, { text }) => sum + text.length, 0);

const leaningLine = ({ text, x, y, direction, length, size }: PlacedText): Line => {
  const [dx, dy] = direction;
  const scale = length / (Math.hypot(dx, dy) || 1);
  const box = {
    left: Math.min(x, x + dx * scale),
    top: Math.min(y, y + dy * scale) - size,
    width: Math.abs(dx * scale) + size,
    height: Math.abs(dy * scale) + size,
  };
  return { text, box, size, confidence: null };
};

/** A page seen so that text turned by so many quarters stands upright. */
class Frame {
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly turn: Turn,
    private readonly pageWidth: number,
    private readonly pageHeight: number,
  ) {
    const isSideways = turn % 2 === 1;
    this.width = isSideways ? pageHeight : pageWidth;
    this.height = isSideways ? pageWidth : pageHeight;
  }

  run({ text, x, y, length, size, isVertical }: PlacedText): Run {
    const [left, level] = this.#fromPage(x, y);
    const baseline = isVertical ? level + (ASCENT - 0.5) * size : level;
    return { text, left, right: left + length, baseline, size };
  }

  /** A line of another frame of the same page, with its box in this one. */
  take(line: Line, from: Frame): Line {
    if (!line.box || from.turn === this.turn) return line;
    return { ...line, box: this.#boxFromPage(from.#boxToPage(line.box)) };
  }

  #fromPage(x: number, y: number): [x: number, y: number] {
    switch (this.turn) {
      case 0:
        return [x, y];
      case 1:
        return [y, this.pageWidth - x];
      case 2:
        return [this.pageWidth - x, this.pageHeight - y];
      case 3:
        return [this.pageHeight - y, x];
    }
  }

  #toPage(x: number, y: number): [x: number, y: number] {
    switch (this.turn) {
      case 0:
        return [x, y];
      case 1:
        return [this.pageWidth - y, x];
      case 2:
        return [this.pageWidth - x, this.pageHeight - y];
      case 3:
        return [y, this.pageHeight - x];
    }
  }

  #boxToPage({ left, top, width, height }: Box): Box {
    return boxAround(this.#toPage(left, top), this.#toPage(left + width, top + height));
  }

  #boxFromPage({ left, top, width, height }: Box): Box {
    return boxAround(this.#fromPage(left, top), this.#fromPage(left + width, top + height));
  }
}

const boxAround = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Box => ({
  left: Math.min(x1, x2),
  top: Math.min(y1, y2),
  width: Math.abs(x1 - x2),
  height: Math.abs(y1 - y2),
});
