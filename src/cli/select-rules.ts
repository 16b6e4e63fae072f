import type { CompiledRule } from "../rules/compile.js";
import { nearest } from "../rules/nearest.js";
import { fitsRulePattern } from "../rules/rule-pattern.js";

/** A rule pattern that fits no rule. */
export class NoSuchRule extends Error {
  constructor(
    readonly pattern: string,
    readonly nearest: string | undefined,
  ) {
    super(`No rule fits ${pattern}.`);
  }
}

const fitting = (rules: readonly CompiledRule[], pattern: string): CompiledRule[] => {
  const fits = fitsRulePattern(pattern);
  const found = rules.filter((rule) => fits(rule.definition.id));
  if (found.length > 0) return found;
  const ids = rules.map((rule) => rule.definition.id);
  throw new NoSuchRule(pattern, nearest(pattern, ids));
};

/** The rules that `--only` names, without those that `--skip` names. Throws NoSuchRule for a pattern in vain. */
export const selectRules = (
  rules: readonly CompiledRule[],
  only: readonly string[],
  skip: readonly string[],
): CompiledRule[] => {
  const wanted = new Set(only.flatMap((pattern) => fitting(rules, pattern)));
  const unwanted = new Set(skip.flatMap((pattern) => fitting(rules, pattern)));
  return rules.filter((rule) => (only.length === 0 || wanted.has(rule)) && !unwanted.has(rule));
};
