import { Environment } from "@marcbachmann/cel-js";
import type { WorkingDayCalendar } from "../values/working-days.js";
import { celCaseTypes } from "./case-view.js";
import { ownOperators, type Apply } from "./operators.js";
import { ruleFunctions } from "./rule-functions.js";
import { Slots } from "./scope.js";
import { notEvaluated, registerUnknownMacros } from "./unknown-macros.js";

/** Names of the functions and macros that rules may call, for listing and for the nearest valid name. */
export const functionNames = (env: Environment): string[] => [
  ...new Set(env.getDefinitions().functions.map((definition) => definition.name)),
];

/** What expressions may name and call, and what calls do. */
export interface Language {
  /** Parses and checks; it is told what there is, not what it does. */
  env: Environment;
  /** By signature without the result: `addDays(Date, int)`. */
  functions: ReadonlyMap<string, Apply>;
  slots: Slots;
}

const withoutResult = (signature: string): string => signature.replace(/: [^:]*$/, "");

/**
 * The expression language of the rules: CEL with the case file's types, civil days, money and the
 * field's functions. `case` and `asOf` are always there; a rule adds its parameters and facts.
 */
export const ruleLanguage = (calendar: WorkingDayCalendar): Language => {
  const env = new Environment({ enableOptionalTypes: false, limits: { maxDepth: 60 } });
  const functions = ruleFunctions(calendar);
  env.registerType("Date", { ctor: class {}, fields: {} });
  env.registerType("Money", { ctor: class {}, fields: {} });
  for (const { name, fields } of celCaseTypes) {
    env.registerType(name, { ctor: class {}, fields });
  }
  for (const [signature] of ownOperators) env.registerOperator(signature, notEvaluated);
  for (const { signature } of functions) {
    env.registerFunction(signature, notEvaluated, { async: false });
  }
  registerUnknownMacros(env);
  env.registerVariable("case", "Case");
  env.registerVariable("asOf", "Date");
  return {
    env,
    functions: new Map(functions.map((one) => [withoutResult(one.signature), one.handler])),
    slots: new Slots(["case", "asOf"]),
  };
};

/** A language of a rule's own, to which it adds its parameters and facts. */
export const languageOfRule = ({ env, slots, ...common }: Language): Language => ({
  ...common,
  env: env.clone(),
  slots: new Slots(slots.names),
});

export const declareVariable = ({ env, slots }: Language, name: string, type: string): void => {
  env.registerVariable(name, type);
  slots.declare(name);
};
