import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Unreadable } from "../errors.js";
import { bufferSource } from "../source.js";
import { documentLimits } from "./limits.js";
import { looksLikeCaseJson, readCaseJson } from "./read-case-json.js";
import { readImage } from "./read-image.js";
import { readRecording } from "./read-recording.js";

const folder = fileURLToPath(new URL("../../../fixtures/documents/", import.meta.url));

describe("images", () => {
  const chunk = (name: string, ...figures: number[]): Buffer => {
    const body = Buffer.concat([Buffer.from(name), Buffer.from(figures)]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(figures.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const png = (...more: Buffer[]): Buffer =>
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", 0, 0, 6, 0x72, 0, 0, 9, 0x24, 8, 2, 0, 0, 0),
      ...more,
      chunk("IEND"),
    ]);

  const bytes16 = (...values: number[]): number[] =>
    values.flatMap((v) => [v & 255, (v >> 8) & 255]);
  const entry = (tag: number, type: number, count: number, value: number): number[] => [
    ...bytes16(tag, type, count, count >> 16, value, value >> 16),
  ];
  /** Two pages of 100 × 50 and 30 × 40 pixels at 200 dots per inch. */
  const tiff = Buffer.from([
    ...[0x49, 0x49, 42, 0, 8, 0, 0, 0],
    ...bytes16(3),
    ...entry(256, 3, 1, 100),
    ...entry(257, 3, 1, 50),
    ...entry(282, 5, 1, 88),
    ...bytes16(50, 0),
    ...bytes16(2),
    ...entry(256, 4, 1, 30),
    ...entry(257, 4, 1, 40),
    ...bytes16(0, 0),
    ...Array.from({ length: 8 }, () => 0),
    ...bytes16(200, 0, 1, 0),
  ]);

  /** A JPEG that a camera wrote: EXIF with its time, then the frame. */
  const photo = ((): Buffer => {
    const time = Buffer.from("2023:09:28 23:11:12\0");
    const exif = Buffer.concat([
      Buffer.from("Exif\0\0II*\0\x08\0\0\0", "latin1"),
      Buffer.from([...bytes16(1), ...entry(0x8769, 4, 1, 26), ...bytes16(0, 0)]),
      Buffer.from([...bytes16(1), ...entry(0x9003, 2, 20, 44), ...bytes16(0, 0)]),
      time,
    ]);
    return Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]),
      exif,
      Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 60, 0, 80, 1, 1, 0x11, 0, 0xff, 0xd9]),
    ]);
  })();

  it("are pages to be recognised, of their size in points", async () => {
    const { pages } = await readImage(png(), documentLimits);
    expect(pages).toEqual([
      {
        ...{ number: 1, width: 1237.5, height: 1755, lines: [], pictured: 1 },
        ...{ state: "unreadable", reason: "not-recognised" },
      },
    ]);
    const dense = png(chunk("pHYs", 0, 0, 0x1e, 0xc3, 0, 0, 0x1e, 0xc3, 1));
    expect((await readImage(dense, documentLimits)).pages[0]!.width).toBeCloseTo(594, 0);
  });

  it("of several pages have each of them", async () => {
    const { pages } = await readImage(tiff, documentLimits);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [36, 18],
      [22.5, 30],
    ]);
  });

  it("say when they were taken by the clock of the camera", async () => {
    const { capture, pages } = await readImage(photo, documentLimits);
    expect(pages[0]).toMatchObject({ width: 60, height: 45 });
    expect(capture).toMatchObject({ text: "2023:09:28 23:11:12", latitude: null, longitude: null });
    expect(capture!.date!.iso).toBe("2023-09-28");
  });

  it.each([
    ["cut", png().subarray(0, 18)],
    ["cut JPEG", photo.subarray(0, 40)],
    ["text", Buffer.from("不是")],
  ])("are broken: %s", async (_, bytes) => {
    await expect(readImage(bytes, documentLimits)).rejects.toThrow(Unreadable);
  });
});

describe("recordings", () => {
  const read = (bytes: Buffer): ReturnType<typeof readRecording> =>
    readRecording(bufferSource(bytes));
  const said = "2023-09-28";

  it.each([
    ["camera.mp4", "video", "MPEG-4", said],
    ["camera.mkv", "video", "Matroska", said],
    ["camera.avi", "video", "AVI", undefined],
    ["recorder.mp3", "audio", "MPEG Audio", said],
    ["recorder.wav", "audio", "Wave", undefined],
  ])("say what they are, how long and when: %s", async (name, kind, container, day) => {
    const bytes = readFileSync(folder + name);
    const recording = await read(bytes);
    expect(recording).toMatchObject({ kind, container });
    expect(Math.round(recording.durationSeconds!)).toBe(2);
    expect(recording.createdAt?.date?.iso).toBe(day);
    await expect(read(bytes.subarray(0, 0.6 * bytes.length))).rejects.toThrow(Unreadable);
  });

  it("are not what is only called so", async () => {
    await expect(read(Buffer.from("不是录像".repeat(100)))).rejects.toThrow(Unreadable);
  });
});

describe("cases as JSON", () => {
  it("are read by type of document", () => {
    const json = `{"立案报告表":{"案号":"1"},"送达回证":[{"日期":"2023-09-28"},{"日期":null}]}`;
    expect(looksLikeCaseJson(json)).toBe(true);
    expect(readCaseJson(Buffer.from(`\ufeff${json}`), "卷/1.json")).toEqual({
      file: "卷/1.json",
      documents: [
        { type: "立案报告表", fields: { 案号: "1" } },
        { type: "送达回证", fields: { 日期: "2023-09-28" } },
        { type: "送达回证", fields: { 日期: null } },
      ],
    });
  });

  it.each(["[1]", "{", `{"a":1}`, `{"a":[1]}`, `{"a":{}`])("are not %s", (json) => {
    expect(() => readCaseJson(Buffer.from(json), "1.json")).toThrow(Unreadable);
  });
});
