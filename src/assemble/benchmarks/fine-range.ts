import type { CaseValues } from "../../model/case-file.js";
import type { Measure, Result } from "../../model/benchmark.js";
import { amountText, measureText } from "../../recognise/benchmarks/canonical.js";
import { shareOfRange } from "../../values/share-of-range.js";
import type { CaseFigures, Inclusion, Truth } from "./case-figures.js";

/** What a fine may be in one case, in fen; an open upper end is null. */
export interface FineRange {
  min: number;
  max: number | null;
  minIncluded: boolean;
  maxIncluded: boolean;
  /** How it was worked out, where it does not stand in the table as an amount. */
  computation?: string;
}

/** Why no range could be told: the figure that lacks (`违法所得`), or nothing where it takes a person. */
export interface NoRange {
  needs?: string;
}

export const isRange = (found: FineRange | NoRange): found is FineRange => "min" in found;

export interface RangeContext {
  figures: CaseFigures;
  table: Inclusion;
  /** The statutory range, of which shares are taken. */
  statute: FineRange | undefined;
}

type PartyKind = NonNullable<CaseValues["party"]>["kind"];

/**
 * The fines of a tier that may be this party's. What is for the people responsible is for nobody else, and a citizen may be
 * one of them; a sole trader is a citizen to one law and a unit to another.
 */
const finesFor = (results: readonly Result[], party: PartyKind): Result[] | undefined => {
  const fines = results.filter(({ kind }) => kind === "fine");
  const has = (subject: Result["subject"]) => fines.some((fine) => fine.subject === subject);
  const of = (subject: Result["subject"]) => fines.filter((fine) => fine.subject === subject);
  if (party === "organisation") return has("organisation") ? of("organisation") : of(null);
  if (party === "citizen") {
    if (has("citizen")) return has("responsible-person") ? undefined : of("citizen");
    return has("responsible-person") ? undefined : of(null);
  }
  return fines.some(({ subject }) => subject !== null) ? undefined : fines;
};

/** The branches that the case's figures do not rule out; one whose figures hold goes before what is said of all. */
const branchesOf = (fines: readonly Result[], { figures, table }: RangeContext): Result[] => {
  const holds = ({ when }: Result): Truth =>
    when?.condition ? figures.holds(when.condition, table) : undefined;
  const open = fines.filter((fine) => holds(fine) !== false);
  const certain = open.filter((fine) => holds(fine) === true);
  const others = open.filter((fine) => holds(fine) !== true);
  return certain.length > 0 && others.every(({ when }) => when === null) ? certain : open;
};

/** The one range that a tier or a statute sets for the party; no range where several may be meant. */
export const fineRange = (
  results: readonly Result[],
  party: PartyKind,
  context: RangeContext,
): FineRange | NoRange => {
  const fines = finesFor(results, party);
  if (!fines) return { needs: "当事人类型" };
  const ranges = branchesOf(fines, context).map((fine) => rangeOf(fine, context));
  const [first] = ranges;
  if (!first) return {};
  const lacking = ranges.find((range) => !isRange(range));
  if (lacking) return lacking;
  return ranges.every((range) => isSame(range, first)) ? first : {};
};

const isSame = (a: FineRange | NoRange, b: FineRange | NoRange): boolean =>
  isRange(a) &&
  isRange(b) &&
  a.min === b.min &&
  a.max === b.max &&
  a.minIncluded === b.minIncluded &&
  a.maxIncluded === b.maxIncluded;

const rangeOf = (fine: Result, context: RangeContext): FineRange | NoRange => {
  const range = eitherOf(fine, context);
  // Of a fixed amount there is nothing to leave out.
  return isRange(range) && range.min === range.max
    ? { ...range, minIncluded: true, maxIncluded: true }
    : range;
};

const eitherOf = (fine: Result, context: RangeContext): FineRange | NoRange => {
  const first = measureRange(fine, context);
  if (!fine.or || !isRange(first)) return first;
  const second = measureRange(fine.or, context);
  const { choose } = fine.or;
  if (!isRange(second) || !choose) return isRange(second) ? {} : second;
  return chosenOf(first, second, choose);
};

const chosenOf = (a: FineRange, b: FineRange, choose: "greater" | "lesser"): FineRange => {
  const pick = choose === "greater" ? Math.max : Math.min;
  const max = pick(a.max ?? Infinity, b.max ?? Infinity);
  const range = { ...a, min: pick(a.min, b.min), max: max === Infinity ? null : max };
  const parts = [a, b].map((one) => one.computation ?? boundsText(one)).join("；");
  return {
    ...range,
    computation: `${parts}；取其${choose === "greater" ? "高" : "低"}者：${boundsText(range)}`,
  };
};

