import type {
  AuditResult,
  Finding,
  OutcomeCounts,
  OutcomeName,
  Review,
} from "../model/audit-result.js";
import type { CaseValues } from "../model/case-file.js";
import type { CaseFile, Cases } from "../model/origin.js";
import { noRegisters } from "../model/registers.js";
import { statusOf } from "../model/provenance.js";
import { documentsOf, viewOf, type CaseNode } from "../rules/case-view.js";
import { isOfDocuments, type CompiledRule } from "../rules/compile.js";
import { factOf } from "../rules/parameters.js";
import type { Reads } from "../rules/reads.js";
import { bringingBack } from "./brought-back.js";
import { bySubject } from "./by-subject.js";
import { firstTraitOf } from "./case-identity.js";
import { CaseResults } from "./case-results.js";
import { identitiesOfResults, type NamedCase } from "./check-identity.js";
import type { CheckInput, CheckResult, Tally } from "./checks/check.js";
import type { CaseRule, Outcome, Unknown } from "./evaluate.js";
import { evidenceFrom, evidenceInRegisters } from "./evidence.js";
import { caseFinding, makeFinding, named, reviewOf, type Unnamed } from "./finding.js";
import { Identities } from "./identities.js";
import { IndicatorTally, type IndicatorNotes } from "./indicators.js";
import { LackingInWords } from "./lacking.js";
import { render } from "./render.js";
import { ReviewBook, type Asked, type ReviewNotes } from "./review-book.js";
import type { RunSettings } from "./rule-context.js";
import { countIn, noOutcomes, RulesInUse, type RuleHeld, type RuleSet } from "./rules-in-use.js";
import { severityInForce } from "./severity.js";
import { missedBy, reasonsOf, statedIn, whyUnsettled } from "./unsettled.js";

/** What judging gives: findings, what a person must look at, and every outcome counted. */
export interface Judgement {
  findings: Finding[];
  reviews: ReviewBook;
  cases: CaseResults;
  /** Outcomes by rule id. */
  outcomes: Map<string, OutcomeCounts>;
  indicators: AuditResult["summary"]["indicators"];
}

/** What was found in some of a run's cases, as plain data that may come from another thread. */
export interface JudgeNotes {
  findings: readonly FoundInCase[];
  reviews: ReviewNotes;
  cases: Uint16Array;
  outcomes: ReadonlyMap<string, OutcomeCounts>;
  indicators: IndicatorNotes;
  identities: Float64Array;
  /** By rule id what its check noted, and of how many cases. */
  checks: ReadonlyMap<string, { notes: unknown; taken: number }>;
}

interface FoundInCase {
  finding: Unnamed;
  at: number;
  /** What tells the case from most others. */
  trait: string;
  /** What tells the document from the case's others, where the finding is about one. */
  part?: string;
}

/** A case with what the rules say of it so far. */
class JudgedCase {
  readonly view: CaseNode;
  readonly outcomes = noOutcomes();
  /** Outcomes of the rules that indicators count, by rule id. */
  readonly counted = new Map<string, OutcomeName>();

  constructor(
    readonly file: CaseFile,
    /** Its place among the run's cases. */
    readonly at: number,
  ) {
    this.view = viewOf(file);
  }
}

/** One opinion may be that of ten thousand cases: the first are named, how many there are says the message. */
const mostNamed = 100;

interface LastAsked {
  by: "lacks" | "states";
  paths: readonly string[];
  more: readonly string[];
  asked: Asked;
}

/** What a check noted so far, and of how many cases. */
interface Checking {
  tally: Tally;
  taken: number;
}

/**
 * So many cases are held against rule after rule, before the next. In the processor's cache a rule's
 * closures then stay from one case to the next, and what the cases' fields were made into from one rule to
 * the next: both all cases at once and one case alone take half as long again.
 */
const casesInAStep = 64;

