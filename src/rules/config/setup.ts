import { severities, type Severity } from "../../model/audit-result.js";
import type { CompiledRule, Variant } from "../compile.js";
import type { ParameterSettings } from "../parameters.js";
import type { Preset } from "../rule-schema.js";
import type { AgencyChoice, Choice, Config, GivenRule } from "./config.js";

/** What cases are judged by. */
export interface Setup {
  rules: readonly CompiledRule[];
  settings: ParameterSettings;
  /** Presets chosen by hand, the first before the others. */
  chosen: readonly Preset[];
}

/** What all cases are judged by, and what those of some agencies are. */
export interface Setups extends Setup {
  /** By name. */
  agencies: ReadonlyMap<string, Setup>;
}

const merged = <K, V>(...maps: readonly ReadonlyMap<K, V>[]): Map<K, V> =>
  new Map(maps.flatMap((map) => [...map]));

/** What is said for all with what is said for an agency in its place. */
export const choiceFor = (usual: Choice, own: Choice): Choice => {
  const rules = new Map(usual.rules);
  for (const [id, given] of own.rules) rules.set(id, { ...rules.get(id), ...given });
  const presets = own.presets ?? usual.presets;
  return { ...(presets && { presets }), params: merged(usual.params, own.params), rules };
};

const milder = (a: Severity, b: Severity): Severity =>
  severities.indexOf(a) >= severities.indexOf(b) ? a : b;

/** The rule with another severity; a variant that is milder of itself stays so. */
const withSeverity = (rule: CompiledRule, severity: Severity): CompiledRule => {
  const variantOf = (variant: Variant): Variant =>
    variant.severity ? { ...variant, severity: milder(variant.severity, severity) } : variant;
  return {
    ...rule,
    definition: { ...rule.definition, severity },
    variants: rule.variants.map(variantOf),
  };
};

/** A rule as it is said to be; none where it is off. */
export const ruleAs = (rule: CompiledRule, given: GivenRule | undefined): CompiledRule[] => {
  if (given?.off) return [];
  return [given?.severity ? withSeverity(rule, given.severity) : rule];
};

/** What holds by the configuration; options of the command line go before all of it. */
export const setupsOf = (
  { usual, agencies }: Pick<Config, "usual" | "agencies">,
  rules: readonly CompiledRule[],
  options: ParameterSettings,
): Setups => {
  const setupOf = ({ presets = [], params, rules: given }: Choice): Setup => ({
    rules: rules.flatMap((rule) => ruleAs(rule, given.get(rule.definition.id))),
    settings: merged(new Map([...params].map(([key, { value }]) => [key, value])), options),
    chosen: presets,
  });
  const ofAgency = ([name, own]: [string, AgencyChoice]): [string, Setup] => [
    name,
    setupOf(choiceFor(usual, own)),
  ];
  return { ...setupOf(usual), agencies: new Map([...agencies].map(ofAgency)) };
};

/** Every rule that some case is judged by, each once, as most cases are. */
export const rulesOf = ({ rules, agencies }: Setups): CompiledRule[] => {
  const all = [...agencies.values()].flatMap((own) => own.rules);
  const byId = new Map([...all, ...rules].map((rule) => [rule.definition.id, rule]));
  return [...byId.values()].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
};
