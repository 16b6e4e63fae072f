import type {
  AuditResult,
  CaseResult,
  Finding,
  Lang,
  OutcomeCounts,
  OutcomeName,
  Review,
} from "../model/audit-result.js";
import { labelAt } from "../model/fields.js";
import type { CaseFile } from "../model/origin.js";
import { noRegisters } from "../model/registers.js";
import { statusOf } from "../model/provenance.js";
import { message, text, type MessageKey } from "../messages/text.js";
import { viewOf, type CaseNode } from "../rules/case-view.js";
import type { CompiledRule } from "../rules/compile.js";
import { identitiesOf } from "./case-identity.js";
import { identitiesOfResults } from "./check-identity.js";
import type { CheckInput, CheckResult } from "./checks/check.js";
import { factOf } from "../rules/parameters.js";
import type { Reads } from "../rules/reads.js";
import type { CaseRule, Outcome, Unknown } from "./evaluate.js";
import { evidenceFrom, evidenceInRegisters, inOrder, missingIn } from "./evidence.js";
import { caseFinding, makeFinding, reviewOf, type Lacking } from "./finding.js";
import { IndicatorTally } from "./indicators.js";
import { render } from "./render.js";
import type { RunSettings } from "./rule-context.js";
import { noOutcomes, RulesInUse, type RuleHeld, type RuleSet } from "./rules-in-use.js";
import { severityInForce } from "./severity.js";
import { missedBy, statedIn, whyUnsettled } from "./unsettled.js";

/** What judging gives: findings, what a person must look at, and every outcome counted. */
export interface Judgement {
  findings: Finding[];
  reviews: Review[];
  cases: CaseResult[];
  /** Outcomes by rule id. */
  outcomes: Map<string, OutcomeCounts>;
  indicators: AuditResult["summary"]["indicators"];
}

/** What parameters are called, by key; those without a title go by the key. */
const parameterTitles = (rules: readonly CompiledRule[], lang: Lang): Map<string, string> =>
  new Map(
    rules.flatMap(({ parameters }) =>
      [...parameters.values()].map(({ key, definition }) => [key, definition.title?.[lang] ?? key]),
    ),
  );

/** In the words of the run: which fields nobody gave, which parameters nobody set. */
const missingMessage = (
  missing: readonly string[],
  lang: Lang,
  titles: ReadonlyMap<string, string>,
): string => {
  const separator = text(lang, "list.separator");
  const ofKind = (kind: string): string[] =>
    missing.flatMap((needed) =>
      needed.startsWith(`${kind}:`) ? [needed.slice(kind.length + 1)] : [],
    );
  const fields = missing.filter((needed) => !needed.includes(":"));
  const labels = [...new Set(fields.map((path) => labelAt(path)?.[lang] ?? path))];
  const said = (key: MessageKey, names: readonly string[]): string[] =>
    names.length > 0 ? [message(lang, key, { names: names.join(separator) })] : [];
  return [
    ...said("review.missing", labels),
    ...said("review.parameter", [...new Set(ofKind("param").map((key) => titles.get(key) ?? key))]),
    ...said("review.calendar", ofKind("calendar")),
  ].join(text(lang, "list.semicolon"));
};

/** A case with what the rules say of it so far. */
class JudgedCase {
  readonly view: CaseNode;
  readonly outcomes = noOutcomes();
  /** Outcomes of the rules that indicators count, by rule id. */
  readonly counted = new Map<string, OutcomeName>();
  readonly findings: Finding[] = [];
  readonly reviews: Review[] = [];

  constructor(readonly file: CaseFile) {
    this.view = viewOf(file);
  }
}

class Judge {
  readonly findings: Finding[] = [];
  readonly reviews: Review[] = [];
  readonly cases: CaseResult[] = [];
  readonly inUse: RulesInUse;
  readonly indicators: IndicatorTally;
  /** The cases that a check is about, by rule id. */
  readonly #spoken = new Map<string, CaseFile[]>();
  readonly #said = new Map<string, Lacking>();
  readonly #titles: ReadonlyMap<string, string>;

