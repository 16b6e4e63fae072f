import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ReaderPool } from "../dist/read/documents/reader-pool.js";

/** One process of the benchmark of documents; prints what it measured. */
const [what = "", where = ""] = process.argv.slice(2);

const read = (pool, file) =>
  pool.readDocument({ path: file, file: path.basename(file), format: "pdf" });

const speed = async () => {
  const pool = new ReaderPool({ jobs: 1 });
  const timed = async () => {
    const start = performance.now();
    const outcome = await read(pool, where);
    if (outcome.status !== "read") throw new Error(outcome.reason);
    return { seconds: (performance.now() - start) / 1000, pages: outcome.document.pages.length };
  };
  const { seconds: first, pages } = await timed();
  const { seconds: warm } = await timed();
  pool.close();
  return { first, warm, pages };
};

/** Memory that this process and those that it started take, in MB. */
const megabytes = () => {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" });
  const rows = table.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const own = rows.filter(([pid, parent]) => pid === process.pid || parent === process.pid);
  return own.reduce((sum, [, , rss]) => sum + rss, 0) / 1024;
};

const memory = async () => {
  const pool = new ReaderPool({ jobs: 2 });
  const files = readdirSync(where).map((name) => path.join(where, name));
  const found = [];
  for (let at = 0; at < files.length; at += 2) {
    await Promise.all(files.slice(at, at + 2).map((file) => read(pool, file)));
    const done = at + 2;
    if (done === 100 || done % 250 === 0) found.push({ files: done, megabytes: megabytes() });
  }
  pool.close();
  return found;
};

console.log(JSON.stringify(await { speed, memory }[what]()));
