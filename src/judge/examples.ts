import { CivilDate } from "../values/civil-date.js";
import type { Finding, Lang, outcomeNames, OutcomeName } from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";
import { documentsOf, viewOf } from "../rules/case-view.js";
import { isOfDocuments, type CompiledRule } from "../rules/compile.js";
import { exampleCase } from "../rules/example-case.js";
import { exampleRegisters } from "../rules/example-registers.js";
import type { ParameterValue, Preset, RuleExample } from "../rules/rule-schema.js";
import { factsByName } from "./facts.js";
import { judge, type Judgement } from "./judge.js";
import { ContextFactory, type RunSettings } from "./rule-context.js";

/** What came of one example of a rule. */
export interface ExampleResult {
  rule: string;
  file: string;
  /** The example's own words. */
  text: string;
  expected: OutcomeName;
  actual: OutcomeName;
  passed: boolean;
  /** What differs, for people. */
  difference?: string;
}

/** The day on which an example stands that names none. */
const usualDay = "2026-06-30";

const verdicts = [
  ["complies", "pass"],
  ["violates", "fail"],
  ["unknown", "unknown"],
  ["notApplicable", "notApplicable"],
] as const satisfies readonly (readonly [string, OutcomeName])[];

/** What the example says of itself. */
export const verdictOf = (example: RuleExample): { text: string; expected: OutcomeName } => {
  for (const [key, expected] of verdicts) {
    const text = (example as Record<string, unknown>)[key];
    if (typeof text === "string") return { text, expected };
  }
  throw new Error("An example without a verdict passed the schema.");
};

const settingsOf = (
  rule: CompiledRule,
  params: Readonly<Record<string, ParameterValue>> = {},
): Map<string, ParameterValue> =>
  new Map(
    Object.entries(params).map(([name, value]) => {
      const parameter = rule.parameters.get(name);
      if (!parameter) throw new Error(`Parameter ${name} of an example passed loading.`);
      return [parameter.key, value];
    }),
  );

const casesOf = (example: RuleExample): CaseFile[] =>
  (example.cases ?? (example.registers ? [] : [example.case ?? {}])).map((one, i) =>
    exampleCase(one, `example ${i + 1}`),
  );

const runOf = (
  rule: CompiledRule,
  example: RuleExample,
  presets: readonly Preset[],
  lang: Lang,
): RunSettings => {
  const asOf = CivilDate.fromIso(example.asOf ?? usualDay);
  if (!asOf) throw new Error("The day of an example passed the schema.");
  return {
    ...{ asOf, lang, presets },
    settings: settingsOf(rule, example.params),
    registers: exampleRegisters(example.registers ?? {}),
  };
};

/** Holds a rule against one of its examples. */
export const judgeExample = (
  rule: CompiledRule,
  example: RuleExample,
  presets: readonly Preset[],
  lang: Lang = "zh",
): Judgement => judge(casesOf(example), [rule], runOf(rule, example, presets, lang));

/** Of several subjects the gravest outcome counts. */
const outcomeOf = ({ outcomes }: Judgement, rule: CompiledRule): OutcomeName => {
  const counts = outcomes.get(rule.definition.id);
  const byGravity = [
    "fail",
    "unknown",
    "pass",
  ] as const satisfies readonly (typeof outcomeNames)[number][];
  return byGravity.find((name) => (counts?.[name] ?? 0) > 0) ?? "notApplicable";
};

/**
 * An example may check any fact of its rule, also one that a finding does not carry; of a rule about single
 * documents those of the first.
 */
const factsOf = (
  rule: CompiledRule,
  example: RuleExample,
  presets: readonly Preset[],
): Finding["facts"] => {
  const [file] = casesOf(example);
  if (!file) return {};
  const contexts = new ContextFactory(rule, runOf(rule, example, presets, "zh"));
  const names = [...rule.facts.keys(), ...rule.parameters.keys()];
  const view = viewOf(file);
  if (!isOfDocuments(rule.definition)) return factsByName(names, contexts.contextOf(view));
  const [document] = documentsOf(view);
  return document ? factsByName(names, contexts.contextOf(view, document)) : {};
};

const differences = (
  example: RuleExample,
  [finding]: readonly Finding[],
  computed: Finding["facts"],
): string[] => {
  if (!finding) return [];
  const known = { ...computed, ...finding.facts };
  const facts = Object.entries(example.facts ?? {}).flatMap(([name, wanted]) => {
    const got = known[name];
    const same = JSON.stringify(got) === JSON.stringify(wanted);
    return same ? [] : [`${name} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
  });
  const { severity } = example;
  if (severity === undefined || severity === finding.severity) return facts;
  return [...facts, `severity is ${finding.severity}, not ${severity}`];
};

const runExample = (
  rule: CompiledRule,
  example: RuleExample,
  presets: readonly Preset[],
): ExampleResult => {
  const { text, expected } = verdictOf(example);
  const about = { rule: rule.definition.id, file: rule.file, text, expected };
  const judgement = judgeExample(rule, example, presets);
  const actual = outcomeOf(judgement, rule);
  const missing = [...judgement.reviews].flatMap((review) => review.missing).join(", ");
  const wrong =
    actual === expected
      ? differences(example, judgement.findings, factsOf(rule, example, presets))
      : [`is ${actual}, not ${expected}${missing ? ` (needs ${missing})` : ""}`];
  if (wrong.length === 0) return { ...about, actual, passed: true };
  return { ...about, actual, passed: false, difference: wrong.join("; ") };
};

/** Runs the examples of every rule: each must end as it says, with the facts and severity it names. */
export const runExamples = (
  rules: readonly CompiledRule[],
  presets: readonly Preset[],
): ExampleResult[] =>
  rules.flatMap((rule) =>
    rule.definition.examples.map((example) => runExample(rule, example, presets)),
  );
