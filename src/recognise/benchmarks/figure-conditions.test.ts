import { describe, expect, it } from "vitest";
import { countedUnit, figureConditions } from "./figure-conditions.js";

const counted = (unit: string, min: number | null, max: number | null) => ({
  ...{ quantity: "counted", unit, min, max },
});
const yuan = (quantity: string, min: number | null, max: number | null) => ({
  ...{ quantity, unit: "yuan", min, max },
});

describe("conditions that are numbers alone", () => {
  it.each([
    ["面积不足50平方米的", [counted("平方米", null, 50)]],
    ["占用面积50㎡以上100㎡以下", [counted("平方米", 50, 100)]],
    ["数量为10吨以上", [counted("吨", 10, null)]],
    ["货值金额不足一万元的", [yuan("goods-value", null, 1_000_000)]],
    ["违法所得一万元以上三万元以下", [yuan("illegal-income", 1_000_000, 3_000_000)]],
    ["一年内被处罚三次以上", [{ quantity: "times", unit: "count", min: 3, max: null }]],
    [
      "面积超过100平方米的；违法所得十万元以上的",
      [counted("平方米", 100, null), yuan("illegal-income", 10_000_000, null)],
    ],
    ["", []],
  ])("%s", (text, wanted) => {
    expect(figureConditions(text)).toMatchObject(wanted);
    expect(figureConditions(text)).toHaveLength(wanted.length);
  });

  it.each([
    "两年内三次以上",
    "初次违法",
    "面积50平方米以上且拒不改正的",
    "距离居民区50米以内，夜间施工的",
    "造成较大以上突发环境事件",
    "超标0.2倍以上",
    "区域类型：城区",
  ])("%s takes judgement, or is of what no ledger keeps", (text) => {
    expect(figureConditions(text)).toEqual([null]);
  });

  it("units have one spelling", () => {
    expect(["㎡", "m2", "平米", "平方米"].map(countedUnit)).toEqual(Array(4).fill("平方米"));
  });
});
