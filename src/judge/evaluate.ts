import type { CivilDate } from "../values/civil-date.js";
import type { Severity } from "../model/audit-result.js";
import type { CaseNode } from "../rules/case-view.js";
import type { CompiledRule, Demand, Variant } from "../rules/compile.js";
import type { Expression } from "../rules/expression.js";
import { inForce } from "../rules/parameters.js";
import { recordingReads, type Reads } from "../rules/reads.js";
import type { BasisEntry } from "../rules/rule-schema.js";
import { Unknown as NotKnown } from "../rules/unknown.js";
import { ContextFactory, type RuleContext } from "./rule-context.js";
import { gravest, severityInForce } from "./severity.js";

/** How a rule ends on a case. */
export type Outcome =
  | { name: "pass" }
  | { name: "notApplicable" }
  | Unknown
  | {
      name: "fail";
      context: RuleContext;
      severity: Severity;
      basis: readonly BasisEntry[];
      failed: readonly Demand[];
      variant: Variant | undefined;
      reads: readonly Reads[];
    };

export interface Unknown {
  name: "unknown";
  /** Parameters and calendar years that were needed and are not set. */
  needed: readonly string[];
  reads: readonly Reads[];
  /** The demands that nobody could settle; none where it is open whether the rule applies. */
  open?: readonly Demand[];
}

type Truth = boolean | NotKnown;

/** What expressions gave while it was noted what they read. */
interface Noted {
  expressions: readonly Expression[];
  truths: readonly Truth[];
  reads: readonly Reads[];
  /** In which they were evaluated. */
  context: RuleContext;
}

const passed: Outcome = { name: "pass" };
const notApplicable: Outcome = { name: "notApplicable" };

const isTrue = (truth: Truth): boolean => truth === true;

/** An error in a rule that loading could not see. */
export class RuleDefect extends Error {
  constructor(rule: CompiledRule, caseId: string, cause: unknown) {
    super(`Rule ${rule.definition.id} cannot be evaluated on case ${caseId}.`, { cause });
  }
}

/** Holds one rule against one case after the other. */
export class CaseRule {
  readonly contexts: ContextFactory;
  readonly #alwaysInForce: boolean;
  #context: RuleContext | undefined;
  readonly #demanded: readonly Expression[];
  /** What was open in the last case; in the next it mostly is again. */
  #lastOpen: readonly Expression[] = [];

  constructor(
    readonly rule: CompiledRule,
    run: ContextFactory["run"],
  ) {
    this.contexts = new ContextFactory(rule, run);
    this.#alwaysInForce = !rule.at || rule.definition.basis.some(isUnbounded);
    this.#demanded = rule.demands.map(({ that }) => that);
  }

  /** Whether the rule speaks of the case at all; also used before a batch check. */
  applies(view: CaseNode): boolean | Unknown {
    return this.#applies(this.#turnedTo(view));
  }

  /** One context serves case after case: to make one for each would be most of what is thrown away. */
  #turnedTo(view: CaseNode, document?: CaseNode): RuleContext {
    if (!this.#context) return (this.#context = this.contexts.contextOf(view, document));
    this.#context.turnTo(view, document);
    return this.#context;
  }

