import { groupBy } from "../../values/group-by.js";
import type { DossierWords } from "../../model/document-words.js";
import type { DocumentField } from "../../recognise/documents/findings.js";
import type { RecognisedDocument } from "../../recognise/documents/recognise-documents.js";
import { agreed } from "../merge-rows.js";
import { caseFieldsOf, type CaseFields } from "./case-fields.js";

/** A document with what it says of the case. */
export interface Speaking {
  document: RecognisedDocument;
  fields: CaseFields;
}

/** What the documents of a dossier say together, field by field; lists of people apart. */
export interface MergedDocuments {
  speaking: readonly Speaking[];
  values: ReadonlyMap<string, unknown>;
  exceptions: ReadonlyMap<string, "unreadable" | "conflicting">;
  /** Fields in which documents of the agency contradict each other. */
  contradicted: ReadonlySet<string>;
}

interface Statement {
  document: RecognisedDocument;
  field: DocumentField;
}

const isCertain = ({ field }: Statement): boolean => field.certain !== false;

/** The value on which statements agree; undefined where they do not. */
const common = (path: string, [first, ...others]: readonly Statement[]): unknown =>
  others.reduce<unknown>(
    (value, { field }) => (value === undefined ? value : agreed(path, value, field.value)),
    first?.field.value,
  );

/** The types whose own matter a field is. */
const typesOf = (path: string, { matters }: DossierWords): readonly string[] =>
  matters.find(({ of }) =>
    of.some((start) => path === start || (start.endsWith(".") && path.startsWith(start))),
  )?.types ?? [];

const isOfType =
  (types: readonly string[]) =>
  ({ document: { type } }: Statement): boolean =>
    type !== null && types.includes(type);

/** Lists of people are joined by name; they are no single values. */
const isOfList = (path: string): boolean => path.includes("[");

/** What the documents of a dossier say together. The document whose matter a field is counts before all others. */
export const mergeDocuments = (
  documents: readonly RecognisedDocument[],
  words: DossierWords,
): MergedDocuments => {
  const speaking = documents.map((document) => ({
    document,
    fields: caseFieldsOf(document, words),
  }));
  const statements = speaking.flatMap(({ document, fields }) =>
    Object.entries(fields).map(([path, field]) => ({ path, document, field })),
  );
  const values = new Map<string, unknown>();
  const exceptions = new Map<string, "unreadable" | "conflicting">();
  const contradicted = new Set<string>();
  for (const [path, all] of groupBy(statements, ({ path }) =>
    isOfList(path) ? undefined : path,
  )) {
    const said = all.filter(isCertain);
    const own = said.filter(isOfType(typesOf(path, words)));
    const official = said.filter(isOfType(words.official));
    if (official.length > 1 && common(path, official) === undefined) contradicted.add(path);
    const counting = own.length > 0 ? own : said;
    const value = common(path, counting);
    if (value !== undefined) values.set(path, value);
    else if (counting.length === 0) exceptions.set(path, "unreadable");
    else exceptions.set(path, "conflicting");
  }
  return { speaking, values, exceptions, contradicted };
};
