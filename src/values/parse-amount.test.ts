import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { amountInWords } from "./amount-in-words.js";
import { numberAsAmount, parseAmount } from "./parse-amount.js";

describe("parseAmount in a column of yuan", () => {
  test.each([
    ["5000", 500_000, false],
    ["5,000.00", 500_000, false],
    ["5000.0000", 500_000, false],
    ["0", 0, false],
    ["0.5", 50, false],
    ["二千", 200_000, false],
    ["伍仟", 500_000, false],
    ["¥5,000.00", 500_000, true],
    ["￥80000.00", 8_000_000, true],
    ["(￥30000)", 3_000_000, true],
    ["5000元", 500_000, true],
    ["5,000元", 500_000, true],
    ["5,000.00元", 500_000, true],
    ["５，０００．００元", 500_000, true],
    ["0.5万元", 500_000, true],
    ["0.5万", 500_000, true],
    ["2万", 2_000_000, true],
    ["6万元", 6_000_000, true],
    ["8.0（万元）", 8_000_000, true],
    ["8.0（万元", 8_000_000, true],
    ["1.005万元", 1_005_000, true],
    ["0.000001万元", 1, true],
    ["5千元", 500_000, true],
    ["1.2亿元", 12_000_000_000, true],
    ["1亿2000万元", 12_000_000_000, true],
    ["23万5000元", 23_500_000, true],
    ["罚款2000元", 200_000, true],
    ["处以罚款5000元", 500_000, true],
    ["处罚款6万元", 6_000_000, true],
    ["并处8万元罚款", 8_000_000, true],
    ["处人民币二千元罚款", 200_000, true],
    ["计金额23178.30元", 2_317_830, true],
    ["人民币伍仟元整", 500_000, true],
    ["伍仟圆整", 500_000, true],
    ["伍仟圓正", 500_000, true],
    ["伍拾肆万元整", 54_000_000, true],
    ["人民币伍万贰仟壹佰贰拾元", 5_212_000, true],
    ["伍万贰千元", 5_200_000, true],
    ["叁佰元伍角", 30_050, true],
    ["壹拾元零伍分", 1005, true],
    ["叁佰贰拾伍元壹角肆分", 32_514, true],
    ["伍角", 50, true],
    ["三分", 3, true],
    ["二千元", 200_000, true],
    ["5万伍仟元", 5_500_000, true],
    ["2万3千元", 2_300_000, true],
    ["2万3千", 2_300_000, true],
    ["行政罚款人民币伍万元整", 5_000_000, true],
    ["罚款（大写），人民币伍拾肆万元整", 54_000_000, true],
    ["罚款人民币伍仟元整（¥5,000.00）", 500_000, true],
    ["罚款人民币捌万元整(￥80000.00)", 8_000_000, true],
    ["6万元（60000）", 6_000_000, true],
    ["60000（陆万元整）", 6_000_000, true],
    ["大写：伍仟元整 小写：5000元", 500_000, true],
    ["5000元（大写：伍仟元整）", 500_000, true],
    ["5000元。", 500_000, true],
  ])("%s", (text, fen, unitInText) => {
    expect(parseAmount(text, "yuan")).toEqual({ fen, approximate: false, unitInText });
  });

  test.each([
    ["10万余元", 10_000_000],
    ["10余万元", 10_000_000],
    ["5000余元", 500_000],
    ["三千多元", 300_000],
    ["约113.5万元", 113_500_000],
    ["5000元左右", 500_000],
  ])("%s is approximate", (text, fen) => {
    expect(parseAmount(text, "yuan")).toEqual({ fen, approximate: true, unitInText: true });
  });

  test.each([
    "",
    "元",
    "万元",
    "百元",
    "无",
    "/",
    "叁佰万兀",
    "三千五",
    "2万3",
    "5千5",
    "35以上50%",
    "30%",
    "黯万玖仟元",
    "肆万玖仟元（¥29,000）",
    "6万元（6）",
    "1万～3万元",
    "1-3万元",
    "5000—10000元",
    "一万元以上三万元以下",
    "二百以上五百元以下",
    "5000元、3000元",
    "5000元,3000元",
    "5000 3000",
    "5000\n3000",
    "500，300",
    "5 000元",
    "各罚款175万元",
    "每日100元",
    "每平方米一千元",
    "加处罚款5000元",
    "余额5000元",
    "余5000元",
    "-5000",
    "1E+05",
    "5000,30",
    "10,00",
    "05000",
    ".5万元",
    "5000.",
    "0.001元",
    "0.0000001万元",
    "1.5000元",
    "①5000元",
    "1.罚款5000元",
    "$5000",
    "5000美元",
    "5000元/次",
    "几千元",
    "违法所得一倍",
    "一万五",
    "5000元元",
    "伍仟元零",
    "5.5元伍角",
    "99999999999999999元",
    "陆阵元",
    "贡仟元",
    "伍伯元",
  ])("refuses %j", (text) => {
    expect(parseAmount(text, "yuan")).toBeUndefined();
  });
});

