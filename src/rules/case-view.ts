import { CivilDate } from "../values/civil-date.js";
import { Money } from "../values/money.js";
import { keepingSome } from "../values/remember.js";
import type { FieldKind } from "../model/case-file.js";
import { caseGroups, type FieldGroup } from "../model/fields.js";
import type { CaseFile, FieldStatus } from "../model/origin.js";
import { statusOf } from "../model/provenance.js";
import { isRecording, noteRead } from "./reads.js";
import { notKnown } from "./unknown.js";

type Values = Readonly<Record<string, unknown>>;

/** A field, or a list of groups of fields. */
interface Member {
  /** From what it is a member of, through the groups between: `decision.date`. */
  name: string;
  steps: readonly string[];
  /** As expressions see it; undefined where it has no value, or for members that they see as they are. */
  make: Make | undefined;
}

type Make = (raw: unknown, node: CaseNode, place: number) => unknown;

/** What stands under a name: a member by its place, or a group of fields. */
type Named = number | ReadonlyMap<string, Named>;
type Group = Map<string, Named>;

/**
 * What a case, or an element of one of its lists, looks like to the expression language. Groups of fields
 * (`case.decision`) are no objects of their own: a field is found by its place among all members.
 */
export class Shape {
  /** By place. */
  readonly members: Member[] = [];
  readonly #places = new Map<string, number>();
  readonly #names: Group = new Map();
  /** Paths by the members' places, behind the prefix of a node. */
  readonly paths = keepingSome((prefix): readonly string[] =>
    this.members.map(({ name }) => prefix + name),
  );

  /** The member's place; undefined if there is none of that name. */
  placeOf(name: string): number | undefined {
    return this.#places.get(name);
  }

  add(name: string, make: Member["make"]): void {
    const steps = name.split(".");
    const place = this.members.push({ name, steps, make }) - 1;
    this.#places.set(name, place);
    let group = this.#names;
    for (const step of steps.slice(0, -1)) {
      const inner = group.get(step) ?? new Map<string, Named>();
      group.set(step, inner);
      group = inner as Group;
    }
    group.set(steps.at(-1) ?? "", place);
  }

  /**
   * Values by the members' places, as expressions see them: notKnown where there are none, undefined where
   * they are still to be made. Most members have no value, so those are gone through that have one.
   */
  take(values: Values): unknown[] {
    const taken = new Array<unknown>(this.members.length).fill(notKnown);
    this.#take(values, this.#names, taken);
    return taken;
  }

  #take(values: Values, names: ReadonlyMap<string, Named>, taken: unknown[]): void {
    for (const name in values) {
      const value = values[name] ?? notKnown;
      const named = names.get(name);
      if (named === undefined || value === notKnown) continue;
      if (typeof named !== "number") this.#take(value as Values, named, taken);
      else taken[named] = this.members[named]?.make ? undefined : value;
    }
  }
}

/**
 * A case file or an element of one of its lists, as expressions see it: days are CivilDate, amounts are
 * Money. What is worked out is kept, so make it once per case.
 */
export class CaseNode {
  readonly #made: unknown[];
  readonly #statuses: FieldStatus[] = [];
  #paths: readonly string[] | undefined;

  constructor(
    readonly shape: Shape,
    readonly file: CaseFile,
    /** With indices and a trailing dot: `officers[1].`; empty for the case. */
    readonly prefix: string,
    readonly values: Values,
  ) {
    this.#made = shape.take(values);
  }

  /** The member's value, or notKnown; noted as read. */
  read(place: number): unknown {
    const value = this.peek(place);
    if (isRecording()) noteRead(this.pathOf(place), value !== notKnown);
    return value;
  }

  /** The same without being noted. */
  peek(place: number): unknown {
    return (this.#made[place] ??= this.#make(place));
  }

  /** What is known of a member. */
  status(place: number): FieldStatus {
    if (this.peek(place) !== notKnown) return "known";
    return (this.#statuses[place] ??= statusOf(this.file, this.pathOf(place)));
  }

  /** Whether something stands in the field that could not be understood, or sources differ. */
  isIllegible(place: number): boolean {
    if (this.file.exceptions.size === 0) return false;
    const status = this.status(place);
    return status === "unreadable" || status === "conflicting";
  }

  pathOf(place: number): string {
    this.#paths ??= this.shape.paths(this.prefix);
    return this.#paths[place] as string;
  }

  #make(place: number): unknown {
    const { steps, make } = this.#member(place);
    let raw: unknown = this.values;
    for (const step of steps) raw = (raw as Values)[step];
    return make?.(raw, this, place) ?? notKnown;
  }

  #member(place: number): Member {
    return this.shape.members[place] as Member;
  }
}

const celTypes: Record<FieldKind, string> = {
  text: "string",
  date: "Date",
  time: "string",
  money: "Money",
  number: "double",
  boolean: "bool",
  enum: "string",
  texts: "list<string>",
  enums: "list<string>",
};

const makeValue = (kind: FieldKind): Member["make"] => {
  if (kind === "date") return (raw) => CivilDate.fromIso(raw as string);
  return kind === "money" ? (raw) => new Money(raw as number) : undefined;
};

const makeElements =
  (shape: Shape): Make =>
  (raw, node, place) => {
    const path = node.pathOf(place);
    return (raw as Values[]).map(
      (values, i) => new CaseNode(shape, node.file, `${path}[${i}].`, values),
    );
  };

/** A type to declare to the expression language: a case, a group of fields, an element of a list. */
interface CelType {
  /** `Case`, `Case_officers_registration`. */
  name: string;
  /** CEL types of the members by name. */
  fields: Record<string, string>;
}

/** Inner ones first. */
export const celCaseTypes: CelType[] = [];

/** The shapes of what can be a value, a case and the elements of lists, by name of the type. */
export const shapes = new Map<string, Shape>();

/** Declares a group and puts its members into the shape of what it is a group of. */
const declare = (group: FieldGroup, shape: Shape, within: string): CelType => {
  const name = ["Case", ...group.path.split(".")].filter(Boolean).join("_");
  const fields: Record<string, string> = {};
  for (const [field, kind] of Object.entries(group.fields)) {
    fields[field] = celTypes[kind];
    shape.add(within + field, makeValue(kind));
  }
  for (const [member, inner] of Object.entries(group.groups)) {
    if (inner.list) {
      const elements = new Shape();
      fields[member] = `list<${shaped(inner, elements).name}>`;
      shape.add(within + member, makeElements(elements));
    } else fields[member] = declare(inner, shape, `${within}${member}.`).name;
  }
  celCaseTypes.push({ name, fields });
  return { name, fields };
};

const shaped = (group: FieldGroup, shape: Shape): CelType => {
  const type = declare(group, shape, "");
  shapes.set(type.name, shape);
  return type;
};

const caseShape = new Shape();
shaped(caseGroups, caseShape);

const placeOfDocuments = caseShape.placeOf("documents") ?? 0;

/** The case's documents as expressions see them. */
export const documentsOf = (view: CaseNode): readonly CaseNode[] => {
  const documents = view.peek(placeOfDocuments);
  return documents === notKnown ? [] : (documents as CaseNode[]);
};

/** The case as expressions see it. */
export const viewOf = (file: CaseFile): CaseNode => new CaseNode(caseShape, file, "", file.values);