/**
 * Judges a run's cases, each of which it sees once and does not keep. Several judges may each see a part
 * of them: what one noted, another can join before it concludes.
 */
export class Judge {
  readonly #findings: FoundInCase[] = [];
  readonly #reviews: ReviewBook;
  readonly #cases: CaseResults;
  readonly #inUse: RulesInUse;
  readonly #indicators: IndicatorTally;
  readonly #identities: Identities;
  /** By rule id. */
  readonly #checking: ReadonlyMap<string, Checking>;
  readonly #lacking: LackingInWords;
  /** What each rule asked last: of the next case it mostly asks the same. */
  readonly #lastAsked = new Map<string, LastAsked>();
  readonly #caseAt: (at: number) => CaseFile;

  constructor(
    readonly cases: Cases,
    rules: readonly CompiledRule[],
    readonly run: RunSettings,
  ) {
    this.#caseAt = bringingBack(cases);
    this.#cases = new CaseResults(cases.length, this.#caseAt);
    this.#reviews = new ReviewBook(run.lang, this.#caseAt, () => this.#cases.order());
    this.#identities = new Identities(this.#caseAt);
    this.#indicators = new IndicatorTally(run.indicators ?? []);
    this.#lacking = new LackingInWords(rules, run.lang);
    this.#inUse = new RulesInUse(rules, run);
    this.#checking = new Map(
      [...this.#inUse.checked].flatMap(([id, held]) => {
        const tally = held.check?.begin(this.#inputOf(held));
        return tally ? [[id, { tally, taken: 0 }] as const] : [];
      }),
    );
  }

  /**
   * Holds every rule against the cases from one place up to another, and shows them to the checks; some
   * cases a step, so that a caller can pause in between. Throws RuleDefect where a rule itself is wrong.
   */
  *hold(from: number, to: number): Generator<void> {
    for (let first = from; first < to; first += casesInAStep) {
      const places = Array.from(
        { length: Math.min(casesInAStep, to - first) },
        (_, i) => first + i,
      );
      this.#holdTogether(
        places.flatMap((at) => {
          const file = this.cases.at(at);
          return file ? new JudgedCase(file, at) : [];
        }),
      );
      yield;
    }
  }

  notes(): JudgeNotes {
    return {
      findings: this.#findings,
      reviews: this.#reviews.notes(),
      cases: this.#cases.notes(),
      outcomes: this.#inUse.outcomes,
      indicators: this.#indicators.notes(),
      identities: this.#identities.notes(),
      checks: new Map(
        [...this.#checking].map(([id, { tally, taken }]) => [id, { notes: tally.notes(), taken }]),
      ),
    };
  }

  join(notes: JudgeNotes): void {
    this.#findings.push(...notes.findings);
    this.#reviews.join(notes.reviews);
    this.#cases.join(notes.cases);
    for (const [id, counts] of notes.outcomes) this.#inUse.count(id, counts);
    this.#indicators.join(notes.indicators);
    this.#identities.join(notes.identities);
    for (const [id, { notes: noted, taken }] of notes.checks) {
      const own = this.#checking.get(id);
      own?.tally.join(noted);
      if (own) own.taken += taken;
    }
  }

  /** Lets the checks decide and puts everything in order, when every case was seen by this judge or another. */
  *conclude(): Generator<void, Judgement> {
    const findings = this.#findings.map(({ finding, at, trait, part }) => {
      this.#cases.speakOf(at);
      const identity = this.#identities.of(trait, at);
      return named(finding, part === undefined ? identity : JSON.stringify([identity, part]));
    });
    for (const checked of this.#inUse.checked.values()) {
      findings.push(...this.#check(checked));
      yield;
    }
    return {
      findings: findings.sort((a, b) => bySubject(a, b) || byFingerprint(a, b)),
      reviews: this.#reviews,
      cases: this.#cases,
      outcomes: this.#inUse.outcomes,
      indicators: this.#indicators.rates(),
    };
  }

  #holdTogether(judged: readonly JudgedCase[]): void {
    const ruleSets = new Map<RuleSet, JudgedCase[]>();
    for (const one of judged) {
      const ruleSet = this.#inUse.of(one.file.values.decision?.agency);
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
      const counted = this.#indicators.counts(id);
      if (isOfDocuments(rule.rule.definition)) {
        for (const one of cases) this.#holdAgainstDocuments(rule, counts, one);
        continue;
      }
      for (const one of cases) {
        const outcome = rule.evaluate(one.view);
        countIn(counts, outcome.name);
        countIn(one.outcomes, outcome.name);
        if (counted) one.counted.set(id, outcome.name);
        if (outcome.name === "fail") this.#fail(rule, one, outcome);
        if (outcome.name === "unknown") this.#ask(rule, one, outcome);
      }
    }
  }

  /** A rule over single documents ends on each that it speaks of; where it speaks of none, on the case. */
  #holdAgainstDocuments(rule: CaseRule, counts: OutcomeCounts, one: JudgedCase): void {
    const ended = documentsOf(one.view).flatMap((document) => {
      const outcome = rule.evaluate(one.view, document);
      return outcome.name === "notApplicable" ? [] : [{ document, outcome }];
    });
    if (ended.length === 0) {
      counts.notApplicable++;
      one.outcomes.notApplicable++;
    }
    for (const { document, outcome } of ended) {
      countIn(counts, outcome.name);
      countIn(one.outcomes, outcome.name);
      if (outcome.name === "fail") this.#fail(rule, one, outcome, document);
      if (outcome.name === "unknown") this.#ask(rule, one, outcome, document);
    }
  }

  #finish({ file, at, view, counted, outcomes }: JudgedCase): void {
    for (const [id, { rule }] of this.#inUse.of(file.values.decision?.agency).checked) {
      const checking = this.#checking.get(id);
      if (!checking || rule.applies(view) !== true) continue;
      checking.tally.take(file, at);
      checking.taken++;
    }
    this.#identities.take(file, at);
    this.#indicators.add(file, counted, outcomes);
    this.#cases.take(at, outcomes);
  }

  #fail(
    { rule }: CaseRule,
    { file, at }: JudgedCase,
    outcome: Extract<Outcome, { name: "fail" }>,
    document?: CaseNode,
  ): void {
    const finding = caseFinding(rule, this.run, file, outcome);
    const about = document && documentNamed(document);
    this.#findings.push({
      finding: about ? { ...finding, subject: { scope: "document", id: about.id } } : finding,
      ...{ at, trait: firstTraitOf(file) },
      ...(about && { part: about.part }),
    });
  }

  #ask(
    caseRule: CaseRule,
    { file, at, view }: JudgedCase,
    outcome: Unknown,
    document?: CaseNode,
  ): void {
    const asked = this.#askedBy(caseRule, outcome, view, document);
    const { scope } = caseRule.rule.definition;
    if (scope === "case") this.#reviews.ask(asked, file, at);
    else {
      const id = document ? documentNamed(document).id : file.id;
      this.#addReview(caseRule, { scope, id }, asked, outcome.reads);
    }
  }

  /** What a person must look at in a case whose outcome is open. */
  #askedBy(caseRule: CaseRule, unknown: Unknown, view?: CaseNode, document?: CaseNode): Asked {
    const { needed, reads } = unknown;
    const { definition, area } = caseRule.rule;
    const asked = (
      by: "lacks" | "states",
      paths: readonly string[],
      more: readonly string[],
      words: () => { missing: readonly string[]; message: string },
    ): Asked => {
      const last = this.#lastAsked.get(definition.id);
      if (last?.by === by && isSame(last.paths, paths) && isSame(last.more, more)) {
        return last.asked;
      }
      const key = JSON.stringify([definition.id, by, paths, more]);
      const found = this.#reviews.asked(key, () => ({
        ...{ rule: definition.id, title: definition.title[this.run.lang], area, paths },
        ...words(),
      }));
      this.#lastAsked.set(definition.id, { by, paths, more, asked: found });
      return found;
    };
    const lacking = lackingIn(reads);
    if (lacking.length + needed.length > 0) {
      return asked("lacks", lacking, needed, () => this.#lacking.of([...lacking, ...needed]));
    }
    const about = view && { caseRule, view, unknown, ...(document && { document }) };
    const stated = statedIn(reads);
    const missed =
      about && stated.length === 0 ? missedBy(caseRule, about.view, unknown, document) : [];
    if (missed.length > 0) return asked("lacks", missed, [], () => this.#lacking.of(missed));
    const reasons = about ? reasonsOf(about, this.run) : [];
    return asked("states", pathsOf(stated), reasons, () => ({
      ...{ missing: [], message: whyUnsettled(stated, reasons, this.run.lang) },
    }));
  }

  /** The rule as it is for an agency; undefined where it does not hold there. */
  #ruleFor(id: string, agency: string | undefined): CaseRule | undefined {
    return this.#inUse.of(agency).checked.get(id)?.rule;
  }

  #inputOf({ rule }: RuleHeld): CheckInput {
    const { asOf, registers = noRegisters } = this.run;
    const parameter: CheckInput["parameter"] = (name, { file, agency, day = asOf }) => {
      const of = agency ?? file?.values.decision?.agency;
      const { contexts } = this.#ruleFor(rule.rule.definition.id, of) ?? rule;
      return file
        ? contexts.parameter(name, contexts.contextOf(viewOf(file)))
        : contexts.parameterOn(name, day);
    };
    return { caseAt: this.#caseAt, registers, asOf, parameter };
  }

  #check({ rule, counts }: RuleHeld): Finding[] {
    const { id } = rule.rule.definition;
    const { tally, taken } = this.#checking.get(id) ?? { taken: 0 };
    const failed = new Map<CheckResult, { finding: Unnamed; cases: readonly NamedCase[] }>();
    for (const whole of tally?.results() ?? []) {
      const result = { ...whole, cases: whole.cases.slice(0, mostNamed) };
      const own = this.#ruleFor(id, this.#agencyOf(result));
      // A pass names no case: those that were shown to the check are of agencies that have the rule.
      const holds = own !== undefined || (result.outcome === "pass" && taken > 0);
      if (holds) counts[result.outcome]++;
      if (own && result.outcome === "fail") {
        const cases = result.cases.map((at) => this.#named(at));
        failed.set(result, { finding: this.#failed(own, result, cases), cases });
      }
      if (own && result.outcome === "unknown") this.#unsettled(own, result);
    }
    const identities = identitiesOfResults(
      [...failed.keys()],
      (result) => failed.get(result)?.cases ?? [],
    );
    return [...failed].map(([result, { finding }]) => {
      for (const at of result.cases) this.#cases.speakOf(at);
      return named(finding, identities.get(result) ?? result.id);
    });
  }

  #agencyOf({ agency, cases: [first] }: CheckResult): string | undefined {
    return agency ?? (first === undefined ? first : this.#caseAt(first).values.decision?.agency);
  }

  #named(at: number): NamedCase {
    const file = this.#caseAt(at);
    return { id: file.id, identity: this.#identities.of(firstTraitOf(file), at) };
  }

  #readsOf({ cases, looked }: CheckResult): Reads[] {
    return cases.map((at) => readsOf(this.#caseAt(at), looked));
  }

  #unsettled(caseRule: CaseRule, result: CheckResult): void {
    const { scope, id, cases, needed = [] } = result;
    const reads = this.#readsOf(result);
    const asked = this.#askedBy(caseRule, { name: "unknown", needed, reads });
    const [only] = cases;
    if (scope === "case" && only !== undefined && cases.length === 1) {
      this.#reviews.ask(asked, this.#caseAt(only), only);
      return;
    }
    this.#addReview(caseRule, { scope, id }, asked, reads);
  }

  /** A question about something else than one case. */
  #addReview(
    { rule }: CaseRule,
    subject: Review["subject"],
    { question: { missing, message, paths } }: Asked,
    reads: readonly Reads[],
  ): void {
    // Of each case what it lacks; where nothing is lacking, what it states.
    const wanted = missing.length === 0;
    const places = reads.map(({ file, paths: read }) => ({
      file,
      paths: new Map(
        paths
          .filter((path) => (read.get(path) ?? wanted) === wanted)
          .map((path): [string, boolean] => [path, wanted]),
      ),
    }));
    this.#reviews.add(reviewOf(rule, this.run, subject, { missing, message }, places));
  }

  #failed({ rule, contexts }: CaseRule, result: CheckResult, cases: readonly NamedCase[]): Unnamed {
    const reads = this.#readsOf(result);
    const context = contexts.contextWith(result.facts);
    const { basis, severity } = rule.definition;
    const limits = (result.limits ?? []).filter((articles) => articles.length > 0);
    const { lang } = this.run;
    return makeFinding({
      rule,
      run: this.run,
      subject: { scope: result.scope, id: result.id },
      cases: cases.map(({ id }) => id),
      severity: severityInForce(severity, basis, limits),
      basis: [...basis, ...limits.flat()],
      message: render(rule, rule.message, context, lang),
      remedy: render(rule, rule.remedy, context, lang),
      facts: factsForMachines(result.facts),
      evidence: [...evidenceFrom(reads, lang), ...evidenceInRegisters(result.rows ?? [], lang)],
    });
  }
}

