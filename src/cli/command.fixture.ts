import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

export const root = fileURLToPath(new URL("../..", import.meta.url));

interface Where {
  cwd?: string;
  env?: Record<string, string>;
  /** Node options, for preloading. */
  node?: string[];
}

/** Runs the real command in a process of its own. */
export const anjuan = (
  args: readonly string[],
  { cwd = root, env = {}, node = [] }: Where = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const program = `${root}bin/anjuan.js`;
    const child = spawn(process.execPath, [...node, program, ...args], {
      cwd,
      env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "", NO_COLOR: "1", ...env },
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
