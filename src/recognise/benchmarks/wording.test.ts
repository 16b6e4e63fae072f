import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOfRange } from "../../values/share-of-range.js";
import type { Result } from "../../model/benchmark.js";
import { amountBy, readMethod } from "./method.js";
import { isUnread } from "./span.js";
import { readTiers } from "./tiers-in-text.js";
import { readWording, type Wording } from "./wording.js";

const wan = 1_000_000;

const read = (text: string): Wording => {
  const wording = readWording(text);
  if (isUnread(wording)) throw new Error(`${text}: ${wording.reason} ${wording.at}`);
  return wording;
};

/** What a result says, without what it does not. */
const said = (results: readonly Result[]): object[] =>
  results.map((one) =>
    Object.fromEntries(
      Object.entries(one).filter(([, value]) => value !== null && value !== false),
    ),
  );

const fine = (more: object) => ({ kind: "fine", ...more });
const yuan = (min: number | undefined, max: number | undefined, more: object = {}) =>
  fine({
    unit: "yuan",
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...more,
  });

const income = (min: number | undefined, max: number, more: object = {}) => ({
  quantity: "illegal-income",
  unit: "yuan",
  min: min ?? null,
  max,
  ...more,
});

const meanings: readonly (readonly [wording: string, meaning: object[]])[] = [
  ["处一万元以上三万元以下罚款", [yuan(wan, 3 * wan)]],
  ["处1万元以上3万元以下的罚款", [yuan(wan, 3 * wan)]],
  ["处五千元以下罚款", [yuan(undefined, 500_000)]],
  ["可处五千元以下罚款", [yuan(undefined, 500_000, { optional: true })]],
  ["可以处五千元以下罚款", [yuan(undefined, 500_000, { optional: true })]],
  ["处二十万元罚款", [yuan(20 * wan, 20 * wan)]],
  ["处二万元以上罚款", [yuan(2 * wan, undefined)]],
  ["处二百以上五百元以下的罚款", [yuan(20_000, 50_000)]],
  ["处七十万以上一百万元以下罚款", [yuan(70 * wan, 100 * wan)]],
  ["处1-3万元罚款", [yuan(wan, 3 * wan)]],
  ["5000—10000元", [yuan(500_000, wan)]],
  ["1万～3万元", [yuan(wan, 3 * wan)]],
  [
    "处违法所得一倍以上三倍以下罚款",
    [fine({ unit: "times", min: 1, max: 3, base: "illegal-income" })],
  ],
  ["处违法所得1倍罚款", [fine({ unit: "times", min: 1, max: 1, base: "illegal-income" })]],
  [
    "货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款",
    [
      yuan(5 * wan, 10 * wan, {
        join: "with",
        when: {
          text: "货值金额不足一万元的",
          condition: {
            quantity: "goods-value",
            unit: "yuan",
            min: null,
            max: wan,
            maxIncluded: false,
          },
        },
      }),
      fine({
        unit: "times",
        min: 10,
        max: 20,
        base: "goods-value",
        join: "with",
        when: {
          text: "货值金额一万元以上的",
          condition: { quantity: "goods-value", unit: "yuan", min: wan, max: null },
        },
      }),
    ],
  ],
  [
    "处违法所得1.6倍以上2.4倍以下罚款",
    [fine({ unit: "times", min: 1.6, max: 2.4, base: "illegal-income" })],
  ],
  [
    "没收违法所得，并处一万元罚款",
    [{ kind: "confiscate-income" }, yuan(wan, wan, { join: "with" })],
  ],
  [
    "没收违法所得，可以并处一万元以下罚款",
    [{ kind: "confiscate-income" }, yuan(undefined, wan, { join: "with", optional: true })],
  ],
  ["单处或者并处一万元以下罚款", [yuan(undefined, wan, { join: "either" })]],
  [
    "没有违法所得或者违法所得不足十万元的，并处十万元以上二十万元以下罚款；违法所得十万元以上的，并处违法所得二倍以上五倍以下罚款",
    [
      yuan(10 * wan, 20 * wan, {
        join: "with",
        when: {
          text: "没有违法所得或者违法所得不足十万元的",
          condition: income(undefined, 10 * wan, { maxIncluded: false }),
        },
      }),
      fine({
        unit: "times",
        min: 2,
        max: 5,
        base: "illegal-income",
        join: "with",
        when: {
          text: "违法所得十万元以上的",
          condition: { quantity: "illegal-income", unit: "yuan", min: 10 * wan, max: null },
        },
      }),
    ],
  ],
  [
    "处建设项目总投资额百分之一以上百分之二以下的罚款",
    [fine({ unit: "percent", min: 1, max: 2, base: "project-cost", baseText: "建设项目总投资额" })],
  ],
  [
    "对责任人员可以处上一年度从本单位取得收入10%以上20%以下的罚款",
    [
      fine({
        unit: "percent",
        min: 10,
        max: 20,
        base: "other",
        baseText: "上一年度从本单位取得收入",
        subject: "responsible-person",
        subjectText: "责任人员",
        optional: true,
      }),
    ],
  ],
  [
    "按照直接损失的百分之三十计算罚款，但是最高不超过一百万元",
    [
      fine({
        unit: "percent",
        min: 30,
        max: 30,
        base: "loss",
        baseText: "直接损失",
        cap: 100 * wan,
      }),
    ],
  ],
  [
    "处所收费用三倍以上四倍以下的罚款",
    [fine({ unit: "times", min: 3, max: 4, base: "other", baseText: "所收费用" })],
  ],
  [
    "处合同价款百分之二以上百分之四以下的罚款",
    [fine({ unit: "percent", min: 2, max: 4, base: "contract-price", baseText: "合同价款" })],
  ],
  [
    "处临时建设工程造价一倍以下的罚款",
    [fine({ unit: "times", max: 1, base: "project-cost", baseText: "临时建设工程造价" })],
  ],
  [
    "处所需处置费用三倍以上五倍以下的罚款，所需处置费用不足二十万元的，按二十万元计算",
    [
      fine({
        unit: "times",
        min: 3,
        max: 5,
        base: "other",
        baseText: "所需处置费用",
        baseFloor: 20 * wan,
      }),
    ],
  ],
  [
    "按照占地面积处每平方米一千元罚款",
    [
      fine({
        unit: "per",
        min: 100_000,
        max: 100_000,
        counted: "m2",
        countedText: "平方米",
        baseText: "占地面积",
      }),
    ],
  ],
  [
    "每处设施处五千元以上一万元以下罚款",
    [fine({ unit: "per", min: 500_000, max: wan, counted: "item", countedText: "处设施" })],
  ],
  [
    "每亩处500元罚款",
    [fine({ unit: "per", min: 50_000, max: 50_000, counted: "mu", countedText: "亩" })],
  ],
  [
    "每人500元",
    [fine({ unit: "per", min: 50_000, max: 50_000, counted: "head", countedText: "人" })],
  ],
  [
    "每日处一千元罚款",
    [fine({ unit: "per", min: 100_000, max: 100_000, counted: "day", countedText: "日" })],
  ],
  [
    "对单位处一万元以上三万元以下，对个人处五百元以上一千元以下的罚款",
    [
      yuan(wan, 3 * wan, { subject: "organisation", subjectText: "单位" }),
      yuan(50_000, 100_000, { subject: "citizen", subjectText: "个人" }),
    ],
  ],
  [
    "责令改正，给予警告；拒不改正的，处五千元以上五万元以下罚款；情节严重的，责令停产停业",
    [
      { kind: "order", what: "责令改正" },
      { kind: "warning" },
      yuan(500_000, 5 * wan, { when: { text: "拒不改正的" } }),
      { kind: "suspend-business", what: "责令停产停业", when: { text: "情节严重的" } },
    ],
  ],
  [
    "处二十万元以上七十万元以下罚款（每增加1个超标因子增加一万元，不足整数倍的四舍五入）",
    [yuan(20 * wan, 70 * wan, { formula: "每增加1个超标因子增加一万元，不足整数倍的四舍五入" })],
  ],
  [
    "两年内被处罚2次的以该档次最高限度处罚；3次以上的上调一个档次",
    [
      fine({
        unit: "share",
        min: 1,
        max: 1,
        base: "other",
        baseText: "该档次",
        when: {
          text: "两年内被处罚2次的",
          condition: { quantity: "times", unit: "count", min: 2, max: 2 },
        },
      }),
      {
        kind: "other",
        what: "上调一个档次",
        when: {
          text: "3次以上的",
          condition: { quantity: "times", unit: "count", min: 3, max: null },
        },
      },
    ],
  ],
  ["减轻处罚", [{ kind: "mitigated" }]],
  ["从轻处罚", [fine({ unit: "share", min: 0 })]],
  ["不予处罚", [{ kind: "none" }]],
  ["可以不予处罚", [{ kind: "none", optional: true }]],
  ["免予处罚", [{ kind: "none" }]],
  ["给予警告", [{ kind: "warning" }]],
  ["予以通报批评", [{ kind: "circulated-criticism" }]],
  [
    "责令停产停业1个月以上3个月以下",
    [{ kind: "suspend-business", unit: "months", min: 1, max: 3, what: "责令停产停业" }],
  ],
  [
    "暂扣许可证三个月至六个月",
    [{ kind: "suspend-licence", unit: "months", min: 3, max: 6, what: "许可证" }],
  ],
  ["限制从业五年", [{ kind: "ban-from-trade", unit: "months", min: 60, max: 60, what: "从业" }]],
  [
    "五年内不得从事食品生产经营",
    [{ kind: "ban-from-trade", unit: "months", min: 60, max: 60, what: "从事食品生产经营" }],
  ],
  [
    "终身不得从事食品生产经营",
    [{ kind: "ban-from-trade", what: "从事食品生产经营", lifelong: true }],
  ],
  [
    "处上一年度销售额1%以上10%以下的罚款",
    [fine({ unit: "percent", min: 1, max: 10, base: "other", baseText: "上一年度销售额" })],
  ],
  [
    "处上一年度营业额百分之五以下罚款",
    [fine({ unit: "percent", max: 5, base: "other", baseText: "上一年度营业额" })],
  ],
  [
    "处以三万元以上或者违法所得三倍以上罚款，取其高者",
    [
      yuan(3 * wan, undefined, {
        or: {
          unit: "times",
          min: 3,
          max: null,
          base: "illegal-income",
          cap: null,
          floor: null,
          choose: "greater",
        },
      }),
    ],
  ],
];

