import { isUnknown, note, NotKnown, OracleNode, withoutMissing } from "./oracle-view.fixture.js";
import { isField, type Context, type Macro, type Node } from "./syntax.js";
import { fieldsNeeded, unknownMacros, type MacroCall } from "./unknown-macros.js";

/** The macros as the expression engine itself runs them, with errors for what is not known. */

interface Evaluator {
  run(node: Node, context: unknown): unknown;
}

interface Iteration extends Context {
  reuse(parent: unknown): Iteration;
  setIterValue(value: unknown, evaluator: Evaluator): Iteration;
}

type Run = (node: Node) => unknown;
type Attempt = { value: unknown } | { unknown: unknown };

const attempt = (run: Run, node: Node): Attempt => {
  try {
    return { value: run(node) };
  } catch (error) {
    if (isUnknown(error)) return { unknown: error };
    throw error;
  }
};

/** What a field is a field of, and its name. */
const ownerOf = (run: Run, node: Node): { owner: OracleNode; name: string } | undefined => {
  if (!isField(node)) return undefined;
  const owner = run(node.args[0]);
  return owner instanceof OracleNode ? { owner, name: node.args[1] } : undefined;
};

const isMissing = (run: Run, node: Node): boolean => {
  const field = ownerOf(run, node);
  return field !== undefined && field.owner.$values[field.name] === undefined;
};

const known = (run: Run, [node]: Node[]): unknown =>
  !isMissing(run, node!) && "value" in withoutMissing(() => attempt(run, node!));

const otherwise =
  (answer: boolean) =>
  (run: Run, [node]: Node[]): unknown => {
    if (fieldsNeeded(node!).some((field) => isMissing(run, field))) return answer;
    const result = withoutMissing(() => attempt(run, node!));
    return "value" in result ? result.value : answer;
  };

const first = (run: Run, args: Node[]): unknown => {
  let reason: unknown;
  for (const [i, node] of args.entries()) {
    if (i < args.length - 1 && isMissing(run, node)) {
      const { owner, name } = ownerOf(run, node)!;
      const status = owner.$status(name);
      const illegible = status === "unreadable" || status === "conflicting";
      if (illegible) throw new NotKnown(owner.$path + name);
      continue;
    }
    const result = withoutMissing(() => attempt(run, node));
    if ("value" in result) return result.value;
    reason ??= result.unknown;
  }
  for (const node of args) attempt(run, node);
  throw reason;
};

const missing = (run: Run, args: Node[]): unknown => {
  const looked = args.map((node) => {
    const { owner, name } = ownerOf(run, node)!;
    return { status: owner.$status(name), path: owner.$path + name, read: () => note(owner, name) };
  });
  const filled = looked.findIndex(({ status }) => status === "known");
  for (const { read } of filled < 0 ? looked : looked.slice(0, filled + 1)) read();
  if (filled >= 0) return false;
  const illegible = looked.find(({ status }) => status !== "blank" && status !== "absent");
  if (!illegible && looked.some(({ status }) => status === "blank")) return true;
  throw new NotKnown((illegible ?? looked.find(({ status }) => status === "absent"))?.path);
};

const simple: Record<string, (run: Run, args: Node[]) => unknown> = {
  known,
  ifKnown: otherwise(true),
  surely: otherwise(false),
  first,
  missing,
};

const nameOf = (signature: string): string => signature.slice(0, signature.indexOf("("));

const simpleMacro = (macro: Macro, evaluate: (typeof simple)[string], { args }: MacroCall) => ({
  ...macro,
  evaluate: (evaluator: Evaluator, _: unknown, context: unknown) =>
    evaluate((node) => evaluator.run(node, context), args),
});

const where = (macro: Macro, { args, receiver }: MacroCall) => {
  const [variable, predicate] = args as [Node, Node];
  let inner: Iteration;
  return {
    ...macro,
    typeCheck: (...given: Parameters<Macro["typeCheck"]>) => {
      const type = macro.typeCheck(...given);
      const [, , context] = given;
      inner = context.forkWithVariable(variable.args as string, type.valueType) as Iteration;
      return type;
    },
    evaluate: (evaluator: Evaluator, _: unknown, context: unknown) => {
      const iteration = inner.reuse(context);
      return (evaluator.run(receiver!, context) as unknown[]).filter((element) => {
        const each = iteration.setIterValue(element, evaluator);
        const result = attempt((node) => evaluator.run(node, each), predicate);
        return "value" in result && result.value === true;
      });
    },
  };
};

/** The macros by signature, for the engine to expand. */
export const oracleMacros = unknownMacros.map(
  ([signature, make]) =>
    [
      signature,
      (call: MacroCall) => {
        const evaluate = simple[nameOf(signature)];
        return evaluate ? simpleMacro(make(call), evaluate, call) : where(make(call), call);
      },
    ] as const,
);