describe("parseAmount in a column of 万元", () => {
  test.each([
    ["0.2", 200_000, false],
    ["8.00", 8_000_000, false],
    ["54.00", 54_000_000, false],
    ["0.000001", 1, false],
    ["1.005", 1_005_000, false],
    ["二十", 20_000_000, false],
    ["2万", 2_000_000, true],
    ["2000元", 200_000, true],
    ["8.0（万元）", 8_000_000, true],
    ["二万", 2_000_000, true],
    ["罚款人民币伍仟元整（¥5,000.00）", 500_000, true],
    ["6（陆万元整）", 6_000_000, true],
  ])("%s", (text, fen, unitInText) => {
    expect(parseAmount(text, "wan")).toEqual({ fen, approximate: false, unitInText });
  });

  test.each(["0.0000001", "¥5,000.00", "伍仟", "2千"])("refuses %s", (text) => {
    expect(parseAmount(text, "wan")).toBeUndefined();
  });
});

const anyFen = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const commonFen = fc.integer({ min: 0, max: 1_000_000_000 });

describe("parseAmount", () => {
  it("reads its own numbers back in every notation", () => {
    fc.assert(
      fc.property(fc.oneof(commonFen, anyFen), (fen) => {
        const yuan = `${BigInt(fen) / 100n}.${String(fen % 100).padStart(2, "0")}`;
        const wan = `${BigInt(fen) / 1_000_000n}.${String(fen % 1_000_000).padStart(6, "0")}`;
        const grouped = yuan.replace(/\B(?=(\d{3})+\.)/g, ",");
        const forms = [
          yuan,
          grouped,
          `${grouped}元`,
          `¥${grouped}`,
          `${wan}万元`,
          amountInWords(fen),
        ];
        const both = `罚款人民币${amountInWords(fen)}（¥${grouped}）`;
        expect([...forms, both].map((form) => parseAmount(form, "yuan")?.fen)).toEqual(
          Array<number>(7).fill(fen),
        );
        expect(parseAmount(wan, "wan")?.fen).toBe(fen);
      }),
      { numRuns: 500 },
    );
  });

  it("refuses words and digits that differ", () => {
    fc.assert(
      fc.property(commonFen, commonFen, (a, b) => {
        fc.pre(a !== b);
        expect(parseAmount(`${amountInWords(a)}（¥${b / 100}）`, "yuan")).toBeUndefined();
      }),
    );
  });

  it("never throws and gives whole fen", () => {
    const glyphs = fc.string({
      unit: fc.constantFrom(..."0159.,元万千百十亿角分整五壹仟零约余¥()罚款 "),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), glyphs), fc.constantFrom("yuan", "wan"), (text, unit) => {
        const fen = parseAmount(text, unit)?.fen;
        expect(fen === undefined || (Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes no long time over a hostile text", () => {
    const start = performance.now();
    for (const text of [
      "罚款".repeat(50),
      "大写".repeat(60),
      "1".repeat(120),
      `${"计,".repeat(59)}x`,
    ]) {
      expect(parseAmount(text, "yuan")).toBeUndefined();
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("amountInWords", () => {
  test.each([
    [0, "零元整"],
    [1, "壹分"],
    [50, "伍角整"],
    [55, "伍角伍分"],
    [1000, "壹拾元整"],
    [1005, "壹拾元零伍分"],
    [30_050, "叁佰元伍角整"],
    [500_000, "伍仟元整"],
    [600_714, "陆仟零柒元壹角肆分"],
    [140_950, "壹仟肆佰零玖元伍角整"],
    [10_700_053, "壹拾万柒仟元伍角叁分"],
    [5_212_000, "伍万贰仟壹佰贰拾元整"],
    [54_000_000, "伍拾肆万元整"],
    [10_000_500_000, "壹亿零伍仟元整"],
    [1_050_000, "壹万零伍佰元整"],
    [100_000_000_000_000, "壹万亿元整"],
    [100_000_000_000_500, "壹万亿零伍元整"],
  ])("%d fen", (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });

  test.each([-1, 0.5, NaN, 2 ** 53])("refuses %d", (fen) => {
    expect(() => amountInWords(fen)).toThrow(RangeError);
  });
});

describe("numberAsAmount", () => {
  test.each([
    [0.2, "wan", 200_000],
    [8.1, "wan", 8_100_000],
    [1.005, "wan", 1_005_000],
    [0.1 + 0.2, "wan", 300_000],
    [54, "wan", 54_000_000],
    [5000, "yuan", 500_000],
    [23178.3, "yuan", 2_317_830],
    [23178.3 + 32470.43, "yuan", 5_564_873],
    [0.1 + 0.2, "yuan", 30],
    [0, "yuan", 0],
    [1.005, "yuan", undefined],
    [0.0000001, "wan", undefined],
    [0.1234564, "wan", undefined],
    [-1, "yuan", undefined],
    [NaN, "yuan", undefined],
    [Infinity, "wan", undefined],
    [1e15, "yuan", undefined],
  ] as const)("%d %s", (number, unit, fen) => {
    expect(numberAsAmount(number, unit)).toBe(fen);
  });

  it("finds the fen behind the nearest float", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
        expect(numberAsAmount(fen / 100, "yuan")).toBe(fen);
        expect(numberAsAmount(fen / 1_000_000, "wan")).toBe(fen);
      }),
    );
  });
});
