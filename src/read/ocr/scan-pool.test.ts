import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { Page, PagedFile } from "../../model/pages.js";
import { temporaryFolder } from "../files.fixture.js";
import { ScanPool, type ScanPoolOptions } from "./scan-pool.js";

const scan = fileURLToPath(new URL("../../../fixtures/scans/text-and-scan.pdf", import.meta.url));

const pools: ScanPool[] = [];
const poolOf = (options: Partial<ScanPoolOptions> = {}): ScanPool => {
  const pool = new ScanPool({ mode: "auto", cacheFolder: null, jobs: 1, ...options });
  pools.push(pool);
  return pool;
};
afterAll(() => pools.forEach((pool) => pool.close()));

const unread = (number: number): Page => ({
  ...{ number, width: 595, height: 842, state: "unreadable", reason: "not-recognised" },
  ...{ lines: [], pictured: 1 },
});
const text: Page = {
  ...{ number: 1, width: 595, height: 842, state: "text", pictured: 0.3 },
  lines: [{ text: "现场照片", box: null, size: 15, confidence: null }],
};
const fileOf = (...pages: Page[]): PagedFile => ({
  ...{ file: "案卷.pdf", format: "pdf", pages, seals: [] },
});

const at = (path: string) => ({
  path,
  sha256: createHash("sha256").update(readFileSync(path)).digest("hex"),
});

const broken = join(temporaryFolder(), "1.pdf");
writeFileSync(broken, "%PDF-1.7 nothing");

const reasonsOf = ({ document }: { document: PagedFile }) =>
  document.pages.map(({ reason }) => reason);

it("leaves a page that cannot be drawn unreadable, and text as it is", async () => {
  const done: string[] = [];
  const found = await poolOf().recognise(fileOf(text, unread(2)), at(broken), (page, of) => {
    done.push(`${page}/${of}`);
  });
  expect(found.document.pages).toEqual([text, { ...unread(2), reason: "page-broken" }]);
  expect(found.missing).toBeUndefined();
  expect(done).toEqual(["1/1"]);
});

it.each([
  ["time", { time: 1 }],
  ["memory", { memory: 60 * 1024 * 1024 }],
])("gives a page up that is over its limit of %s, and others after some", async (_, limits) => {
  const pages = Array.from({ length: 5 }, () => unread(2));
  const found = await poolOf({ limits }).recognise(fileOf(...pages), at(scan));
  expect(reasonsOf(found)).toEqual(pages.map(() => "ocr-failed"));
});

/** The processes of this one that recognise. */
const own = (): number[] =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("scan-child"))
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === process.pid)
    .map(([pid]) => pid!);

it.skipIf(process.platform === "win32")(
  "survives a process that crashes, and goes on with the next page",
  async () => {
    const before = own();
    const pool = poolOf();
    await pool.recognise(fileOf(unread(1)), at(broken));
    const [pid] = own().filter((one) => !before.includes(one));
    const reading = pool.recognise(fileOf(unread(2)), at(scan));
    process.kill(pid!, "SIGSEGV");
    expect(reasonsOf(await reading)).toEqual(["ocr-failed"]);
    expect(reasonsOf(await pool.recognise(fileOf(unread(1)), at(broken)))).toEqual(["page-broken"]);
  },
);

it("starts no process where recognition is off, or nothing is to be recognised", async () => {
  const before = process.platform === "win32" ? [] : own();
  const scanned = fileOf(unread(1));
  expect((await poolOf({ mode: "off" }).recognise(scanned, at(scan))).document).toBe(scanned);
  const printed = fileOf(text);
  expect((await poolOf().recognise(printed, at(scan))).document).toBe(printed);
  const word: PagedFile = { ...scanned, format: "docx" };
  expect((await poolOf({ mode: "always" }).recognise(word, at(scan))).document).toBe(word);
  expect(process.platform === "win32" ? [] : own()).toEqual(before);
});
