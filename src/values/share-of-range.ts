/**
 * The point of a range that lies a share (0 to 1) above its lower end: a range without one begins at nothing. In whole
 * fen. Undefined where the upper end is open.
 */
export const shareOfRange = (
  share: number,
  { min, max }: { min: number | null; max: number | null },
): number | undefined => {
  if (max === null) return undefined;
  const low = min ?? 0;
  return Math.round(low + share * (max - low));
};
