import { expect, it } from "vitest";
import { Unreadable } from "./errors.js";
import { zipOf } from "./files.fixture.js";
import { bufferSource } from "./source.js";
import { Zip } from "./zip.js";

const MB = 1024 * 1024;
const open = (bytes: Buffer, limits = { archiveBytes: 10 * MB, partBytes: MB }): Zip =>
  new Zip(bufferSource(bytes), limits);

const reasonOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  return "fine";
};

it("reads stored and deflated parts by any spelling of their name", () => {
  const zip = open(zipOf({ "xl\\Workbook.xml": "案卷", a: { text: "b", stored: true } }));
  expect(zip.read("/xl/workbook.xml")?.toString()).toBe("案卷");
  expect(zip.read("a")?.toString()).toBe("b");
  expect(zip.read("c")).toBeUndefined();
  expect(zip.names).toEqual(["xl/workbook.xml", "a"]);
});

it("finds the directory in front of a comment", () => {
  const bytes = zipOf({ a: "b" });
  expect(open(Buffer.concat([bytes, Buffer.alloc(500, 32)])).has("a")).toBe(true);
});

it("refuses parts over the limits before it unpacks them", () => {
  const zeros = Buffer.alloc(2 * MB);
  expect(reasonOf(() => open(zipOf({ a: zeros })).read("a"))).toBe("archive-too-large");
  const zip = open(zipOf({ a: Buffer.alloc(MB), b: Buffer.alloc(MB) }), {
    archiveBytes: 1.5 * MB,
    partBytes: MB,
  });
  zip.read("a");
  expect(reasonOf(() => zip.read("b"))).toBe("archive-too-large");
});

it("is not fooled by parts that lie about their size", () => {
  const zeros = Buffer.alloc(50 * MB);
  expect(reasonOf(() => open(zipOf({ a: { text: zeros, size: 100 } })).read("a"))).toBe(
    "file-broken",
  );
  expect(reasonOf(() => open(zipOf({ a: { text: "b", size: 900_000 } })).read("a"))).toBe(
    "file-broken",
  );
  expect(reasonOf(() => open(zipOf({ a: { text: zeros, size: 0 } })).read("a"))).toBe(
    "file-broken",
  );
});

it("notices damage", () => {
  const bytes = zipOf({ a: "案卷".repeat(100) });
  expect(reasonOf(() => open(bytes.subarray(0, -30)))).toBe("file-broken");
  expect(reasonOf(() => open(Buffer.alloc(0)))).toBe("file-broken");
  expect(reasonOf(() => open(zipOf({ a: { text: "b", crc: 7 } })).read("a"))).toBe("file-broken");
  bytes[40] = 0xff;
  expect(reasonOf(() => open(bytes).read("a"))).toBe("file-broken");
});

it("says that an encrypted archive is one", () => {
  expect(reasonOf(() => open(zipOf({ a: { text: "b", encrypted: true } })))).toBe("file-encrypted");
});
