import type {
  Basis,
  Evidence,
  Fact,
  Finding,
  Review,
  Scope,
  Severity,
} from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";
import type { CompiledRule } from "../rules/compile.js";
import type { ExpressionContext } from "../rules/expression.js";
import { factOf } from "../rules/parameters.js";
import type { BasisEntry } from "../rules/rule-schema.js";
import { isUnknown } from "../rules/unknown.js";
import type { Outcome, Unknown } from "./evaluate.js";
import { evidenceFrom, missingFrom } from "./evidence.js";
import { fingerprintOf } from "./fingerprint.js";
import { render } from "./render.js";
import type { RunSettings } from "./rule-context.js";

interface Subject {
  scope: Scope;
  id: string;
}

/** A basis entry as reports get it. */
export const basisRecord = (entry: BasisEntry): Basis =>
  "principle" in entry
    ? { instrument: entry.principle, article: null, from: null, to: null, mark: null }
    : {
        instrument: entry.instrument,
        article: entry.article,
        from: entry.from ?? null,
        to: entry.to ?? null,
        mark: entry.mark,
      };

interface FindingParts {
  rule: CompiledRule;
  run: RunSettings;
  subject: Subject;
  cases: readonly CaseFile[];
  severity: Severity;
  basis: readonly BasisEntry[];
  message: string;
  remedy: string;
  facts: Record<string, Fact>;
  evidence: Evidence[];
}

/** The only place where a finding is made. */
export const makeFinding = (parts: FindingParts): Finding => {
  const { rule, run, subject } = parts;
  const { id, title, items } = rule.definition;
  return {
    rule: id,
    title: title[run.lang],
    severity: parts.severity,
    area: rule.area,
    subject,
    cases: parts.cases.map((file) => file.id).sort(),
    message: parts.message,
    remedy: parts.remedy,
    basis: parts.basis.map(basisRecord),
    facts: parts.facts,
    evidence: parts.evidence,
    items,
    fingerprint: fingerprintOf(id, subject.scope, subject.id),
  };
};

/** Parameters and facts by name; those that are not known are left out. */
const factsIn = (rule: CompiledRule, context: ExpressionContext): Record<string, Fact> => {
  const facts: Record<string, Fact> = {};
  for (const name of [...rule.facts.keys(), ...rule.parameters.keys()]) {
    try {
      facts[name] = factOf(context[name]);
    } catch (error) {
      if (!isUnknown(error)) throw error;
    }
  }
  return facts;
};

/** A finding about one case, from a failed outcome. */
export const caseFinding = (
  rule: CompiledRule,
  run: RunSettings,
  file: CaseFile,
  outcome: Extract<Outcome, { name: "fail" }>,
): Finding => {
  const { context, variant, failed } = outcome;
  const { lang } = run;
  const faults = failed.flatMap(({ message }) => (message ? render(message, context, lang) : []));
  context["faults"] = faults.join(lang === "zh" ? "；" : "; ");
  return makeFinding({
    rule,
    run,
    subject: { scope: rule.definition.scope, id: file.id },
    cases: [file],
    severity: outcome.severity,
    basis: outcome.basis,
    message: render(variant?.message ?? rule.message, context, lang),
    remedy: render(rule.remedy, context, lang),
    facts: factsIn(rule, context),
    evidence: evidenceFrom(outcome.reads, lang),
  });
};

/** A subject that a person must look at, with what the files do not say. */
export const reviewOf = (
  rule: CompiledRule,
  run: RunSettings,
  subject: Subject,
  { needed, reads }: Unknown,
  message: (missing: readonly string[]) => string,
): Review => {
  const missing = [...new Set([...missingFrom(reads), ...needed])];
  return {
    rule: rule.definition.id,
    title: rule.definition.title[run.lang],
    area: rule.area,
    subject,
    missing,
    message: message(missing),
    evidence: evidenceFrom(reads, run.lang),
  };
};
