import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import type { Line } from "../../model/pages.js";
import { openImagePictures } from "../pictures/image-pictures.js";
import { turnPicture } from "../pictures/picture.js";
import { prepareEngine } from "./engine.js";
import { ocrAvailable } from "./parts.js";
import { recognisePicture } from "./recognise-page.js";

const fixture = (name: string) =>
  readFile(new URL(`../../../fixtures/scans/${name}`, import.meta.url));

/** A page takes five seconds of an idle processor, and more of a busy one. */
vi.setConfig({ testTimeout: 180_000 });

const engine = await prepareEngine({ native: false });

const lineWith = (lines: readonly Line[], text: string): Line => {
  const found = lines.find((line) => line.text.includes(text));
  if (!found) throw new Error(`${text} is not in ${lines.map((line) => line.text).join(" / ")}`);
  return found;
};

test("every part of recognition is installed here", async () => {
  expect(await ocrAvailable()).toEqual({ available: true });
});

test("text under a red seal is read and marked; the page may stand on its head", async () => {
  const picture = await (await openImagePictures(await fixture("sealed.jpg"))).picture(1);
  const page = await recognisePicture(await engine.open(), turnPicture(picture, 2));
  expect(page.turned).toBeGreaterThan(179);
  expect(page.turned).toBeLessThan(183);
  expect(lineWith(page.lines, "二〇二四年三月十八日").underSeal).toBe(true);
  expect(lineWith(page.lines, "月十八日").confidence).toBeLessThan(0.8);
  const plain = lineWith(page.lines, "￥30,000.00");
  expect(plain.underSeal).toBeUndefined();
  expect(plain.confidences).toHaveLength(plain.text.length);
  expect(plain.confidence).toBe(Math.min(...plain.confidences!));
  expect(plain.size).toBeGreaterThan(12);
  expect(plain.size).toBeLessThan(18);
});

test("paper is blank", async () => {
  const rgb = new Uint8Array(600 * 800 * 3).fill(245);
  const page = await recognisePicture(await engine.open(), {
    width: 600,
    height: 800,
    rgb,
    dpi: 72,
  });
  expect(page).toMatchObject({ state: "blank", lines: [] });
});
