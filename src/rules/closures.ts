import { builtInFunctions } from "./built-in-functions.js";
import { CaseNode, shapes } from "./case-view.js";
import { ExpressionError } from "./expression-error.js";
import { and, choice, not, or } from "./logic.js";
import { comprehension } from "./loops.js";
import { isIdentity, operatorFor, type Apply } from "./operators.js";
import type { Run, Slots } from "./scope.js";
import { constant, identical, invocation, listOf, operation } from "./strict.js";
import {
  isField,
  type Comprehension,
  type FieldNode,
  type Macro,
  type Node,
  type Type,
} from "./syntax.js";
import { notKnown, Unsettled } from "./unknown.js";

/** More would let a rule file run for very long on a large case. */
const deepestNesting = 3;

/** A loop around the expression that is compiled, with the slots of its variable and of what it gathers. */
interface LoopSlots {
  name: string;
  variable: number;
  accumulator: number;
}

/** A field of a case or of something in it: what it is a field of, and its place there. */
export interface FieldPlace {
  owner: Run;
  place: number;
  /** Where it is a field of a variable that every scope is given: the variable's slot. */
  slot: number | undefined;
}

/** The name under which operators and functions are listed for a type. */
const nameOf = (type: Type | undefined): string =>
  type?.kind === "list" ? "list" : (type?.name ?? "");

const refusal = (message: string, { start }: Node): ExpressionError =>
  new ExpressionError(message, start, "other");

const notInRules = (what: string, node: Node): ExpressionError =>
  refusal(`${what} cannot be used in rules`, node);

/** `a && b && c` is one conjunction of three. */
const operandsOf = ({ op, args }: Node): Node[] =>
  (args as Node[]).flatMap((operand) =>
    operand.op === op && op !== "?:" && !operand.meta.alternate ? operandsOf(operand) : [operand],
  );

/** What `case.decision.date` is a field of, and its name there: the case, `decision.date`. */
const fieldOf = (node: FieldNode): { owner: Node; name: string } => {
  const [owner, name] = node.args;
  if (shapes.has(nameOf(owner.checkedType)) || !isField(owner)) return { owner, name };
  const outer = fieldOf(owner);
  return { owner: outer.owner, name: `${outer.name}.${name}` };
};

const elementAt = (list: readonly unknown[], index: bigint): unknown => {
  const element = list[Number(index)];
  if (element === undefined)
    throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return element;
};

/**
 * Turns checked expressions into closures, one a node. The engine that parses and checks them could
 * evaluate them too, but it looks types and overloads up again at every step, and ends with an error
 * where something is not known; here the former is settled when the rule is loaded, and the latter is a
 * value that is passed on.
 */
export class Closures {
  constructor(
    readonly functions: ReadonlyMap<string, Apply>,
    readonly slots: Slots,
    readonly loops: readonly LoopSlots[] = [],
  ) {}

  compile(node: Node): Run {
    const { alternate, macro } = node.meta;
    if (alternate) return this.compile(alternate);
    if (macro) return this.#macro(macro, node);
    switch (node.op) {
      case "value":
        return constant(node.args);
      case "id":
        return this.#variable(node);
      case ".":
        return this.#field(node);
      case "[]":
        return this.#element(node);
      case "call":
      case "rcall":
        return this.#call(node);
      case "list":
        return listOf(this.#each(node));
      case "comprehension":
        return this.#comprehension(node);
      case "accuValue":
      case "accuInc":
      case "accuPush":
        return this.#gather(node);
      case "&&":
      case "||":
      case "?:":
        return this.#logic(node);
      default:
        return this.#operator(node);
    }
  }

  /** The place of a field; undefined for other expressions. */
  fieldPlace(node: Node): FieldPlace | undefined {
    if (!isField(node)) return undefined;
    const { owner, name } = fieldOf(node);
    const place = shapes.get(nameOf(owner.checkedType))?.placeOf(name);
    if (place === undefined) return undefined;
    return { owner: this.compile(owner), place, slot: this.#givenSlot(owner) };
  }

  /** What compiles the inside of a loop over a list, with the loop's own slots. */
  inLoop(name: string, node: Node): LoopSlots & { inner: Closures } {
    if (this.loops.length >= deepestNesting) {
      throw refusal(`more than ${deepestNesting} loops in each other`, node);
    }
    const slots = { name, variable: this.slots.another(), accumulator: this.slots.another() };
    const inner = new Closures(this.functions, this.slots, [...this.loops, slots]);
    return { ...slots, inner };
  }

  #each({ args }: Node): Run[] {
    return (args as Node[]).map((node) => this.compile(node));
  }

  #logic(node: Node): Run {
    const operands = operandsOf(node).map((operand) => this.compile(operand));
    if (node.op === "&&") return and(operands);
    if (node.op === "||") return or(operands);
    return choice(...(operands as [Run, Run, Run]));
  }

