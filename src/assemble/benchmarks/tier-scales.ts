import type { BenchmarkItem, BenchmarkTable, Result, Tier } from "../../model/benchmark.js";

/** One fine of one tier, on a scale with those of the other tiers. */
export interface Step {
  tier: Tier;
  result: Result;
  low: number;
  high: number;
  lowIncluded: boolean;
  highIncluded: boolean;
}

const isFine = ({ kind, min, max, or }: Result): boolean =>
  kind === "fine" && !or && (min !== null || max !== null);

/** Fines that can be held against each other: in one unit, of one base, for one kind of person, in one branch. */
const scaleKey = ({ unit, base, baseText, countedText, counted, subject, when }: Result): string =>
  JSON.stringify([unit, base, baseText, countedText ?? counted, subject, when?.text]);

/** The fines of an item's tiers, scale by scale. A tier with two fines on one scale stands on none. */
export const scalesOf = (item: BenchmarkItem, table: BenchmarkTable): Step[][] => {
  const scales = new Map<string, Step[]>();
  for (const tier of item.tiers) {
    const fines = tier.results.filter(isFine);
    for (const result of fines) {
      const key = scaleKey(result);
      if (fines.some((other) => other !== result && scaleKey(other) === key)) continue;
      const steps = scales.get(key) ?? [];
      scales.set(key, [...steps, stepOf(tier, result, table)]);
    }
  }
  return [...scales.values()];
};

const stepOf = (tier: Tier, result: Result, table: BenchmarkTable): Step => ({
  tier,
  result,
  low: result.min ?? 0,
  high: result.max ?? Infinity,
  lowIncluded: result.minIncluded ?? table.lowerIncluded,
  highIncluded: result.maxIncluded ?? table.upperIncluded,
});

export interface Neighbours {
  code: "gap" | "overlap";
  first: Step;
  second: Step;
}

const isPoint = ({ low, high }: Step): boolean => low === high;

/**
 * Gaps and overlaps between the tiers of one scale. Neighbours may share the number at which they meet; a scale of fixed
 * amounts has neither gaps nor overlaps.
 */
export const betweenTiers = (steps: readonly Step[]): Neighbours[] => {
  const sorted = [...steps].sort((a, b) => a.low - b.low || a.high - b.high);
  const found: Neighbours[] = [];
  let [furthest] = sorted;
  for (const next of sorted.slice(1)) {
    if (!furthest) break;
    const code = betweenTwo(furthest, next);
    if (code) found.push({ code, first: furthest, second: next });
    if (next.high >= furthest.high) furthest = next;
  }
  return found;
};

/** One tier may stand in two cells, with conditions of its own in each. */
const isSame = (first: Step, second: Step): boolean =>
  first.tier.name !== null &&
  first.tier.name === second.tier.name &&
  first.low === second.low &&
  first.high === second.high;

const betweenTwo = (first: Step, second: Step): "gap" | "overlap" | undefined => {
  if (isPoint(first) && isPoint(second)) return undefined;
  if (isSame(first, second)) return undefined;
  if (second.low > first.high) return "gap";
  if (second.low < first.high) {
    return isPoint(second) && second.low === first.low ? undefined : "overlap";
  }
  return first.highIncluded || second.lowIncluded || isPoint(first) || isPoint(second)
    ? undefined
    : "gap";
};
