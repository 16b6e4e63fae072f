import { z } from "zod";

/**
 * A discretion benchmark (裁量权基准) as data: tables, items (违法行为), tiers (裁量阶次) and what each tier carries.
 * Money is in fen, percentages are numbers of percent (30 is 30 %), shares of a range go from 0 to 1.
 */

export const resultKinds = [
  "fine",
  "warning",
  "circulated-criticism",
  "confiscate-income",
  "confiscate-goods",
  "suspend-licence",
  "revoke-licence",
  "downgrade",
  "restrict-activity",
  "suspend-business",
  "close",
  "ban-from-trade",
  "detention",
  /** 责令改正 and the like: no penalty. */
  "order",
  /** 减轻处罚: below the statutory minimum. */
  "mitigated",
  /** 不予处罚, 免予处罚. */
  "none",
  "other",
] as const;
export type ResultKind = (typeof resultKinds)[number];

export const resultUnits = [
  /** An amount in fen. */
  "yuan",
  /** Multiples of the base. */
  "times",
  /** Percent of the base. */
  "percent",
  /** A share of the statutory range, or of the tier's where the base text says so: 0 to 1. */
  "share",
  /** An amount in fen for each of what is counted. */
  "per",
  "days",
  "months",
] as const;
export type ResultUnit = (typeof resultUnits)[number];

export const resultBases = [
  "illegal-income",
  "goods-value",
  "loss",
  "unpaid-fee",
  "contract-price",
  "project-cost",
  "previous-fine",
  "other",
] as const;
export type ResultBase = (typeof resultBases)[number];

const bound = z.number().nonnegative().nullable().default(null);

const rangeShape = {
  min: bound,
  max: bound,
  /** Whether the end belongs to the range; the table's setting where left out. */
  minIncluded: z.boolean().optional(),
  maxIncluded: z.boolean().optional(),
};

const measureShape = {
  unit: z.enum(resultUnits).nullable().default(null),
  ...rangeShape,
  base: z.enum(resultBases).optional(),
  /** The base in the table's words: 上一年度销售额. */
  baseText: z.string().optional(),
  /** The least that the base is taken for, in fen: 不足二十万元的，按二十万元计算. */
  baseFloor: z.number().nonnegative().optional(),
  /** What an amount is for each of: m², vehicle, day. */
  counted: z.string().optional(),
  countedText: z.string().optional(),
  /** Bounds of what a multiple, a percentage or a formula gives, in fen. */
  cap: bound,
  floor: bound,
};

export const measureSchema = z.strictObject(measureShape);
/** How much: a range with its unit and base. */
export type Measure = z.infer<typeof measureSchema>;

export const conditionSchema = z.strictObject({
  /** `illegal-income`, `goods-value` …; `times` for how often; `other` for what only the text names. */
  quantity: z.enum([...resultBases, "times"]),
  unit: z.enum(["yuan", "count"]),
  ...rangeShape,
});
export type Condition = z.infer<typeof conditionSchema>;

export const whenSchema = z.strictObject({
  /** 逾期不改正的, 货值金额不足一万元的. */
  text: z.string().min(1),
  /** The same as a number, where it is one. */
  condition: conditionSchema.optional(),
});
export type When = z.infer<typeof whenSchema>;

export const subjects = ["citizen", "organisation", "responsible-person"] as const;
export type Subject = (typeof subjects)[number];

export const resultSchema = z.strictObject({
  kind: z.enum(resultKinds),
  ...measureShape,
  /** Null: whoever no other result of the tier is for. */
  subject: z.enum(subjects).nullable().default(null),
  subjectText: z.string().optional(),
  /** 可以, 可. */
  optional: z.boolean().default(false),
  /** 并处 (`with`), 单处 (`alone`), 单处或者并处 (`either`). */
  join: z.enum(["with", "alone", "either"]).optional(),
  when: whenSchema.nullable().default(null),
  /** A second measure beside the first; which of them counts, where the text says so. */
  or: measureSchema.extend({ choose: z.enum(["greater", "lesser"]).optional() }).optional(),
  /** What is ordered, confiscated, revoked, forbidden, in the table's words. */
  what: z.string().optional(),
  /** For life: 终身. */
  lifelong: z.literal(true).optional(),
  /** How the amount inside the range is worked out: 每增加1个超标因子增加一万元. */
  formula: z.string().optional(),
});
/** One thing that a tier or a statute carries. */
export type Result = z.infer<typeof resultSchema>;

export const sourceSchema = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable().default(null),
  cell: z.string().nullable().default(null),
  page: z.number().int().positive().nullable().default(null),
});
/** Where something stands in the table as published. */
export type BenchmarkSource = z.infer<typeof sourceSchema>;