describe("the meaning of published wordings", () => {
  it.each(meanings)("%s", (wording, meaning) => {
    expect(said(read(wording).results)).toEqual(meaning);
  });

  it("gives the tiers of a general rule as shares of the range", () => {
    const tiers = readTiers(
      "从轻：法定最低限至幅度30%以下；一般：30%以上70%以下；从重：70%以上至最高限",
    );
    if (!tiers || isUnread(tiers)) throw new Error("unread");
    const statutory = { min: 2 * wan, max: 20 * wan };
    const inWan = tiers.map(({ name, results: [one] }) => [
      name,
      ...[one?.min ?? NaN, one?.max ?? NaN].map(
        (share) => (shareOfRange(share, statutory) ?? NaN) / wan,
      ),
    ]);
    expect(inWan).toEqual([
      ["从轻", 2, 7.4],
      ["一般", 7.4, 14.6],
      ["从重", 14.6, 20],
    ]);
  });

  it("takes the mean for the middle of the range", () => {
    const tiers = readTiers(
      "从重不得低于最高与最低罚款数额的平均值；从轻应当低于平均值；一般按平均金额",
    );
    if (!tiers || isUnread(tiers)) throw new Error("unread");
    expect(tiers.map(({ name, results }) => [name, ...said(results)])).toEqual([
      ["从重", fine({ unit: "share", min: 0.5, minIncluded: true })],
      // `false` is left out by `said`; the end is checked below.
      ["从轻", fine({ unit: "share", max: 0.5 })],
      ["一般", fine({ unit: "share", min: 0.5, max: 0.5 })],
    ]);
    expect(tiers[1]?.results[0]?.maxIncluded).toBe(false);
  });

  it("takes a missing end of the statute by percent of the one there is", () => {
    const tiers = readTiers(
      "只规定最高没有最低：从轻一般按最高的20%确定，一般按50%；只规定最低没有最高：从重一般按最低的5倍，一般按2倍",
    );
    if (!tiers || isUnread(tiers)) throw new Error("unread");
    expect(
      tiers.map(({ name, results: [one] }) => [
        name,
        one?.when?.text,
        one?.unit,
        one?.min,
        one?.baseText,
      ]),
    ).toEqual([
      ["从轻", "只规定最高没有最低", "percent", 20, "最高"],
      ["一般", "只规定最高没有最低", "percent", 50, "最高"],
      ["从重", "只规定最低没有最高", "times", 5, "最低"],
      ["一般", "只规定最低没有最高", "times", 2, "最低"],
    ]);
  });

  it("multiplies the sum of weights by the maximum", () => {
    const method = readMethod(
      "罚款金额=裁量百分值总和×20万（裁量起点10%，总和超过100%的按100%计）",
    );
    if (!method) throw new Error("unread");
    expect(method).toMatchObject({
      formula: "sum-of-maximum",
      base: 20 * wan,
      start: 10,
      cap: 100,
    });
    expect(amountBy(method, 25, { min: null, max: null })).toBe(7 * wan);
    expect(amountBy(method, 200, { min: null, max: null })).toBe(20 * wan);
  });

  it("adds weights of the range to its lower end", () => {
    const method = readMethod("罚款=[Y+Σ裁量百分值×（1－Y）]×法定最高罚款，Y=法定最低/法定最高");
    if (!method) throw new Error("unread");
    expect(amountBy(method, 5, { min: 2 * wan, max: 20 * wan })).toBe(2_900_000);
    expect(amountBy(method, 5, { min: 2 * wan, max: null })).toBeUndefined();
  });
});

