import type { CaseValues } from "../../model/case-file.js";
import type { Result } from "../../model/benchmark.js";
import { canonicalWording } from "../../recognise/benchmarks/canonical.js";
import { CaseFigures } from "./case-figures.js";
import { fineRange, isRange, type FineRange, type NoRange } from "./fine-range.js";
import type { Entry, Match } from "./item-search.js";
import { tierByFigures, tiersNamed, tiersOf, type TierEntry } from "./pick-tier.js";

type Benchmark = NonNullable<CaseValues["benchmark"]>;

/** What the benchmark says of one case, and the entry in which that stands. */
export interface Said {
  benchmark: Benchmark;
  origin: Entry | TierEntry;
}

/** More kinds of party and names of tiers than an item has. */
const mostKept = 100;

/** The entries of an item in the table to judge by, and what they say of cases. */
export class FoundItem {
  readonly #tiers: readonly TierEntry[];
  readonly #allRead: boolean;
  /** What all its cases have in common: the table, its row, the words of the law. */
  readonly #about: Benchmark;
  /** By party and tier, where no figure of the case matters. */
  readonly #said: Map<string, Said> | undefined;

  constructor(
    by: Match["by"],
    private readonly entries: readonly Entry[],
  ) {
    this.#tiers = tiersOf(entries);
    this.#allRead = entries.every(({ item }) => item.tiersRead);
    this.#about = { found: true, matchedBy: by, ...aboutTable(entries), ...aboutLaw(entries) };
    this.#said = this.#asksFigures() ? undefined : new Map();
  }

