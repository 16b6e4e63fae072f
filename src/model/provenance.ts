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

/** What is known of a field of a case. */
export const statusOf = (file: CaseFile, path: string): FieldStatus => {
  const exception = file.exceptions.get(path) ?? file.exceptions.get(withoutIndices(path));
  if (exception) return exception;
  if (valueAt(file.values, path) !== undefined) return "known";
  return file.origins.some((origin) => origin.speaksOf(path)) ? "blank" : "absent";
};

/** Every place that speaks of the field, the origins' order kept. */
export const sourcesOf = (file: CaseFile, path: string): Source[] =>
  file.origins.flatMap((origin) => origin.source(path) ?? []);
