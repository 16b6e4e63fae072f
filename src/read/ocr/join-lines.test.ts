import { expect, it } from "vitest";
import { joinBroken, type PlacedLine } from "./join-lines.js";

const line = (text: string, left: number, width: number, over: Partial<PlacedLine> = {}) => ({
  ...{ text, box: { left, top: 80, width, height: 28 }, size: 26, confidence: 0.9 },
  confidences: [...text].map(() => 0.9),
  ...over,
});

const texts = (...lines: PlacedLine[]) => joinBroken(lines).map(({ text }) => text);

it("joins what touches, and doubts where it was broken", () => {
  const parts = [line("非税收入统", 130, 206), line("一票据", 325, 141, { underSeal: true })];
  expect(joinBroken(parts)).toEqual([
    {
      ...{
        text: "非税收入统一票据",
        box: { left: 130, top: 80, width: 336, height: 28 },
        size: 26,
      },
      ...{ confidence: 0.75, confidences: [0.9, 0.9, 0.9, 0.9, 0.75, 0.75, 0.9, 0.9] },
      underSeal: true,
    },
  ]);
});

it("leaves what stands apart, is of another size, or lies over it", () => {
  const first = line("案件来源", 100, 104);
  const box = { left: 200, top: 86, width: 20, height: 12 };
  expect(texts(first, line("巡查发现", 220, 104))).toHaveLength(2);
  expect(texts(first, line("日", 200, 20, { box }))).toHaveLength(2);
  expect(texts(first, line("案件来源", 102, 104))).toHaveLength(2);
  const illegible = { ...line("\uFFFD", 204, 26) };
  delete (illegible as Partial<PlacedLine>).confidences;
  expect(texts(first, illegible)).toHaveLength(2);
});
