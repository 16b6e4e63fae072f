import { caseFields } from "../../model/fields.js";
import type { DocumentWords } from "../../model/document-words.js";
import type { CutDocument } from "./cut-dossier.js";
import { colonValues } from "./colon-values.js";
import type { TitleBook } from "./document-titles.js";
import { servedIn, type ServedDocument } from "./served-documents.js";
import { Findings, type FieldsFound } from "./findings.js";
import { gridValues, looseBlocks } from "./grid-values.js";
import { addressee, foot, ownNumber, type Said } from "./heads-and-feet.js";
import { LabelBook, type Labelled } from "./labels.js";
import { paragraphsOf, type Paragraph } from "./paragraphs.js";
import { labelKey } from "./plain-text.js";
import { isList } from "./read-field.js";
import { rowValues } from "./row-values.js";
import { valuesSaid } from "./said-value.js";
import { fineIn, saidInSentences } from "./sentence-fields.js";
import { signedOn } from "./signed-boxes.js";
import { cutText, noSurer, trimmedText } from "./sure-text.js";
import { datePattern } from "./written-forms.js";

/** Reads the fields of documents by the words of one vocabulary. */
export class FieldReader {
  readonly #labels: LabelBook;

  constructor(
    private readonly words: DocumentWords,
    private readonly titles: TitleBook,
  ) {
    this.#labels = new LabelBook(words.fields);
  }

  /** The fields of a document. What is blank, uncertain or said in two ways is left out. */
  read(document: CutDocument): FieldsFound {
    const type = document.type?.id;
    if (type === undefined) return {};
    const found = new Findings();
    const paragraphs = paragraphsOf(document.pages, this.#labels);
    const labels = this.#labelled(document, paragraphs);
    const blocks = document.pages.flatMap((page) => looseBlocks(page, this.#labels));
    const texts = [...paragraphs, ...labels, ...blocks];
    this.#takeLabels(found, labels, type);
    for (const served of servedIn(labels, this.titles)) this.#takeServed(found, served);
    this.#takeWhole(found, document, labels, type);
    for (const { field, ...said } of saidInSentences(texts, this.words.fields, type)) {
      this.#take(found, field, said);
    }
    const fine = this.words.fields.fines[type];
    if (fine !== undefined) this.#take(found, fine, fineIn(texts));
    return found.result();
  }

  /** What a receipt (送达回证) says was served; nothing of other documents. */
  served(document: CutDocument): ServedDocument[] {
    if (document.type?.id !== "service-receipt") return [];
    const labels = this.#labelled(document, paragraphsOf(document.pages, this.#labels));
    return servedIn(labels, this.titles);
  }

  #labelled({ pages }: CutDocument, paragraphs: readonly Paragraph[]): Labelled[] {
    return [
      ...pages.flatMap((page) => gridValues(page, this.#labels)),
      ...pages.flatMap((page) => rowValues(page, this.#labels)),
      ...paragraphs.flatMap((paragraph) => colonValues(paragraph, this.#labels)),
    ];
  }

  #takeLabels(found: Findings, labelled: readonly Labelled[], type: string): void {
    for (const said of labelled) {
      for (const { field, labels, in: types } of this.words.fields.labels) {
        if (types.length > 0 && !types.includes(type)) continue;
        if (!labels.some((label) => labelKey(label) === said.label)) continue;
        this.#take(found, field, ...readings(field, said));
      }
    }
  }

  /** The number of a document that a receipt names. */
  #takeServed(found: Findings, { type, number, said }: ServedDocument): void {
    const field = this.words.fields.numbers[type];
    if (number === null) return;
    const from = said.text.lastIndexOf(number);
    this.#take(found, field, { ...cutText(said, from), page: said.page });
  }

  /** What stands at the head and foot of the document, and who signed its last box. */
  #takeWhole(
    found: Findings,
    document: CutDocument,
    labelled: readonly Labelled[],
    type: string,
  ): void {
    const { numbers, footDates, footAgencies, addressed, signed } = this.words.fields;
    const { date, agency } = foot(document);
    this.#take(found, numbers[type], ownNumber(document));
    this.#take(found, footDates[type], date);
    this.#take(found, footAgencies[type], agency);
    if (addressed.includes(type) && !found.has("party.name")) {
      this.#take(found, "party.name", addressee(document));
    }
    const box = signed[type];
    if (box) this.#take(found, box.field, signedOn(document.pages, labelled, box.boxes));
  }

  /** Takes the first of some readings that is a value of the field. */
  #take(found: Findings, field: string | undefined, ...readings: (Said | undefined)[]): void {
    if (field === undefined) return;
    for (const said of readings) {
      const values = said ? valuesSaid(field, said, this.words.words) : [];
      for (const [path, value] of values) found.add(path, value);
      if (values.length > 0) return;
    }
  }
}

/** How sure a name is at most that somebody wrote by hand: one that looks like another is as likely. */
const byHand = 0.75;

/**
 * What stands behind a label, as its field may mean it: names of a list stand apart, up to the next label; so does a day
 * behind the name of who signed.
 */
const readings = (field: string, said: Labelled): Said[] => {
  const { beyond, page } = said;
  const kind = caseFields.get(field)?.kind;
  if (!beyond) return [said];
  if (kind === "date") return [said, { ...beyond, page }];
  if (!isList(field) && kind !== "texts") return [said];
  const signedOn = beyond.text.search(new RegExp(datePattern, "u"));
  const names = trimmedText(cutText(beyond, 0, signedOn < 0 ? undefined : signedOn));
  return [{ ...(said.label.includes("签") ? noSurer(names, byHand) : names), page }];
};
