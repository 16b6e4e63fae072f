import type { Environment } from "@marcbachmann/cel-js";
import { CaseNode, noteRead, withoutMissing } from "./case-view.js";
import { isUnknown, notKnown, UnknownValue } from "./unknown.js";

/**
 * The macros with which a rule says what not knowing means. Everything else in the language lets an
 * unknown value make the outcome unknown.
 *
 * - `known(x)`: whether x is known. Never unknown itself.
 * - `first(a, b, …)`: the first of them that is known; unknown where something that could not be read
 *   comes before it, since that might have been the answer.
 * - `ifKnown(x)`: x, and true where x is not known: for demands on things that need not be there.
 * - `surely(x)`: x, and false where x is not known: for what counts only if it is on record.
 * - `missing(a, b, …)`: the files have a place for at least one of these fields and none of them is
 *   filled in: true. One is filled in: false. No source speaks of any, or one could not be read: unknown.
 * - `unclear()`: not known, whatever the rest says; for what only a person can decide.
 * - `list.where(o, p)`: the elements for which p is known to be true.
 */

/** The parts of the engine's own interfaces that macros use; it does not export them. */
interface Node {
  op: string;
  args: unknown;
}
interface Context {
  forkWithVariable(name: string, type: unknown): IterationContext;
}
interface IterationContext extends Context {
  reuse(parent: Context): IterationContext;
  setIterValue(value: unknown, evaluator: Evaluator): IterationContext;
}
interface CheckedType {
  kind: string;
  valueType: CheckedType;
}
interface Checker {
  check(node: Node, context: Context): CheckedType;
  getType(name: string): CheckedType;
  createError(code: string, message: string, node: Node): Error;
}
interface Evaluator {
  run(node: Node, context: Context): unknown;
}
interface MacroCall {
  args: Node[];
  receiver?: Node;
}

