/** What an expression gives instead of a value: nothing that a person or another expression could use. */
export abstract class Unsettled {}

/**
 * Something needed is not known. It makes the outcome unknown unless the rest of the expression settles it.
 * Given back and never thrown, since an audit meets it millions of times.
 */
export class Unknown extends Unsettled {
  constructor(
    /** What a person would have to supply: a field, `param:<name>` or `calendar:<year>`. */
    readonly needed: string | undefined,
  ) {
    super();
  }
}

/** An error in a rule that loading could not see: a division by zero, an index past the end. */
export class Defect extends Unsettled {
  constructor(readonly error: unknown) {
    super();
  }
}

/** Given where a field has no value; one for all. */
export const notKnown = new Unknown(undefined);

/** A value or Unknown, as those who are not part of the language get it. Throws where the rule is wrong. */
export const valueOrUnknown = (result: unknown): unknown => {
  if (result instanceof Defect) throw result.error;
  return result;
};
