import { createHash } from "node:crypto";

/**
 * A finding's name across runs: made of what it is about (rule and subject), never of rows, files or
 * wording. Baselines, waivers and reviewers' verdicts are kept by it.
 */
export const fingerprintOf = (rule: string, scope: string, id: string): string =>
  createHash("sha256")
    .update(JSON.stringify([rule, scope, id]))
    .digest("hex")
    .slice(0, 16);
