import type { Lang } from "../model/audit-result.js";
import { text, word } from "../messages/text.js";
import { sheetFields } from "../model/vocabulary.js";
import { withoutIndices } from "../model/fields.js";
import type { DocumentField, FieldsFound } from "../recognise/documents/findings.js";
import type { RecognisedDocument } from "../recognise/documents/recognise-documents.js";
import { maskPersonalNumbers } from "../values/mask.js";
import { sourcesOf } from "../model/provenance.js";
import type { Gathered } from "./gather.js";

const maskedValue = <T>(value: T): T | string | string[] => {
  if (typeof value === "string") return maskPersonalNumbers(value);
  return Array.isArray(value) ? value.map((one) => maskPersonalNumbers(String(one))) : value;
};

const maskedFields = (fields: FieldsFound): FieldsFound =>
  Object.fromEntries(
    Object.entries(fields).map(([path, field]) => [
      path,
      { ...field, value: maskedValue(field.value), text: maskPersonalNumbers(field.text) },
    ]),
  );

/** File and first page of a document. */
const placeOf = ({ file, pages }: RecognisedDocument): string => `${file}#${pages?.[0] ?? ""}`;

/** By place of each document the id of its case. */
const casesByDocument = (cases: Gathered["cases"]): ReadonlyMap<string, string> =>
  new Map(
    [...cases].flatMap(({ id, values }) =>
      (values.documents ?? []).map(({ file, page }) => [`${file}#${page ?? ""}`, id] as const),
    ),
  );

/** The documents that were found in the files, each with its case and its fields. */
export const documentsOf = ({ documents, cases }: Gathered) => {
  const caseOf = casesByDocument(cases);
  return documents.map((document) => {
    const { file, pages, code, typeName, title, confidence, text, fields } = document;
    return {
      ...{ file, pages, type: code, typeName, title, confidence, text },
      case: caseOf.get(placeOf(document)) ?? null,
      fields: maskedFields(fields),
    };
  });
};

/** By recording's file its case and the act that it records. */
const actsByRecording = (cases: Gathered["cases"]) =>
  new Map(
    [...cases].flatMap((one) =>
      (one.values.recordings ?? []).flatMap(({ stage }, i) =>
        sourcesOf(one, `recordings[${i}].found`).map(
          ({ file }) => [file, { case: one.id, act: stage ?? null }] as const,
        ),
      ),
    ),
  );

/** The recordings, by what their files say of themselves, each with its case and act. */
export const recordingsOf = ({ recordings, cases }: Gathered) => {
  const acts = actsByRecording(cases);
  return recordings.map(({ file, kind, durationSeconds, createdAt }) => ({
    ...{ file, kind, durationSeconds },
    createdAt: createdAt?.date?.iso ?? createdAt?.text ?? null,
    ...(acts.get(file) ?? { case: null, act: null }),
  }));
};

export type ShownDocument = ReturnType<typeof documentsOf>[number];
export type ShownRecording = ReturnType<typeof recordingsOf>[number];

const pagesText = (pages: RecognisedDocument["pages"], lang: Lang): string => {
  if (pages === null) return "";
  const [first, last] = pages;
  return first === last
    ? text(lang, "inspect.page", { page: first })
    : text(lang, "inspect.pages", { first, last });
};

/** Dates, amounts and words as they stand in the document; of a list of names, the one that is meant. */
const shownValue = (path: string, { value, text: said }: DocumentField): string => {
  const kind = sheetFields.get(withoutIndices(path))?.kind;
  if (kind !== "text" && kind !== "time" && kind !== "texts") return said;
  return Array.isArray(value) ? value.join("、") : String(value);
};

const fieldLabel = (path: string, lang: Lang): string =>
  sheetFields.get(withoutIndices(path))?.[lang] ?? path;

/** A document and its fields, as people read them. */
export const documentLines = (document: ShownDocument, lang: Lang): string[] => {
  const { file, pages, type, title, text: source, fields } = document;
  const known = document.typeName ?? text(lang, "inspect.document.unknown");
  const kind = source === "none" ? text(lang, "inspect.document.unread") : known;
  const isOther = type !== null && title !== null && title !== document.typeName;
  const place = [file, pagesText(pages, lang)].filter(Boolean).join(" ");
  return [
    `  ${text(lang, "inspect.document", { place, kind })}${isOther ? text(lang, "value.note", { note: title }) : ""}`,
    ...Object.entries(fields).map(
      ([path, field]) =>
        `    ${text(lang, "inspect.field", { label: fieldLabel(path, lang), path, value: shownValue(path, field) })}`,
    ),
  ];
};

/** A recording, as people read it. */
export const recordingLine = (recording: ShownRecording, lang: Lang): string => {
  const { file, kind, durationSeconds, createdAt } = recording;
  const seconds = durationSeconds === null ? "—" : Math.round(durationSeconds);
  const shown = { file, kind: word(lang, "inspect.recording", kind), seconds };
  return `  ${text(lang, "inspect.recording", { ...shown, made: createdAt ?? "—" })}`;
};
