import type { Check } from "./check.js";
import { noDoubleFine } from "./no-double-fine.js";
import { numberUnique } from "./number-unique.js";

/** The checks that rule files may name, by that name. */
export const checks: ReadonlyMap<string, Check> = new Map([
  ["number-unique", numberUnique],
  ["no-double-fine", noDoubleFine],
]);

/** For compiling rules: the facts that each check computes. */
export const checkFacts = new Map([...checks].map(([name, check]) => [name, check.facts]));
