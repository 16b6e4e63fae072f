import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import type { BenchmarkTable, Result } from "../../model/benchmark.js";
import type { Origin } from "../../model/origin.js";
import { canonicalWording } from "../../recognise/benchmarks/canonical.js";
import type { BenchmarkPlaces } from "./benchmark-origin.js";
import { CaseFigures } from "./case-figures.js";
import { fineRange, isRange, type FineRange, type NoRange } from "./fine-range.js";
import { cluesOf, ItemSearch, type Entry } from "./item-search.js";
import { tierByFigures, tiersNamed, tiersOf, type TierEntry } from "./pick-tier.js";
import {
  isFor,
  isInForce,
  placesIn,
  shelve,
  yardsticksOf,
  type ShelvedTable,
} from "./tables-in-force.js";

type Benchmark = NonNullable<CaseValues["benchmark"]>;

/** What the tables say of a case, and where. */
export interface JoinedBenchmark {
  benchmark: Benchmark;
  origins: Origin[];
}

/** 裁量权基准 of a run: tables of several versions and levels side by side. */
export class BenchmarkShelf {
  readonly #tables: readonly ShelvedTable[];
  readonly #search: ItemSearch;
  /** By day and agency the tables that are a case's yardstick. */
  readonly #open = new Map<string, ReadonlySet<ShelvedTable>>();

  constructor(
    tables: readonly BenchmarkTable[],
    readonly places: BenchmarkPlaces,
  ) {
    this.#tables = shelve(tables);
    this.#search = new ItemSearch(
      this.#tables.flatMap((shelved) => shelved.table.items.map((item) => ({ item, shelved }))),
    );
  }

  /** What the benchmark in force says of a case; undefined where no table can say anything of it. */
  join(values: CaseValues): JoinedBenchmark | undefined {
    if (this.#tables.length === 0) return undefined;
    const open = this.#openFor(values);
    if (open.size === 0) return undefined;
    const clues = cluesOf(values);
    const isOpen = ({ shelved }: Entry): boolean => open.has(shelved);
    const match = this.#search.find(clues, isOpen);
    if (!match) {
      if (this.#search.lacks(clues)) return { benchmark: { found: false }, origins: [] };
      const candidates = this.#search.candidates(clues);
      return candidates.length > 0 ? { benchmark: { candidates }, origins: [] } : undefined;
    }
    const inForce = match.entries.filter(isOpen);
    if (inForce.length === 0) return this.#notOpen(match.entries, values);
    const entries = chosenOf(inForce, values.benchmark?.name);
    const { benchmark, origin } = judgedBy(entries, values);
    return {
      benchmark: { found: true, matchedBy: match.by, ...benchmark },
      origins: [this.places.originOf(origin)].flatMap((one) => one ?? []),
    };
  }

  /** An item that other days' versions have is not in force; one of other places' tables says nothing. */
  #notOpen(entries: readonly Entry[], values: CaseValues): JoinedBenchmark | undefined {
    const places = placesOf(values);
    const isOwn = ({ shelved }: Entry): boolean => isFor(shelved, places);
    return entries.some(isOwn) ? { benchmark: { found: false }, origins: [] } : undefined;
  }

  #openFor(values: CaseValues): ReadonlySet<ShelvedTable> {
    const { date, agency = "" } = values.decision ?? {};
    const key = `${date ?? ""}\n${agency}\n${values.region ?? ""}`;
    const known = this.#open.get(key);
    if (known) return known;
    if (this.#open.size >= mostKept) this.#open.clear();
    const places = placesOf(values);
    const open = new Set(
      this.#tables.filter((table) => isInForce(table, date) && isFor(table, places)),
    );
    this.#open.set(key, open);
    return open;
  }
}

const placesOf = ({ decision, region }: CaseValues): string[] => [
  ...placesIn(decision?.agency ?? ""),
  ...placesIn(region ?? ""),
];

/** Days and agencies of one run are fewer. */
const mostKept = 10_000;

/** Of entries in several tables those of the table to judge by; the one that the case names, if it names one. */
const chosenOf = (entries: readonly Entry[], named: string | undefined): readonly Entry[] => {
  const tables = [...new Set(entries.map(({ shelved }) => shelved))];
  if (tables.length === 1) return entries;
  const own = named === undefined ? [] : tables.filter((table) => isNamed(table, textKey(named)));
  const chosen = new Set(yardsticksOf(own.length > 0 ? own : tables));
  return entries.filter(({ shelved }) => chosen.has(shelved));
};

const isNamed = ({ table }: ShelvedTable, named: string): boolean => {
  const name = textKey(table.name);
  return name.includes(named) || named.includes(name);
};

/** The tier of a case and everything that it says, with the entry to name as the source. */
const judgedBy = (
  entries: readonly Entry[],
  values: CaseValues,
): { benchmark: Benchmark; origin: Entry | TierEntry } => {
  const [any] = entries as readonly [Entry, ...Entry[]];
  const figures = new CaseFigures(values);
  const tiers = tiersOf(entries);
  const claimed = values.benchmark?.tier;
  const named = claimed === undefined ? [] : tiersNamed(tiers, claimed);
  const byFigures = tierByFigures(tiers, figures);
  const [only, more] = named;
  const tier = claimed === undefined ? byFigures : more ? undefined : only;
  const sameFines = more && allAlike(named, values, figures) ? only : undefined;
  const judged = tier ?? sameFines;
  const statute = sameOf((judged ? [judged] : entries).map((entry) => statuteOf(entry, values)));
  const allRead = entries.every(({ item }) => item.tiersRead);
  return {
    benchmark: {
      ...aboutTable(entries),
      ...aboutLaw(entries, statute),
      ...(claimed !== undefined &&
        (named.length > 0 || allRead) && { tierFound: named.length > 0 }),
      ...(byFigures?.tier.name && { tierByFigures: byFigures.tier.name }),
      ...(byFigures && claimed !== undefined && { tierFitsFigures: named.includes(byFigures) }),
      ...(judged && aboutTier(judged, tierRange(judged, values, figures))),
    },
    origin: judged ?? any,
  };
};

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
  all.every((one) => JSON.stringify(one) === JSON.stringify(all[0])) ? all[0] : undefined;

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

const aboutLaw = (
  entries: readonly Entry[],
  statute: FineRange | NoRange | undefined,
): Benchmark => {
  const range = statute && isRange(statute) ? statute : undefined;
  const written = textOf(entries, "statutoryText") ?? wordingOf(entries);
  const law = textOf(entries, "lawText") ?? textOf(entries, "statutoryText");
  return {
    ...(range && { statutoryMinimum: range.min }),
    ...(range && range.max !== null && { statutoryMaximum: range.max }),
    ...(range?.computation !== undefined && { statutoryComputation: range.computation }),
    ...(written !== undefined && written !== "" && { statutoryText: written }),
    ...(law !== undefined && quotes(law) && { statutoryLaw: law }),
  };
};

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
