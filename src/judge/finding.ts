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
import { text } from "../messages/text.js";
import type { CompiledRule } from "../rules/compile.js";
import { recordingReads, type Reads } from "../rules/reads.js";
import type { BasisEntry } from "../rules/rule-schema.js";
import type { Outcome } from "./evaluate.js";
import { evidenceFrom } from "./evidence.js";
import { factsFor } from "./facts.js";
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
  /** The ids of the cases that it speaks of. */
  cases: readonly string[];
  severity: Severity;
  basis: readonly BasisEntry[];
  message: string;
  remedy: string;
  facts: Record<string, Fact>;
  evidence: Evidence[];
}

/** A finding whose subject was not yet told apart from all others. */
export type Unnamed = Omit<Finding, "fingerprint">;

/** The only place where a finding is made. */
export const makeFinding = (parts: FindingParts): Unnamed => {
  const { rule, run, subject } = parts;
  const { id, title, items } = rule.definition;
  return {
    rule: id,
    title: title[run.lang],
    severity: parts.severity,
    area: rule.area,
    subject,
    cases: [...parts.cases].sort(),
    message: parts.message,
    remedy: parts.remedy,
    basis: parts.basis.map(basisRecord),
    facts: parts.facts,
    evidence: parts.evidence,
    items,
  };
};

/** `identity` is what tells the subject apart from every other. */
export const named = (finding: Unnamed, identity: string): Finding => ({
  ...finding,
  fingerprint: fingerprintOf(finding.rule, finding.subject.scope, identity),
});

/** What the demands read, and what of it the message names besides; a blank that it names proves nothing. */
const together = (demanded: readonly Reads[], named: readonly Reads[]): Reads[] => {
  const paths = new Map(demanded.flatMap((reads) => [...reads.paths]));
  for (const [path, known] of named.flatMap((reads) => [...reads.paths])) {
    if (known) paths.set(path, known);
  }
  const [any] = [...demanded, ...named];
  return any ? [{ file: any.file, paths }] : [];
};

/** A finding about one case, from a failed outcome. */
export const caseFinding = (
  rule: CompiledRule,
  run: RunSettings,
  file: CaseFile,
  outcome: Extract<Outcome, { name: "fail" }>,
): Unnamed => {
  const { context, variant, failed } = outcome;
  const { lang } = run;
  const messages = failed.flatMap(({ message }) => message ?? []);
  const template = variant?.message ?? rule.message;
  const facts = factsFor(rule, context, failed, [template, rule.remedy, ...messages]);
  const said = recordingReads(file, () => {
    const faults = messages.map((message) => render(rule, message, context, lang));
    context.set("faults", faults.join(text(lang, "list.semicolon")));
    return render(rule, template, context, lang);
  });
  return makeFinding({
    rule,
    run,
    subject: { scope: rule.definition.scope, id: file.id },
    cases: [file.id],
    severity: outcome.severity,
    basis: outcome.basis,
    message: said.result,
    remedy: render(rule, rule.remedy, context, lang),
    facts,
    evidence: evidenceFrom(together(outcome.reads, [said.reads]), lang),
  });
};

/** What the files lack, in the order of the case file, and how that is said. */
export interface Lacking {
  missing: readonly string[];
  message: string;
}

/** A subject that a person must look at, with what the files do not say and the places to look at. */
export const reviewOf = (
  rule: CompiledRule,
  run: RunSettings,
  subject: Subject,
  { missing, message }: Lacking,
  reads: readonly Reads[],
): Review => ({
  rule: rule.definition.id,
  title: rule.definition.title[run.lang],
  area: rule.area,
  subject,
  missing: [...missing],
  message,
  evidence: evidenceFrom(reads, run.lang),
});
