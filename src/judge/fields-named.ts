import { caseFields } from "../model/fields.js";
import type { CompiledRule } from "../rules/compile.js";

/** The field at a path that may go on with a method: `decision.kinds.filter`. */
const fieldBeginning = (path: string): string[] => {
  const steps = path.split(".");
  const paths = steps.map((_, i) => steps.slice(0, i + 1).join("."));
  return paths.filter((one) => caseFields.has(one));
};

const fieldsIn = (rule: CompiledRule, source: string, seen = new Set<string>()): string[] => {
  const lists = [...source.matchAll(/case\.([\w.]+?)\.\w+\((\w+),/g)].map(
    ([, list = "", element = ""]) => [element, `${list}.`] as const,
  );
  const roots = new Map([["case", ""], ["document", "documents."], ...lists]);
  const own = [...source.matchAll(/(?<![\w.])(\w+)\.([\w.]+)/g)].flatMap(([, root = "", path]) => {
    const prefix = roots.get(root);
    return prefix === undefined ? [] : fieldBeginning(`${prefix}${path ?? ""}`);
  });
  const facts = [...rule.facts].filter(
    ([name]) => !seen.has(name) && new RegExp(`(?<![\\w.])${name}\\b`).test(source),
  );
  for (const [name] of facts) seen.add(name);
  return [...own, ...facts.flatMap(([, fact]) => fieldsIn(rule, fact.source, seen))];
};

const found = new WeakMap<CompiledRule, Map<string, readonly string[]>>();

/**
 * The fields of the case that an expression names, also those of list elements and of facts. The same of
 * every case, so each expression is searched once.
 */
export const fieldsNamed = (rule: CompiledRule, source: string): readonly string[] => {
  const ofRule = found.get(rule) ?? new Map<string, readonly string[]>();
  found.set(rule, ofRule);
  const fields = ofRule.get(source) ?? fieldsIn(rule, source);
  ofRule.set(source, fields);
  return fields;
};
