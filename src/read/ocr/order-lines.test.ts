import { expect, test } from "vitest";
import { inReadingOrder } from "./order-lines.js";

const line = (text: string, left: number, top: number, height = 20) => ({
  text,
  box: { left, top, width: 50, height },
});

const order = (...lines: ReturnType<typeof line>[]) =>
  inReadingOrder(lines).map(({ text }) => text);

test("rows come from above to below, cells of a row from left to right", () => {
  const cells = [line("丁", 200, 103), line("乙", 200, 2), line("丙", 10, 100), line("甲", 10, 0)];
  expect(order(...cells)).toEqual(["甲", "乙", "丙", "丁"]);
});

test("lines that merely touch are rows of their own", () => {
  expect(order(line("右上", 300, 0), line("左下", 0, 15))).toEqual(["右上", "左下"]);
});

test("a small sign beside tall letters stands in their row", () => {
  expect(order(line("标题", 0, 0, 60), line("（一）", 200, 22, 16))).toEqual(["标题", "（一）"]);
});

test("a slope of many lines does not become one row", () => {
  const steps = Array.from({ length: 6 }, (_, index) => line(String(index), -index, index * 12));
  expect(order(...steps)[0]).not.toBe("5");
});
