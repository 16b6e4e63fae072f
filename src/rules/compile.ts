import { caseFields } from "../model/fields.js";
import type { Severity } from "../model/audit-result.js";
import { declareVariable, functionNames, languageOfRule, type Language } from "./environment.js";
import { ExpressionError } from "./expression-error.js";
import { compileExpression, type Expression } from "./expression.js";
import { faultOf } from "./expression-fault.js";
import type { Slots } from "./scope.js";
import { compileTemplate, type Template } from "./template.js";
import { nearest } from "./nearest.js";
import { fitsUnit, parameterType, type Parameter } from "./parameters.js";
import { RuleFileError, type Fault, type RuleProblem } from "./problem.js";
import type { BasisEntry, ParameterDefinition, RuleDefinition } from "./rule-schema.js";
import { notKnown } from "./unknown.js";
import type { YamlSource } from "./yaml-source.js";

/** The checks that src/judge has: by name, the CEL types of the facts that each computes. */
export type CheckFacts = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Message templates in both languages. */
export interface LocalisedTemplate {
  zh: Template;
  en: Template;
}

/** What a rule demands, and what is said of this demand alone when it does not hold. */
export interface Demand {
  that: Expression;
  message?: LocalisedTemplate;
}

/** A violation of a special kind: another severity, another message. */
export interface Variant {
  when: Expression;
  severity?: Severity;
  message?: LocalisedTemplate;
  basis?: readonly BasisEntry[];
}

/** A rule ready to be held against cases. */
export interface CompiledRule {
  definition: RuleDefinition;
  /** The part of the id before the slash. */
  area: string;
  /** Where it was read from, for messages. */
  file: string;
  at?: Expression;
  applies: Expression;
  demands: readonly Demand[];
  /** A check in src/judge that decides instead of demands. */
  check?: string;
  facts: ReadonlyMap<string, Expression>;
  /** Where the rule's expressions look for the values of its variables. */
  slots: Slots;
  parameters: ReadonlyMap<string, Parameter>;
  variants: readonly Variant[];
  message: LocalisedTemplate;
  remedy: LocalisedTemplate;
}

const namesInCases = [...new Set([...caseFields.keys()].flatMap((path) => path.split(".")))];

/** Compiles the expressions of one rule file and notes every problem at its place. */
class RuleCompiler {
  readonly problems: RuleProblem[] = [];
  readonly language: Language;

  constructor(
    readonly source: YamlSource,
    readonly rule: RuleDefinition,
    base: Language,
  ) {
    this.language = languageOfRule(base);
  }

  declare(name: string, type: string): void {
    declareVariable(this.language, name, type);
  }

  expression(text: string, path: PropertyKey[], type?: string): Expression {
    try {
      return compileExpression(this.language, text, type);
    } catch (error) {
      this.#note(error, path);
      return unusable;
    }
  }

  template(text: string, path: PropertyKey[]): Template {
    try {
      return compileTemplate(this.language, text);
    } catch (error) {
      this.#note(error, path);
      return [];
    }
  }

  templates(texts: { zh: string; en: string }, path: PropertyKey[]): LocalisedTemplate {
    return {
      zh: this.template(texts.zh, [...path, "zh"]),
      en: this.template(texts.en, [...path, "en"]),
    };
  }

  #note(error: unknown, path: PropertyKey[]): void {
    if (!(error instanceof ExpressionError)) throw error;
    const hint = error.unknownName && nearest(error.unknownName, this.#candidates(error));
    const fault = { ...faultOf(error), nearest: hint };
    this.problems.push(this.source.problem(path, fault, error.offset));
  }

  #candidates(error: ExpressionError): string[] {
    if (error.kind === "function") return functionNames(this.language.env);
    if (error.kind === "field") return namesInCases;
    return [...this.language.slots.names];
  }
}

/** Stands for an expression that did not compile; the rule is refused before anything runs it. */
const unusable: Expression = {
  source: "",
  type: "bool",
  run: () => notKnown,
  evaluate: () => notKnown,
};

/** Names that facts and parameters may not have: they are there already. */
const reservedNames = new Set(["case", "document", "asOf", "at", "faults"]);