/** Runs an expression; its value, or the error that says it is not known. Other errors pass. */
const attempt = (
  evaluator: Evaluator,
  node: Node,
  context: Context,
): { value: unknown } | { unknown: unknown } => {
  try {
    return { value: evaluator.run(node, context) };
  } catch (error) {
    if (isUnknown(error)) return { unknown: error };
    throw error;
  }
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "op" in value && "args" in value;

const isField = (node: Node): node is { op: "."; args: [Node, string] } => node.op === ".";

/** Operators that are unknown as soon as one of their operands is. */
const strict = new Set(["<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "!_", "-_"]);

/**
 * The fields without any one of which an expression cannot be known; undefined if it has parts that may
 * settle it all the same. Looking at them first is much cheaper than ending in an error.
 */
const fieldsNeeded = (node: Node): Node[] | undefined => {
  if (isField(node)) return [node];
  if (node.op === "value" || node.op === "id") return [];
  if (!strict.has(node.op)) return undefined;
  const operands = [node.args].flat().filter(isNode);
  const needed = operands.map(fieldsNeeded);
  return needed.includes(undefined) ? undefined : needed.flatMap((fields) => fields ?? []);
};

/** Whether a field is certainly not known. */
const isMissingField = (evaluator: Evaluator, node: Node, context: Context): boolean => {
  if (!isField(node)) return false;
  const [receiver, name] = node.args;
  const owner = evaluator.run(receiver, context);
  return owner instanceof CaseNode && owner.$values[name] === undefined;
};

/** Ends as unknown if something stands in the field that could not be understood, or sources differ. */
const mustNotBeIllegible = (evaluator: Evaluator, node: Node, context: Context): void => {
  if (!isField(node)) return;
  const [receiver, name] = node.args;
  const owner = evaluator.run(receiver, context);
  if (!(owner instanceof CaseNode) || owner.$file.exceptions.size === 0) return;
  const status = owner.$status(name);
  if (status === "unreadable" || status === "conflicting") {
    throw new UnknownValue(owner.$path + name);
  }
};

const known = ({ args }: MacroCall) => {
  const [node] = args as [Node];
  return {
    typeCheck: (checker: Checker, _macro: unknown, context: Context) => {
      checker.check(node, context);
      return checker.getType("bool");
    },
    evaluate: (evaluator: Evaluator, _macro: unknown, context: Context) =>
      !isMissingField(evaluator, node, context) &&
      "value" in withoutMissing(() => attempt(evaluator, node, context)),
  };
};

/** A condition that has an answer also where it is not known. */
const otherwise =
  (answer: boolean, name: string) =>
  ({ args }: MacroCall) => {
    const [node] = args as [Node];
    const needed = fieldsNeeded(node) ?? [];
    return {
      typeCheck: (checker: Checker, _macro: unknown, context: Context) => {
        const type = checker.check(node, context);
        if (type === checker.getType("bool")) return type;
        throw checker.createError("invalid_macro_argument", `${name}() needs a condition`, node);
      },
      evaluate: (evaluator: Evaluator, _macro: unknown, context: Context) => {
        if (needed.some((field) => isMissingField(evaluator, field, context))) return answer;
        const result = withoutMissing(() => attempt(evaluator, node, context));
        return "value" in result ? result.value : answer;
      },
    };
  };

const first = ({ args }: MacroCall) => ({
  typeCheck: (checker: Checker, _macro: unknown, context: Context) => {
    const types = args.map((node) => checker.check(node, context));
    const [type] = types as [CheckedType];
    const odd = types.findIndex((other) => other !== type);
    if (odd < 0) return type;
    const node = args[odd] as Node;
    throw checker.createError("invalid_macro_argument", "first() needs values of one type", node);
  },
  evaluate: (evaluator: Evaluator, _macro: unknown, context: Context) => {
    let reason: unknown;
    for (const [i, node] of args.entries()) {
      const last = i === args.length - 1;
      if (!last && isMissingField(evaluator, node, context)) {
        mustNotBeIllegible(evaluator, node, context);
        continue;
      }
      const result = withoutMissing(() => attempt(evaluator, node, context));
      if ("value" in result) return result.value;
      reason ??= result.unknown;
    }
    for (const node of args) attempt(evaluator, node, context);
    throw reason;
  },
});

const missing = ({ args }: MacroCall) => ({
  typeCheck: (checker: Checker, _macro: unknown, context: Context) => {
    for (const node of args) {
      checker.check(node, context);
      if (isField(node)) continue;
      throw checker.createError("invalid_macro_argument", "missing() needs fields", node);
    }
    return checker.getType("bool");
  },
  evaluate: (evaluator: Evaluator, _macro: unknown, context: Context) => {
    let blank = false;
    let unreadable: string | undefined;
    let absent: string | undefined;
    for (const node of args) {
      if (!isField(node)) continue;
      const [receiver, name] = node.args;
      const result = attempt(evaluator, receiver, context);
      if (!("value" in result)) throw result.unknown;
      const owner = result.value as CaseNode;
      const path = owner.$path + name;
      noteRead(owner, name);
      const status = owner.$status(name);
      if (status === "known") return false;
      if (status === "blank") blank = true;
      else if (status === "absent") absent ??= path;
      else unreadable ??= path;
    }
    if (blank && unreadable === undefined) return true;
    throw new UnknownValue(unreadable ?? absent);
  },
});

const where = ({ args, receiver }: MacroCall) => {
  const [variable, predicate] = args as [Node, Node];
  const list = receiver as Node;
  let inner: IterationContext | undefined;
  return {
    typeCheck: (checker: Checker, _macro: unknown, context: Context) => {
      if (variable.op !== "id") {
        throw checker.createError("invalid_macro_argument", "where() needs a variable", variable);
      }
      const type = checker.check(list, context);
      inner = context.forkWithVariable(variable.args as string, type.valueType);
      checker.check(predicate, inner);
      return type;
    },
    evaluate: (evaluator: Evaluator, _macro: unknown, context: Context) => {
      const iteration = inner?.reuse(context);
      if (!iteration) throw new Error("where() was not checked before it was evaluated.");
      return (evaluator.run(list, context) as unknown[]).filter((element) => {
        const result = attempt(evaluator, predicate, iteration.setIterValue(element, evaluator));
        return "value" in result && result.value === true;
      });
    },
  };
};

const manyArguments = (name: string, result: string): string[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${name}(${Array(n).fill("ast").join(", ")}): ${result}`);

const unclear = (): never => {
  throw notKnown;
};

/** Adds the macros to an environment. */
export const registerUnknownMacros = (env: Environment): void => {
  const register = (signature: string, macro: (call: MacroCall) => object): void => {
    env.registerFunction(signature, macro as (...args: unknown[]) => unknown);
  };
  env.registerFunction("unclear(): bool", unclear, { async: false });
  register("known(ast): bool", known);
  register("ifKnown(ast): bool", otherwise(true, "ifKnown"));
  register("surely(ast): bool", otherwise(false, "surely"));
  for (const signature of manyArguments("first", "dyn")) register(signature, first);
  for (const signature of manyArguments("missing", "bool")) register(signature, missing);
  register("list.where(ast, ast): list<dyn>", where);
};
