import type { CaseResult, Finding, Lang, OutcomeCounts, Review } from "../model/audit-result.js";
import { labelAt } from "../model/fields.js";
import type { CaseFile } from "../model/origin.js";
import { statusOf } from "../model/provenance.js";
import { text } from "../messages/text.js";
import { viewOf, type CaseNode } from "../rules/case-view.js";
import type { CompiledRule } from "../rules/compile.js";
import { checks } from "./checks/index.js";
import type { CheckResult } from "./checks/check.js";
import { factOf } from "../rules/parameters.js";
import type { Reads } from "../rules/reads.js";
import { CaseRule, type Unknown } from "./evaluate.js";
import { evidenceFrom, inOrder } from "./evidence.js";
import { caseFinding, makeFinding, reviewOf, type Lacking } from "./finding.js";
import { render } from "./render.js";
import type { RunSettings } from "./rule-context.js";
import { severityInForce } from "./severity.js";

/** What judging gives: findings, what a person must look at, and every outcome counted. */
export interface Judgement {
  findings: Finding[];
  reviews: Review[];
  cases: CaseResult[];
  /** Outcomes by rule id. */
  outcomes: Map<string, OutcomeCounts>;
}

const noOutcomes = (): OutcomeCounts => ({ pass: 0, fail: 0, unknown: 0, notApplicable: 0 });

interface Judged {
  file: CaseFile;
  view: CaseNode;
  outcomes: OutcomeCounts;
}

/** In the words of the run: which fields nobody gave, which parameters nobody set. */
const missingMessage = (missing: readonly string[], lang: Lang): string => {
  const names = missing.map((needed) => {
    const [kind, name] = needed.split(":", 2);
    if (kind === "param" && name) return text(lang, "review.parameter", { name });
    if (kind === "calendar" && name) return text(lang, "review.calendar", { year: name });
    return labelAt(needed)?.[lang] ?? needed;
  });
  const list = [...new Set(names)].join(lang === "zh" ? "、" : ", ");
  return list ? text(lang, "review.missing", { missing: list }) : text(lang, "review.unclear");
};

class Judge {
  readonly findings: Finding[] = [];
  readonly reviews: Review[] = [];
  readonly outcomes = new Map<string, OutcomeCounts>();
  readonly #said = new Map<string, Lacking>();

  constructor(
    readonly cases: readonly Judged[],
    readonly run: RunSettings,
  ) {}

  /** Holds a rule against every case, or hands the cases it applies to over to its check. */
  hold(rule: CompiledRule): void {
    const counts = noOutcomes();
    this.outcomes.set(rule.definition.id, counts);
    const caseRule = new CaseRule(rule, this.run);
    if (rule.check === undefined) this.#holdEach(caseRule, counts);
    else this.#check(caseRule, rule.check, counts);
  }

  #holdEach(caseRule: CaseRule, counts: OutcomeCounts): void {
    const { rule } = caseRule;
    for (const { file, view, outcomes } of this.cases) {
      const outcome = caseRule.evaluate(view);
      counts[outcome.name]++;
      outcomes[outcome.name]++;
      if (outcome.name === "fail") {
        this.findings.push(caseFinding(rule, this.run, file, outcome));
      } else if (outcome.name === "unknown") {
        this.#review(rule, { scope: rule.definition.scope, id: file.id }, outcome);
      }
    }
  }

  #check(caseRule: CaseRule, name: string, counts: OutcomeCounts): void {
    const check = checks.get(name);
    if (!check) throw new Error(`Rule ${caseRule.rule.definition.id} names no check.`);
    const spoken = this.cases.filter(({ view }) => caseRule.applies(view) === true);
    const [any] = spoken;
    const context = any && caseRule.contexts.contextOf(any.view);
    const results = check.run({
      cases: spoken.map(({ file }) => file),
      asOf: this.run.asOf,
      parameter: (parameter) => context && caseRule.contexts.parameter(parameter, context).value,
    });
    for (const result of results) {
      counts[result.outcome]++;
      this.#checkResult(caseRule, result);
    }
  }

  #checkResult(caseRule: CaseRule, result: CheckResult): void {
    const { rule } = caseRule;
    const subject = { scope: result.scope, id: result.id };
    const reads = result.cases.map((file) => readsOf(file, result.looked));
    if (result.outcome === "unknown") {
      this.#review(rule, subject, { name: "unknown", needed: [], reads });
    }
    if (result.outcome !== "fail") return;
    const context = caseRule.contexts.contextWith(result.facts);
    const { basis, severity } = rule.definition;
    const { lang } = this.run;
    this.findings.push(
      makeFinding({
        rule,
        run: this.run,
        subject,
        cases: result.cases,
        severity: severityInForce(severity, basis),
        basis,
        message: render(rule.message, context, lang),
        remedy: render(rule.remedy, context, lang),
        facts: factsForMachines(result.facts),
        evidence: evidenceFrom(reads, lang),
      }),
    );
  }

  #review(rule: CompiledRule, subject: Review["subject"], unknown: Unknown): void {
    this.reviews.push(reviewOf(rule, this.run, subject, unknown, (lacking) => this.#say(lacking)));
  }

  /** The same things are missing in thousands of cases: each list is put in order and into words once. */
  #say(lacking: readonly string[]): Lacking {
    const key = lacking.join();
    let said = this.#said.get(key);
    if (!said) {
      const missing = inOrder(new Set(lacking));
      said = { missing, message: missingMessage(missing, this.run.lang) };
      this.#said.set(key, said);
    }
    return said;
  }
}

