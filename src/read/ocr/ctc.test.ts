import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSteps } from "./ctc.js";

const characters = ["零", "壹", "贰"];

/** One step: what is likeliest, how likely, and what takes the rest. */
const step = (best: number, likelihood: number, second = best === 0 ? 1 : 0): number[] => {
  const choices = [0, 0, 0, 0];
  choices[best] = likelihood;
  choices[second] = 1 - likelihood;
  return choices;
};

const decode = (...steps: number[][]) => decodeSteps(Float32Array.from(steps.flat()), characters);

test("repetitions count once, unless nothing stands between them", () => {
  expect(decode(step(1, 1), step(1, 1), step(2, 1)).text).toBe("零壹");
  expect(decode(step(1, 1), step(0, 1), step(1, 1)).text).toBe("零零");
});

test("nothing is read where every step is empty", () => {
  expect(decode(step(0, 1), step(0, 1))).toEqual({ text: "", confidences: [], places: [] });
  expect(decode()).toEqual({ text: "", confidences: [], places: [] });
});

test("a character that nearly stood in a gap makes its neighbours less sure", () => {
  const { text, confidences } = decode(step(1, 1), step(0, 0.75, 3), step(2, 1));
  expect(text).toBe("零壹");
  expect(confidences).toEqual([0.75, 0.75]);
});

test("the end of a character is no lost character", () => {
  expect(decode(step(1, 1), step(0, 0.6, 1), step(2, 1)).confidences).toEqual([1, 1]);
});

test("each character has one confidence, from 0 to 1", () => {
  const likelihood = fc.float({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.array(likelihood, { minLength: 4, maxLength: 4 })), (steps) => {
      const { text, confidences } = decode(...steps);
      expect(confidences).toHaveLength(text.length);
      expect(confidences.every((value) => value >= 0 && value <= 1)).toBe(true);
    }),
  );
});