/** Of the fields read those that are not known. */
const lackingIn = (reads: readonly Reads[]): string[] => {
  const lacking: string[] = [];
  for (const { paths } of reads) {
    for (const [path, known] of paths) if (!known) lacking.push(path);
  }
  return lacking;
};

/** A document by its place, as reports name it, and by what tells it from the others of its case. */
const documentNamed = ({ file: { values }, values: own, prefix }: CaseNode) => {
  const { file, page, type } = own as NonNullable<CaseValues["documents"]>[number];
  const alike = (values.documents ?? []).filter((other) => other.type === type);
  const at = Number(/\d+/.exec(prefix)?.[0]);
  const place = alike.findIndex((other) => other === values.documents?.[at]);
  return { id: page === undefined ? `${file}` : `${file}#${page}`, part: `${type} ${place}` };
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const pathsOf = (reads: readonly Reads[]): string[] =>
  reads.flatMap(({ paths }) => [...paths.keys()]);

const readsOf = (file: CaseFile, looked: readonly string[]): Reads => ({
  file,
  paths: new Map(looked.map((path) => [path, statusOf(file, path) === "known"])),
});

const factsForMachines = (facts: Readonly<Record<string, unknown>>): Finding["facts"] =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factOf(value)]));

const byFingerprint = (a: Finding, b: Finding): number => (a.fingerprint < b.fingerprint ? -1 : 1);

/**
 * Holds the rules against the cases, some cases a step, so that a caller can pause in between. Pure: the
 * same cases, rules and settings give the same judgement in the same order, whatever the order of the
 * cases. Throws RuleDefect where a rule itself is wrong.
 */
export function* judgeInSteps(
  cases: Cases,
  rules: readonly CompiledRule[],
  run: RunSettings,
): Generator<void, Judgement> {
  const judge = new Judge(cases, rules, run);
  yield* judge.hold(0, cases.length);
  return yield* judge.conclude();
}

/** Holds the rules against the cases in one go. */
export const judge = (...given: Parameters<typeof judgeInSteps>): Judgement => {
  const steps = judgeInSteps(...given);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