const readsOf = (file: CaseFile, looked: readonly string[]): Reads => ({
  file,
  paths: new Map(looked.map((path) => [path, statusOf(file, path) === "known"])),
});

const factsForMachines = (facts: Readonly<Record<string, unknown>>): Finding["facts"] =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factOf(value)]));

/** Everything that speaks of the case, each once. */
export const sourceNames = ({ origins }: CaseFile): string[] => [
  ...new Set(origins.map((origin) => origin.name)),
];

const caseResult = ({ file, outcomes }: Judged): CaseResult => {
  const { values } = file;
  const parties = values.parties?.flatMap(({ name }) => name ?? []) ?? [];
  const party = parties.length > 0 ? parties.join("、") : values.party?.name;
  return {
    id: file.id,
    numbers: [...file.numbers],
    type: values.kind ?? null,
    procedure: values.procedure ?? null,
    name: values.name ?? null,
    party: party ?? null,
    agency: values.decision?.agency ?? null,
    decidedOn: values.decision?.date ?? null,
    fine: values.decision?.fine ?? null,
    sources: sourceNames(file),
    outcomes,
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const bySubject = (
  a: { subject: { scope: string; id: string }; rule: string },
  b: { subject: { scope: string; id: string }; rule: string },
): number =>
  compare(a.subject.scope, b.subject.scope) ||
  compare(a.subject.id, b.subject.id) ||
  compare(a.rule, b.rule);

/**
 * Not knowing ends an expression with an error, millions of times in a large audit, and collecting the
 * stack for each is nine tenths of the time. A defect of a rule is named by rule and case instead.
 */
const withoutStackTraces = (work: () => void): void => {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    work();
  } finally {
    Error.stackTraceLimit = limit;
  }
};

/**
 * Holds the rules against the cases, one rule a step, so that a caller can pause in between. Pure: the
 * same cases, rules and settings give the same judgement in the same order, whatever the order of the
 * cases. Throws RuleDefect where a rule itself is wrong.
 */
export function* judgeInSteps(
  cases: readonly CaseFile[],
  rules: readonly CompiledRule[],
  run: RunSettings,
): Generator<void, Judgement> {
  const judged = [...cases]
    .sort((a, b) => compare(a.id, b.id))
    .map((file) => ({ file, view: viewOf(file), outcomes: noOutcomes() }));
  const judging = new Judge(judged, run);
  for (const rule of rules) {
    withoutStackTraces(() => judging.hold(rule));
    yield;
  }
  return {
    findings: judging.findings.sort(bySubject),
    reviews: judging.reviews.sort(bySubject),
    cases: judged.map(caseResult),
    outcomes: judging.outcomes,
  };
}

/** Holds the rules against the cases in one go. */
export const judge = (...given: Parameters<typeof judgeInSteps>): Judgement => {
  const steps = judgeInSteps(...given);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
