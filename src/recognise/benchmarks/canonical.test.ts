import fc from "fast-check";
import { expect, it } from "vitest";
import { resultSchema, type Measure, type Result } from "../../model/benchmark.js";
import { canonicalWording } from "./canonical.js";
import { result } from "./measures-beside.js";
import { isUnread } from "./span.js";
import { readWording } from "./wording.js";

type Bounds = Pick<Measure, "min" | "max" | "minIncluded" | "maxIncluded">;

const included = fc.option(fc.boolean(), { nil: undefined });

const boundsOf = (value: fc.Arbitrary<number>): fc.Arbitrary<Bounds> =>
  fc
    .record({
      a: value,
      b: value,
      open: fc.constantFrom("none", "min", "max"),
      low: included,
      high: included,
    })
    .map(({ a, b, open, low, high }): Bounds => {
      if (a === b) return { min: a, max: a };
      const min = open === "min" ? null : Math.min(a, b);
      const max = open === "max" ? null : Math.max(a, b);
      return {
        min,
        max,
        ...(min !== null && low !== undefined && { minIncluded: low }),
        ...(max !== null && high !== undefined && { maxIncluded: high }),
      };
    });

/** Amounts as tables have them: whole yuan, mostly round. */
const fen = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((yuan) => yuan * 100),
  fc.integer({ min: 1, max: 5000 }).map((wan) => wan * 1_000_000),
  fc.integer({ min: 100, max: 99_999 }).map((hundreds) => hundreds * 10_000),
);
const tenths = fc.integer({ min: 1, max: 300 }).map((n) => n / 10);
const hundredths = fc.integer({ min: 1, max: 99 }).map((n) => n / 100);

const base = fc.constantFrom<Partial<Measure>[]>(
  { base: "illegal-income" },
  { base: "goods-value" },
  { base: "loss", baseText: "直接经济损失" },
  { base: "contract-price", baseText: "工程合同价款" },
  { base: "project-cost", baseText: "建设项目总投资额" },
  { base: "other", baseText: "所收费用" },
  { base: "other", baseText: "上一年度销售额" },
);

const plain = { cap: null, floor: null };
const measure: fc.Arbitrary<Measure> = fc.oneof(
  boundsOf(fen).map((bounds) => ({ unit: "yuan" as const, ...bounds, ...plain })),
  fc
    .tuple(fc.constantFrom("times" as const, "percent" as const), boundsOf(tenths), base)
    .map(([unit, bounds, of]) => ({ unit, ...bounds, ...of, ...plain })),
  boundsOf(hundredths).map((bounds) => ({ unit: "share" as const, ...bounds, ...plain })),
  fc
    .tuple(
      boundsOf(fen),
      fc.constantFrom(
        { counted: "m2", countedText: "平方米" },
        { counted: "item", countedText: "处设施" },
        { counted: "head", countedText: "人" },
        { counted: "m2", countedText: "平方米", baseText: "占地面积" },
      ),
    )
    .map(([bounds, of]) => ({ unit: "per" as const, ...bounds, ...of, ...plain })),
);

const subject = fc.constantFrom<Partial<Result>[]>(
  {},
  {},
  { subject: "citizen", subjectText: "个人" },
  { subject: "organisation", subjectText: "单位" },
  { subject: "responsible-person", subjectText: "直接负责的主管人员和其他直接责任人员" },
);
const join = fc.constantFrom<Partial<Result>[]>({}, {}, { join: "with" }, { join: "either" });
const cap = fc.option(fen, { nil: null });

const fine = fc
  .record({
    measure,
    second: fc.option(measure, { nil: undefined }),
    subject,
    join,
    optional: fc.boolean(),
    cap,
    choose: fc.constantFrom(undefined, "greater" as const, "lesser" as const),
  })
  .map(({ measure: first, second, subject: whom, join: beside, optional, cap: most, choose }) =>
    result("fine", {
      ...first,
      ...whom,
      ...beside,
      optional,
      cap: most,
      ...(second &&
        second.unit !== "share" &&
        first.unit !== "share" && { or: { ...second, ...(choose && { choose }) } }),
    }),
  );

const months = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([min, more]): Partial<Result> => ({ unit: "months", min, max: min + more }));

const beside = fc.oneof(
  fc.constantFrom(
    result("warning"),
    result("circulated-criticism"),
    result("confiscate-income"),
    result("confiscate-goods", { what: "非法财物" }),
    result("revoke-licence", { what: "营业执照" }),
    result("suspend-business", { what: "责令停产停业" }),
    result("close", { what: "责令关闭" }),
    result("order", { what: "责令限期改正" }),
    result("order", { what: "责令停止违法行为，限期改正" }),
    result("ban-from-trade", { what: "从事食品生产经营活动", lifelong: true }),
    result("ban-from-trade", { what: "从事食品生产经营活动", unit: "months", min: 60, max: 60 }),
    result("detention", { unit: "days", min: 5, max: 10 }),
    result("none", { optional: true }),
    result("mitigated"),
    result("fine", { unit: "share", min: 0 }),
    result("other", { what: "上调一个档次" }),
  ),
  months.map((lasts) => result("suspend-licence", { what: "许可证", ...lasts })),
  months.map((lasts) => result("suspend-business", { what: "责令停产整治", ...lasts })),
);

const when = fc.constantFrom<Result["when"][]>(
  null,
  { text: "逾期不改正的" },
  { text: "情节严重的" },
  {
    text: "违法所得不足10万元的",
    condition: {
      quantity: "illegal-income",
      unit: "yuan",
      min: null,
      max: 10_000_000,
      maxIncluded: false,
    },
  },
  {
    text: "货值金额1万元以上的",
    condition: { quantity: "goods-value", unit: "yuan", min: 1_000_000, max: null },
  },
);

/** Orders one after the other are one. */
const isOrderAgain = (one: Result, before: Result | undefined): boolean =>
  one.kind === "order" && before?.kind === "order";

const results = fc
  .array(
    fc
      .tuple(when, fc.array(fc.oneof(fine, beside), { minLength: 1, maxLength: 3 }))
      .map(([branch, some]) => some.map((one): Result => ({ ...one, when: branch }))),
    { minLength: 1, maxLength: 3 },
  )
  .map((branches) => branches.flat().filter((one, at, all) => !isOrderAgain(one, all[at - 1])));

it("is read as what it was written from", () => {
  fc.assert(
    fc.property(results, (model) => {
      const wording = canonicalWording(model);
      const read = readWording(wording);
      if (isUnread(read)) throw new Error(`${wording}: ${read.reason} ${read.at}`);
      expect(read.results, wording).toEqual(model);
      expect(read.warnings, wording).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it("has the form that a YAML file may have", () => {
  fc.assert(
    fc.property(results, (model) => {
      for (const one of model) expect(resultSchema.parse(one)).toEqual(one);
    }),
    { numRuns: 200 },
  );
});
