import type { CivilDate } from "../values/civil-date.js";
import type { CaseNode } from "../rules/case-view.js";
import type { CompiledRule } from "../rules/compile.js";
import type { Expression, ExpressionContext } from "../rules/expression.js";
import {
  resolveParameter,
  type ParameterSettings,
  type ResolvedParameter,
} from "../rules/parameters.js";
import type { Article, Preset } from "../rules/rule-schema.js";
import { isUnknown, UnknownValue } from "../rules/unknown.js";

/** What holds for the whole run. */
export interface RunSettings {
  asOf: CivilDate;
  lang: "zh" | "en";
  settings: ParameterSettings;
  presets: readonly Preset[];
}

/**
 * What a rule's expressions are evaluated with for one case: `case`, `asOf`, parameters as the case's
 * sector and the day of the step set them, and facts, computed when they are read.
 */
export interface RuleContext extends ExpressionContext {
  case: CaseNode;
  asOf: CivilDate;
  $facts: Map<string, Computed>;
  /** Names of the parameters read so far, and keys of those that nobody set. */
  $parameters: Set<string>;
  $unset: Set<string>;
}

type Computed = { value: unknown } | { error: unknown };

/** A fact of a context, computed when it is first read; that it is not known is kept as well. */
const factOnce = (context: RuleContext, name: string, fact: Expression): unknown => {
  let computed = context.$facts.get(name);
  if (!computed) {
    computed = attempt(() => fact.evaluate(context));
    context.$facts.set(name, computed);
  }
  if ("error" in computed) throw computed.error;
  return computed.value;
};

const attempt = (compute: () => unknown): Computed => {
  try {
    return { value: compute() };
  } catch (error) {
    return { error };
  }
};

const dayGivenBy = (name: string, at: Expression, context: RuleContext): CivilDate | undefined => {
  try {
    return factOnce(context, name, at) as CivilDate;
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
};

/** Builds contexts for one rule; the getters for parameters and facts are made once. */
export class ContextFactory {
  readonly #prototype: object;
  readonly #presets: ReadonlyMap<string, Preset>;

  constructor(
    readonly rule: CompiledRule,
    readonly run: RunSettings,
  ) {
    this.#presets = new Map(run.presets.map((preset) => [preset.id, preset]));
    this.#prototype = this.#makePrototype();
  }

  contextOf(view: CaseNode): RuleContext {
    const context = Object.create(this.#prototype) as RuleContext;
    context.case = view;
    context.asOf = this.run.asOf;
    context.$facts = new Map();
    context.$parameters = new Set();
    context.$unset = new Set();
    return context;
  }

  /** The day whose law counts; undefined where the rule names none or the files do not say it. */
  dayOf(context: RuleContext): CivilDate | undefined {
    return this.rule.at && dayGivenBy("at", this.rule.at, context);
  }

  parameter(name: string, context: RuleContext): ResolvedParameter {
    const parameter = this.rule.parameters.get(name);
    if (!parameter) throw new Error(`Rule ${this.rule.definition.id} has no parameter ${name}.`);
    const sector = context.case.$file.values.sector;
    const preset = sector === undefined ? undefined : this.#presets.get(sector);
    const day = parameter.at
      ? dayGivenBy(`at ${name}`, parameter.at, context)
      : this.dayOf(context);
    return resolveParameter(parameter, this.run.settings, preset, day);
  }

  /** For each parameter read in a context that a preset or a version set: the articles that set it. */
  parameterBasis(context: RuleContext): (readonly Article[])[] {
    return [...context.$parameters]
      .map((name) => this.parameter(name, context).basis)
      .filter((articles) => articles.length > 0);
  }

  #makePrototype(): object {
    const prototype = {};
    const valueOf = (name: string, context: RuleContext) => this.parameter(name, context).value;
    for (const [name, { key }] of this.rule.parameters) {
      const notSet = new UnknownValue(`param:${key}`);
      Object.defineProperty(prototype, name, {
        get(this: RuleContext) {
          this.$parameters.add(name);
          const value = valueOf(name, this);
          if (value !== undefined) return value;
          this.$unset.add(`param:${key}`);
          throw notSet;
        },
      });
    }
    for (const [name, fact] of this.rule.facts) {
      Object.defineProperty(prototype, name, {
        get(this: RuleContext) {
          return factOnce(this, name, fact);
        },
      });
    }
    return prototype;
  }
}
