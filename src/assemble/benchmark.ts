import { parseInclusion, parsePenaltyRange, type PenaltyRange } from "../values/penalty-range.js";
import { parseDate } from "../values/parse-date.js";
import { textKey } from "../values/text-key.js";
import type { CaseValues } from "../model/case-file.js";
import type { Origin } from "../model/origin.js";
import { ItemIndex, itemWordsOf } from "./lists/item-index.js";
import { prefixedPaths, RowOrigin } from "./row-origin.js";
import { textIn, type TableRow } from "./ledger-row.js";

type Benchmark = NonNullable<CaseValues["benchmark"]>;

/** One tier (裁量阶次) of one item, as a row of a benchmark table gives it. */
interface Tier {
  row: TableRow;
  level: string | undefined;
  range: PenaltyRange | undefined;
  statutory: PenaltyRange | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** 裁量权基准: the tables in the folder, by item. Several tiers and several versions an item. */
export class Benchmarks {
  readonly #tiers: readonly Tier[];
  readonly #items: ItemIndex<Tier>;

  constructor(readonly rows: readonly TableRow[]) {
    this.#tiers = rows.map(tierOf);
    this.#items = new ItemIndex(this.#tiers, "tier.itemCode", ["tier.violation"]);
  }

  /** Whether some table was in force on the day; without one, nobody can say what it lacks. */
  holdsOn(day: string | undefined): boolean {
    return this.#tiers.some((tier) => inForce(tier, day));
  }