  #applies(context: RuleContext): boolean | Unknown {
    const expected = this.#expected([this.rule.applies], context);
    const applies = this.#truth(this.rule.applies, context, expected);
    if (applies === false) return false;
    const law = this.#lawInForce(context);
    if (law === "none") return false;
    if (law === "unknown" && this.rule.at) return this.#unknown([this.rule.at], context);
    return isTrue(applies) || this.#unknown([this.rule.applies], context, expected);
  }

  /** The rule's outcome on the case. Throws RuleDefect where the rule itself is wrong. */
  evaluate(view: CaseNode, document?: CaseNode): Outcome {
    const context = this.#turnedTo(view, document);
    const applies = this.#applies(context);
    if (applies === false) return notApplicable;
    if (applies !== true) return applies;
    const expected = this.#expected(this.#demanded, context);
    const failed: Demand[] = [];
    const open: Demand[] = [];
    for (const demand of this.rule.demands) {
      const truth = this.#truth(demand.that, context, expected);
      if (truth === false) failed.push(demand);
      else if (truth !== true) open.push(demand);
    }
    if (failed.length > 0) return this.#failure(failed, context);
    if (open.length === 0) return passed;
    const demanded = open.map(({ that }) => that);
    return { ...this.#unknown(demanded, context, expected), open };
  }

  #failure(failed: readonly Demand[], context: RuleContext): Outcome {
    const variant = this.rule.variants.find(({ when }) => isTrue(this.#truth(when, context)));
    const demanded = failed.map(({ that }) => that);
    const { reads } = this.#noted(demanded, context);
    const settledBy = [this.rule.applies, ...(variant ? [variant.when] : [])];
    const limits = demanded.map((demand) => {
      const settled = this.#noted([...settledBy, demand], context);
      return this.contexts.parameterBasis(settled.context);
    });
    const own = variant?.basis ?? this.#ownBasis(context);
    const listed = variant?.severity ?? this.rule.definition.severity;
    return {
      name: "fail",
      context: context.again(),
      severity: gravest(limits.map((articles) => severityInForce(listed, own, articles))),
      basis: withoutDoubles([...own, ...limits.flat(2)]),
      failed,
      variant,
      reads,
    };
  }

  /** The rule's articles in force on the day of the step. */
  #ownBasis(context: RuleContext): BasisEntry[] {
    const day = this.contexts.dayOf(context);
    return this.rule.definition.basis.filter((entry) => isInForce(entry, day));
  }

  #unknown(open: readonly Expression[], context: RuleContext, expected?: Noted): Unknown {
    const isExpected = expected && isSame(expected.expressions, open);
    const { truths, reads, context: read } = isExpected ? expected : this.#noted(open, context);
    const reasons = [...truths, ...read.parameters.map((name) => read.get(name))];
    const needed = reasons.flatMap((reason) => (reason instanceof NotKnown && reason.needed) || []);
    this.#lastOpen = open;
    return { name: "unknown", needed, reads };
  }

  /** What is expected to be open again, noted at once: it need not be evaluated twice. */
  #expected(expressions: readonly Expression[], context: RuleContext): Noted | undefined {
    const open = this.#lastOpen;
    const [first] = open;
    if (!first || !expressions.includes(first)) return undefined;
    this.#lastOpen = [];
    return this.#noted(open, context);
  }

  /** Evaluates in a fresh context, so that facts are read again, and notes what is read. */
  #noted(expressions: readonly Expression[], before: RuleContext): Noted {
    const context = before.again();
    const { result: truths, reads } = recordingReads(context.view.file, () =>
      expressions.map((one) => this.#truth(one, context)),
    );
    return { expressions, truths, reads: [reads], context };
  }

  #truth(expression: Expression, context: RuleContext, noted?: Noted): Truth {
    const known = noted?.truths[noted.expressions.indexOf(expression)];
    if (known !== undefined) return known;
    try {
      return expression.evaluate(context) as Truth;
    } catch (error) {
      throw new RuleDefect(this.rule, context.view.file.id, error);
    }
  }

  #lawInForce(context: RuleContext): "some" | "none" | "unknown" {
    if (this.#alwaysInForce) return "some";
    const { basis } = this.rule.definition;
    const day = this.contexts.dayOf(context);
    if (!day) return "unknown";
    return basis.some((entry) => isInForce(entry, day)) ? "some" : "none";
  }
}

const isSame = <One>(a: readonly One[], b: readonly One[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const withoutDoubles = (basis: readonly BasisEntry[]): BasisEntry[] => [
  ...new Map(basis.map((entry) => [JSON.stringify(entry), entry])).values(),
];

const isUnbounded = (entry: BasisEntry): boolean =>
  "principle" in entry || (entry.from === undefined && entry.to === undefined);

const isInForce = (entry: BasisEntry, day: CivilDate | undefined): boolean =>
  "principle" in entry || inForce(entry, day);
