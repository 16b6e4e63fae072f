import type { DocumentFields } from "../../model/document-words.js";
import type { CutDocument } from "./cut-dossier.js";
import type { DocumentField, FieldsFound } from "./findings.js";

type Entry = readonly [path: string, field: DocumentField];

/** What the words of one field mean for another: an opinion's conclusion, whether a fine was paid. */
export const derivedFields = (found: FieldsFound, { derived }: DocumentFields): Entry[] => {
  const settled = new Set<string>();
  return derived.flatMap(({ field, from, pattern, value }): Entry[] => {
    const said = found[from];
    const key = `${from} ${field}`;
    if (!said || settled.has(key) || !new RegExp(pattern, "u").test(said.text)) return [];
    settled.add(key);
    return [[field, { ...said, value }]];
  });
};

/** What is so because there is a document of the type, as its title shows. */
export const shownFields = (
  { pages: [page], title }: CutDocument,
  { shows }: DocumentFields,
  type: string,
): Entry[] => {
  if (!page || !title) return [];
  const confidence = title.line.confidence ?? 1;
  const said = { text: title.title, page: page.number, confidence };
  return (shows[type] ?? []).map((field) => [field, { ...said, value: true }]);
};
