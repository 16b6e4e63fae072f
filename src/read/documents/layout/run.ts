/**
 * A piece of text at its place, written from left to right in an upright frame: in points, from the upper
 * left corner of the frame.
 */
export interface Run {
  text: string;
  left: number;
  right: number;
  /** Where the letters stand, below which only descenders reach. */
  baseline: number;
  /** Height of the letters. */
  size: number;
}

/** How much of a letter's height lies above the baseline, as Chinese fonts have it. */
export const ASCENT = 0.86;

export const topOf = ({ baseline, size }: Run): number => baseline - ASCENT * size;
export const bottomOf = ({ baseline, size }: Run): number => baseline + (1 - ASCENT) * size;
const middleOf = ({ baseline, size }: Run): number => baseline + (0.5 - ASCENT) * size;

/** Whether two runs share a baseline or a middle line, up to a third of the smaller one's letters. */
export const areLevel = (a: Run, b: Run): boolean => {
  const slack = 0.35 * Math.min(a.size, b.size);
  return Math.abs(a.baseline - b.baseline) <= slack || Math.abs(middleOf(a) - middleOf(b)) <= slack;
};

/** The space between two runs beside each other; negative where they overlap. */
export const gapBetween = (a: Run, b: Run): number =>
  Math.max(a.left, b.left) - Math.min(a.right, b.right);