describe("malformed ranges", () => {
  it.each([
    ["处二百以上五百元以下的罚款", "unit-elided", 20_000, 50_000],
    ["处5000-1万元罚款", "", 500_000, wan],
    ["处二十万元以上三十万元以下元罚款", "stray-word", 20 * wan, 30 * wan],
    ["对责任人员处上一年度从本单位取得收入35以上50％以下的罚款", "unit-elided", 35, 50],
    ["对责任人员处上一年度从本单位取得收入20%以上30%的罚款", "upper-word-missing", 20, 30],
  ])("%s has one reading", (text, warning, min, max) => {
    const { results, warnings } = read(text);
    expect(results[0]).toMatchObject({ kind: "fine", min, max });
    expect(warnings).toEqual(warning === "" ? [] : [warning]);
  });

  it.each([
    ["处七万元以下九万元以下罚款", "two-upper-ends"],
    ["处一百万一十元以上一百三十万元以下罚款", "number-unclear"],
    ["处一万五以上三万元以下罚款", "number-unclear"],
    ["处100万元以上50万元以下罚款", "range-reversed"],
    ["处一倍以上三倍以下罚款", "base-not-named"],
    ["处10%以上20%以下罚款", "base-not-named"],
    ["处十万余元罚款", "clause-not-understood"],
    ["处罚款", "clause-not-understood"],
    ["", "empty"],
    ["处一万元罚款，视情况加重", "clause-not-understood"],
    ["吊销许可证三年内不得申请", "clause-not-understood"],
    ["从快处理", "clause-not-understood"],
  ])("%s is not guessed at", (text, reason) => {
    expect(readWording(text)).toMatchObject({ reason });
  });
});

