import type { CaseFile, FieldStatus, Source } from "./origin.js";
import { withoutIndices } from "./fields.js";

const steps = new Map<string, readonly string[]>();

/** A path's steps; the same few hundred paths are asked for in every case. */
const stepsOf = (path: string): readonly string[] => {
  let known = steps.get(path);
  if (!known) {
    if (steps.size >= 10_000) steps.clear();
    known = path.split(/[.[\]]+/).filter(Boolean);
    steps.set(path, known);
  }
  return known;
};

/** The value at a path with indices (`officers[0].name`); undefined if there is none. */
export const valueAt = (values: unknown, path: string): unknown => {
  let value: unknown = values;
  for (const step of stepsOf(path)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
};

/** Why a field that a source fills in has no value. */
const exceptionOf = ({ exceptions }: CaseFile, path: string) =>
  exceptions.size === 0
    ? undefined
    : (exceptions.get(path) ?? exceptions.get(withoutIndices(path)));

/** Whether a field of a case is known. */
export const isKnown = (file: CaseFile, path: string): boolean =>
  exceptionOf(file, path) === undefined && valueAt(file.values, path) !== undefined;

/** What is known of a field of a case. */
export const statusOf = (file: CaseFile, path: string): FieldStatus => {
  const exception = exceptionOf(file, path);
  if (exception) return exception;
  if (valueAt(file.values, path) !== undefined) return "known";
  return file.origins.some((origin) => origin.speaksOf(path)) ? "blank" : "absent";
};

/** Whether the field has a place anywhere. */
export const hasSource = (file: CaseFile, path: string): boolean =>
  file.origins.some((origin) => origin.source(path) !== undefined);

/** Every place that speaks of the field, the origins' order kept. */
export const sourcesOf = (file: CaseFile, path: string): Source[] =>
  file.origins.flatMap((origin) => origin.source(path) ?? []);
