import type { Language } from "./environment.js";
import { ExpressionError } from "./expression-error.js";
import { compileExpression, type Expression } from "./expression.js";

/** A message: literal text and, in braces, expressions whose values are named. */
export type Template = readonly (string | Expression)[];

/** Compiles `{case.decision.date}作出决定`. Throws ExpressionError with the offset in the whole text. */
export const compileTemplate = (language: Language, text: string): Template => {
  const parts: (string | Expression)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const expression = match[1] ?? "";
    if (match.index > end) parts.push(text.slice(end, match.index));
    try {
      parts.push(compileExpression(language, expression));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const offset = match.index + 1 + error.offset;
      throw new ExpressionError(error.message, offset, error.kind, error.unknownName);
    }
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
};
