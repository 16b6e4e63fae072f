import { UncoveredYearError } from "../values/working-days.js";
import type { Apply } from "./operators.js";
import type { Run, Scope } from "./scope.js";
import { Defect, notKnown, Unknown, Unsettled } from "./unknown.js";

/** What those closures give that give the same for every case. */
const constants = new WeakMap<Run, unknown>();

export const constant = (value: unknown): Run => {
  const run: Run = () => value;
  constants.set(run, value);
  return run;
};

type Call = (...values: unknown[]) => unknown;

const asUnsettled = (error: unknown): Unsettled =>
  error instanceof UncoveredYearError ? new Unknown(`calendar:${error.year}`) : new Defect(error);

const unary =
  (call: Call, operand: Run): Run =>
  (scope) => {
    const value = operand(scope);
    if (value instanceof Unsettled) return value;
    try {
      return call(value);
    } catch (error) {
      return asUnsettled(error);
    }
  };

const binary =
  (call: Call, first: Run, second: Run): Run =>
  (scope) => {
    const a = first(scope);
    if (a instanceof Unsettled) return a;
    const b = second(scope);
    if (b instanceof Unsettled) return b;
    try {
      return call(a, b);
    } catch (error) {
      return asUnsettled(error);
    }
  };

/** `a == b` of texts, truths and numbers, the commonest of all operations. */
export const identical = (left: Run, right: Run): Run => {
  const wanted = constants.get(right);
  if (wanted === undefined || wanted instanceof Unsettled) {
    return binary((a, b) => a === b, left, right);
  }
  return (scope) => {
    const value = left(scope);
    return value instanceof Unsettled ? value : value === wanted;
  };
};

/** The values of all, or the first Unsettled, looking from the last to the first. */
const valuesOf =
  (runs: readonly Run[]): Run =>
  (scope) => {
    const values = new Array<unknown>(runs.length);
    for (let i = runs.length - 1; i >= 0; i--) {
      const value = (runs[i] as Run)(scope);
      if (value instanceof Unsettled) return value;
      values[i] = value;
    }
    return values;
  };

const nothing: Scope = { values: [], compute: () => notKnown };

/** Worked out once where nothing in it depends on the case. */
const folded = (run: Run, parts: readonly Run[]): Run =>
  parts.every((part) => constants.has(part)) ? constant(run(nothing)) : run;

/** A list; an empty one is made anew each time, since loops fill it. */
export const listOf = (members: readonly Run[]): Run =>
  members.length === 0 ? () => [] : folded(valuesOf(members), members);

/** An operator: Unsettled where an operand is. */
export const operation = (apply: Apply, operands: readonly Run[]): Run => {
  const [left, right] = operands as [Run, Run?];
  const call = apply as Call;
  const run = right ? binary(call, left, right) : unary(call, left);
  return folded(run, operands);
};

/** A call: Unsettled where an argument is, the last looked at first. */
export const invocation = (apply: Apply, args: readonly Run[]): Run => {
  const call = apply as Call;
  const [first, second] = args;
  if (args.length === 1 && first) return folded(unary(call, first), args);
  const backwards =
    args.length === 2 && first && second
      ? binary((b, a) => call(a, b), second, first)
      : unary((values) => call(...(values as unknown[])), valuesOf(args));
  return folded(backwards, args);
};
