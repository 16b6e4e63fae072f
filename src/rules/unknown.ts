import { EvaluationError } from "@marcbachmann/cel-js";
import { UncoveredYearError } from "../values/working-days.js";

/**
 * Thrown while an expression is evaluated when it needs something that is not known. It makes the
 * outcome unknown unless the rest of the expression settles it.
 */
export class UnknownValue extends Error {
  constructor(
    /** What a person would have to supply: a field, `param:<name>` or `calendar:<year>`. */
    readonly needed: string | undefined,
  ) {
    super(`Not known: ${needed ?? "a value"}`);
  }
}

/** Thrown where a field has no value; one for all, since an audit does so millions of times. */
export const notKnown = new UnknownValue(undefined);

/** Whether evaluation ended because something is not known; any other error is a defect of the rule. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof UnknownValue ||
  error instanceof UncoveredYearError ||
  (error instanceof EvaluationError && error.code === "no_such_key");

/** What was needed, if the error itself says it. */
export const neededBy = (error: unknown): string | undefined => {
  if (error instanceof UnknownValue) return error.needed;
  if (error instanceof UncoveredYearError) return `calendar:${error.year}`;
  return undefined;
};
