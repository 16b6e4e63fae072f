import { CivilDate } from "../values/civil-date.js";
import { Money } from "../values/money.js";
import type { FieldKind } from "../model/case-file.js";
import { caseGroups, type FieldGroup } from "../model/fields.js";
import type { CaseFile, FieldStatus } from "../model/origin.js";
import { statusOf } from "../model/provenance.js";
import { notKnown } from "./unknown.js";

/**
 * A case file as expressions see it: days are CivilDate, amounts are Money, whole numbers are CEL
 * integers. One class per group of fields, so that the expression engine can check names and types when
 * a rule is loaded. Reading a field that is not known ends evaluation as unknown.
 */
export abstract class CaseNode {
  constructor(
    readonly $file: CaseFile,
    /** With a trailing dot and indices: `officers[1].registration.`; empty for the case. */
    readonly $path: string,
    readonly $values: Readonly<Record<string, unknown>>,
  ) {}

  /** What was made of the fields' plain values, by the field's place in its group. */
  readonly $made: unknown[] = [];

  /** What is known of one of its fields, groups or lists. */
  $status(name: string): FieldStatus {
    if (this.$values[name] !== undefined) return "known";
    return statusOf(this.$file, this.$path + name);
  }
}

/** Which fields an expression read, and whether they are known. */
export interface Reads {
  file: CaseFile;
  paths: Map<string, boolean>;
}

let recorder: Map<CaseFile, Map<string, boolean>> | undefined;

/** Runs `evaluate` and notes every field of a case file that it reads. */
export const recordingReads = <T>(evaluate: () => T): { result: T; reads: Reads[] } => {
  const before = recorder;
  recorder = new Map();
  try {
    const result = evaluate();
    return { result, reads: [...recorder].map(([file, paths]) => ({ file, paths })) };
  } finally {
    recorder = before;
  }
};

/**
 * Runs `evaluate`, which has an answer also where a field is not known; a field that it misses is then
 * not what the outcome hangs on, and is not noted as missing.
 */
export const withoutMissing = <T>(evaluate: () => T): T => {
  if (!recorder) return evaluate();
  const { result, reads } = recordingReads(evaluate);
  for (const { file, paths } of reads) {
    const noted = recorder.get(file) ?? new Map<string, boolean>();
    for (const [path, known] of paths) if (known) noted.set(path, known);
    recorder.set(file, noted);
  }
  return result;
};

/** Notes a field that is read, or looked at by other means than reading it. */
export const noteRead = ({ $file, $path, $values }: CaseNode, name: string): void => {
  if (!recorder) return;
  const paths = recorder.get($file) ?? new Map<string, boolean>();
  recorder.set($file, paths.set($path + name, $values[name] !== undefined));
};

const convert = (kind: "date" | "money", raw: unknown): unknown =>
  kind === "date" ? CivilDate.fromIso(raw as string) : new Money(raw as number);

type NodeClass = new (
  file: CaseFile,
  path: string,
  values: Readonly<Record<string, unknown>>,
) => CaseNode;

/** CEL name of a group's type: `Case`, `Case_officers_registration`. */
const typeName = (group: FieldGroup): string =>
  ["Case", ...group.path.split(".")].filter(Boolean).join("_");

const celTypes: Record<FieldKind, string> = {
  text: "string",
  date: "Date",
  money: "Money",
  number: "double",
  boolean: "bool",
  enum: "string",
  texts: "list<string>",
  enums: "list<string>",
};

export interface CelType {
  name: string;
  ctor: NodeClass;
  fields: Record<string, string>;
}

/** The types to declare to the expression engine, inner ones first. */
export const caseTypes: CelType[] = [];

/** A property that reads one of the node's own values. */
const defineValue = (ctor: NodeClass, name: string, read: (node: CaseNode) => unknown): void => {
  Object.defineProperty(ctor.prototype, name, {
    get(this: CaseNode) {
      if (recorder) noteRead(this, name);
      if (this.$values[name] === undefined) throw notKnown;
      return read(this);
    },
  });
};

/** A group is always there, also when nothing of it is known; only its fields can be missing. */
const defineGroup = (ctor: NodeClass, name: string, read: (node: CaseNode) => unknown): void => {
  Object.defineProperty(ctor.prototype, name, {
    get(this: CaseNode) {
      return read(this);
    },
  });
};

/** Made when it is first read, and then kept. */
const once =
  (place: number, make: (node: CaseNode) => unknown) =>
  (node: CaseNode): unknown =>
    (node.$made[place] ??= make(node));

const groupIn = (node: CaseNode, name: string, inner: NodeClass): CaseNode => {
  const values = (node.$values[name] ?? {}) as Record<string, unknown>;
  return new inner(node.$file, `${node.$path}${name}.`, values);
};

const elementsIn = (node: CaseNode, name: string, inner: NodeClass): CaseNode[] =>
  (node.$values[name] as Record<string, unknown>[]).map(
    (values, i) => new inner(node.$file, `${node.$path}${name}[${i}].`, values),
  );

const classOf = (group: FieldGroup): NodeClass => {
  const ctor: NodeClass = class extends CaseNode {};
  const fields: Record<string, string> = {};
  let place = 0;
  for (const [name, kind] of Object.entries(group.fields)) {
    fields[name] = celTypes[kind];
    const converted = kind === "date" || kind === "money";
    const read = converted
      ? once(place++, (node) => convert(kind, node.$values[name]))
      : (node: CaseNode) => node.$values[name];
    defineValue(ctor, name, read);
  }
  for (const [name, member] of Object.entries(group.groups)) {
    const inner = classOf(member);
    fields[name] = member.list ? `list<${typeName(member)}>` : typeName(member);
    const read = once(place++, (node) =>
      member.list ? elementsIn(node, name, inner) : groupIn(node, name, inner),
    );
    if (member.list) defineValue(ctor, name, read);
    else defineGroup(ctor, name, read);
  }
  caseTypes.push({ name: typeName(group), ctor, fields });
  return ctor;
};

const rootClass = classOf(caseGroups);

/** The case as expressions see it. Make it once per case: what it computes is kept. */
export const viewOf = (file: CaseFile): CaseNode => new rootClass(file, "", file.values);