describe("numbers that are no money", () => {
  it.each([
    "500头以上1000头以下",
    "处500头以上1000头以下罚款",
    "超标0.2倍以上",
    "10分钟以上30分钟以下",
    "县级以上",
    "较大以上突发环境事件",
    "两年内3次以上",
    "排放量10吨以上20吨以下",
  ])("%s is no fine", (text) => {
    expect(isUnread(readWording(text))).toBe(true);
  });
});

it("says what a bracket says of the ends", () => {
  expect(read("处一万元以上（含本数）三万元以下（不含本数）罚款").results[0]).toMatchObject({
    minIncluded: true,
    maxIncluded: false,
  });
  expect(read("处超过一万元不满三万元的罚款").results[0]).toMatchObject({
    min: wan,
    max: 3 * wan,
    minIncluded: false,
    maxIncluded: false,
  });
});

it("reads any text in no time", () => {
  const glyphs = fc.constantFrom(
    ..."处一二十百万元以上下倍罚款的，；（）每按对并可收入率%0123.-或者没收责令平方米",
  );
  fc.assert(
    fc.property(fc.array(glyphs, { maxLength: 1200 }), (text) => {
      const start = performance.now();
      readWording(text.join(""));
      expect(performance.now() - start).toBeLessThan(500);
    }),
    { numRuns: 60 },
  );
  for (const long of [
    "每",
    "对个人",
    "一万元以上",
    "违法所得",
    "的，",
    "责令",
    "没收违法所得、",
    "(每",
    "处以",
  ]) {
    const start = performance.now();
    readWording(long.repeat(400).slice(0, 1200));
    expect(performance.now() - start, long).toBeLessThan(500);
  }
});
