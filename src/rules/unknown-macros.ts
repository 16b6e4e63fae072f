import type { Environment } from "@marcbachmann/cel-js";
import { CaseNode } from "./case-view.js";
import type { FieldPlace } from "./closures.js";
import { where as keptWhere } from "./loops.js";
import { isRecording, noteRead, withoutMissing } from "./reads.js";
import type { Run, Scope } from "./scope.js";
import { isField, isNode, type Checker, type Context, type Macro, type Node } from "./syntax.js";
import { notKnown, Unknown, Unsettled } from "./unknown.js";

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

export interface MacroCall {
  args: Node[];
  receiver?: Node;
}

export type MakeMacro = (call: MacroCall) => Macro;

const invalid = (checker: Checker, message: string, node: Node): Error =>
  checker.createError("invalid_macro_argument", message, node);

/** Operators that are unknown as soon as one of their operands is. */
const strict = new Set(["<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "!_", "-_"]);

/**
 * The fields without any one of which an expression cannot be known; none if it has parts that may settle
 * it all the same. They are looked at first: where one is missing, nothing else was read.
 */
export const fieldsNeeded = (node: Node): Node[] => {
  const needed = (below: Node): (Node | undefined)[] => {
    if (isField(below)) return [below];
    if (below.op === "value" || below.op === "id") return [];
    if (!strict.has(below.op)) return [undefined];
    return [below.args].flat().filter(isNode).flatMap(needed);
  };
  const fields = needed(node).flatMap((field) => field ?? []);
  return fields.length === needed(node).length ? fields : [];
};

/** Whether a field is certainly not known; asking is no reading. */
const isMissing = ({ owner, place }: FieldPlace, scope: Scope): boolean => {
  const node = owner(scope);
  return node instanceof CaseNode && node.peek(place) === notKnown;
};

const known: MakeMacro = ({ args: [node] }) => ({
  typeCheck: (checker, _macro, context) => {
    checker.check(node as Node, context);
    return checker.getType("bool");
  },
  compile: (closures) => {
    const run = closures.compile(node as Node);
    return (scope) => {
      const value = withoutMissing(run, scope);
      if (value instanceof Unknown) return false;
      return value instanceof Unsettled ? value : true;
    };
  },
});

/** A condition that has an answer also where it is not known. */
const otherwise =
  (answer: boolean, name: string): MakeMacro =>
  ({ args: [node] }) => ({
    typeCheck: (checker, _macro, context) => {
      const type = checker.check(node as Node, context);
      if (type === checker.getType("bool")) return type;
      throw invalid(checker, `${name}() needs a condition`, node as Node);
    },
    compile: (closures) => {
      const run = closures.compile(node as Node);
      const needed = fieldsNeeded(node as Node).flatMap((each) => closures.fieldPlace(each) ?? []);
      return (scope) => {
        if (isRecording() && needed.some((field) => isMissing(field, scope))) return answer;
        const value = withoutMissing(run, scope);
        return value instanceof Unknown ? answer : value;
      };
    },
  });

const isIllegible = ({ owner, place }: FieldPlace, scope: Scope): boolean => {
  const node = owner(scope);
  return node instanceof CaseNode && node.isIllegible(place);
};

const unread = ({ owner, place }: FieldPlace, scope: Scope): Unknown =>
  new Unknown((owner(scope) as CaseNode).pathOf(place));

interface Alternative {
  run: Run;
  field: FieldPlace | undefined;
}

const firstKnown = (alternatives: readonly Alternative[]): Run => {
  const last = alternatives.length - 1;
  return (scope) => {
    let reason: unknown;
    for (let i = 0; i <= last; i++) {
      const { run, field } = alternatives[i] as Alternative;
      const value = withoutMissing(run, scope);
      if (!(value instanceof Unknown)) return value;
      if (!field || i === last) reason ??= value;
      else if (isIllegible(field, scope)) return unread(field, scope);
    }
    if (isRecording()) for (const { run } of alternatives) run(scope);
    return reason;
  };
};

const first: MakeMacro = ({ args }) => ({
  typeCheck: (checker, _macro, context) => {
    const [type, ...others] = args.map((node) => checker.check(node, context));
    const odd = args[others.findIndex((other) => other !== type) + 1];
    if (type && others.every((other) => other === type)) return type;
    throw invalid(checker, "first() needs values of one type", odd as Node);
  },
  compile: (closures) =>
    firstKnown(
      args.map((node) => ({ run: closures.compile(node), field: closures.fieldPlace(node) })),
    ),
});

const noneFilledIn =
  (fields: readonly FieldPlace[]): Run =>
  (scope) => {
    let blank = false;
    let unreadable: string | undefined;
    let absent: string | undefined;
    for (const { owner, place } of fields) {
      const node = owner(scope);
      if (!(node instanceof CaseNode)) return node;
      const status = node.status(place);
      if (isRecording()) noteRead(node.pathOf(place), status === "known");
      if (status === "known") return false;
      if (status === "blank") blank = true;
      else if (status === "absent") absent ??= node.pathOf(place);
      else unreadable ??= node.pathOf(place);
    }
    return blank && unreadable === undefined ? true : new Unknown(unreadable ?? absent);
  };

const missing: MakeMacro = ({ args }) => ({
  typeCheck: (checker, _macro, context) => {
    for (const node of args) {
      checker.check(node, context);
      if (!isField(node)) throw invalid(checker, "missing() needs fields", node);
    }
    return checker.getType("bool");
  },
  compile: (closures) => noneFilledIn(args.flatMap((node) => closures.fieldPlace(node) ?? [])),
});

const where: MakeMacro = ({ args, receiver }) => {
  const [variable, predicate] = args as [Node, Node];
  const list = receiver as Node;
  return {
    typeCheck: (checker, _macro, context: Context) => {
      if (variable.op !== "id") throw invalid(checker, "where() needs a variable", variable);
      const type = checker.check(list, context);
      const inner = context.forkWithVariable(variable.args as string, type.valueType);
      checker.check(predicate, inner);
      return type;
    },
    compile: (closures, node) => {
      const loop = closures.inLoop(variable.args as string, node);
      return keptWhere(closures.compile(list), loop.inner.compile(predicate), loop.variable);
    },
  };
};

const manyArguments = (name: string, result: string): string[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${name}(${Array(n).fill("ast").join(", ")}): ${result}`);

/** The engine checks what is ours; it never runs it. */
export const notEvaluated = (): never => {
  throw new Error("Expressions are run by their closures.");
};

/** The macros by signature. */
export const unknownMacros: readonly (readonly [signature: string, make: MakeMacro])[] = [
  ["known(ast): bool", known],
  ["ifKnown(ast): bool", otherwise(true, "ifKnown")],
  ["surely(ast): bool", otherwise(false, "surely")],
  ...manyArguments("first", "dyn").map((signature) => [signature, first] as const),
  ...manyArguments("missing", "bool").map((signature) => [signature, missing] as const),
  ["list.where(ast, ast): list<dyn>", where],
];

/** Adds the macros to an environment. */
export const registerUnknownMacros = (env: Environment): void => {
  for (const [signature, make] of unknownMacros) {
    const macro = (call: MacroCall) => ({ ...make(call), evaluate: notEvaluated });
    env.registerFunction(signature, macro as (...args: unknown[]) => unknown);
  }
};
