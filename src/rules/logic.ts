import type { Run } from "./scope.js";

/*
 * Three-valued: a side that settles the answer does so in either place, whatever the other is; else what
 * is unsettled stays so, the right one's reason before the left one's.
 */

export const and =
  (left: Run, right: Run): Run =>
  (scope) => {
    const a = left(scope);
    if (a === false) return false;
    const b = right(scope);
    return b === true ? a : b;
  };

export const or =
  (left: Run, right: Run): Run =>
  (scope) => {
    const a = left(scope);
    if (a === true) return true;
    const b = right(scope);
    return b === false ? a : b;
  };

/** `condition ? yes : no`; only the branch chosen is looked at. */
export const choice =
  (condition: Run, yes: Run, no: Run): Run =>
  (scope) => {
    const truth = condition(scope);
    if (truth === true) return yes(scope);
    return truth === false ? no(scope) : truth;
  };