  /** All tiers of an item in force on a day; undefined if nobody can tell which they are. */
  tiersFor(values: CaseValues): readonly Tier[] | undefined {
    const day = values.decision?.date;
    return this.#items.find(itemWordsOf(values))?.filter((tier) => inForce(tier, day));
  }
}

/** An undated benchmark is taken to be in force. */
const inForce = ({ from, to }: Tier, day: string | undefined): boolean =>
  day === undefined || ((from ?? "") <= day && (to === undefined || day <= to));

/** `本基准自2023年8月1日起施行` in the table's title. */
const forceInTitle = (title: string | undefined): string | undefined => {
  const text = /自([^，。；]{6,14}?)起(?:施行|执行|实施)/.exec(title ?? "")?.[1];
  return text === undefined ? undefined : parseDate(text)?.iso;
};

const fen = (row: TableRow, field: string): number | undefined => {
  const value = row.values.get(field);
  return typeof value === "number" ? value : undefined;
};

const rangeOfRow = (row: TableRow): PenaltyRange | undefined => {
  const minimum = fen(row, "tier.minimum");
  const maximum = fen(row, "tier.maximum");
  if (minimum === undefined && maximum === undefined) {
    return parsePenaltyRange(textIn(row, "tier.standard") ?? "");
  }
  return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
};

/** What the cell says of its ends goes before what the table says of all. */
const withInclusion = (range: PenaltyRange | undefined, title: string | undefined) =>
  range && { ...parseInclusion(title ?? ""), ...range };

const tierOf = (row: TableRow): Tier => ({
  row,
  level: textIn(row, "tier.level"),
  range: withInclusion(rangeOfRow(row), row.index.table.title),
  statutory: parsePenaltyRange(textIn(row, "tier.statutory") ?? ""),
  from: textIn(row, "tier.effectiveFrom") ?? forceInTitle(row.index.table.title),
  to: textIn(row, "tier.effectiveTo"),
});

/** 较轻, 情节较轻, 较轻（档） are one tier's name. */
const levelKey = (level: string): string =>
  textKey(level)
    .replace(/^(违法)?(情节|程度)/, "")
    .replace(/(违法行为|情节|违法|档次|档|阶次)$/, "");

const renamed = {
  found: "violation",
  tierFound: "level",
  tierMinimum: "standard",
  tierMaximum: "standard",
  tierText: "standard",
  lowerIncluded: "standard",
  upperIncluded: "standard",
  statutoryMinimum: "statutory",
  statutoryMaximum: "statutory",
  statutoryText: "statutory",
  statutoryLaw: "law",
  tierConditions: "conditions",
};

const originOf = ({ row }: Tier): Origin => {
  const hasColumns = row.index.columnsOf("tier.minimum").length > 0;
  const bounds = hasColumns ? { tierMinimum: "minimum", tierMaximum: "maximum" } : {};
  return new RowOrigin(
    row.index,
    row.row,
    prefixedPaths("benchmark.", "tier.", { ...renamed, ...bounds }),
  );
};

/** A range's ends as fields; a statute without a lower end begins at nothing. */
const ends = (prefix: "tier" | "statutory", range: PenaltyRange | undefined): Partial<Benchmark> =>
  range === undefined
    ? {}
    : {
        [`${prefix}Minimum`]: range.minimum ?? 0,
        ...(range.maximum !== undefined && { [`${prefix}Maximum`]: range.maximum }),
      };

const inclusionOf = (range: PenaltyRange | undefined): Partial<Benchmark> => ({
  ...(range?.minimumIncluded !== undefined && { lowerIncluded: range.minimumIncluded }),
  ...(range?.maximumIncluded !== undefined && { upperIncluded: range.maximumIncluded }),
});

/** The statutory range of the tier, or of the item where all its rows give the same. */
const statutoryOf = (tiers: readonly Tier[]): Partial<Benchmark> => {
  const given = tiers.filter(({ statutory }) => statutory !== undefined);
  const [first] = given;
  const text = first && textIn(first.row, "tier.statutory");
  if (given.some(({ row }) => textIn(row, "tier.statutory") !== text)) return {};
  return {
    ...ends("statutory", first?.statutory),
    ...(text !== undefined && { statutoryText: text }),
  };
};

/** The provision's own words, where the table quotes them and not only its number. */
const quotedLaw = (tiers: readonly Tier[]): Partial<Benchmark> => {
  const quoted = new Set(
    tiers.flatMap(({ row }) => textIn(row, "tier.law") ?? textIn(row, "tier.statutory") ?? []),
  );
  const [only] = quoted;
  return only && quoted.size === 1 && /第.{1,8}条[^，。；]*[，。；：\s]/.test(only)
    ? { statutoryLaw: only }
    : {};
};

/** Joins a case to its benchmark row: the item by code or name, the tier by the name that the case states. */
export const withBenchmark = (
  values: CaseValues,
  benchmarks: Benchmarks,
): { benchmark: Benchmark; origins: Origin[] } | undefined => {
  if (!benchmarks.holdsOn(values.decision?.date)) return undefined;
  const tiers = benchmarks.tiersFor(values);
  if (tiers === undefined) return undefined;
  const [any] = tiers;
  if (!any) return { benchmark: { found: false }, origins: [] };
  const claimed = values.benchmark?.tier;
  const matching = claimed === undefined ? [] : tiers.filter((tier) => isLevel(tier, claimed));
  const [tier] = matching;
  const one = matching.length === 1 ? tier : undefined;
  const of = (row: TableRow | undefined, field: string, path: keyof Benchmark) => {
    const text = row && textIn(row, field);
    return text === undefined ? {} : { [path]: text };
  };
  return {
    benchmark: {
      found: true,
      ...(any.from !== undefined && { effectiveFrom: any.from }),
      ...(any.to !== undefined && { effectiveTo: any.to }),
      ...statutoryOf(one?.statutory ? [one] : tiers),
      ...(claimed !== undefined && { tierFound: matching.length > 0 }),
      ...ends("tier", one?.range),
      ...inclusionOf(one?.range),
      ...of(one?.row, "tier.standard", "tierText"),
      ...of(one?.row, "tier.conditions", "tierConditions"),
      ...of(any.row, "tier.issuer", "issuer"),
      ...quotedLaw(tiers),
    },
    origins: [originOf(one ?? any)],
  };
};

const isLevel = ({ level }: Tier, claimed: string): boolean =>
  level !== undefined && levelKey(level) === levelKey(claimed);
