import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { prepareEngine } from "../src/read/ocr/engine.js";
import { PageRecogniser } from "../src/read/ocr/page-recogniser.js";

/** Scans: seconds of the processor for a page, and the second run of the whole command over unchanged scans. */

const root = fileURLToPath(new URL("..", import.meta.url));
const dossier = path.join(root, "fixtures", "dossiers", "02-scanned");
const pages = 16;

const secondsAPage = async (native: boolean): Promise<void> => {
  const file = path.join(dossier, "案卷扫描.pdf");
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  const engine = await prepareEngine({ native });
  const recogniser = new PageRecogniser(engine);
  const scan = { path: file, format: "pdf", sha256 } as const;
  await recogniser.recognise(scan, 9);
  const before = process.cpuUsage();
  const start = performance.now();
  for (const page of [1, 3, 4]) await recogniser.recognise(scan, page);
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1e6 / 3).toFixed(1);
  const wall = ((performance.now() - start) / 1000 / 3).toFixed(1);
  console.log(`  ${engine.id.split(" ")[0]}: ${cpu} s of the processor a page, ${wall} s passed`);
};

const inspect = (cache: string): { seconds: number; output: string } => {
  const start = performance.now();
  const { stdout, status } = spawnSync(
    process.execPath,
    ["bin/anjuan.js", "inspect", dossier, "-f", "json"],
    {
      ...{ cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 },
      env: { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
    },
  );
  if (status !== 0) throw new Error(`inspect ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, output: stdout };
};

export const benchScans = async (within: string): Promise<void> => {
  console.log("\nrecognition of scans at 200 dpi");
  await secondsAPage(false);
  const { id } = await prepareEngine();
  if (id.includes("onnxruntime-node")) await secondsAPage(true);
  else console.log("  onnxruntime-node is not installed");
  const cache = path.join(within, "cache");
  const [first, second] = [inspect(cache), inspect(cache)];
  if (first.output !== second.output) throw new Error("The cache gives other text.");
  const times = (first.seconds / second.seconds).toFixed(0);
  console.log(
    `  inspect of ${pages} pages: first ${first.seconds.toFixed(1)} s, again ${second.seconds.toFixed(1)} s, ${times} times as fast`,
  );
};
