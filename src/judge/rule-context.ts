import type { CivilDate } from "../values/civil-date.js";
import type { Registers } from "../model/registers.js";
import type { CaseNode } from "../rules/case-view.js";
import type { CompiledRule } from "../rules/compile.js";
import type { Expression } from "../rules/expression.js";
import type { Indicator } from "../rules/indicator-book.js";
import {
  resolverOf,
  type Parameter,
  type ParameterSettings,
  type ResolvedParameter,
} from "../rules/parameters.js";
import type { Article, Preset } from "../rules/rule-schema.js";
import type { Scope } from "../rules/scope.js";
import { notKnown, Unknown, valueOrUnknown } from "../rules/unknown.js";

/** What holds for the whole run. */
export interface RunSettings {
  asOf: CivilDate;
  lang: "zh" | "en";
  settings: ParameterSettings;
  /** Those of the sectors: a case is judged by its own sector's. */
  presets: readonly Preset[];
  /** Presets chosen by hand; they go before the sector's, the first of them before the others. */
  chosen?: readonly Preset[];
  /** By name, the agencies whose cases are judged by rules, settings and presets of their own. */
  agencies?: ReadonlyMap<string, AgencySettings>;
  /** Rosters, lists and other registers of the folder. */
  registers?: Registers;
  /** The rates to reckon beside. */
  indicators?: readonly Indicator[];
}

/** What holds for an agency's cases in place of what holds for the run. */
export interface AgencySettings {
  rules: readonly CompiledRule[];
  settings: ParameterSettings;
  chosen: readonly Preset[];
}

/** Works out what stands in a slot of a rule's variables. */
type Compute = (context: RuleContext) => unknown;

const notGiven: Compute = () => {
  throw new Error("A variable has neither been given a value nor has a way to work it out.");
};

/**
 * What a rule's expressions are evaluated with for one case: `case`, `asOf`, parameters as the case's
 * sector and the day of the step set them, and facts, computed when they are read and then kept.
 */
export class RuleContext implements Scope {
  readonly values: unknown[];
  /** Names of the parameters read so far. */
  readonly parameters: string[] = [];

  constructor(
    readonly factory: ContextFactory,
    public view: CaseNode,
    /** The document that a rule over single documents is held against. */
    public document?: CaseNode,
  ) {
    this.values = new Array<unknown>(factory.computes.length);
    factory.give(this, this.values);
  }

  /** The same afresh, so that facts are worked out again. */
  again(): RuleContext {
    return new RuleContext(this.factory, this.view, this.document);
  }

  /** Turns to another case or document; all that was worked out for the one before is forgotten. */
  turnTo(view: CaseNode, document?: CaseNode): void {
    this.view = view;
    this.document = document;
    if (this.parameters.length > 0) this.parameters.length = 0;
    this.values.fill(undefined);
    this.factory.give(this, this.values);
  }

  compute(slot: number): unknown {
    const compute = this.factory.computes[slot] as Compute;
    return (this.values[slot] = compute(this));
  }

  /** The value of a fact or parameter, or Unknown. Throws where it is wrong. */
  get(name: string): unknown {
    return this.at(this.factory.slotOf(name));
  }

  at(slot: number): unknown {
    return valueOrUnknown(this.values[slot] ?? this.compute(slot));
  }

  set(name: string, value: unknown): void {
    this.values[this.factory.slotOf(name)] = value;
  }
}

/** Builds contexts for one rule. */
export class ContextFactory {
  /** By slot; those of the days behind those of the rule's variables. */
  readonly computes: Compute[];
  readonly #parameters = new Map<string, (context: RuleContext) => ResolvedParameter>();
  readonly #day: (context: RuleContext) => CivilDate | undefined;
  readonly #caseSlot: number;
  readonly #asOfSlot: number;

