import { CivilDate } from "../values/civil-date.js";
import { Money } from "../values/money.js";
import type { FieldKind } from "../model/case-file.js";
import { caseGroups, type FieldGroup } from "../model/fields.js";
import type { CaseFile, FieldStatus } from "../model/origin.js";
import { statusOf } from "../model/provenance.js";
import { isRecording, noteRead } from "./reads.js";
import { notKnown } from "./unknown.js";

/** A field, group or list of a group. */
interface Member {
  name: string;
  /** Path from the case, without indices. */
  path: string;
  /** A group is always there, also when nothing of it is known; only its fields can be missing. */
  group: boolean;
  /** As expressions see it; undefined where it has no value. */
  make: (node: CaseNode, path: string, raw: unknown) => unknown;
}

/** What a group of fields looks like to the expression language; members are found by their place. */
export interface Shape {
  /** CEL name of the type: `Case`, `Case_officers_registration`. */
  name: string;
  /** CEL types of the members by name. */
  types: Record<string, string>;
  members: Member[];
}

/**
 * A case file, or a group in it, as expressions see it: days are CivilDate, amounts are Money. What is
 * worked out is kept, so make it once per case.
 */
export class CaseNode {
  readonly #made: unknown[] = [];
  readonly #statuses: FieldStatus[] = [];

  constructor(
    readonly shape: Shape,
    readonly file: CaseFile,
    /** With indices and a trailing dot (`officers[1].`), or undefined where the shape's paths will do. */
    readonly prefix: string | undefined,
    readonly values: Readonly<Record<string, unknown>>,
  ) {}

  /** The member's value, or notKnown; noted as read. */
  read(place: number): unknown {
    const value = this.inner(place);
    if (isRecording()) noteRead(this.pathOf(place), value !== notKnown);
    return value;
  }

  /** The same without being noted. */
  inner(place: number): unknown {
    return (this.#made[place] ??= this.#make(place));
  }

  has(place: number): boolean {
    return this.values[this.#member(place).name] !== undefined;
  }

  /** What is known of a member. */
  status(place: number): FieldStatus {
    if (this.has(place)) return "known";
    return (this.#statuses[place] ??= statusOf(this.file, this.pathOf(place)));
  }

  /** Whether something stands in the field that could not be understood, or sources differ. */
  isIllegible(place: number): boolean {
    if (this.file.exceptions.size === 0) return false;
    const status = this.status(place);
    return status === "unreadable" || status === "conflicting";
  }

  pathOf(place: number): string {
    const { name, path } = this.#member(place);
    return this.prefix === undefined ? path : this.prefix + name;
  }

  #make(place: number): unknown {
    const { name, make } = this.#member(place);
    return make(this, this.pathOf(place), this.values[name]) ?? notKnown;
  }

  #member(place: number): Member {
    return this.shape.members[place] as Member;
  }
}

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

const makeValue = (kind: FieldKind): Member["make"] => {
  if (kind === "date") {
    return (_, __, raw) => (raw === undefined ? raw : CivilDate.fromIso(raw as string));
  }
  if (kind === "money") return (_, __, raw) => (raw === undefined ? raw : new Money(raw as number));
  return (_, __, raw) => raw;
};

type Values = Record<string, unknown>;

const makeGroup =
  (shape: Shape): Member["make"] =>
  (node, path, raw) => {
    const prefix = node.prefix === undefined ? undefined : `${path}.`;
    return new CaseNode(shape, node.file, prefix, (raw ?? {}) as Values);
  };

const makeElements =
  (shape: Shape): Member["make"] =>
  (node, path, raw) =>
    (raw as Values[] | undefined)?.map(
      (values, i) => new CaseNode(shape, node.file, `${path}[${i}].`, values),
    );

/** The types to declare to the expression language by name, inner ones first. */
export const shapes = new Map<string, Shape>();

const typeName = (group: FieldGroup): string =>
  ["Case", ...group.path.split(".")].filter(Boolean).join("_");

const shapeOf = (group: FieldGroup): Shape => {
  const shape: Shape = { name: typeName(group), types: {}, members: [] };
  const pathOf = (name: string): string => (group.path ? `${group.path}.${name}` : name);
  for (const [name, kind] of Object.entries(group.fields)) {
    shape.types[name] = celTypes[kind];
    shape.members.push({ name, path: pathOf(name), group: false, make: makeValue(kind) });
  }
  for (const [name, inner] of Object.entries(group.groups)) {
    const innerShape = shapeOf(inner);
    const make = inner.list ? makeElements(innerShape) : makeGroup(innerShape);
    shape.types[name] = inner.list ? `list<${innerShape.name}>` : innerShape.name;
    shape.members.push({ name, path: pathOf(name), group: !inner.list, make });
  }
  shapes.set(shape.name, shape);
  return shape;
};

const caseShape = shapeOf(caseGroups);

/** The case as expressions see it. */
export const viewOf = (file: CaseFile): CaseNode =>
  new CaseNode(caseShape, file, undefined, file.values);
