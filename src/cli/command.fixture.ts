import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Takes the place of the user's folder of caches. */
const cache = mkdtempSync(path.join(tmpdir(), "anjuan-cache-"));
process.on("exit", () => rmSync(cache, { recursive: true, force: true }));

interface Where {
  cwd?: string;
  env?: Record<string, string>;
  /** Node options, for preloading. */
  node?: string[];
  /** The program's file, where it is another copy. */
  program?: string;
}

/** Runs the real command in a process of its own. */
export const anjuan = (
  args: readonly string[],
  { cwd = root, env = {}, node = [], program = `${root}bin/anjuan.js` }: Where = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, program, ...args], {
      cwd,
      env: {
        ...process.env,
        ...{ LANG: "zh_CN.UTF-8", LC_ALL: "", NO_COLOR: "1" },
        ...{ XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
        ...env,
      },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      const stdout = Buffer.concat(out).toString("utf8");
      resolve({ status, stdout, stderr: Buffer.concat(err).toString("utf8") });
    });
  });
