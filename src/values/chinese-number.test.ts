import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { amountInWords } from "./amount-in-words.js";
import { parseChineseDigits, parseChineseInteger } from "./chinese-number.js";

describe("parseChineseInteger", () => {
  test.each([
    ["零", 0],
    ["〇", 0],
    ["一", 1],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["二十一", 21],
    ["廿", 20],
    ["廿一", 21],
    ["三十一", 31],
    ["卅一", 31],
    ["一百零五", 105],
    ["一百〇五", 105],
    ["一百一十五", 115],
    ["一百二十四", 124],
    ["两百", 200],
    ["一千零五十", 1050],
    ["一千零五", 1005],
    ["二千", 2000],
    ["一万", 10_000],
    ["两万", 20_000],
    ["一万五千", 15_000],
    ["一万零五百", 10_500],
    ["一万五百", 10_500],
    ["十万零五千", 105_000],
    ["一百二十万", 1_200_000],
    ["三亿零五十万", 300_500_000],
    ["一万二千亿", 1_200_000_000_000],
    ["伍仟", 5000],
    ["壹拾", 10],
    ["拾贰", 12],
    ["伍拾肆万", 540_000],
    ["伍万贰仟壹佰贰拾", 52_120],
    ["伍万贰千", 52_000],
    ["貳萬參仟", 23_000],
    [" 二 十 一 ", 21],
  ])("%s", (text, value) => {
    expect(parseChineseInteger(text)).toBe(value);
  });

  test.each([
    "",
    "三千五",
    "一万五",
    "一百五",
    "一万十五",
    "二三",
    "百",
    "千",
    "万",
    "十十",
    "两",
    "五两",
    "一百零",
    "零五",
    "一百零五十",
    "五万零五千",
    "一千零零五",
    "叁佰万兀",
    "黯万玖仟",
    "12",
    "一2",
    "半",
    "几千",
    "一亿亿",
    "负五",
    "贡仟",
    "九千九百九十九万九千九百九十九亿",
  ])("refuses %s", (text) => {
    expect(parseChineseInteger(text)).toBeUndefined();
  });

  it("reads what amountInWords writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000_000_000 }), (yuan) => {
        const words = amountInWords(yuan * 100).replace(/元整$/, "");
        expect(parseChineseInteger(words)).toBe(yuan);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws and gives safe integers only", () => {
    const glyphs = fc.string({ unit: fc.constantFrom(..."零〇一二两五九十百千万亿壹拾佰仟廿x ") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), glyphs), (text) => {
        const value = parseChineseInteger(text);
        expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }),
    );
  });
});

describe("parseChineseDigits", () => {
  test.each([
    ["二〇二三", 2023],
    ["二○一五", 2015],
    ["二◯一五", 2015],
    ["二Ｏ一五", 2015],
    ["二O一五", 2015],
    ["二o一五", 2015],
    ["二0一五", 2015],
    ["二零一五", 2015],
    ["二Ο一五", 2015],
    ["贰零贰叁", 2023],
  ])("%s", (text, value) => {
    expect(parseChineseDigits(text)).toBe(value);
  });

  test.each(["", "2023", "0O00", "二十", "二〇2三", "二〇二三年"])("refuses %s", (text) => {
    expect(parseChineseDigits(text)).toBeUndefined();
  });
});
