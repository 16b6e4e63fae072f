import type { BenchmarkItem, Result } from "../../model/benchmark.js";

/** Who a fine of the statute is for, as seen from one of a tier: the party itself, or its people. */
const isForSame = (tier: Result["subject"], statute: Result["subject"]): boolean =>
  tier === statute ||
  (tier === null && statute === "organisation") ||
  (tier === "organisation" && statute === null);

const isOfSame = (tier: Result, statute: Result): boolean =>
  statute.kind === "fine" &&
  tier.unit === statute.unit &&
  tier.base === statute.base &&
  (tier.base !== "other" || tier.baseText === statute.baseText) &&
  tier.countedText === statute.countedText &&
  isForSame(tier.subject, statute.subject);

/** The widest range of the statute that a fine can be held against; undefined where there is none. */
export const statuteRange = (
  item: BenchmarkItem,
  fine: Result,
): { min: number; max: number } | undefined => {
  if (!item.statutoryRead || fine.or) return undefined;
  const ranges = item.statutory.filter((one) => !one.or && isOfSame(fine, one));
  if (ranges.length === 0) return undefined;
  return {
    min: Math.min(...ranges.map(({ min }) => min ?? 0)),
    max: Math.max(...ranges.map(({ max }) => max ?? Infinity)),
  };
};

/** Whether a tier's fine goes beyond the statute: only ends that both state are compared. */
export const isOutside = (fine: Result, range: { min: number; max: number }): boolean => {
  const low = fine.min ?? fine.max;
  const high = fine.max ?? fine.min;
  if (low === null || high === null) return false;
  const startsBelow = fine.min === null ? high < range.min : low < range.min;
  const endsAbove = fine.max === null ? low > range.max : high > range.max;
  return startsBelow || endsAbove;
};