  constructor(
    readonly rule: CompiledRule,
    readonly run: RunSettings,
  ) {
    this.#caseSlot = this.slotOf("case");
    this.#asOfSlot = this.slotOf("asOf");
    this.computes = new Array<Compute>(rule.slots.size).fill(notGiven);
    this.#day = this.#dayGivenBy(rule.at);
    for (const [name, parameter] of rule.parameters) this.#addParameter(name, parameter);
    for (const [name, fact] of rule.facts) this.computes[this.slotOf(name)] = fact.run;
  }

  contextOf(view: CaseNode, document?: CaseNode): RuleContext {
    return new RuleContext(this, view, document);
  }

  /** For what a check says, which is of many cases. */
  contextWith(facts: Readonly<Record<string, unknown>>): Scope {
    const values: unknown[] = [];
    for (const [name, value] of Object.entries(facts)) values[this.slotOf(name)] = value;
    values[this.#asOfSlot] = this.run.asOf;
    return { values, compute: () => notKnown };
  }

  /** Puts the values that need not be worked out into their slots. */
  give({ view, document }: RuleContext, values: unknown[]): void {
    values[this.#caseSlot] = view;
    values[this.#asOfSlot] = this.run.asOf;
    if (document) values[this.slotOf("document")] = document;
  }

  slotOf(name: string): number {
    const slot = this.rule.slots.slotOf(name);
    if (slot === undefined) throw new Error(`Rule ${this.rule.definition.id} has no ${name}.`);
    return slot;
  }

  /** The day whose law counts; undefined where the rule names none or the files do not say it. */
  dayOf(context: RuleContext): CivilDate | undefined {
    return this.#day(context);
  }

  parameter(name: string, context: RuleContext): ResolvedParameter {
    const resolve = this.#parameters.get(name);
    if (!resolve) throw new Error(`Rule ${this.rule.definition.id} has no parameter ${name}.`);
    return resolve(context);
  }

  /** A parameter where no case is at hand: as the user, a preset chosen by hand or the law of the day sets it. */
  parameterOn(name: string, day: CivilDate): ResolvedParameter {
    const parameter = this.rule.parameters.get(name);
    if (!parameter) throw new Error(`Rule ${this.rule.definition.id} has no parameter ${name}.`);
    const { settings, chosen = [] } = this.run;
    return resolverOf(parameter, settings, chosen)(day);
  }

  /** For each parameter read in a context that a preset or a version set: the articles that set it. */
  parameterBasis(context: RuleContext): (readonly Article[])[] {
    return context.parameters
      .map((name) => this.parameter(name, context).basis)
      .filter((articles) => articles.length > 0);
  }

  #addParameter(name: string, parameter: Parameter): void {
    const resolve = this.#resolving(parameter);
    const notSet = new Unknown(`param:${parameter.key}`);
    this.#parameters.set(name, resolve);
    this.computes[this.slotOf(name)] = (context) => {
      context.parameters.push(name);
      return resolve(context).value ?? notSet;
    };
  }

  /** The parameter as the case's sector sets it; what a sector sets is looked up once. */
  #resolving(parameter: Parameter): (context: RuleContext) => ResolvedParameter {
    const { presets, settings, chosen = [] } = this.run;
    const ofNoSector = resolverOf(parameter, settings, chosen);
    const bySector = new Map(
      presets.map((preset) => [preset.id, resolverOf(parameter, settings, [...chosen, preset])]),
    );
    const dayOf = parameter.at ? this.#dayGivenBy(parameter.at) : this.#day;
    return (context) => {
      const { sector } = context.view.file.values;
      const resolve = (sector === undefined ? undefined : bySector.get(sector)) ?? ofNoSector;
      return resolve(dayOf(context));
    };
  }

  /** Asks an expression for a day; asked once a context. */
  #dayGivenBy(at: Expression | undefined): (context: RuleContext) => CivilDate | undefined {
    if (!at) return () => undefined;
    const slot = this.computes.push(at.run) - 1;
    return (context) => {
      const day = context.at(slot);
      return day instanceof Unknown ? undefined : (day as CivilDate);
    };
  }
}
