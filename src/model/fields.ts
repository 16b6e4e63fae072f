import { z } from "zod";
import { caseSchema, type FieldInfo, type FieldKind } from "./case-file.js";

/** A field of the case file, by its path (`decision.date`, `officers.certificate`; lists without index). */
export interface Field extends FieldInfo {
  path: string;
  /** The allowed values of an enumerated field. */
  values?: readonly string[];
}

type AnySchema = z.core.$ZodType;

const unwrap = (schema: AnySchema): AnySchema =>
  schema instanceof z.ZodOptional ? schema.unwrap() : schema;

const shapeOf = (schema: AnySchema): Record<string, AnySchema> | undefined => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return inner.shape;
  if (inner instanceof z.ZodArray) return shapeOf(inner.element);
  return undefined;
};

const enumValues = (schema: AnySchema): readonly string[] | undefined => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return inner.options as string[];
  if (inner instanceof z.ZodArray) return enumValues(inner.element);
  return undefined;
};

type Label = Pick<FieldInfo, "zh" | "en">;

const metaOf = (schema: AnySchema): unknown => (schema as z.ZodType).meta();

/** A field of a list's elements is named after the list too: 执法人员·姓名. */
const within = (outer: Label | undefined, { zh, en }: Label): Label =>
  outer ? { zh: `${outer.zh}·${zh}`, en: `${outer.en}: ${en}` } : { zh, en };

const isList = (schema: AnySchema): boolean => unwrap(schema) instanceof z.ZodArray;

function* walk(
  shape: Record<string, AnySchema>,
  prefix: string,
  outer: Label | undefined,
): Generator<Field> {
  for (const [name, schema] of Object.entries(shape)) {
    const path = prefix + name;
    const inner = shapeOf(schema);
    if (inner) {
      const group = metaOf(schema) as Label | undefined;
      const named = group && (isList(schema) || outer) ? within(outer, group) : undefined;
      yield* walk(inner, `${path}.`, named);
      continue;
    }
    const info = metaOf(schema) as FieldInfo | undefined;
    if (!info) throw new Error(`Field ${path} of the case file has no description.`);
    const values = enumValues(schema);
    yield { path, kind: info.kind, ...within(outer, info), ...(values && { values }) };
  }
}

/** Every field of the case file, in the schema's order. */
export const caseFields: ReadonlyMap<string, Field> = new Map(
  [...walk(caseSchema.shape as Record<string, AnySchema>, "", undefined)].map((field) => [
    field.path,
    field,
  ]),
);

/** `officers[0].registration.validTo` → `officers.registration.validTo`. */
export const withoutIndices = (path: string): string =>
  path.includes("[") ? path.replaceAll(/\[\d+\]/g, "") : path;

const groupLabels = (shape: Record<string, AnySchema>, prefix: string): [string, Label][] =>
  Object.entries(shape).flatMap(([name, schema]): [string, Label][] => {
    const inner = shapeOf(schema);
    if (!inner) return [];
    const own = metaOf(schema) as Label | undefined;
    const deeper = groupLabels(inner, `${prefix}${name}.`);
    return own ? [[prefix + name, own], ...deeper] : deeper;
  });

const groupsByPath = new Map(groupLabels(caseSchema.shape, ""));

/** What people call the field or group at a path, with or without list indices. */
export const labelAt = (path: string): Label | undefined =>
  fieldAt(path) ?? groupsByPath.get(withoutIndices(path));

/** The field at a path with or without list indices. */
export const fieldAt = (path: string): Field | undefined => caseFields.get(withoutIndices(path));

/** A group of fields (`decision`) or a list of groups (`officers`), with the group's own members. */
export interface FieldGroup {
  /** Path without indices; empty for the case itself. */
  path: string;
  list: boolean;
  fields: Record<string, FieldKind>;
  groups: Record<string, FieldGroup>;
}

const groupOf = (schema: AnySchema, path: string): FieldGroup => {
  const fields: Record<string, FieldKind> = {};
  const groups: Record<string, FieldGroup> = {};
  for (const [name, member] of Object.entries(shapeOf(schema) ?? {})) {
    const memberPath = path ? `${path}.${name}` : name;
    const field = caseFields.get(memberPath);
    if (field) fields[name] = field.kind;
    else groups[name] = groupOf(member, memberPath);
  }
  return { path, list: unwrap(schema) instanceof z.ZodArray, fields, groups };
};

/** The case file's shape as a tree of groups, for declaring it to the expression engine. */
export const caseGroups: FieldGroup = groupOf(caseSchema, "");
