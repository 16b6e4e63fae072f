import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cutPlace } from "./cut-place.js";
import { openImagePictures } from "./image-pictures.js";
import { openPdfPictures } from "./pdf-pictures.js";
import { turnPicture, type Picture } from "./picture.js";

/** White, with a black square whose corner is at 20, 10 and whose side is 8. */
const marked = (): Picture => {
  const [width, height] = [60, 40];
  const rgb = new Uint8Array(width * height * 3).fill(255);
  for (let y = 10; y < 18; y++) rgb.fill(0, (y * width + 20) * 3, (y * width + 28) * 3);
  return { width, height, rgb, dpi: 72 };
};

const written = ({ rgb, width, height }: Picture) =>
  sharp(rgb, { raw: { width, height, channels: 3 } });

const isBlack = ({ rgb, width }: Picture, x: number, y: number): boolean =>
  (rgb[(y * width + x) * 3] ?? 255) < 60;

test("quarter turns go clockwise and come round", () => {
  const once = turnPicture(marked(), 1);
  expect([once.width, once.height]).toEqual([40, 60]);
  expect(isBlack(once, 40 - 1 - 12, 22)).toBe(true);
  expect(turnPicture(turnPicture(once, 2), 1)).toEqual(marked());
  expect(turnPicture(once, 3)).toEqual(marked());
});

test.each(["jpeg", "png", "tiff", "webp"] as const)("%s is read as pixels", async (format) => {
  const bytes = await written(marked()).toFormat(format).withMetadata({ density: 144 }).toBuffer();
  const source = await openImagePictures(bytes);
  const picture = await source.picture(1);
  expect(source.count).toBe(1);
  expect(isBlack(picture, 24, 14)).toBe(true);
  expect(isBlack(picture, 40, 30)).toBe(false);
});

test("the density of the file gives the page's size; without one it is a page of A4", async () => {
  const dense = await written(marked()).jpeg().withMetadata({ density: 144 }).toBuffer();
  expect(await (await openImagePictures(dense)).size(1)).toEqual({ width: 30, height: 20 });
  const bare = await written(marked()).png().toBuffer();
  expect((await (await openImagePictures(bare)).size(1)).width).toBeCloseTo(841.7, 0);
});

test("a photo that was taken with the camera turned is upright", async () => {
  const bytes = await written(marked()).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const source = await openImagePictures(bytes);
  const picture = await source.picture(1);
  expect([picture.width, picture.height]).toEqual([40, 60]);
  expect(isBlack(picture, 40 - 1 - 12, 24)).toBe(true);
  const { width, height } = await source.size(1);
  expect(width).toBeLessThan(height);
});

test("what is transparent is paper, what is grey or has 16 bits is read too", async () => {
  const clear = await sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  expect(isBlack(await (await openImagePictures(clear)).picture(1), 5, 5)).toBe(false);
  const deep = await written(marked()).toColourspace("grey16").png().toBuffer();
  expect(isBlack(await (await openImagePictures(deep)).picture(1), 24, 14)).toBe(true);
});

test("each frame of a TIFF is a page", async () => {
  const pages = await Promise.all(
    [marked(), turnPicture(marked(), 2)].map((one) => written(one).png().toBuffer()),
  );
  const bytes = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  const source = await openImagePictures(bytes);
  expect(source.count).toBe(2);
  expect(isBlack(await source.picture(1), 24, 14)).toBe(true);
  expect(isBlack(await source.picture(2), 60 - 1 - 24, 40 - 1 - 14)).toBe(true);
});

test("a file with more pixels than the limit is refused, a broken one too", async () => {
  const bytes = await written(marked()).png().toBuffer();
  const limits = { pixels: 1000, pages: 10 };
  await expect(
    openImagePictures(bytes, limits).then((source) => source.picture(1)),
  ).rejects.toThrow("picture-too-large");
  const cut = await written(marked()).jpeg().toBuffer();
  const broken = openImagePictures(cut.subarray(0, cut.length - 150));
  await expect(broken.then((source) => source.picture(1))).rejects.toThrow("picture-broken");
  await expect(openImagePictures(Buffer.from("no picture"))).rejects.toThrow("picture-broken");
});

const pdf = () => readFile(new URL("../../../fixtures/scans/text-and-scan.pdf", import.meta.url));

test("pages of a PDF are drawn at the density asked for, or at what the limit of pixels allows", async () => {
  const source = await openPdfPictures(await pdf(), 100);
  expect(source.count).toBe(2);
  expect(Math.round((await source.size(2)).height)).toBe(842);
  const picture = await source.picture(2);
  expect(picture.rgb).toHaveLength(picture.width * picture.height * 3);
  expect([picture.width, picture.height, picture.dpi]).toEqual([825, 1168, 100]);
  source.close();
  const small = await openPdfPictures(await pdf(), 100, { pixels: 300_000, pages: 10 });
  const coarse = await small.picture(1);
  expect(coarse.width * coarse.height).toBeLessThanOrEqual(300_000);
  await expect(small.picture(3)).rejects.toThrow("picture-broken");
  small.close();
});

test("what is no PDF is refused", async () => {
  await expect(openPdfPictures(Buffer.from("%PDF-1.7 nothing"))).rejects.toThrow("picture-broken");
});

test("a place is cut with its margin, straight when the page leant", async () => {
  const box = { left: 20, top: 10, width: 8, height: 8 };
  const cut = async (picture: Picture, turned: number) => {
    const bytes = await cutPlace(picture, box, turned, { margin: 6 });
    const { data, info } = await sharp(bytes!).raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: data, dpi: 72 };
  };
  for (const [turned, picture] of [
    [0, marked()],
    [90, turnPicture(marked(), 3)],
    [180, turnPicture(marked(), 2)],
    [270, turnPicture(marked(), 1)],
  ] as const) {
    const shown = await cut(picture, turned);
    expect([shown.width, shown.height]).toEqual([20, 20]);
    expect(isBlack(shown, 10, 10)).toBe(true);
    expect(isBlack(shown, 2, 2) || isBlack(shown, 17, 17)).toBe(false);
  }
});

test("a cut keeps to its bytes, and a place outside of the page has none", async () => {
  const noise = marked();
  noise.rgb.forEach((_, at) => (noise.rgb[at] = (at * 7919) % 256));
  const box = { left: 0, top: 0, width: 60, height: 40 };
  const whole = await cutPlace(noise, box, 0, { margin: 0 });
  const small = await cutPlace(noise, box, 0, { margin: 0, bytes: 1500 });
  expect(whole!.length).toBeGreaterThan(1500);
  expect(small!.length).toBeLessThanOrEqual(1500);
  expect(await cutPlace(noise, { ...box, left: 500 }, 0)).toBeNull();
  expect(await cutPlace(noise, { ...box, width: Number.NaN }, 0)).toBeNull();
});