  constructor(
    rules: readonly CompiledRule[],
    readonly run: RunSettings,
    readonly identities: ReadonlyMap<CaseFile, string>,
  ) {
    this.indicators = new IndicatorTally(run.indicators ?? []);
    this.inUse = new RulesInUse(rules, run);
    this.#titles = parameterTitles(rules, run.lang);
    for (const id of this.inUse.checked.keys()) this.#spoken.set(id, []);
  }

  /** Holds every rule against some cases; for what checks decide, notes which cases belong to them. */
  hold(files: readonly CaseFile[]): void {
    const judged = files.map((file) => new JudgedCase(file));
    const ruleSets = new Map<RuleSet, JudgedCase[]>();
    for (const one of judged) {
      const ruleSet = this.inUse.of(one.file.values.decision?.agency);
      const cases = ruleSets.get(ruleSet) ?? [];
      ruleSets.set(ruleSet, cases);
      cases.push(one);
    }
    for (const [{ held }, cases] of ruleSets) this.#holdAgainst(held, cases);
    for (const one of judged) this.#finish(one);
  }

  #holdAgainst(held: readonly RuleHeld[], cases: readonly JudgedCase[]): void {
    for (const { rule, counts } of held) {
      const { id } = rule.rule.definition;
      const counted = this.indicators.counts(id);
      for (const one of cases) {
        const outcome = rule.evaluate(one.view);
        counts[outcome.name]++;
        one.outcomes[outcome.name]++;
        if (counted) one.counted.set(id, outcome.name);
        this.#note(rule, one, outcome);
      }
    }
  }

  #finish({ file, view, counted, outcomes, findings, reviews }: JudgedCase): void {
    for (const [id, { rule }] of this.inUse.of(file.values.decision?.agency).checked) {
      if (rule.applies(view) === true) this.#spoken.get(id)?.push(file);
    }
    this.indicators.add(file, counted, outcomes);
    this.cases.push(caseResult(file, outcomes));
    this.findings.push(...findings);
    this.reviews.push(...reviews);
  }

  #note(caseRule: CaseRule, { file, view, findings, reviews }: JudgedCase, outcome: Outcome): void {
    const { rule } = caseRule;
    if (outcome.name === "fail") {
      const identity = this.identities.get(file) ?? file.id;
      findings.push(caseFinding(rule, this.run, file, outcome, identity));
    }
    if (outcome.name === "unknown") {
      const subject = { scope: rule.definition.scope, id: file.id };
      reviews.push(this.#reviewOf(rule, subject, outcome, { caseRule, view }));
    }
  }

  check({ rule, counts, check }: RuleHeld): void {
    const { id } = rule.rule.definition;
    const { asOf, registers = noRegisters } = this.run;
    const ruleOf = (agency: string | undefined): CaseRule | undefined =>
      this.inUse.of(agency).checked.get(id)?.rule;
    const parameter: CheckInput["parameter"] = (name, { file, agency, day = asOf }) => {
      const { contexts } = ruleOf(agency ?? file?.values.decision?.agency) ?? rule;
      return file
        ? contexts.parameter(name, contexts.contextOf(viewOf(file)))
        : contexts.parameterOn(name, day);
    };
    const input = { cases: this.#spoken.get(id) ?? [], registers, asOf, parameter };
    const results = (check?.run(input) ?? []).flatMap((result) => {
      const own = ruleOf(result.agency ?? result.cases[0]?.values.decision?.agency);
      return own ? [{ result, own }] : [];
    });
    const failed = results.map(({ result }) => result).filter(({ outcome }) => outcome === "fail");
    const identities = identitiesOfResults(failed, this.identities);
    for (const { result, own } of results) {
      counts[result.outcome]++;
      this.#checkResult(own, result, identities.get(result) ?? result.id);
    }
  }

  #checkResult(caseRule: CaseRule, result: CheckResult, identity: string): void {
    const { rule } = caseRule;
    const subject = { scope: result.scope, id: result.id };
    if (result.outcome !== "fail" && result.outcome !== "unknown") return;
    const reads = result.cases.map((file) => readsOf(file, result.looked));
    if (result.outcome === "unknown") {
      const unknown: Unknown = { name: "unknown", needed: result.needed ?? [], reads };
      this.reviews.push(this.#reviewOf(rule, subject, unknown));
      return;
    }
    const context = caseRule.contexts.contextWith(result.facts);
    const { basis, severity } = rule.definition;
    const limits = (result.limits ?? []).filter((articles) => articles.length > 0);
    const { lang } = this.run;
    this.findings.push(
      makeFinding({
        rule,
        run: this.run,
        subject,
        cases: result.cases,
        identity,
        severity: severityInForce(severity, basis, limits),
        basis: [...basis, ...limits.flat()],
        message: render(rule, rule.message, context, lang),
        remedy: render(rule, rule.remedy, context, lang),
        facts: factsForMachines(result.facts),
        evidence: [...evidenceFrom(reads, lang), ...evidenceInRegisters(result.rows ?? [], lang)],
      }),
    );
  }

  #reviewOf(
    rule: CompiledRule,
    subject: Review["subject"],
    { needed, reads }: Unknown,
    about?: { caseRule: CaseRule; view: CaseNode },
  ): Review {
    const review = (lacking: Lacking, places: readonly Reads[]): Review =>
      reviewOf(rule, this.run, subject, lacking, places);
    const lacking = missingIn(reads);
    const wanted = [...pathsOf(lacking), ...needed];
    if (wanted.length > 0) return review(this.#say(wanted), lacking);
    const stated = statedIn(reads, this.run.lang);
    const missed = about && stated.length === 0 ? missedBy(about.caseRule, about.view) : [];
    if (pathsOf(missed).length > 0) return review(this.#say(pathsOf(missed)), missed);
    return review({ missing: [], message: whyUnsettled(stated, this.run, about) }, stated);
  }

  /** The same things are missing in thousands of cases: each list is put in order and into words once. */
  #say(lacking: readonly string[]): Lacking {
    const key = lacking.join();
    let said = this.#said.get(key);
    if (!said) {
      const missing = inOrder(new Set(lacking));
      said = { missing, message: missingMessage(missing, this.run.lang, this.#titles) };
      this.#said.set(key, said);
    }
    return said;
  }
}

const pathsOf = (reads: readonly Reads[]): string[] =>
  reads.flatMap(({ paths }) => [...paths.keys()]);

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

const caseResult = (file: CaseFile, outcomes: OutcomeCounts): CaseResult => {
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
 * So many cases are held against rule after rule, before the next. In the processor's cache a rule's
 * closures then stay from one case to the next, and what the cases' fields were made into from one rule to
 * the next: both all cases at once and one case alone take half as long again.
 */
const casesInAStep = 64;

/**
 * Holds the rules against the cases, some cases a step, so that a caller can pause in between. Pure: the
 * same cases, rules and settings give the same judgement in the same order, whatever the order of the
 * cases. Throws RuleDefect where a rule itself is wrong.
 */
export function* judgeInSteps(
  cases: readonly CaseFile[],
  rules: readonly CompiledRule[],
  run: RunSettings,
): Generator<void, Judgement> {
  const judge = new Judge(rules, run, identitiesOf(cases));
  const sorted = [...cases].sort((a, b) => compare(a.id, b.id));
  for (let from = 0; from < sorted.length; from += casesInAStep) {
    judge.hold(sorted.slice(from, from + casesInAStep));
    yield;
  }
  for (const checked of judge.inUse.checked.values()) {
    judge.check(checked);
    yield;
  }
  return {
    findings: judge.findings.sort(bySubject),
    reviews: judge.reviews.sort(bySubject),
    cases: judge.cases,
    outcomes: judge.inUse.outcomes,
    indicators: judge.indicators.rates(),
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