  /** What it says of a case. */
  in(values: CaseValues): Said {
    const key = `${values.party?.kind ?? ""}\n${values.benchmark?.tier ?? ""}`;
    const known = this.#said?.get(key);
    if (known) return known;
    const said = this.#judge(values);
    if (this.#said && this.#said.size < mostKept) this.#said.set(key, said);
    return said;
  }

  #asksFigures(): boolean {
    return (
      this.#tiers.some(
        ({ tier, conditions }) => conditions.some(Boolean) || asksFigures(tier.results),
      ) || this.entries.some(({ item }) => asksFigures(item.statutory))
    );
  }

  #judge(values: CaseValues): Said {
    const figures = new CaseFigures(values);
    const claimed = values.benchmark?.tier;
    const named = claimed === undefined ? [] : tiersNamed(this.#tiers, claimed);
    const byFigures = tierByFigures(this.#tiers, figures);
    const judged = claimed === undefined ? byFigures : oneOf(named, values, figures);
    const lawful = (judged ? [judged] : this.entries).map((entry) => statuteOf(entry, values));
    return {
      benchmark: {
        ...this.#about,
        ...aboutStatute(sameOf(lawful)),
        ...(claimed !== undefined &&
          (named.length > 0 || this.#allRead) && { tierFound: named.length > 0 }),
        ...(byFigures?.tier.name && { tierByFigures: byFigures.tier.name }),
        ...(byFigures && claimed !== undefined && { tierFitsFigures: named.includes(byFigures) }),
        ...(judged && aboutTier(judged, tierRange(judged, values, figures))),
      },
      origin: judged ?? (this.entries[0] as Entry),
    };
  }
}

/** Whether it takes a case's figures to tell what results come to. */
const asksFigures = (results: readonly Result[]): boolean =>
  results.some(
    ({ kind, unit, when, or }) =>
      kind === "fine" && (unit !== "yuan" || when?.condition !== undefined || or !== undefined),
  );

/** The tier that is claimed; of several of one name the first, if it does not matter which is meant. */
const oneOf = (
  named: readonly TierEntry[],
  values: CaseValues,
  figures: CaseFigures,
): TierEntry | undefined =>
  named.length < 2 || allAlike(named, values, figures) ? named[0] : undefined;

const tierRange = (entry: TierEntry, values: CaseValues, figures: CaseFigures) => {
  const statute = statuteOf(entry, values);
  return fineRange(entry.tier.results, values.party?.kind, {
    figures,
    table: entry.shelved.table,
    statute: statute && isRange(statute) ? statute : undefined,
  });
};

/** Whether tiers of one name come to the same fine, so that it does not matter which is meant. */
const allAlike = (
  tiers: readonly TierEntry[],
  values: CaseValues,
  figures: CaseFigures,
): boolean => {
  const ranges = tiers.map((tier) => tierRange(tier, values, figures));
  const [first] = ranges;
  return (
    first !== undefined &&
    isRange(first) &&
    ranges.every((range) => isRange(range) && range.min === first.min && range.max === first.max)
  );
};

/** The statutory range of the entry's item; undefined where it was not read, or the table has none. */
const statuteOf = (
  { item, shelved }: Entry,
  values: CaseValues,
): FineRange | NoRange | undefined =>
  item.statutoryRead && item.statutory.some(({ kind }) => kind === "fine")
    ? fineRange(item.statutory, values.party?.kind, {
        figures: new CaseFigures(values),
        table: shelved.table,
        statute: undefined,
      })
    : undefined;

/** What all of them are; undefined where they differ. */
const sameOf = <T>(all: readonly T[]): T | undefined =>
  all.length < 2 || all.every((one) => JSON.stringify(one) === JSON.stringify(all[0]))
    ? all[0]
    : undefined;

const aboutTable = (entries: readonly Entry[]): Benchmark => {
  const [{ item, shelved }] = entries as readonly [Entry, ...Entry[]];
  const { table, replacedOn } = shelved;
  const to = table.to ?? (replacedOn === undefined ? null : dayBefore(replacedOn));
  return {
    title: table.name,
    entry: [item.code, item.violation].filter(Boolean).join(" "),
    ...(table.from !== null && { effectiveFrom: table.from }),
    ...(to !== null && { effectiveTo: to }),
    ...(table.issuer !== null && { issuer: table.issuer }),
  };
};

const dayBefore = (iso: string): string =>
  new Date(Date.parse(iso) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const textOf = (entries: readonly Entry[], field: "statutoryText" | "lawText") =>
  sameOf(entries.map(({ item }) => item[field]));

/** The provision's own words, where the table quotes them and not only its number. */
const quotes = (text: string): boolean => /第.{1,8}条[^，。；]*[，。；：\s]/.test(text);

const aboutLaw = (entries: readonly Entry[]): Benchmark => {
  const written = textOf(entries, "statutoryText") ?? wordingOf(entries);
  const law = textOf(entries, "lawText") ?? textOf(entries, "statutoryText");
  return {
    ...(written !== undefined && written !== "" && { statutoryText: written }),
    ...(law !== undefined && quotes(law) && { statutoryLaw: law }),
  };
};

const aboutStatute = (range: FineRange | NoRange | undefined): Benchmark =>
  range && isRange(range)
    ? {
        statutoryMinimum: range.min,
        ...(range.max !== null && { statutoryMaximum: range.max }),
        ...(range.computation !== undefined && { statutoryComputation: range.computation }),
      }
    : {};

const wordingOf = (entries: readonly Entry[]): string | undefined =>
  sameOf(entries.map(({ item }) => canonicalWording(item.statutory)));

const isOpenAbove = (results: readonly Result[], range: FineRange | NoRange): boolean =>
  isRange(range) && range.max === null && results.some(({ kind }) => kind === "fine");

const aboutTier = ({ tier }: TierEntry, range: FineRange | NoRange): Benchmark => ({
  ...(isRange(range)
    ? {
        tierMinimum: range.min,
        ...(range.max !== null && { tierMaximum: range.max }),
        lowerIncluded: range.minIncluded,
        upperIncluded: range.maxIncluded,
        ...(range.computation !== undefined && { computation: range.computation }),
      }
    : { ...(range.needs !== undefined && { needs: range.needs }) }),
  ...(isOpenAbove(tier.results, range) && { tierOpenAbove: true }),
  ...(tier.text !== "" && { tierText: tier.text }),
  ...(tier.conditions !== "" && { tierConditions: tier.conditions }),
});