  #macro(macro: Macro | object, node: Node): Run {
    if ("compile" in macro) return macro.compile(this, node);
    throw notInRules(`${String((node.args as unknown[])[0])}()`, node);
  }

  /** The slot of the case, of the day of the audit or of a loop's variable; nothing is computed there. */
  #givenSlot({ op, args }: Node): number | undefined {
    if (op !== "id") return undefined;
    const loop = this.loops.findLast((around) => around.name === args);
    if (loop) return loop.variable;
    return args === "case" || args === "asOf" ? this.slots.slotOf(args) : undefined;
  }

  #variable(node: Node): Run {
    const name = node.args as string;
    const given = this.#givenSlot(node);
    if (given !== undefined) return ({ values }) => values[given];
    const slot = this.slots.slotOf(name);
    if (slot === undefined) throw notInRules(`"${name}"`, node);
    return (scope) => scope.values[slot] ?? scope.compute(slot);
  }

  #field(node: Node): Run {
    const field = this.fieldPlace(node);
    if (!field) throw notInRules("a group of fields", node);
    const { owner, place, slot } = field;
    if (slot === undefined) {
      return (scope) => {
        const value = owner(scope);
        return value instanceof CaseNode ? value.read(place) : value;
      };
    }
    return (scope) => {
      const value = scope.values[slot];
      return value instanceof CaseNode ? value.read(place) : notKnown;
    };
  }

  #element(node: Node): Run {
    const types = (node.args as Node[]).map(({ checkedType }) => nameOf(checkedType));
    if (types.join() !== "list,int") throw notInRules(`an index into ${types.join(" by ")}`, node);
    return operation(elementAt, this.#each(node));
  }

  #call(node: Node): Run {
    const [name, ...rest] = node.args as [string, ...(Node | Node[])[]];
    const args = rest.flat();
    const types = args.map(({ checkedType }) => nameOf(checkedType));
    const receiver = node.op === "rcall" ? `${types.shift() ?? ""}.` : "";
    const signature = `${receiver}${name}(${types.join(", ")})`;
    const apply = this.functions.get(signature) ?? builtInFunctions.get(signature);
    if (!apply) throw notInRules(signature, node);
    return invocation(
      apply,
      args.map((arg) => this.compile(arg)),
    );
  }

  #operator(node: Node): Run {
    const operands = [node.args as Node | Node[]].flat();
    const [left = "", right] = operands.map(({ checkedType }) => nameOf(checkedType));
    const apply = operatorFor(node.op, left, right);
    if (!apply) throw notInRules(`${node.op} on ${[left, right].join(" ").trim()}`, node);
    const runs = operands.map((operand) => this.compile(operand));
    if (node.op === "!_") return not(...(runs as [Run]));
    return isIdentity(apply) ? identical(...(runs as [Run, Run])) : operation(apply, runs);
  }

  #comprehension(node: Node): Run {
    const parts = node.args as Comprehension;
    const { inner, variable, accumulator } = this.inLoop(parts.iterVarName, node);
    const list = this.compile(parts.iterable);
    const init = inner.compile(parts.init);
    const step = inner.compile(parts.step);
    return comprehension({ list, init, step, variable, accumulator }, parts);
  }

  /** What a loop's step does with what the loop has gathered so far. */
  #gather(node: Node): Run {
    const slot = this.loops.at(-1)?.accumulator ?? 0;
    if (node.op === "accuValue") return ({ values }) => values[slot];
    if (node.op === "accuInc") return ({ values }) => (values[slot] as number) + 1;
    const element = this.compile(node.args as Node);
    return (scope) => {
      const value = element(scope);
      if (!(value instanceof Unsettled)) (scope.values[slot] as unknown[]).push(value);
      return value instanceof Unsettled ? value : scope.values[slot];
    };
  }
}
