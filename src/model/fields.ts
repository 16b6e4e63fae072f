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
  schema instanceof z.ZodOptional ? (schema.unwrap() as AnySchema) : schema;

const shapeOf = (schema: AnySchema): Record<string, AnySchema> | undefined => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return inner.shape as Record<string, AnySchema>;
  if (inner instanceof z.ZodArray) return shapeOf(inner.element as AnySchema);
  return undefined;
};

const enumValues = (schema: AnySchema): readonly string[] | undefined => {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return inner.options as string[];
  if (inner instanceof z.ZodArray) return enumValues(inner.element as AnySchema);
  return undefined;
};

function* walk(shape: Record<string, AnySchema>, prefix: string): Generator<Field> {
  for (const [name, schema] of Object.entries(shape)) {
    const path = prefix + name;
    const inner = shapeOf(schema);
    if (inner) {
      yield* walk(inner, `${path}.`);
      continue;
    }
    const info = (schema as z.ZodType).meta() as FieldInfo | undefined;
    if (!info) throw new Error(`Field ${path} of the case file has no description.`);
    const values = enumValues(schema);
    yield { path, kind: info.kind, zh: info.zh, en: info.en, ...(values && { values }) };
  }
}

/** Every field of the case file, in the schema's order. */
export const caseFields: ReadonlyMap<string, Field> = new Map(
  [...walk(caseSchema.shape as Record<string, AnySchema>, "")].map((field) => [field.path, field]),
);

/** `officers[0].registration.validTo` → `officers.registration.validTo`. */
export const withoutIndices = (path: string): string => path.replaceAll(/\[\d+\]/g, "");

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