/** A range of amounts as tables write it. */
export const boundsText = ({ min, max }: Pick<FineRange, "min" | "max">): string =>
  measureText({
    unit: "yuan",
    min: min === 0 && max !== 0 ? null : min,
    max,
    cap: null,
    floor: null,
  });

const measureRange = (measure: Measure, context: RangeContext): FineRange | NoRange => {
  const { min, max, minIncluded, maxIncluded } = measure;
  const { lowerIncluded, upperIncluded } = context.table;
  const inclusion = {
    minIncluded: minIncluded ?? lowerIncluded,
    maxIncluded: maxIncluded ?? upperIncluded,
  };
  if (measure.unit === "yuan") return { min: min ?? 0, max, ...inclusion };
  const worked = workedOut(measure, context);
  return isRange(worked) ? within(measure, { ...worked, ...inclusion }) : worked;
};

/** Caps and floors bound what a formula gives; an end that they set belongs to the range. */
const within = ({ cap, floor }: Measure, range: FineRange): FineRange => {
  if (cap === null && floor === null) return range;
  const bounded = (fen: number) => Math.max(Math.min(fen, cap ?? Infinity), floor ?? 0);
  const [min, max] = [bounded(range.min), bounded(range.max ?? Infinity)];
  const bounds = { min, max: max === Infinity ? null : max };
  const said = [
    cap === null ? "" : `最高不超过${amountText(cap)}`,
    floor === null ? "" : `最低不低于${amountText(floor)}`,
  ].filter(Boolean);
  return {
    ...bounds,
    minIncluded: range.minIncluded || min !== range.min,
    maxIncluded: range.maxIncluded || bounds.max !== range.max,
    computation: `${range.computation ?? ""}；${said.join("，")}：${boundsText(bounds)}`,
  };
};

const workedOut = (measure: Measure, context: RangeContext): FineRange | NoRange => {
  switch (measure.unit) {
    case "times":
      return ofBase(measure, context, 1);
    case "percent":
      return ofBase(measure, context, 1 / 100);
    case "share":
      return ofStatute(measure, context);
    case "per":
      return ofCounted(measure, context);
    default:
      return {};
  }
};

const plain = { minIncluded: true, maxIncluded: true } as const;

/** In whole yuan outwards, since agencies round what they work out: 533.33 yuan at least may be 533. */
const scaled = (by: number, { min, max }: Measure): Pick<FineRange, "min" | "max"> => ({
  min: Math.floor(exact(by * (min ?? 0)) / 100) * 100,
  max: max === null ? null : Math.ceil(exact(by * max) / 100) * 100,
});

/** 0.07 × 100 without the noise of binary fractions. */
const exact = (product: number): number => Number(product.toPrecision(12));

const nameOfBase = ({ base, baseText }: Measure): string =>
  baseText ?? measureText({ unit: "times", base, min: null, max: null, cap: null, floor: null });

const ofBase = (measure: Measure, { figures }: RangeContext, by: number): FineRange | NoRange => {
  const amount = figures.amountOf(measure.base);
  if (amount === undefined) return { needs: nameOfBase(measure) };
  const { baseFloor } = measure;
  const base = Math.max(amount, baseFloor ?? 0);
  const least = base > amount ? `，不足${amountText(base)}，按${amountText(base)}计算` : "";
  const range = scaled(base * by, measure);
  const computation = `${nameOfBase(measure)}${amountText(amount)}${least}，${measureText(measure)}：${boundsText(range)}`;
  return { ...range, ...plain, computation };
};

/** Shares of the tier's own range are not worked out, nor 从轻处罚, which names an end alone. */
const ofStatute = (measure: Measure, { statute }: RangeContext): FineRange | NoRange => {
  if (measure.baseText !== undefined || !statute) return { needs: "法定幅度" };
  const { min, max } = measure;
  const namesAnEnd = (min === 0 && max === null) || (min === null && max === 1);
  const low = shareOfRange(min ?? 0, statute);
  const high = shareOfRange(max ?? 1, statute);
  if (namesAnEnd || low === undefined || high === undefined) return {};
  const range = { min: low, max: high };
  const computation = `法定幅度${boundsText(statute)}，${measureText(measure)}：${boundsText(range)}`;
  return { ...range, ...plain, computation };
};

const ofCounted = (measure: Measure, { figures }: RangeContext): FineRange | NoRange => {
  const count = figures.countOf(measure.countedText);
  if (count === undefined)
    return { needs: measure.baseText ?? `数量（${measure.countedText ?? ""}）` };
  const range = scaled(count, measure);
  const computation = `${count}${measure.countedText ?? ""}，${measureText(measure)}：${boundsText(range)}`;
  return { ...range, ...plain, computation };
};
