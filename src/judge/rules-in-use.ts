import { nameKey } from "../values/names.js";
import { outcomeNames, type OutcomeCounts, type OutcomeName } from "../model/audit-result.js";
import type { CompiledRule } from "../rules/compile.js";
import { checks } from "./checks/index.js";
import type { Check } from "./checks/check.js";
import { CaseRule } from "./evaluate.js";
import type { RunSettings } from "./rule-context.js";

/** A rule with its outcomes so far, which all agencies share. */
export interface RuleHeld {
  rule: CaseRule;
  counts: OutcomeCounts;
  /** Decides instead of the rule's demands, once every case is known that the rule applies to. */
  check: Check | undefined;
}

/** The rules for an agency, with its severities, parameters and presets. */
export interface RuleSet {
  /** Those that are held against one case after the other. */
  held: readonly RuleHeld[];
  /** Those that a check decides, by id. */
  checked: ReadonlyMap<string, RuleHeld>;
}

export const noOutcomes = (): OutcomeCounts => ({ pass: 0, fail: 0, unknown: 0, notApplicable: 0 });

/** Adds one; each by its own name, which the engine finds sooner than a name that changes. */
export const countIn = (counts: OutcomeCounts, outcome: OutcomeName): void => {
  if (outcome === "pass") counts.pass++;
  else if (outcome === "fail") counts.fail++;
  else if (outcome === "unknown") counts.unknown++;
  else counts.notApplicable++;
};

const checkOf = ({ check: name, definition }: CompiledRule): Check | undefined => {
  const check = name === undefined ? undefined : checks.get(name);
  if (name !== undefined && !check) throw new Error(`Rule ${definition.id} names no check.`);
  return check;
};

/** The rules of a run as each agency's cases are held against them. */
export class RulesInUse {
  /** Outcomes by rule id. */
  readonly outcomes = new Map<string, OutcomeCounts>();
  /** What a check decides for some agency, each rule once. */
  readonly checked: ReadonlyMap<string, RuleHeld>;
  readonly #usual: RuleSet;
  readonly #agencies: ReadonlyMap<string, RuleSet>;
  /** By the name as the files write it. */
  readonly #found = new Map<string, RuleSet>();

  constructor(rules: readonly CompiledRule[], run: RunSettings) {
    this.#usual = this.#ruleSet(rules, run);
    this.#agencies = new Map(
      [...(run.agencies ?? [])].map(([name, { rules: own, settings, chosen }]) => [
        nameKey(name),
        this.#ruleSet(own, { ...run, settings, chosen }),
      ]),
    );
    const sets = [...this.#agencies.values(), this.#usual];
    this.checked = new Map(sets.flatMap(({ checked }) => [...checked]));
  }

  /** Adds outcomes that were counted elsewhere. */
  count(id: string, counts: OutcomeCounts): void {
    const own = this.#countsOf(id);
    for (const name of outcomeNames) own[name] += counts[name];
  }

  of(agency: string | undefined): RuleSet {
    if (agency === undefined || this.#agencies.size === 0) return this.#usual;
    const found = this.#found.get(agency) ?? this.#agencies.get(nameKey(agency)) ?? this.#usual;
    this.#found.set(agency, found);
    return found;
  }

  #ruleSet(rules: readonly CompiledRule[], run: RunSettings): RuleSet {
    const all = rules.map((rule) => ({
      rule: new CaseRule(rule, run),
      counts: this.#countsOf(rule.definition.id),
      check: checkOf(rule),
    }));
    return {
      held: all.filter(({ check }) => !check),
      checked: new Map(
        all.filter(({ check }) => check).map((one) => [one.rule.rule.definition.id, one]),
      ),
    };
  }

  #countsOf(id: string): OutcomeCounts {
    const counts = this.outcomes.get(id) ?? noOutcomes();
    this.outcomes.set(id, counts);
    return counts;
  }
}
