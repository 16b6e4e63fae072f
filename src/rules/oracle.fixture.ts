import { Environment } from "@marcbachmann/cel-js";
import { CivilDate } from "../values/civil-date.js";
import { Money } from "../values/money.js";
import type { CaseFile } from "../model/origin.js";
import { UncoveredYearError, type WorkingDayCalendar } from "../values/working-days.js";
import { ownOperators, type Apply } from "./operators.js";
import { oracleMacros } from "./oracle-macros.fixture.js";
import { NotKnown, notingReads, oracleTypes, oracleView } from "./oracle-view.fixture.js";
import { ruleFunctions } from "./rule-functions.js";
import { Unknown } from "./unknown.js";

/** How an expression ends: by the closures or by the engine itself. */
export type Ending = { value: unknown } | { unknown: string | undefined } | { defect: true };

const throwing =
  (apply: Apply) =>
  (...args: unknown[]): unknown => {
    const value = (apply as (...given: unknown[]) => unknown)(...args);
    if (value instanceof Unknown) throw new NotKnown(value.needed);
    return value;
  };

const oracleEnvironment = (calendar: WorkingDayCalendar): Environment => {
  const env = new Environment({ enableOptionalTypes: false });
  env.registerType("Date", { ctor: CivilDate as unknown as new () => CivilDate, fields: {} });
  env.registerType("Money", { ctor: Money, fields: {} });
  for (const { name, ctor, fields } of oracleTypes) {
    env.registerType(name, { ctor: ctor as unknown as new () => object, fields });
  }
  for (const [signature, apply] of ownOperators) env.registerOperator(signature, throwing(apply));
  for (const { signature, handler } of ruleFunctions(calendar)) {
    env.registerFunction(signature, throwing(handler), { async: false });
  }
  for (const [signature, macro] of oracleMacros) {
    env.registerFunction(signature, macro as (...args: unknown[]) => unknown);
  }
  env.registerVariable("case", "Case");
  env.registerVariable("asOf", "Date");
  return env;
};

export const endingOf = (evaluate: () => unknown): Ending => {
  try {
    return { value: evaluate() };
  } catch (error) {
    if (error instanceof UncoveredYearError) return { unknown: `calendar:${error.year}` };
    return error instanceof NotKnown ? { unknown: error.needed } : { defect: true };
  }
};

/** The engine's own evaluation, which closures must agree with, of one rule's expressions. */
export class Oracle {
  readonly #env: Environment;
  readonly #compiled = new Map<string, (context: object) => unknown>();

  constructor(calendar: WorkingDayCalendar) {
    this.#env = oracleEnvironment(calendar);
  }

  declare(name: string, type: string): void {
    this.#env.registerVariable(name, type);
  }

  evaluate(source: string, context: object): unknown {
    let run = this.#compiled.get(source);
    if (!run) {
      const parsed = this.#env.parse(source);
      parsed.check();
      run = (given) => parsed(given) as unknown;
      this.#compiled.set(source, run);
    }
    return run(context);
  }

  /** How the expression ends on a case, and what it reads; `others` are the values of other variables. */
  on(
    file: CaseFile,
    source: string,
    others: object,
  ): { ending: Ending; reads: Map<string, boolean> } {
    const context = Object.defineProperty(others, "case", { value: oracleView(file) });
    const { result, reads } = notingReads(() => endingOf(() => this.evaluate(source, context)));
    return { ending: result, reads };
  }
}
