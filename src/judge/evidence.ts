import type { Evidence, Fact, Lang } from "../model/audit-result.js";
import { caseFields, fieldAt, labelAt, withoutIndices } from "../model/fields.js";
import type { CaseFile } from "../model/origin.js";
import { sourcesOf, statusOf, valueAt } from "../model/provenance.js";
import { sheetFields } from "../model/vocabulary.js";
import type { LookedAt } from "./checks/check.js";
import type { Reads } from "../rules/reads.js";

const factOf = (value: unknown): Fact => {
  if (Array.isArray(value)) return value.map(String);
  const plain =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return plain ? value : null;
};

const findEvidence = (file: CaseFile, path: string, lang: Lang): readonly Evidence[] => {
  const sources = sourcesOf(file, path);
  const field = sources.length > 0 ? fieldAt(path) : undefined;
  if (!field) return [];
  const known = valueAt(file.values, path);
  const value = factOf(known);
  const blank = known === undefined && statusOf(file, path) === "blank";
  return sources.map(({ field: read, text, confidence, ...place }) => ({
    field: read,
    label: field[lang],
    value,
    ...place,
    ...(text !== undefined && text !== value && !blank && { text }),
    ...(confidence !== undefined && { confidence }),
  }));
};

/** By case and path, for some cases: rule after rule rests on the same fields, and shares the evidence. */
const kept = new Map<CaseFile, Map<string, readonly Evidence[]>>();
const mostKept = 200;
let keptIn: Lang | undefined;

export const evidenceOf = (file: CaseFile, path: string, lang: Lang): readonly Evidence[] => {
  if (kept.size > mostKept || keptIn !== lang) kept.clear();
  keptIn = lang;
  let ofCase = kept.get(file);
  if (!ofCase) {
    ofCase = new Map();
    kept.set(file, ofCase);
  }
  let evidence = ofCase.get(path);
  if (!evidence) {
    evidence = findEvidence(file, path, lang);
    ofCase.set(path, evidence);
  }
  return evidence;
};

const schemaOrder = new Map([...caseFields.keys()].map((path, i) => [path, i]));

const orderOf = (path: string): number => schemaOrder.get(withoutIndices(path)) ?? -1;

/** In the order of the case file's fields, which is that of the procedure. */
export const inOrder = (paths: Iterable<string>): string[] =>
  [...paths].sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));

/** Where everything that an expression read stands; a blank cell is shown with a null value. */
export const evidenceFrom = (reads: readonly Reads[], lang: Lang): Evidence[] =>
  reads.flatMap(({ file, paths }) =>
    inOrder(paths.keys()).flatMap((path) => evidenceOf(file, path, lang)),
  );

/** What people call the fields read, each once, in the same order. */
export const labelsOf = (reads: readonly Reads[], lang: Lang): string[] => {
  const paths = inOrder(reads.flatMap((one) => [...one.paths.keys()]));
  return [...new Set(paths.map((path) => labelAt(path)?.[lang] ?? path))];
};

/** Where the fields of registers' rows stand; a cell that could not be read shows its text. */
export const evidenceInRegisters = (looked: readonly LookedAt[], lang: Lang): Evidence[] =>
  looked.flatMap(({ row, fields }) =>
    fields.flatMap((name) => {
      const source = row.source(name);
      const field = source && sheetFields.get(source.field);
      if (!source || !field) return [];
      const { field: path, text, confidence, ...place } = source;
      const value = row.values[name];
      const shown = Array.isArray(value) ? value.map(String) : ((value ?? null) as Fact);
      return {
        ...{ field: path, label: field[lang], value: shown, ...place },
        ...(text !== undefined && text !== shown && { text }),
        ...(confidence !== undefined && { confidence }),
      };
    }),
  );
