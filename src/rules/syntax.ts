import type { Closures } from "./closures.js";
import type { Run } from "./scope.js";

/** The parts of the engine's checked syntax trees that are used here; it does not export their types. */

export interface Type {
  kind: string;
  name: string;
  /** Of a list: the type of its members. */
  valueType?: Type;
}

export interface Node {
  op: string;
  args: unknown;
  /** Where it stands in the expression's text. */
  start: number;
  checkedType?: Type;
  meta: {
    /** A macro of our own, or one that the engine evaluates itself. */
    macro?: Macro | Record<never, never>;
    /** What the engine wrote a macro out to. */
    alternate?: Node;
  };
}

/** `list.exists(o, p)` and the like, as the engine writes them out. */
export interface Comprehension {
  iterable: Node;
  iterVarName: string;
  /** What the accumulator begins with. */
  init: Node;
  /** Gives the accumulator after each element. */
  step: Node;
  /** Whether it is worth going on. */
  condition?: (accumulator: unknown) => boolean;
  result: (accumulator: unknown) => unknown;
  /** Whether an unsettled step ends it; else a later element may settle the rest. */
  errorsAreFatal: boolean;
}

/** A macro of our own: checked by the engine, compiled by us. */
export interface Macro {
  typeCheck: (checker: Checker, macro: unknown, context: Context) => Type;
  compile: (closures: Closures, node: Node) => Run;
}

export interface Checker {
  check(node: Node, context: Context): Type;
  getType(name: string): Type;
  createError(code: string, message: string, node: Node): Error;
}

export interface Context {
  forkWithVariable(name: string, type: unknown): Context;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "op" in value && "args" in value;

/** The nodes directly below. */
export const childrenOf = ({ args }: Node): Node[] => nodesIn(args);

const nodesIn = (value: unknown): Node[] => {
  if (isNode(value)) return [value];
  return Array.isArray(value) ? value.flatMap(nodesIn) : [];
};

export interface FieldNode extends Node {
  args: [owner: Node, name: string];
}

export const isField = (node: Node): node is FieldNode => node.op === ".";