export const warningCodes = [
  /** 二百以上五百元以下, 35以上50%以下. */
  "unit-elided",
  /** 20%以上30%的罚款. */
  "upper-word-missing",
  /** 三十万元以下元罚款. */
  "stray-word",
  /** 罚款每增加…: nothing parts the range and what is added. */
  "formula-run-on",
  /** In a file without merged cells the row names no item. */
  "item-from-above",
] as const;
export type WarningCode = (typeof warningCodes)[number];

export const tierSchema = z.strictObject({
  name: z.string().nullable().default(null),
  /** Alternatives are parted by ；. */
  conditions: z.string().default(""),
  results: z.array(resultSchema),
  source: sourceSchema.optional(),
  /** The cell as published. */
  text: z.string().default(""),
  remark: z.string().optional(),
  warnings: z.array(z.enum(warningCodes)).default([]),
});
export type Tier = z.infer<typeof tierSchema>;

export const methodSchema = z.strictObject({
  text: z.string().default(""),
  /**
   * `sum-of-maximum`: weights × maximum; `sum-over-range`: minimum + weights × (maximum − minimum);
   * `base-times-coefficient`: 基准金额 × 系数; `other`: only the text says how.
   */
  formula: z.enum(["sum-of-maximum", "sum-over-range", "base-times-coefficient", "other"]),
  /** What is multiplied, in fen; the statutory maximum where null. */
  base: bound,
  /** 裁量起点 and the most that the weights can sum up to, in percent. */
  start: bound,
  cap: bound,
  rounding: z.string().nullable().default(null),
  factors: z
    .array(
      z.strictObject({
        name: z.string(),
        values: z.array(z.strictObject({ value: z.string(), weight: z.number() })),
      }),
    )
    .default([]),
});
/** Weighted factors or a formula, where tiers are not enough. */
export type Method = z.infer<typeof methodSchema>;

export const itemSchema = z.strictObject({
  code: z.string().nullable().default(null),
  violation: z.string().min(1),
  /** The duty that is broken: 违反条款. */
  duty: z.array(z.string()).default([]),
  /** What the penalty rests on: `《…》第六十九条`. */
  law: z.array(z.string()).default([]),
  statutory: z.array(resultSchema).default([]),
  /** The statutory range and the provision as the table words them, where all rows of the item say the same. */
  statutoryText: z.string().optional(),
  lawText: z.string().optional(),
  /** False where the provision speaks of fines that could not be read: its range is then not known. */
  statutoryRead: z.boolean().default(true),
  tiers: z.array(tierSchema),
  /** False where cells of tiers could not be read: what seems to lack may stand there. */
  tiersRead: z.boolean().default(true),
  method: methodSchema.nullable().default(null),
  source: sourceSchema.optional(),
});
export type BenchmarkItem = z.infer<typeof itemSchema>;

const day = z.iso.date().nullable().default(null);

export const tableSchema = z.strictObject({
  name: z.string().min(1),
  issuer: z.string().nullable().default(null),
  region: z.string().nullable().default(null),
  from: day,
  to: day,
  /** Whether 以上 and 以下 include the number, in this table. */
  lowerIncluded: z.boolean().default(true),
  upperIncluded: z.boolean().default(true),
  items: z.array(itemSchema),
});
export type BenchmarkTable = z.infer<typeof tableSchema>;

export const unreadReasons = [
  /** Words of which it is not certain what they carry. */
  "clause-not-understood",
  /** 七万元以下九万元以下. */
  "two-upper-ends",
  "range-reversed",
  /** 一百万一十元: which place is meant is open. */
  "number-unclear",
  /** A multiple or percentage of something that is not named. */
  "base-not-named",
  "empty",
  /** A tier of no item. */
  "no-item",
  "too-long",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

/** A cell of a tier that was not read with certainty. */
export interface UnparsedCell extends BenchmarkSource {
  text: string;
  reason: UnreadReason;
  /** The words that stopped the reading. */
  at: string;
}

/** What was read of one or several files. */
export interface Benchmarks {
  tables: BenchmarkTable[];
  unparsed: UnparsedCell[];
}

export const tableFaultCodes = [
  "not-parsed",
  "malformed",
  "gap",
  "overlap",
  "outside-statute",
  "no-statute",
  "statute-not-read",
  "item-twice",
  "not-in-catalogue",
  "not-in-table",
] as const;
export type TableFaultCode = (typeof tableFaultCodes)[number];

/** Something wrong with a table itself. */
export interface TableFault {
  code: TableFaultCode;
  /** Of the table or of the catalogue. */
  source: BenchmarkSource;
  /** Code or name of the item. */
  item: string;
  /** What the text names; amounts are written out. */
  details: Record<string, string>;
}
