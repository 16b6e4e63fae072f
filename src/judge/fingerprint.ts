import { createHash } from "node:crypto";

/**
 * A finding's name across runs: made of the rule and of what tells its subject apart, never of rows, files
 * or wording. Baselines, waivers and reviewers' verdicts are kept by it.
 */
export const fingerprintOf = (rule: string, scope: string, identity: string): string =>
  createHash("sha256")
    .update(JSON.stringify([rule, scope, identity]))
    .digest("hex")
    .slice(0, 16);
