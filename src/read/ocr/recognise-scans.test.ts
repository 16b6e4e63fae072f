import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import type { Line, Page, PagedFile } from "../../model/pages.js";
import { temporaryFolder } from "../files.fixture.js";
import { openImagePictures } from "../pictures/image-pictures.js";
import { turnPicture } from "../pictures/picture.js";
import { prepareEngine } from "./engine.js";
import { openOcrCache } from "./ocr-cache.js";
import { ocrAvailable } from "./parts.js";
import { recognisePicture } from "./recognise-page.js";
import { recogniseScans } from "./recognise-scans.js";

const fixture = (name: string) =>
  readFile(new URL(`../../../fixtures/scans/${name}`, import.meta.url));

/** A page takes five seconds of an idle processor, and more of a busy one. */
vi.setConfig({ testTimeout: 180_000 });

const engine = await prepareEngine({ native: false });

const unread = (number: number): Page => ({
  number,
  width: 595,
  height: 842,
  state: "unreadable",
  reason: "not-recognised",
  lines: [],
  pictured: 1,
});

const photoPage: Page = {
  number: 1,
  width: 595,
  height: 842,
  state: "text",
  lines: [{ text: "现场照片", box: null, size: 15, confidence: null }],
  pictured: 0.3,
};

const mixed: PagedFile = {
  file: "案卷.pdf",
  format: "pdf",
  pages: [photoPage, unread(2)],
  seals: [],
};

const lineWith = (lines: readonly Line[], text: string): Line => {
  const found = lines.find((line) => line.text.includes(text));
  if (!found) throw new Error(`${text} is not in ${lines.map((line) => line.text).join(" / ")}`);
  return found;
};

test("every part of recognition is installed here", async () => {
  expect(await ocrAvailable()).toEqual({ available: true });
});

test("a scan in a PDF is read once; a page of text beside it stays; the second run takes it from the cache", async () => {
  const cache = openOcrCache({ folder: temporaryFolder() });
  const bytes = await fixture("text-and-scan.pdf");
  const recognised: number[] = [];
  const options = { engine, cache, onPage: (page: number) => recognised.push(page) };
  const start = performance.now();
  const first = await recogniseScans(mixed, bytes, "auto", options);
  const middle = performance.now();
  const second = await recogniseScans(mixed, bytes, "auto", options);
  expect((performance.now() - middle) * 20).toBeLessThan(middle - start);
  expect(second).toEqual(first);
  expect(recognised).toEqual([2]);

  expect(first.pages[0]).toBe(photoPage);
  const page = first.pages[1]!;
  expect(page).toMatchObject({ state: "recognised", turned: expect.closeTo(-0.6, 0) as number });
  expect(page).not.toHaveProperty("reason");
  for (const text of ["￥158,000.00", "壹拾伍万捌仟元整", "云99010011100", "欧阳疏桐"]) {
    expect(lineWith(page.lines, text).confidence).toBeGreaterThan(0.5);
  }
  const [label, value] = ["送达方式", "直接送达"].map((text) => lineWith(page.lines, text).box!);
  expect(Math.abs(label!.top - value!.top)).toBeLessThan(4);
  expect(label!.left).toBeLessThan(value!.left);
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

test("a file that cannot be drawn leaves its pages unread, and text as it is", async () => {
  const broken = Buffer.from("%PDF-1.7 nothing");
  const { pages } = await recogniseScans(mixed, broken, "always", { engine });
  expect(pages).toEqual([photoPage, { ...unread(2), reason: "page-broken" }]);
});

test("nothing is done when recognition is off, nor for formats without pictures", async () => {
  const bytes = Buffer.from("");
  expect(await recogniseScans(mixed, bytes, "off", { engine })).toBe(mixed);
  const word: PagedFile = { ...mixed, format: "docx" };
  expect(await recogniseScans(word, bytes, "always", { engine })).toBe(word);
});
