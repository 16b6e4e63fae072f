import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PDFDocument } from "pdf-lib";
import { expect, test, vi } from "vitest";
import type { Line } from "../../model/pages.js";
import { temporaryFolder } from "../files.fixture.js";
import { prepareEngine } from "./engine.js";
import { openOcrCache } from "./ocr-cache.js";
import { PageRecogniser, type ScannedFile } from "./page-recogniser.js";

/** A page takes five seconds of an idle processor, and more of a busy one. */
vi.setConfig({ testTimeout: 180_000 });

const path = fileURLToPath(new URL("../../../fixtures/scans/text-and-scan.pdf", import.meta.url));

const scanned = (at: string): ScannedFile => ({
  ...{ path: at, format: "pdf" },
  sha256: createHash("sha256").update(readFileSync(at)).digest("hex"),
});

const lineWith = (lines: readonly Line[], text: string): Line => {
  const found = lines.find((line) => line.text.includes(text));
  if (!found) throw new Error(`${text} is not in ${lines.map((line) => line.text).join(" / ")}`);
  return found;
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const engine = await prepareEngine({ native: false });
const open = vi.spyOn(engine, "open");

test("a scan is read once; a later run, or the same scan in another file, takes it from the cache", async () => {
  const folder = temporaryFolder();
  const recogniser = () => new PageRecogniser(engine, openOcrCache({ folder }));
  const file = scanned(path);
  const first = recogniser();
  const slow = await seconds(() => first.recognise(file, 2));
  await first.close();
  const page = await recogniser().recognise(file, 2);
  expect((await seconds(() => recogniser().recognise(file, 2))) * 20).toBeLessThan(slow);

  const bound = await PDFDocument.create();
  const [copy] = await bound.copyPages(await PDFDocument.load(readFileSync(path)), [1]);
  bound.addPage(copy);
  const other = join(temporaryFolder(), "装订.pdf");
  writeFileSync(other, await bound.save());
  expect(await recogniser().recognise(scanned(other), 1)).toEqual(page);
  expect(open).toHaveBeenCalledTimes(1);

  expect(page).toMatchObject({
    state: "recognised",
    turned: expect.closeTo(-0.6, 0) as number,
  });
  for (const text of ["￥158,000.00", "壹拾伍万捌仟元整", "云99010011100", "欧阳疏桐"]) {
    expect(lineWith(page.lines, text).confidence).toBeGreaterThan(0.5);
  }
  const [label, value] = ["送达方式", "直接送达"].map((text) => lineWith(page.lines, text).box!);
  expect(Math.abs(label!.top - value!.top)).toBeLessThan(4);
  expect(label!.left).toBeLessThan(value!.left);
});

test("a file that cannot be drawn, or is no longer the same, has no pages", async () => {
  const recogniser = new PageRecogniser(engine);
  const broken = join(temporaryFolder(), "1.pdf");
  writeFileSync(broken, "%PDF-1.7 nothing");
  await expect(recogniser.recognise(scanned(broken), 1)).rejects.toThrow("picture-broken");
  const changed = { ...scanned(path), sha256: "0".repeat(64) };
  await expect(recogniser.recognise(changed, 2)).rejects.toThrow("picture-broken");
});
