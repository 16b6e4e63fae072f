import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInclusion, parsePenaltyRange } from "./penalty-range.js";

describe("parsePenaltyRange", () => {
  it.each([
    ["处一万元以上三万元以下罚款", 1_000_000, 3_000_000],
    ["可以处5000元以下的罚款", undefined, 500_000],
    ["1-3万元", 1_000_000, 3_000_000],
    ["给予警告，处5000元以上5万元以下罚款", 500_000, 5_000_000],
    ["处五千元以上五万元以下罚款；拒不改正的，责令停业整治", 500_000, 5_000_000],
  ])("%s", (text, minimum, maximum) => {
    const range = parsePenaltyRange(text);
    expect([range?.minimum, range?.maximum]).toEqual([minimum, maximum]);
  });

  it.each([
    "处违法所得一倍以上三倍以下罚款",
    "没收违法所得，处五千元以上五万元以下罚款",
    "处五千元以上五万元以下罚款；情节严重的，处五万元以上十万元以下罚款",
    "对单位处一万元以上三万元以下，对个人处五百元以上一千元以下的罚款",
    "货值金额不足一万元的，处五万元以上十万元以下罚款",
    "每平方米处一千元罚款",
    "",
  ])("reads nothing from %j", (text) => {
    expect(parsePenaltyRange(text)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => [parsePenaltyRange(text), parseInclusion(text)]).not.toThrow();
      }),
    );
  });
});
