import { parsePenaltyRange } from "../src/values/penalty-range.js";
import type { PartyKind, Series, Spec } from "./city-case.js";
import { cityItem, type Level } from "./city-items.js";
import type { Names } from "./city-names.js";
import type { AgencyKey } from "./city-people.js";
import type { Chance } from "./city-random.js";
import type { Days } from "./demo-values.js";

/** The cases in which nothing is wrong and nothing is unusual: most of the folder. */

/** One of five figures inside the tier, so that cases alike are fined alike and not the same. */
export const fineIn = (code: string, level: Level, chance: Chance): number => {
  const tier = cityItem(code).tiers.find((one) => one.level === level);
  const range = parsePenaltyRange(tier?.standard ?? "");
  if (range?.maximum === undefined) throw new RangeError(`No range: ${code} ${level}`);
  const [low, high] = [(range.minimum ?? 0) / 100, range.maximum / 100];
  const step = (high - low) / 6;
  const unit = high <= 500 ? 10 : 100;
  return Math.round((low + step * (1 + chance.below(5))) / unit) * unit;
};

interface Batch {
  agency: AgencyKey;
  series: Series;
  first: string;
  count: number;
  /** Working days over which the decisions are spread. */
  over: number;
  items: readonly string[];
  levels: readonly Level[];
  parties: readonly PartyKind[];
}

const batches: readonly Batch[] = [
  {
    agency: "market",
    series: "ordinary",
    first: "2024-01-05",
    count: 78,
    over: 244,
    items: ["SC001", "SC002", "SC003", "SC004", "SC005", "SC008", "SC009", "SC010", "SC011"],
    levels: ["较轻", "较轻", "一般", "一般", "较重"],
    parties: ["公司", "公司", "公司", "个体"],
  },
  {
    agency: "market",
    series: "simple",
    first: "2024-01-11",
    count: 14,
    over: 238,
    items: ["SC007"],
    levels: ["较轻"],
    parties: ["公司"],
  },
  {
    agency: "streets",
    series: "ordinary",
    first: "2024-01-08",
    count: 52,
    over: 240,
    items: ["CG001", "CG002", "CG003", "CG004", "CG005"],
    levels: ["较轻", "较轻", "一般", "一般", "较重"],
    parties: ["公司", "公司", "个体"],
  },
  {
    agency: "streets",
    series: "simple",
    first: "2024-01-15",
    count: 26,
    over: 236,
    items: ["CG006"],
    levels: ["较轻", "一般", "较重"],
    parties: ["个人"],
  },
  {
    agency: "town",
    series: "ordinary",
    first: "2024-04-11",
    count: 24,
    over: 175,
    items: ["CG001", "CG002"],
    levels: ["较轻", "一般"],
    parties: ["个体", "个人", "公司"],
  },
];

export const usualCases = (names: Names, days: Days, chance: Chance): Spec[] =>
  batches.flatMap(({ agency, series, first, count, over, items, levels, parties }) =>
    Array.from({ length: count }, (_, at): Spec => {
      const item = chance.of(items);
      const tier = chance.of(levels);
      return {
        ...{ agency, series, item, tier },
        key: `${agency}-${series}-${String(at).padStart(3, "0")}`,
        decided: days.working(first, Math.floor((at * over) / count)),
        fine: fineIn(item, tier, chance),
        party: names.party(chance.of(parties)),
        team: chance.below(11),
      };
    }),
  );
