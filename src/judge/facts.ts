import type { Fact } from "../model/audit-result.js";
import type { CompiledRule, Demand, LocalisedTemplate } from "../rules/compile.js";
import { factOf } from "../rules/parameters.js";
import { Unknown } from "../rules/unknown.js";
import type { RuleContext } from "./rule-context.js";

/** Results of counting and reckoning; conditions, texts and lists are steps on the way to them. */
const measures: ReadonlySet<string> = new Set(["int", "double", "Date", "Money"]);

/** The names that a message mentions, whatever the language of the run. */
const namesIn = ({ zh, en }: LocalisedTemplate): string[] =>
  [...zh, ...en]
    .flatMap((part) => (typeof part === "string" ? [] : part.source))
    .flatMap((source) => {
      const bare = source.replaceAll(/"[^"]*"|'[^']*'/g, "");
      return [...bare.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].map(([name]) => name);
    });

const found = new WeakMap<LocalisedTemplate, readonly string[]>();

/** The same in every case, so each message is searched once. */
const namesOf = (template: LocalisedTemplate): readonly string[] => {
  const names = found.get(template) ?? namesIn(template);
  found.set(template, names);
  return names;
};

/** Facts and parameters by name, as machines get them; what is not known is left out. */
export const factsByName = (
  names: Iterable<string>,
  context: RuleContext,
): Record<string, Fact> => {
  const facts: Record<string, Fact> = {};
  for (const name of names) {
    const value = context.get(name);
    if (!(value instanceof Unknown)) facts[name] = factOf(value);
  }
  return facts;
};

/**
 * The facts of a finding: the days, amounts and counts that the rule computes, whatever else its messages
 * name, and the limits that the failed demands read. Conditions and texts in between are its own affair.
 * `context` is a fresh one.
 */
export const factsFor = (
  rule: CompiledRule,
  context: RuleContext,
  failed: readonly Demand[],
  templates: readonly LocalisedTemplate[],
): Record<string, Fact> => {
  for (const { that } of failed) that.evaluate(context);
  const read = new Set(context.parameters);
  const named = new Set(templates.flatMap(namesOf));
  const facts = [...rule.facts].filter(([name, { type }]) => named.has(name) || measures.has(type));
  const limits = [...rule.parameters.keys()].filter((name) => named.has(name) || read.has(name));
  return factsByName([...facts.map(([name]) => name), ...limits], context);
};
