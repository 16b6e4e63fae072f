import { ParseError, TypeError as CelTypeError, type Environment } from "@marcbachmann/cel-js";

/** What an expression is evaluated with: `case`, `asOf`, parameters and facts by name. */
export type ExpressionContext = Record<string, unknown>;

export interface Expression {
  source: string;
  /** CEL type of the result. */
  type: string;
  /** Throws an error for which `isUnknown` holds where something needed is not known. */
  evaluate: (context: ExpressionContext) => unknown;
}

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

/** Refused although CEL has them: `matches` can hang on some patterns, `has` turns unknown into no. */
const refused = new Map([
  ["matches", "matches() can hang; use re(text, pattern)"],
  ["has", "has() takes what is not known for absent; use known() or missing()"],
  ["timestamp", "timestamp() invents days; use date()"],
]);

/** More would let a rule file run for very long on a large case. */
const deepestNesting = 3;

interface AstNode {
  op: string;
  args: unknown;
  start: number;
}

const isAstNode = (value: unknown): value is AstNode =>
  typeof value === "object" && value !== null && "op" in value && "args" in value;

const childrenOf = (value: unknown): AstNode[] => {
  if (isAstNode(value)) return [value];
  return Array.isArray(value) ? value.flatMap(childrenOf) : [];
};

const comprehensionParts = (node: AstNode): AstNode[] =>
  childrenOf(Object.values(node.args as Record<string, unknown>).filter(isAstNode));

/** Walks the parsed expression for functions and nestings that rules may not use. */
const refuse = (node: AstNode, depth = 0): void => {
  if (node.op === "call" || node.op === "rcall") {
    const name = (node.args as [string])[0];
    const reason = refused.get(name);
    if (reason) throw new ExpressionError(reason, node.start, "other");
  }
  const loops = node.op === "comprehension";
  if (loops && depth >= deepestNesting) {
    throw new ExpressionError(
      `more than ${deepestNesting} loops in each other`,
      node.start,
      "other",
    );
  }
  const inner = loops ? comprehensionParts(node) : childrenOf(node.args);
  for (const child of inner) refuse(child, depth + (loops ? 1 : 0));
};

interface Scope {
  getValue(name: string): unknown;
}

type Evaluate = (evaluator: unknown, node: AstNode, scope: Scope) => unknown;

type Fields = Record<string, unknown>;

/** A variable and the fields read off it: `case.notice.servedOn`; undefined for other expressions. */
const chainOf = (node: AstNode): { root: string; names: string[] } | undefined => {
  if (node.op === "id") return { root: node.args as string, names: [] };
  if (node.op !== ".") return undefined;
  const [owner, name] = node.args as [AstNode, string];
  const chain = chainOf(owner);
  return chain && { root: chain.root, names: [...chain.names, name] };
};

const reading = (root: string, [first, second, ...rest]: string[]): Evaluate => {
  if (first === undefined) return (_, __, scope) => scope.getValue(root);
  if (second === undefined) return (_, __, scope) => (scope.getValue(root) as Fields)[first];
  if (rest.length === 0) {
    return (_, __, scope) => ((scope.getValue(root) as Fields)[first] as Fields)[second];
  }
  const names = [first, second, ...rest];
  return (_, __, scope) =>
    names.reduce((value, name) => (value as Fields)[name], scope.getValue(root));
};

/**
 * Lets variables and fields be read straight off the objects. The engine checks names and types of
 * each value again at every step, which is most of the time of judging; they were checked when the rule
 * was loaded, and the objects are our own.
 */
const readDirectly = (node: AstNode): void => {
  const chain = chainOf(node);
  if (chain) {
    (node as { evaluate?: Evaluate }).evaluate = reading(chain.root, chain.names);
    return;
  }
  for (const child of node.op === "comprehension"
    ? comprehensionParts(node)
    : childrenOf(node.args)) {
    readDirectly(child);
  }
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
 * Parses and type-checks an expression. Throws ExpressionError for a syntax error, an unknown name, a
 * wrong type, or a result that is not of the wanted type.
 */
export const compileExpression = (
  env: Environment,
  source: string,
  wanted?: string,
): Expression => {
  try {
    const parsed = env.parse(source);
    refuse(parsed.ast);
    const { valid, type, error } = parsed.check();
    if (!valid || type === undefined) throw error ?? new Error("no type");
    if (wanted !== undefined && type !== wanted) {
      throw new ExpressionError(`must give ${wanted}, gives ${type}`, 0, "other");
    }
    readDirectly(parsed.ast);
    return { source, type, evaluate: (context) => parsed(context) as unknown };
  } catch (error) {
    if (error instanceof ParseError || error instanceof CelTypeError) throw explain(error, env);
    throw error;
  }
};
