import { expect, it } from "vitest";
import { amountTwice } from "./said-amount.js";

it.each([
  ["人民币捌仟元整（￥8,000.00）", 800_000],
  ["8，000元（大写：捌仟元整）", 800_000],
  ["人民币贰拾陆万元整（260.000.00）", 26_000_000],
  ["壹佰元伍角整(¥100.50)", 10_050],
  ["人民币捌仟元整（¥9,000.00）", undefined],
  ["捌仟元整", undefined],
  ["8,000元", undefined],
])("%s", (text, fen) => {
  expect(amountTwice(text)?.fen).toBe(fen);
});

it("says where both stand", () => {
  const text = "人民币捌仟元整（￥8,000.00）";
  const { words, figures } = amountTwice(text)!;
  expect(text.slice(...words)).toBe("捌仟元整");
  expect(text.slice(...figures)).toBe("8,000.00");
});
