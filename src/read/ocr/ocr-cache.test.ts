import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../files.fixture.js";
import { openOcrCache, pageKey, pictureKey } from "./ocr-cache.js";
import type { RecognisedPage } from "./recognise-page.js";

const page = (text: string): RecognisedPage => ({
  state: "recognised",
  lines: [
    {
      text,
      box: { left: 1, top: 2, width: 3, height: 4 },
      size: 15,
      confidence: 0.5,
      confidences: [0.5],
      underSeal: true,
    },
  ],
  width: 595,
  height: 842,
  turned: -1.5,
});

const key = (number: number) => pageKey("00", number, 200, "engine");

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

test("what is kept comes back the same, also to another run", async () => {
  const folder = join(temporaryFolder(), "cache");
  expect(await openOcrCache({ folder }).get(key(1))).toBeUndefined();
  await openOcrCache({ folder }).put(key(1), page("文"));
  expect(await openOcrCache({ folder }).get(key(1))).toEqual(page("文"));
});

test("a key follows from the file, the page, the density and the engine", () => {
  const keys = [
    pageKey("a", 1, 200, "e"),
    pageKey("b", 1, 200, "e"),
    pageKey("a", 2, 200, "e"),
    pageKey("a", 1, 150, "e"),
    pageKey("a", 1, 200, "f"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("a key follows from the picture, its density and the engine", () => {
  const rgb = new Uint8Array([1, 2, 3, 4, 5, 6]);
  const picture = { width: 2, height: 1, rgb, dpi: 200 };
  const keys = [
    pictureKey(picture, "e"),
    pictureKey({ ...picture, width: 1, height: 2 }, "e"),
    pictureKey({ ...picture, dpi: 150 }, "e"),
    pictureKey({ ...picture, rgb: rgb.toReversed() }, "e"),
    pictureKey(picture, "f"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("a key gives what the one gives that it is linked to; nothing where that is gone", async () => {
  const folder = temporaryFolder();
  const cache = openOcrCache({ folder });
  await cache.link(key(1), key(2));
  expect(await cache.get(key(1))).toBeUndefined();
  await cache.put(key(2), page("文"));
  expect(await cache.get(key(1))).toEqual(page("文"));
  await cache.link(key(2), key(1));
  expect(await cache.get(key(1))).toBeUndefined();
});

test.each(["", "{", '{"state":"recognised"}', "null", "\u0000".repeat(100)])(
  "a damaged entry is as none, and is written anew: %j",
  async (damage) => {
    const folder = temporaryFolder();
    const cache = openOcrCache({ folder });
    await cache.put(key(1), page("旧"));
    const [path = ""] = filesIn(folder);
    writeFileSync(path, damage);
    expect(await cache.get(key(1))).toBeUndefined();
    await cache.put(key(1), page("新"));
    expect(await cache.get(key(1))).toEqual(page("新"));
  },
);

test("entries are for their owner only", async () => {
  const folder = join(temporaryFolder(), "cache");
  await openOcrCache({ folder }).put(key(1), page("文"));
  expect(filesIn(folder).map((path) => statSync(path).mode & 0o077)).toEqual([0]);
});

test("many writers of one entry leave one whole entry", async () => {
  const folder = temporaryFolder();
  const writers = Array.from({ length: 20 }, () => openOcrCache({ folder }));
  await Promise.all(writers.map((cache) => cache.put(key(1), page("文"))));
  expect(filesIn(folder)).toHaveLength(1);
  expect(await openOcrCache({ folder }).get(key(1))).toEqual(page("文"));
});

test("over the limit the oldest go first, and what crashed runs left goes too", async () => {
  const folder = temporaryFolder();
  const cache = openOcrCache({ folder });
  await cache.put(key(1), page("旧"));
  await cache.put(key(2), page("中"));
  const bytes = filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0);
  filesIn(folder).forEach((path) => {
    const age = path.includes(key(1)) ? 2_000_000 : 1_000_000;
    utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
  });
  const left = join(folder, "half.tmp");
  writeFileSync(left, "{");
  utimesSync(left, 1, 1);
  await openOcrCache({ folder, bytes }).put(key(3), page("新"));
  expect(existsSync(left)).toBe(false);
  expect(await cache.get(key(1))).toBeUndefined();
  expect(await cache.get(key(2))).toEqual(page("中"));
  expect(await cache.get(key(3))).toEqual(page("新"));
});

test("a folder that cannot be written is no error", async () => {
  const folder = join(temporaryFolder(), "file");
  writeFileSync(folder, "");
  const cache = openOcrCache({ folder });
  await cache.put(key(1), page("文"));
  expect(await cache.get(key(1))).toBeUndefined();
});