const parametersOf = (
  compiler: RuleCompiler,
  shared: Readonly<Record<string, ParameterDefinition>>,
): Map<string, Parameter> => {
  const { source, rule, problems } = compiler;
  const parameters = new Map<string, Parameter>();
  for (const [name, declared] of Object.entries(rule.params)) {
    const path = ["params", name];
    const own = "use" in declared ? undefined : declared;
    const key = "use" in declared ? declared.use : `${rule.id}.${name}`;
    const definition = own ?? shared[key];
    if (!definition) {
      const hint = nearest(key, Object.keys(shared));
      const fault: Fault = { code: "unknown-parameter", details: { key }, nearest: hint };
      problems.push(source.problem([...path, "use"], fault));
      continue;
    }
    if (
      own &&
      ![own.value, ...own.versions.map((v) => v.value)].every((v) => fitsUnit(own.unit, v))
    ) {
      problems.push(source.problem(path, { code: "unit", details: { unit: own.unit } }));
    }
    const at = declared.at && compiler.expression(declared.at, [...path, "at"], "Date");
    parameters.set(name, { key, definition, ...(at && { at }) });
    compiler.declare(name, parameterType(definition.unit));
  }
  return parameters;
};

const demandsOf = (compiler: RuleCompiler): Demand[] => {
  const { require } = compiler.rule;
  if (require === undefined) return [];
  if (typeof require === "string") {
    return [{ that: compiler.expression(require, ["require"], "bool") }];
  }
  return require.map((demand, i) => ({
    that: compiler.expression(demand.that, ["require", i, "that"], "bool"),
    message: compiler.templates(demand, ["require", i]),
  }));
};

const variantsOf = (compiler: RuleCompiler): Variant[] =>
  compiler.rule.variants.map(({ when, severity, message, basis }, i) => ({
    when: compiler.expression(when, ["variants", i, "when"], "bool"),
    ...(severity && { severity }),
    ...(basis && { basis }),
    ...(message && { message: compiler.templates(message, ["variants", i, "message"]) }),
  }));

/** The document that a rule over single documents is held against, and its type. */
const documentVariable = "document";
const documentType = "Case_documents";

/** Whether a rule is held against each document of a case rather than against the case. */
export const isOfDocuments = ({ scope, check }: RuleDefinition): boolean =>
  scope === "document" && check === undefined;

/** A message may name the demands that did not hold as `{faults}`. */
const faultsVariable = "faults";

/**
 * Compiles a rule. Throws RuleFileError that names every unknown field or function and every wrong type
 * with its line, column and the nearest valid name.
 */
export const compileRule = (
  source: YamlSource,
  definition: RuleDefinition,
  language: Language,
  shared: Readonly<Record<string, ParameterDefinition>>,
  checks: CheckFacts,
): CompiledRule => {
  const compiler = new RuleCompiler(source, definition, language);
  if (isOfDocuments(definition)) compiler.declare(documentVariable, documentType);
  const parameters = parametersOf(compiler, shared);
  const at = definition.at ? compiler.expression(definition.at, ["at"], "Date") : undefined;
  const facts = new Map<string, Expression>();
  for (const [name, text] of Object.entries(definition.facts)) {
    const fact = compiler.expression(text, ["facts", name]);
    facts.set(name, fact);
    compiler.declare(name, fact.type);
  }
  const applies = compiler.expression(definition.applies, ["applies"], "bool");
  for (const name of [...facts.keys(), ...parameters.keys()].filter((one) =>
    reservedNames.has(one),
  )) {
    compiler.problems.push(source.problem(["id"], { code: "reserved-name", details: { name } }));
  }
  const demands = demandsOf(compiler);
  const { check } = definition;
  compiler.declare(faultsVariable, "string");
  const problems = compiler.problems;
  if (check !== undefined) {
    const computed = checks.get(check);
    for (const [name, type] of Object.entries(computed ?? {})) {
      if (!parameters.has(name) && !facts.has(name)) compiler.declare(name, type);
      else problems.push(source.problem(["id"], { code: "reserved-name", details: { name } }));
    }
    if (!computed) {
      const hint = nearest(check, checks.keys());
      const fault: Fault = { code: "unknown-check", details: { name: check }, nearest: hint };
      problems.push(source.problem(["check"], fault));
    }
  }
  if ((check === undefined) === (definition.require === undefined)) {
    problems.push(source.problem(["id"], { code: "require-or-check" }));
  }
  const rule: CompiledRule = {
    definition,
    area: definition.id.split("/")[0] ?? definition.id,
    file: source.file,
    ...(at && { at }),
    applies,
    demands,
    ...(check !== undefined && { check }),
    facts,
    slots: compiler.language.slots,
    parameters,
    variants: variantsOf(compiler),
    message: compiler.templates(definition.message, ["message"]),
    remedy: compiler.templates(definition.remedy, ["remedy"]),
  };
  if (problems.length > 0) throw new RuleFileError(problems);
  return rule;
};
