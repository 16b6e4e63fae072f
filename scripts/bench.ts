import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { benchDocuments } from "./bench-documents.js";
import { benchScans } from "./bench-scans.js";
import { writeLedger } from "./bench-ledger.js";
import { writeLongCsv } from "./bench-long-csv.js";

/**
 * Time and peak memory of the main job, phase by phase. Each line is a process of its own that ends after
 * the phase, so its peak memory is that of all phases up to there.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const phases = ["read", "judge", "write"] as const;

interface Measured {
  milliseconds: Record<(typeof phases)[number], { wall: number; cpu: number }>;
  outcomes: number;
  peakMegabytes: number;
}

const measure = (file: string, until: string): Measured => {
  const script = path.join(root, "scripts", "bench-phase.js");
  const run = spawnSync(process.execPath, [script, file, until], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Measured;
};

const seconds = (args: string[]): number => {
  const start = performance.now();
  spawnSync(process.execPath, args, { cwd: root });
  return (performance.now() - start) / 1000;
};

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

const repeat = (args: string[]): number => median([1, 2, 3, 4, 5].map(() => seconds(args)));

const startUp = (): void => {
  const bare = repeat(["-e", "0"]);
  const help = repeat(["bin/anjuan.js", "--help"]);
  console.log(`node ${process.version}, ${availableParallelism()} cores`);
  console.log(
    `--help ${(help * 1000).toFixed(0)} ms, bare node ${(bare * 1000).toFixed(0)} ms: ${(help / bare).toFixed(2)} times`,
  );
};

const ledger = async (folder: string, cases: number): Promise<void> => {
  const file = path.join(folder, `${cases}.xlsx`);
  await writeLedger(file, cases);
  console.log(`\n${cases} rows × 40 columns`);
  for (const phase of phases) {
    const { milliseconds, outcomes, peakMegabytes } = measure(file, phase);
    const { wall, cpu } = milliseconds[phase];
    const each =
      phase === "judge" ? `, ${((cpu * 1000) / outcomes).toFixed(1)} µs a rule and case` : "";
    console.log(
      `  ${phase.padEnd(5)} ${(wall / 1000).toFixed(2)} s, ${(cpu / 1000).toFixed(2)} s of the processor${each}, peak ${peakMegabytes.toFixed(0)} MB`,
    );
  }
  const whole = repeat(["bin/anjuan.js", "audit", file, "--as-of", "2024-06-30", "-f", "json"]);
  console.log(`  whole command ${whole.toFixed(2)} s`);
};

interface Took {
  wall: number;
  cpu: number;
}

interface Against {
  cases: number;
  rows: number;
  found: number;
  matched: Took;
  judged: Took;
  judgedWithoutBenchmark: Took;
}

interface Whole {
  seconds: number;
  peakMegabytes: number;
  cases: number;
}

/** The whole audit on all cores, without any report. */
const wholeAudit = (file: string, what: string): void => {
  const script = path.join(root, "scripts", "bench-run.js");
  const run = spawnSync(process.execPath, [script, file], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const { seconds: took, peakMegabytes, cases } = JSON.parse(run.stdout) as Whole;
  console.log(
    `${what}: ${took.toFixed(1)} s, ${((took * 1e6) / cases).toFixed(0)} µs a case, peak ${peakMegabytes.toFixed(0)} MB`,
  );
};

/** A city's workbook and a province's text files: whether time grows with the rows, and memory does not. */
const large = async (within: string): Promise<void> => {
  console.log("");
  const workbook = path.join(within, "50000.xlsx");
  await writeLedger(workbook, 50_000);
  wholeAudit(workbook, "50000 rows × 40 columns");
  for (const rows of [100_000, 1_000_000]) {
    const file = path.join(within, `${rows}.csv`);
    await writeLongCsv(file, rows);
    wholeAudit(file, `${rows} rows of CSV`);
  }
};

/** Cases against benchmark tables: finding the row and working out the range, and all rules on discretion. */
const discretion = (): void => {
  const script = path.join(root, "scripts", "bench-benchmarks.js");
  const run = spawnSync(process.execPath, [script], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const { cases, rows, found, matched, judged, judgedWithoutBenchmark } = JSON.parse(
    run.stdout,
  ) as Against;
  const took = ({ wall, cpu }: Took): string =>
    `${(wall / 1000).toFixed(2)} s, ${(cpu / 1000).toFixed(2)} s of the processor`;
  console.log(`\n${cases} cases against ${rows} rows of a benchmark (${found} found)`);
  console.log(`  matched and worked out ${took(matched)}`);
  console.log(`  put together and judged by the rules on discretion ${took(judged)}`);
  console.log(`  the same without a benchmark ${took(judgedWithoutBenchmark)}`);
};

/** `npm run bench`, or a part of it: `npm run bench -- 1000` (rows), `npm run bench -- documents`, `… discretion`. */
const asked = process.argv.slice(2);
const sizes = asked.map(Number).filter((size) => size > 0);
const folder = mkdtempSync(path.join(tmpdir(), "anjuan-bench-"));
try {
  startUp();
  if (asked.length === 0 || sizes.length > 0) {
    for (const cases of sizes.length > 0 ? sizes : [1_000, 10_000]) await ledger(folder, cases);
  }
  if (asked.length === 0) await large(folder);
  if (asked.length === 0 || asked.includes("discretion")) discretion();
  if (asked.length === 0 || asked.includes("documents")) {
    await benchDocuments(folder);
    await benchScans(folder);
  }
} finally {
  rmSync(folder, { recursive: true });
}
