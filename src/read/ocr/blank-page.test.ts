import { expect, test } from "vitest";
import type { Picture } from "../pictures/picture.js";
import { isBlank } from "./blank-page.js";

/** Paper with a scanner's noise, and squares of ink. */
const page = (ink: readonly [left: number, top: number, side: number][] = []): Picture => {
  const [width, height] = [600, 800];
  const rgb = new Uint8Array(width * height * 3);
  let state = 7;
  for (let at = 0; at < rgb.length; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    rgb[at] = 225 + ((state >> 16) % 30);
  }
  for (const [left, top, side] of ink) {
    for (let y = top; y < top + side; y++) {
      rgb.fill(60, (y * width + left) * 3, (y * width + left + side) * 3);
    }
  }
  return { width, height, rgb, dpi: 72 };
};

test("paper with noise alone is blank, so is a shadow at its edge", () => {
  expect(isBlank(page())).toBe(true);
  expect(isBlank(page([[0, 0, 8]]))).toBe(true);
});

test("one letter makes a page that is not blank", () => {
  expect(isBlank(page([[300, 400, 12]]))).toBe(false);
});
