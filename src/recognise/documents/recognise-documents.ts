import type { Correction } from "../../model/correction.js";
import type { CaseJson } from "../../model/case-json.js";
import type { DocumentWords } from "../../model/document-words.js";
import type { PagedFile } from "../../model/pages.js";
import { catalogueEntries, type CatalogueEntry } from "./catalogue-entries.js";
import { cutWithCorrections, type CorrectedDocument } from "./corrections.js";
import type { CutDocument } from "./cut-dossier.js";
import { FieldReader } from "./document-fields.js";
import { TitleBook } from "./document-titles.js";
import { recogniseExport } from "./exported-documents.js";
import type { FieldsFound } from "./findings.js";
import { ownCapture } from "./own-capture.js";
import { isUnreadPicture } from "./page-text.js";
import { plainText } from "./plain-text.js";
import { printedPages } from "./printed-pages.js";
import { readField } from "./read-field.js";
import type { ServedDocument } from "./served-documents.js";

/** An entry of a catalogue with the type of document that its title names; null where it names none. */
export interface ListedDocument extends CatalogueEntry {
  type: string | null;
}

/** One document (文书) of a case file: what it is and what it says. Plain data. */
export interface RecognisedDocument {
  file: string;
  /** First and last page, from 1; null where the format has no pages. */
  pages: readonly [first: number, last: number] | null;
  /** Id of its type; null where that is not known. */
  type: string | null;
  /** The class in which reviewers count it. */
  code: string | null;
  /** The type's usual Chinese name. */
  typeName: string | null;
  /** As written at its head. */
  title: string | null;
  /** How sure the type is, from 0 to 1. */
  confidence: number;
  /** Where its text comes from; `none` where its pages could not be read. */
  text: "file" | "ocr" | "none";
  /** What it says of the case, and of itself below `documents.`. */
  fields: FieldsFound;
  /** Number of its case, where a person said to which it belongs. */
  case: string | null;
  /** Fields of its own for which it has a place that is empty. */
  blank: FieldsFound;
  /** What a receipt says was served. */
  serves: readonly ServedDocument[];
  /** The number that its first page bears in the dossier; null where none is certain. */
  printedPage: number | null;
  /** The entries of a catalogue (卷内目录). */
  entries: readonly ListedDocument[];
  /** Whether somebody signs on it for having received it, so that it needs no receipt. */
  signedFor: boolean;
  /** The beginning of what is written in a document whose type is not known. */
  words: string | null;
}

/** More of an unknown document says no better what it may be. */
const mostWords = 2000;

const textSource = ({ pages }: CutDocument): RecognisedDocument["text"] => {
  if (pages.every(isUnreadPicture)) return "none";
  return pages.some(({ state }) => state === "recognised") ? "ocr" : "file";
};

const pageSpan = ({ pages }: CutDocument): RecognisedDocument["pages"] => {
  const [first] = pages;
  const last = pages.at(-1);
  const isPaged = pages.some(({ width, state }) => width !== null || state === "unreadable");
  return first && last && isPaged ? [first.number, last.number] : null;
};

const wordsIn = ({ pages }: CutDocument): string =>
  plainText(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("\n"));

const SIGNED_FOR = /签收|收件人|受送达人签|送达人签/;

/** Recognises the documents of files by the words of one vocabulary. */
export class DocumentRecogniser {
  readonly #titles: TitleBook;
  readonly #fields: FieldReader;

  constructor(readonly words: DocumentWords) {
    this.#titles = new TitleBook(words.types);
    this.#fields = new FieldReader(words, this.#titles);
  }

  /** The documents of a file of pages, in their order; where a person set them right, as he said. */
  file(file: PagedFile, corrections: readonly Correction[] = []): RecognisedDocument[] {
    const own = corrections.filter((correction) => correction.file === file.file);
    const printed = printedPages(file.pages);
    const capture = ownCapture(file);
    return cutWithCorrections(file, this.#titles, own).map((document) => {
      const { fields, ...rest } = this.#document(document, printed);
      return { ...rest, fields: { ...fields, ...capture } };
    });
  }

  #document(document: CorrectedDocument, printed: ReadonlyMap<number, number>): RecognisedDocument {
    const said = this.#fields.read(document);
    const own = this.#fields.ownPlaces(document, said);
    return {
      file: document.file,
      pages: pageSpan(document),
      type: document.type?.id ?? null,
      code: document.type?.code ?? null,
      typeName: document.type?.title.zh ?? null,
      title: document.title?.title ?? null,
      confidence: document.confidence,
      text: textSource(document),
      fields: { ...said, ...own.fields, ...this.#corrected(document) },
      blank: own.blank,
      case: document.correction?.case ?? null,
      serves: this.#fields.served(document),
      printedPage: printed.get(document.pages[0]?.number ?? 0) ?? null,
      entries: this.#entriesOf(document),
      signedFor: SIGNED_FOR.test(wordsIn(document)),
      words: document.type ? null : wordsIn(document).slice(0, mostWords),
    };
  }

  /** What a person said of a field goes before what was recognised. */
  #corrected({ correction, pages }: CorrectedDocument): FieldsFound {
    const said = [...(correction?.fields ?? [])].flatMap(([field, text]) =>
      readField(field, text, this.words.words).map(([path, value]) => {
        return [path, { value, text, page: pages[0]?.number ?? 1, confidence: 1 }] as const;
      }),
    );
    return Object.fromEntries(said);
  }

  #entriesOf({ type, pages }: CutDocument): ListedDocument[] {
    if (type?.id !== "dossier-catalogue") return [];
    return catalogueEntries(pages).map((entry) => ({
      ...entry,
      type: this.#titles.typeCalled(entry.title)?.id ?? null,
    }));
  }

  /** The documents of a case that a system exported, in the file's order. */
  exported(exported: CaseJson): RecognisedDocument[] {
    return recogniseExport(exported, this.words, this.#titles);
  }
}
