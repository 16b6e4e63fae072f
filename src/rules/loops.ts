import type { Run } from "./scope.js";
import type { Comprehension } from "./syntax.js";
import { Defect, Unsettled } from "./unknown.js";

/** The closures of a loop, and the slots of what they share. */
export interface Loop {
  list: Run;
  init: Run;
  step: Run;
  variable: number;
  accumulator: number;
}

/** `exists`, `all`, `filter`, `map` and the like: a step for each element. */
export const comprehension = (
  { list, init, step, variable, accumulator }: Loop,
  { errorsAreFatal, condition = () => true, result }: Comprehension,
): Run => {
  return (scope) => {
    const elements = list(scope);
    if (elements instanceof Unsettled) return elements;
    const { values } = scope;
    let reason: Unsettled | undefined;
    values[accumulator] = init(scope);
    for (const element of elements as unknown[]) {
      if (!condition(values[accumulator])) break;
      values[variable] = element;
      const stepped = step(scope);
      if (!(stepped instanceof Unsettled)) values[accumulator] = stepped;
      else if (errorsAreFatal) return stepped;
      else reason ??= stepped;
    }
    const gathered = values[accumulator];
    return reason && condition(gathered) ? reason : result(gathered);
  };
};

/** `list.where(o, p)`: the elements for which p is known to be true. */
export const where =
  (list: Run, predicate: Run, variable: number): Run =>
  (scope) => {
    const elements = list(scope);
    if (elements instanceof Unsettled) return elements;
    const kept: unknown[] = [];
    for (const element of elements as unknown[]) {
      scope.values[variable] = element;
      const truth = predicate(scope);
      if (truth instanceof Defect) return truth;
      if (truth === true) kept.push(element);
    }
    return kept;
  };
