import { parseInclusion, parsePenaltyRange, type PenaltyRange } from "../values/penalty-range.js";
import { parseDate } from "../values/parse-date.js";
import { textKey } from "../values/text-key.js";
import type { CaseValues } from "../model/case-file.js";
import type { Origin } from "../model/origin.js";
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
  readonly #byCode = new Map<string, Tier[]>();
  readonly #byName = new Map<string, Tier[]>();
  readonly #codeShapes: ReadonlySet<string>;

  constructor(readonly rows: readonly TableRow[]) {
    for (const row of rows) {
      const tier = tierOf(row);
      const code = textIn(row, "tier.itemCode");
      const name = textIn(row, "tier.violation");
      if (code) add(this.#byCode, codeKey(code), tier);
      if (name) add(this.#byName, textKey(name), tier);
    }
    this.#codeShapes = new Set([...this.#byCode.keys()].map(shapeOf));
  }

  /** Whether some table was in force on the day; without one, nobody can say what it lacks. */
  holdsOn(day: string | undefined): boolean {
    return [this.#byCode, this.#byName].some((tiers) =>
      [...tiers.values()].some((item) => item.some((tier) => inForce(tier, day))),
    );
  }

  /** All tiers of an item in force on a day; undefined if the case names no item to look for. */
  tiersFor(values: CaseValues): readonly Tier[] | undefined {
    const { item, violation, benchmark } = values;
    const codes = [benchmark?.item, item?.code].flatMap((code) => code ?? []);
    const names = [item?.name, violation?.kind].flatMap((name) => name ?? []);
    const found = [
      ...codes.map((code) => this.#byCode.get(codeKey(code))),
      ...names.map((name) => this.#byName.get(textKey(name))),
    ].find((tiers) => tiers !== undefined);
    if (!found) return this.#couldTell(codes, names) ? [] : undefined;
    const day = values.decision?.date;
    return found.filter((tier) => inForce(tier, day));
  }

  /**
   * Whether an item that is not found is not there: its code is of the tables' own kind, and none of them
   * words an item much like it. Words alone never say so, one act is worded in many ways.
   */
  #couldTell(codes: readonly string[], names: readonly string[]): boolean {
    return (
      codes.some((code) => this.#codeShapes.has(shapeOf(code))) &&
      !names.some((name) => [...this.#byName.keys()].some((other) => isAlike(textKey(name), other)))
    );
  }
}

const add = (map: Map<string, Tier[]>, key: string, tier: Tier): void => {
  const tiers = map.get(key);
  if (tiers) tiers.push(tier);
  else map.set(key, [tier]);
};

/** Codes of one list look alike: C130501 is A999999. */
const shapeOf = (code: string): string => codeKey(code).replace(/\d/g, "9").replace(/[A-Z]/g, "A");

/** How much of their pairs of characters two texts must share to be taken for two wordings of one act. */
const likeness = 0.5;

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)));

const isAlike = (a: string, b: string): boolean => {
  if (a.includes(b) || b.includes(a)) return true;
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * shared) / (ofA.size + ofB.size) >= likeness;
};

const codeKey = (code: string): string => textKey(code).toUpperCase();

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
  const text = one && textIn(one.row, "tier.standard");
  return {
    benchmark: {
      found: true,
      ...(any.from !== undefined && { effectiveFrom: any.from }),
      ...(any.to !== undefined && { effectiveTo: any.to }),
      ...statutoryOf(one?.statutory ? [one] : tiers),
      ...(claimed !== undefined && { tierFound: matching.length > 0 }),
      ...ends("tier", one?.range),
      ...inclusionOf(one?.range),
      ...(text !== undefined && { tierText: text }),
    },
    origins: [originOf(one ?? any)],
  };
};

const isLevel = ({ level }: Tier, claimed: string): boolean =>
  level !== undefined && levelKey(level) === levelKey(claimed);
