import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "../files.fixture.js";
import { pagesPdf, pdfOf, show } from "./pdf.fixture.js";
import { type DocumentOutcome, ReaderPool } from "./reader-pool.js";

const folder = temporaryFolder();
const fixtures = fileURLToPath(new URL("../../../fixtures/", import.meta.url));
const MB = 1024 * 1024;

const put = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const pools: ReaderPool[] = [];
const poolOf = (limits: ConstructorParameters<typeof ReaderPool>[0]["limits"] = {}): ReaderPool => {
  const pool = new ReaderPool({ jobs: 1, limits });
  pools.push(pool);
  return pool;
};
afterAll(() => pools.forEach((pool) => pool.close()));

const readPdf = (pool: ReaderPool, path: string): Promise<DocumentOutcome> =>
  pool.readDocument({ path, file: "卷/1.pdf", format: "pdf" });

const good = pagesPdf([{ content: show("全文", { x: 100, y: 100 }) }]);
const goodPath = put("good.pdf", good);

/** A page whose content unpacks to hundreds of megabytes, from less than a megabyte. */
const bomb = ((): Buffer => {
  const packed = deflateSync(Buffer.alloc(300 * MB, "q Q "), { level: 1 });
  const twice = deflateSync(packed);
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>",
    "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
    Buffer.concat([
      Buffer.from(`<< /Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`),
      twice,
      Buffer.from("\nendstream"),
    ]),
  ]);
})();
const bombPath = put("bomb.pdf", bomb);

it("reads a document with its hash and the dates of its seals", async () => {
  const pool = poolOf();
  expect(await readPdf(pool, goodPath)).toMatchObject({
    status: "read",
    sha256: createHash("sha256").update(good).digest("hex"),
    document: {
      file: "卷/1.pdf",
      format: "pdf",
      pages: [{ lines: [{ text: "全文" }] }],
      seals: [],
    },
  });
  const path = join(fixtures, "ofd/ofdrw-converter__n.ofd");
  const sealed = await pool.readDocument({ path, file: "1.ofd", format: "ofd" });
  const [seal] = sealed.status === "read" ? sealed.document.seals : [];
  expect(seal).toMatchObject({ page: 2, name: "某某省人力资源和社会测试章" });
  expect(seal!.date!.iso).toBe("2020-01-25");
});

it("reads recordings, never whole", async () => {
  const outcome = await poolOf({ fileBytes: 10 }).readRecording({
    path: join(fixtures, "documents/camera.mp4"),
    file: "1.mp4",
  });
  expect(outcome).toMatchObject({
    status: "read",
    recording: { file: "1.mp4", kind: "video", durationSeconds: 2 },
  });
});

it.each([
  ["file-empty", Buffer.alloc(0)],
  ["file-broken", Buffer.from("<html></html>")],
  ["file-broken", good.subarray(0, good.length - 100)],
])("says why a file is unread: %s", async (reason, bytes) => {
  const outcome = await readPdf(poolOf(), put("bad.pdf", bytes));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(outcome).toMatchObject({ status: "unread", reason, sha256 });
});

it("says why bytes could not be had", async () => {
  const gone = await readPdf(poolOf(), join(folder, "gone.pdf"));
  expect(gone).toMatchObject({ status: "unread", reason: "not-readable", sha256: null });
  const large = await readPdf(poolOf({ fileBytes: 100 }), goodPath);
  expect(large).toMatchObject({ status: "unread", reason: "file-too-large", sha256: null });
});

it("gives up a file that takes too much memory, and reads the next one", async () => {
  const pool = poolOf({ memory: 200 * MB });
  const [exploded, next] = await Promise.all([readPdf(pool, bombPath), readPdf(pool, goodPath)]);
  expect(bomb.length).toBeLessThan(2 * MB);
  expect(exploded).toMatchObject({
    status: "unread",
    reason: "needs-too-much-memory",
    sha256: createHash("sha256").update(bomb).digest("hex"),
  });
  expect(next.status).toBe("read");
});

it("gives up a file that takes too long, and reads the next one", async () => {
  const pool = poolOf({ time: 5000, memory: 8192 * MB });
  await readPdf(pool, goodPath);
  const [late, next] = await Promise.all([readPdf(pool, bombPath), readPdf(pool, goodPath)]);
  expect(late).toMatchObject({ reason: "took-too-long", details: { limit: 5000 } });
  expect(next.status).toBe("read");
});

/** The processes whose parent is the given one and that read documents. */
const readersOf = (parent: number): number[] =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("reader-child"))
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid!);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it.skipIf(process.platform === "win32")("survives a reader that crashes", async () => {
  const before = readersOf(process.pid);
  const pool = poolOf({ memory: 8192 * MB });
  await readPdf(pool, goodPath);
  const [own] = readersOf(process.pid).filter((pid) => !before.includes(pid));
  const reading = readPdf(pool, bombPath);
  await wait(200);
  process.kill(own!, "SIGSEGV");
  expect(await reading).toMatchObject({ status: "unread", reason: "reader-crashed" });
  expect((await readPdf(pool, goodPath)).status).toBe("read");
});

it.skipIf(process.platform === "win32")(
  "leaves no reader behind when its program is killed",
  async () => {
    const built = new URL("../../../dist/read/documents/reader-pool.js", import.meta.url).href;
    const script = `const { ReaderPool } = await import(${JSON.stringify(built)});
    const pool = new ReaderPool({ jobs: 1, limits: { memory: 2 ** 33 } });
    await pool.readDocument({ path: ${JSON.stringify(goodPath)}, file: "", format: "pdf" });
    void pool.readDocument({ path: ${JSON.stringify(bombPath)}, file: "", format: "pdf" });
    console.log("reading");`;
    const program = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await new Promise((resolve) => program.stdout.once("data", resolve));
    const [reader] = readersOf(program.pid!);
    expect(isAlive(reader!)).toBe(true);
    program.kill("SIGKILL");
    for (let i = 0; i < 50 && isAlive(reader!); i++) await wait(100);
    expect(isAlive(reader!)).toBe(false);
  },
);
