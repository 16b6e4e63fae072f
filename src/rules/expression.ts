import { ParseError, TypeError as CelTypeError, type Environment } from "@marcbachmann/cel-js";
import { Closures } from "./closures.js";
import type { Language } from "./environment.js";
import { ExpressionError } from "./expression-error.js";
import type { Run, Scope } from "./scope.js";
import { childrenOf, type Node } from "./syntax.js";
import { valueOrUnknown } from "./unknown.js";

export interface Expression {
  source: string;
  /** CEL type of the result. */
  type: string;
  /** For other expressions: the value, or Unsettled. */
  run: Run;
  /** The value, or Unknown. Throws where the expression itself is wrong. */
  evaluate: (scope: Scope) => unknown;
}

/** Refused although CEL has them: `matches` can hang on some patterns, `has` turns unknown into no. */
const refused = new Map([
  ["matches", "matches() can hang; use re(text, pattern)"],
  ["has", "has() takes what is not known for absent; use known() or missing()"],
  ["timestamp", "timestamp() invents days; use date()"],
]);

/** Walks the parsed expression for functions that rules may not use. */
const refuse = (node: Node): void => {
  if (node.op === "call" || node.op === "rcall") {
    const [name] = node.args as [string];
    const reason = refused.get(name);
    if (reason) throw new ExpressionError(reason, node.start, "other");
  }
  for (const child of childrenOf(node)) refuse(child);
};

const unknownNamePatterns = [
  { kind: "field", pattern: /^No such key: (\S+)/ },
  { kind: "variable", pattern: /^Unknown variable: (\S+)/ },
] as const;

const explain = (error: ParseError | CelTypeError, env: Environment): ExpressionError => {
  const summary = error.summary;
  const offset = error.range?.start ?? 0;
  for (const { kind, pattern } of unknownNamePatterns) {
    const name = pattern.exec(summary)?.[1];
    if (name) {
      const at = Math.max(offset, 0);
      return new ExpressionError(`unknown ${kind} "${name}"`, at, kind, name);
    }
  }
  const called = /overload for '(?:.*\.)?(\w+)\(/.exec(summary)?.[1];
  const known = env.getDefinitions().functions.some((definition) => definition.name === called);
  if (called && !known) {
    return new ExpressionError(`unknown function "${called}"`, offset, "function", called);
  }
  return new ExpressionError(summary, offset, "other");
};

/**
 * Parses, type-checks and compiles an expression. Throws ExpressionError for a syntax error, an unknown
 * name, a wrong type, or a result that is not of the wanted type.
 */
export const compileExpression = (
  { env, functions, slots }: Language,
  source: string,
  wanted?: string,
): Expression => {
  try {
    const parsed = env.parse(source);
    const ast = parsed.ast as unknown as Node;
    refuse(ast);
    const { valid, type, error } = parsed.check();
    if (!valid || type === undefined) throw error ?? new Error("no type");
    if (wanted !== undefined && type !== wanted) {
      throw new ExpressionError(`must give ${wanted}, gives ${type}`, 0, "other");
    }
    const run = new Closures(functions, slots).compile(ast);
    return { source, type, run, evaluate: (scope) => valueOrUnknown(run(scope)) };
  } catch (error) {
    if (error instanceof ParseError || error instanceof CelTypeError) throw explain(error, env);
    throw error;
  }
};
