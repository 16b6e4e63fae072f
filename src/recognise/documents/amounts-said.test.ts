import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInWords } from "../../values/amount-in-words.js";
import { formatYuan } from "../../values/money.js";
import { amountsSaid } from "./amounts-said.js";

const paragraph = (text: string, confidence = 1) => ({ text, page: 2, top: 0, confidence });

const amountsIn = (text: string): [unknown, unknown][] => {
  const found = amountsSaid([paragraph(text)]).map(([, { value }]) => value);
  return Array.from({ length: found.length / 2 }, (_, i) => [found[2 * i], found[2 * i + 1]]);
};

describe("amounts in words and figures", () => {
  it.each([
    ["罚款人民币捌仟元整（¥9,000.00）。", [["捌仟元整", 900_000]]],
    ["罚款人民币贰万元整(￥20000)", [["贰万元整", 2_000_000]]],
    ["处伍仟元（5000元）罚款", [["伍仟元", 500_000]]],
    ["罚款人民币贰万元整（2万元）", [["贰万元整", 2_000_000]]],
    ["罚款3000元（大写：人民币叁仟元整）", [["叁仟元整", 300_000]]],
    ["罚款（大写）肆万玖仟元整，（小写）29000元", [["肆万玖仟元整", 2_900_000]]],
    ["人民币叁佰元伍角整（¥300.50）", [["叁佰元伍角整", 30_050]]],
    [
      "没收叁佰元整（¥300.00），罚款伍仟圆整（¥5,000.00）",
      [
        ["叁佰元整", 30_000],
        ["伍仟圆整", 500_000],
      ],
    ],
  ])("are found in %s", (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts);
  });

  it.each([
    "罚款人民币贰万元整",
    "罚款壹万元整（每人5000元）",
    "罚款壹万元整（其中没收5000元）",
    "处二万元以上二十万元以下的罚款",
    "罚款伍仟元整（1）",
    "第三十条（5000元）",
  ])("are not found in %s", (text) => {
    expect(amountsIn(text)).toEqual([]);
  });

  it("are doubtful in a picture that is", () => {
    const found = amountsSaid([paragraph("捌仟元整（¥9,000.00）", 0.7)]);
    expect(found.map(([, { certain }]) => certain)).toEqual([false, false]);
  });

  it("are what was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1e11 }), (tenths) => {
        const fen = tenths * 10;
        const words = amountInWords(fen);
        expect(amountsIn(`罚款人民币${words}（¥${formatYuan(fen)}）。`)).toEqual([[words, fen]]);
      }),
    );
  });
});
