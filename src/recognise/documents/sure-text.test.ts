import fc from "fast-check";
import { expect, it } from "vitest";
import type { Line } from "../../model/pages.js";
import { cutText, joinTexts, surenessOf, sureText, trimmedText } from "./sure-text.js";

const line = (text: string, confidences: readonly number[], over: Partial<Line> = {}): Line => ({
  ...{ text, box: null, size: 10, confidence: Math.min(...confidences), confidences },
  ...over,
});

it("is as sure as the least certain letter or digit of it", () => {
  const said = sureText(line("罚[2024]9", [0.9, 0.1, 0.8, 0.8, 0.8, 0.8, 0.1, 0.7]));
  expect(said.confidence).toBe(0.7);
  expect(cutText(said, 0, 7).confidence).toBe(0.8);
  expect(cutText(said, 0, 1).confidence).toBe(0.9);
  expect(surenessOf(cutText(said, 0, 7), /\[/)).toBe(0.1);
});

it("is certain where the file holds the text, and doubtful under a seal", () => {
  const written = line("五月", [1, 1], { confidence: null });
  expect(sureText(written)).toEqual({ text: "五月", confidence: 1 });
  expect(sureText(line("五月", [1, 0.9], { underSeal: true })).confidence).toBe(0.75);
});

it("has no rule on which somebody signed", () => {
  expect(trimmedText(sureText(line("_方仲平", [0.2, 0.9, 0.9, 0.9])))).toEqual({
    ...{ text: "方仲平", confidence: 0.9, confidences: [0.9, 0.9, 0.9] },
  });
});

it("keeps to its characters what is cut from texts that were joined", () => {
  const part = fc
    .array(
      fc.tuple(fc.constantFrom("甲", "1", "，", " "), fc.double({ min: 0, max: 1, noNaN: true })),
    )
    .map((letters) =>
      line(
        letters.map(([letter]) => letter).join(""),
        letters.map(([, confidence]) => confidence),
        { confidence: Math.min(1, ...letters.map(([, confidence]) => confidence)) },
      ),
    );
  fc.assert(
    fc.property(fc.array(part), fc.nat(40), fc.nat(40), (lines, a, b) => {
      const whole = joinTexts(lines.map(sureText), "；");
      const said = cutText(whole, Math.min(a, b), Math.max(a, b));
      const flat = lines.flatMap(({ confidences = [] }, at) => [
        ...(at ? [1] : []),
        ...confidences,
      ]);
      const expected = flat
        .slice(Math.min(a, b), Math.max(a, b))
        .filter((_, at) => /[甲1]/.test(said.text[at] ?? ""));
      expect(said.confidence).toBe(Math.min(1, ...expected));
    }),
  );
});
