import type { Run } from "./scope.js";
import { Unsettled } from "./unknown.js";

/*
 * Three-valued: an operand that settles the answer does so in any place, whatever the others are; else
 * what is unsettled stays so, for the reason of the last that is.
 */

const both =
  (settling: boolean, left: Run, right: Run): Run =>
  (scope) => {
    const a = left(scope);
    if (a === settling) return settling;
    const b = right(scope);
    return b === !settling ? a : b;
  };

const several =
  (settling: boolean, operands: readonly Run[]): Run =>
  (scope) => {
    let answer: unknown = !settling;
    for (const operand of operands) {
      const truth = operand(scope);
      if (truth === settling) return settling;
      if (truth !== !settling) answer = truth;
    }
    return answer;
  };

const settledBy = (settling: boolean, operands: readonly Run[]): Run => {
  const [left, right] = operands;
  return left && right && operands.length === 2
    ? both(settling, left, right)
    : several(settling, operands);
};

export const and = (operands: readonly Run[]): Run => settledBy(false, operands);

export const or = (operands: readonly Run[]): Run => settledBy(true, operands);

export const not =
  (operand: Run): Run =>
  (scope) => {
    const truth = operand(scope);
    return truth instanceof Unsettled ? truth : !truth;
  };

/** `condition ? yes : no`; only the branch chosen is looked at. */
export const choice =
  (condition: Run, yes: Run, no: Run): Run =>
  (scope) => {
    const truth = condition(scope);
    if (truth === true) return yes(scope);
    return truth === false ? no(scope) : truth;
  };
