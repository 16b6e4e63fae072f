import { textKey } from "../../values/text-key.js";
import type { Tier } from "../../model/benchmark.js";
import { figureConditions } from "../../recognise/benchmarks/figure-conditions.js";
import type { CaseFigures, Truth } from "./case-figures.js";
import type { Entry } from "./item-search.js";

/** A tier with the item and the table that it stands in. */
export interface TierEntry extends Entry {
  tier: Tier;
  /** Its name without the words that all have; undefined where it has none. */
  level: string | undefined;
  /** Its conditions as numbers, where they are. */
  conditions: ReturnType<typeof figureConditions>;
}

/** 较轻, 情节较轻, 较轻（档） are one tier's name. */
const levelKey = (level: string): string =>
  textKey(level)
    .replace(/^(违法)?(情节|程度)/, "")
    .replace(/(违法行为|情节|违法|档次|档|阶次)$/, "");

export const tiersOf = (entries: readonly Entry[]): TierEntry[] =>
  entries.flatMap((entry) =>
    entry.item.tiers.map((tier) => ({
      ...{ ...entry, tier, level: tier.name === null ? undefined : levelKey(tier.name) },
      conditions: figureConditions(tier.conditions),
    })),
  );

/** The tiers of the name that a case claims. */
export const tiersNamed = (tiers: readonly TierEntry[], claimed: string): TierEntry[] => {
  const key = levelKey(claimed);
  return tiers.filter(({ level }) => level === key);
};

/** Whether a tier's conditions hold by the case's figures; undefined where one takes judgement or a figure lacks. */
const holds = ({ conditions, shelved }: TierEntry, figures: CaseFigures): Truth => {
  if (conditions.length === 0) return undefined;
  const held = conditions.map((one) => (one ? figures.holds(one, shelved.table) : undefined));
  if (held.includes(true)) return true;
  return held.every((one) => one === false) ? false : undefined;
};

/** The one tier whose figures hold, where those of all others certainly do not. */
export const tierByFigures = (
  tiers: readonly TierEntry[],
  figures: CaseFigures,
): TierEntry | undefined => {
  const held = tiers.map((tier) => holds(tier, figures));
  const fitting = tiers.filter((_, at) => held[at] === true);
  return fitting.length === 1 && !held.includes(undefined) ? fitting[0] : undefined;
};
