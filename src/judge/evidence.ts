import { maskPersonalNumbers } from "../values/mask.js";
import type { Evidence, Fact, Lang } from "../model/audit-result.js";
import { caseFields, fieldAt, withoutIndices } from "../model/fields.js";
import type { CaseFile } from "../model/origin.js";
import { sourcesOf, statusOf, valueAt } from "../model/provenance.js";
import type { Reads } from "../rules/case-view.js";

const factAt = (file: CaseFile, path: string): Fact => {
  const value = valueAt(file.values, path);
  if (typeof value === "string") return maskPersonalNumbers(value);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "number" || typeof value === "boolean" ? value : null;
};

const evidenceOf = (file: CaseFile, path: string, lang: Lang): Evidence[] => {
  const field = fieldAt(path);
  if (!field) return [];
  const value = factAt(file, path);
  return sourcesOf(file, path).map(({ field: read, text, confidence, ...place }) => ({
    field: read,
    label: field[lang],
    value,
    ...place,
    ...(text !== undefined && text !== value && { text: maskPersonalNumbers(text) }),
    ...(confidence !== undefined && { confidence }),
  }));
};

const schemaOrder = new Map([...caseFields.keys()].map((path, i) => [path, i]));

const orderOf = (path: string): number => schemaOrder.get(withoutIndices(path)) ?? -1;

/** In the order of the case file's fields, which is that of the procedure. */
const inOrder = (paths: Iterable<string>): string[] =>
  [...paths].sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));

/** Where everything that an expression read stands; a blank cell is shown with a null value. */
export const evidenceFrom = (reads: readonly Reads[], lang: Lang): Evidence[] =>
  reads.flatMap(({ file, paths }) =>
    inOrder(paths).flatMap((path) => evidenceOf(file, path, lang)),
  );

/** The fields among those read that are not known, without list indices. */
export const missingFrom = (reads: readonly Reads[]): string[] => {
  const missing = reads.flatMap(({ file, paths }) =>
    inOrder(paths).filter((path) => statusOf(file, path) !== "known"),
  );
  return [...new Set(missing)];
};
