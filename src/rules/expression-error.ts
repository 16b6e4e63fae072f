/** An expression that cannot be used: where in it, and which name nobody knows. */
export class ExpressionError extends Error {
  constructor(
    message: string,
    /** From 0, in the expression's text. */
    readonly offset: number,
    readonly kind: "function" | "field" | "variable" | "other",
    readonly unknownName?: string,
  ) {
    super(message);
  }
}
