import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds the program once before the tests, so that whole-program tests run what is in the sources. */
export const setup = (): void => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  for (const step of [[tsc, "-p", "tsconfig.build.json"], ["scripts/prebuild.js"]]) {
    execFileSync(process.execPath, step, { cwd: root, stdio: "inherit" });
  }
};
