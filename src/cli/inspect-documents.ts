import type { Lang } from "../model/audit-result.js";
import type { DocumentWords } from "../model/document-words.js";
import { text, word } from "../messages/text.js";
import { sheetFields } from "../model/vocabulary.js";
import { withoutIndices } from "../model/fields.js";
import { cutDossier, type CutDocument } from "../recognise/documents/cut-dossier.js";
import { FieldReader } from "../recognise/documents/document-fields.js";
import type { DocumentField, FieldsFound } from "../recognise/documents/findings.js";
import { TitleBook } from "../recognise/documents/document-titles.js";
import { isUnreadPicture } from "../recognise/documents/page-text.js";
import { maskPersonalNumbers } from "../values/mask.js";
import type { Gathered } from "./gather.js";

/** Where a document's text comes from, as machines get it. */
const textSource = ({ pages }: CutDocument): "file" | "ocr" | "none" => {
  if (pages.every(isUnreadPicture)) return "none";
  return pages.some(({ state }) => state === "recognised") ? "ocr" : "file";
};

/** First and last page; null where the format has no pages. */
const pageSpan = ({ pages }: CutDocument): [number, number] | null => {
  const [first] = pages;
  const last = pages.at(-1);
  const isPaged = pages.some(({ width, state }) => width !== null || state === "unreadable");
  return first && last && isPaged ? [first.number, last.number] : null;
};

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

/** The documents that were found in the files, each with its fields. */
export const documentsOf = ({ documents, exports }: Gathered, words: DocumentWords) => {
  const book = new TitleBook(words.types);
  const reader = new FieldReader(words, book);
  const cut = documents.flatMap((file) => cutDossier(file, book));
  const paged = cut.map((document) => ({
    file: document.file,
    pages: pageSpan(document),
    type: document.type?.code ?? null,
    typeName: document.type?.title.zh ?? null,
    title: document.title?.title ?? null,
    confidence: document.confidence,
    text: textSource(document),
    case: null,
    fields: maskedFields(reader.read(document)),
  }));
  const exported = exports.flatMap(({ file, documents: records }) =>
    records.map(({ type }) => ({
      ...{ file, pages: null, type: book.typeOf(type)?.code ?? null },
      ...{ typeName: book.typeOf(type)?.title.zh ?? null, title: type },
      ...{
        confidence: book.typeOf(type) ? 1 : 0,
        text: "file" as const,
        case: null,
        fields: {},
      },
    })),
  );
  return [...paged, ...exported];
};

/** The recordings, by what their files say of themselves. */
export const recordingsOf = ({ recordings }: Gathered) =>
  recordings.map(({ file, kind, durationSeconds, createdAt }) => ({
    ...{ file, kind, durationSeconds },
    createdAt: createdAt?.date?.iso ?? createdAt?.text ?? null,
    ...{ case: null, act: null },
  }));

export type ShownDocument = ReturnType<typeof documentsOf>[number];
export type ShownRecording = ReturnType<typeof recordingsOf>[number];

const pagesText = (pages: [number, number] | null, lang: Lang): string => {
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
