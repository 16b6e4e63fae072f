import type { Box, Line } from "../../model/pages.js";

/** A line whose place is certain: recognition always gives one. */
export type PlacedLine = Line & { box: Box };

/** How much the parts of one line may overlap or stand apart, as parts of the letters' height. */
const [mostOverlap, mostGap] = [0.7, 0.25];

/** How alike their heights are, the lower over the higher, and how much of the lower height they share. */
const [alike, shared] = [0.75, 0.7];

/** Where two parts meet, a character may be cut in two, or lost. */
const atSeam = 0.75;

const isContinued = (line: PlacedLine, next: PlacedLine): boolean => {
  const [a, b] = [line.box, next.box];
  const size = Math.max(line.size ?? a.height, next.size ?? b.height);
  const gap = b.left - (a.left + a.width);
  const [lower, higher] = [Math.min(a.height, b.height), Math.max(a.height, b.height)];
  const common = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const follows = gap > -mostOverlap * size && gap < mostGap * size && b.left > a.left;
  return follows && lower >= alike * higher && common >= shared * lower;
};

const joined = (line: PlacedLine, next: PlacedLine): PlacedLine => {
  const [a, b] = [line.box, next.box];
  const [top, left] = [Math.min(a.top, b.top), a.left];
  const seam = line.text.length;
  const confidences = [...(line.confidences ?? []), ...(next.confidences ?? [])].map((value, at) =>
    at === seam - 1 || at === seam ? Math.min(value, atSeam) : value,
  );
  const underSeal = line.underSeal ?? next.underSeal;
  return {
    text: line.text + next.text,
    box: {
      ...{ left, top, width: b.left + b.width - left },
      height: Math.max(a.top + a.height, b.top + b.height) - top,
    },
    size: Math.max(line.size ?? 0, next.size ?? 0),
    confidence: Math.min(...confidences),
    confidences,
    ...(underSeal && { underSeal }),
  };
};

/** Joins lines that the detector broke in two: they stand side by side and touch. Lines come in reading order. */
export const joinBroken = (lines: readonly PlacedLine[]): PlacedLine[] => {
  const found: PlacedLine[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const isText = last && [last, line].every(({ confidences }) => confidences !== undefined);
    if (last && isText && isContinued(last, line)) found[found.length - 1] = joined(last, line);
    else found.push(line);
  }
  return found;
};
