import { CivilDate } from "../values/civil-date.js";
import { Money } from "../values/money.js";
import { caseGroups, type FieldGroup } from "../model/fields.js";
import type { CaseFile, FieldStatus } from "../model/origin.js";
import { statusOf } from "../model/provenance.js";
import { UncoveredYearError } from "../values/working-days.js";

/** A case as the expression engine itself can read it: properties that throw where nothing is known. */

/** What the engine ends with where something is not known. */
export class NotKnown extends Error {
  constructor(readonly needed?: string) {
    super(needed);
  }
}

export abstract class OracleNode {
  constructor(
    readonly $file: CaseFile,
    readonly $path: string,
    readonly $values: Readonly<Record<string, unknown>>,
  ) {}

  $status(name: string): FieldStatus {
    return this.$values[name] === undefined ? statusOf(this.$file, this.$path + name) : "known";
  }
}

let noted: Map<string, boolean> | undefined;

export const notingReads = <T>(evaluate: () => T): { result: T; reads: Map<string, boolean> } => {
  const before = noted;
  const reads = new Map<string, boolean>();
  noted = reads;
  try {
    return { result: evaluate(), reads };
  } finally {
    noted = before;
  }
};

/** Notes of what `evaluate` reads only what is known. */
export const withoutMissing = <T>(evaluate: () => T): T => {
  const { result, reads } = notingReads(evaluate);
  for (const [path, known] of reads) if (known) noted?.set(path, known);
  return result;
};

export const note = ({ $path, $values }: OracleNode, name: string): void => {
  noted?.set($path + name, $values[name] !== undefined);
};

type NodeClass = new (...args: ConstructorParameters<typeof OracleNode>) => OracleNode;

const celTypes = {
  ...{
    text: "string",
    date: "Date",
    time: "string",
    money: "Money",
    number: "double",
    boolean: "bool",
  },
  ...{ enum: "string", texts: "list<string>", enums: "list<string>" },
};

/** The engine's types, inner ones first. */
export const oracleTypes: { name: string; ctor: NodeClass; fields: Record<string, string> }[] = [];

const define = (ctor: NodeClass, name: string, read: (node: OracleNode) => unknown): void => {
  Object.defineProperty(ctor.prototype, name, {
    get(this: OracleNode) {
      return read(this);
    },
  });
};

const valueOf = (node: OracleNode, name: string): unknown => {
  note(node, name);
  const value = node.$values[name];
  if (value === undefined) throw new NotKnown();
  return value;
};

const converted = (kind: string, value: unknown): unknown => {
  if (kind === "date") return CivilDate.fromIso(value as string);
  return kind === "money" ? new Money(value as number) : value;
};

type Values = Record<string, unknown>;

const classOf = (group: FieldGroup): { name: string; ctor: NodeClass } => {
  const ctor: NodeClass = class extends OracleNode {};
  const fields: Record<string, string> = {};
  for (const [name, kind] of Object.entries(group.fields)) {
    fields[name] = celTypes[kind];
    define(ctor, name, (node) => converted(kind, valueOf(node, name)));
  }
  for (const [name, member] of Object.entries(group.groups)) {
    const inner = classOf(member);
    const at = (node: OracleNode, path: string, values: Values) =>
      new inner.ctor(node.$file, node.$path + path, values);
    fields[name] = member.list ? `list<${inner.name}>` : inner.name;
    define(ctor, name, (node) =>
      member.list
        ? (valueOf(node, name) as Values[]).map((each, i) => at(node, `${name}[${i}].`, each))
        : at(node, `${name}.`, (node.$values[name] ?? {}) as Values),
    );
  }
  const name = ["Case", ...group.path.split(".")].filter(Boolean).join("_");
  oracleTypes.push({ name, ctor, fields });
  return { name, ctor };
};

const caseClass = classOf(caseGroups);

export const oracleView = (file: CaseFile): OracleNode => new caseClass.ctor(file, "", file.values);

/** Whether the engine ended because something is not known. */
export const isUnknown = (error: unknown): error is NotKnown | UncoveredYearError =>
  error instanceof NotKnown || error instanceof UncoveredYearError;
