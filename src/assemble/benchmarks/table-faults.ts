import { codeKey } from "../../values/item-code.js";
import { textKey } from "../../values/text-key.js";
import type {
  BenchmarkItem,
  BenchmarkSource,
  BenchmarkTable,
  Measure,
  Result,
  TableFault,
  Tier,
  UnparsedCell,
} from "../../model/benchmark.js";
import { canonicalWording, measureText } from "../../recognise/benchmarks/canonical.js";
import { isOutside, statuteRange } from "./statute-range.js";
import { betweenTiers, scalesOf } from "./tier-scales.js";

const nowhere: BenchmarkSource = { file: "", sheet: null, cell: null, page: null };

export const itemName = ({ code, violation }: BenchmarkItem): string => code ?? violation;

const sourceOf = (tier: Tier, item: BenchmarkItem): BenchmarkSource =>
  tier.source ?? item.source ?? nowhere;

const tierName = ({ name, conditions }: Tier): string => name ?? conditions;

/** Everything that is wrong with a table itself, in its order. */
export const tableFaults = (table: BenchmarkTable): TableFault[] => [
  ...table.items.flatMap((item) => [
    ...malformed(item),
    ...neighbourFaults(item, table),
    ...outsideStatute(item),
    ...statuteMissing(item),
  ]),
  ...twice(table),
];

/** The cells that were not read, as faults. */
export const unparsedFaults = (unparsed: readonly UnparsedCell[]): TableFault[] =>
  unparsed.map(({ text, reason, at, ...source }) => ({
    code: "not-parsed",
    source,
    item: "",
    details: { text, reason, at },
  }));

const malformed = (item: BenchmarkItem): TableFault[] =>
  item.tiers.flatMap((tier) =>
    tier.warnings.map((warning): TableFault => ({
      code: "malformed",
      source: sourceOf(tier, item),
      item: itemName(item),
      details: { warning, text: tier.text, reading: canonicalWording(tier.results) },
    })),
  );

const neighbourFaults = (item: BenchmarkItem, table: BenchmarkTable): TableFault[] =>
  scalesOf(item, table)
    .flatMap(betweenTiers)
    .filter(({ code }) => code !== "gap" || item.tiersRead)
    .map(({ code, first, second }) => ({
      code,
      source: sourceOf(second.tier, item),
      item: itemName(item),
      details: {
        first: tierName(first.tier),
        firstRange: measureText(first.result),
        second: tierName(second.tier),
        secondRange: measureText(second.result),
      },
    }));

/** 减轻处罚 is below the statute by its meaning. */
const isMitigated = ({ name, conditions }: Tier): boolean =>
  /减轻/.test(name ?? "") || (name === null && /减轻处罚/.test(conditions));

const outsideStatute = (item: BenchmarkItem): TableFault[] =>
  item.tiers.flatMap((tier) =>
    tier.results.flatMap((fine): TableFault[] => {
      const range = fine.kind === "fine" ? statuteRange(item, fine) : undefined;
      const least = isMitigated(tier) ? 0 : range?.min;
      if (!range || least === undefined || !isOutside(fine, { ...range, min: least })) return [];
      return [
        {
          code: "outside-statute",
          source: sourceOf(tier, item),
          item: itemName(item),
          details: {
            tier: tierName(tier),
            range: measureText(fine),
            statute: measureText(statuteMeasure(fine, range)),
          },
        },
      ];
    }),
  );

const statuteMeasure = (fine: Result, { min, max }: { min: number; max: number }): Measure => ({
  ...fine,
  min: min === 0 ? null : min,
  max: max === Infinity ? null : max,
});

const hasFine = (results: readonly Result[]): boolean =>
  results.some(({ kind }) => kind === "fine");

const statuteMissing = (item: BenchmarkItem): TableFault[] => {
  const [first] = item.tiers;
  if (!first || !item.tiers.some(({ results }) => hasFine(results))) return [];
  const code = !item.statutoryRead
    ? "statute-not-read"
    : hasFine(item.statutory)
      ? undefined
      : "no-statute";
  return code
    ? [{ code, source: item.source ?? sourceOf(first, item), item: itemName(item), details: {} }]
    : [];
};

const twice = ({ items }: BenchmarkTable): TableFault[] => {
  const seen = new Map<string, BenchmarkItem>();
  return items.flatMap((item): TableFault[] => {
    const keys = [
      ...(item.code === null ? [] : [`code ${codeKey(item.code)}`]),
      `act ${textKey(item.violation)} ${item.law.join()}`,
    ];
    const before = keys.flatMap((key) => seen.get(key) ?? [])[0];
    for (const key of keys) if (!seen.has(key)) seen.set(key, item);
    if (!before) return [];
    const first = before.source?.cell ?? "";
    return [
      {
        code: "item-twice",
        source: item.source ?? nowhere,
        item: itemName(item),
        details: { first },
      },
    ];
  });
};
