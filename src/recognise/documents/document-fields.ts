import type { DocumentWords } from "../../model/document-words.js";
import { checkCreditCode } from "../../values/credit-code.js";
import { checkResidentId } from "../../values/resident-id.js";
import type { CutDocument } from "./cut-dossier.js";
import { colonValues } from "./colon-values.js";
import type { TitleBook } from "./document-titles.js";
import { servedIn, type ServedDocument } from "./served-documents.js";
import { Findings, type FieldsFound } from "./findings.js";
import { kindsIn, operativePart } from "./operative-part.js";
import { ownFields } from "./own-fields.js";
import { gridValues, looseBlocks } from "./grid-values.js";
import { addressee, foot, ownNumber, type Said } from "./heads-and-feet.js";
import { LabelBook, type Labelled } from "./labels.js";
import { paragraphsOf, type Paragraph } from "./paragraphs.js";
import { labelKey } from "./plain-text.js";
import { type FieldValue, readField } from "./read-field.js";
import { rowValues } from "./row-values.js";
import { byPage, fineIn, saidInSentences } from "./sentence-fields.js";
import { signedOn } from "./signed-boxes.js";

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
    const pages = byPage(blocks.length > 0 ? blocks : paragraphs);
    const said = saidInSentences({ each: texts, pages }, this.words.fields, type);
    for (const { field, value, ...one } of said) {
      if (value === undefined) this.#take(found, field, one);
    }
    this.#takeOperative(found, paragraphs, type);
    const fine = this.words.fields.fines[type];
    if (fine !== undefined) this.#take(found, fine, fineIn(texts));
    // A form that nobody filled in says nothing, whatever is printed in it.
    if (found.isEmpty && !this.words.fields.published.includes(type)) return {};
    for (const { field, value, ...one } of said) {
      if (value !== undefined) found.add(field, { ...one, value });
    }
    this.#takeDerived(found);
    this.#takeShown(found, document, type);
    this.#take(found, "documents.datedOn", foot(document).date);
    const has = (path: string): boolean => found.has(path);
    const read = { document, type, paragraphs, texts, has };
    for (const [path, field] of ownFields(read, this.words)) found.add(path, field);
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
        if (labels.some((label) => labelKey(label) === said.label)) this.#take(found, field, said);
      }
    }
  }

  /** The number of a document that a receipt names. */
  #takeServed(found: Findings, { type, number, said }: ServedDocument): void {
    const field = this.words.fields.numbers[type];
    if (number !== null) this.#take(found, field, { ...said, text: number });
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

  /** What the document imposes or announces. */
  #takeOperative(found: Findings, paragraphs: readonly Paragraph[], type: string): void {
    const { operative, kinds: patterns } = this.words.fields;
    const part = operative[type];
    const said = part && operativePart(paragraphs, part);
    if (!part || !said) return;
    this.#take(found, part.content, said);
    const kinds = kindsIn(said.text, patterns);
    if (kinds) found.add(part.kinds, { ...said, value: kinds });
  }

  /** What the words of one field mean for another. */
  #takeDerived(found: Findings): void {
    const settled = new Set<string>();
    const fields = found.result();
    for (const { field, from, pattern, value } of this.words.fields.derived) {
      const said = fields[from];
      const key = `${from} ${field}`;
      if (!said || settled.has(key) || !new RegExp(pattern, "u").test(said.text)) continue;
      settled.add(key);
      found.add(field, { ...said, value });
    }
  }

  /** What is so because there is such a document. */
  #takeShown(found: Findings, { pages: [page], title }: CutDocument, type: string): void {
    for (const field of this.words.fields.shows[type] ?? []) {
      if (found.has(field) || !page || !title) continue;
      const { confidence } = title.line;
      const said = { text: title.title, page: page.number, confidence: confidence ?? 1 };
      found.add(field, { ...said, value: true });
    }
  }

  #take(found: Findings, field: string | undefined, said: Said | undefined): void {
    if (field === undefined || !said || said.text === "") return;
    const { page, confidence } = said;
    for (const [path, value] of readField(field, said.text, this.words.words)) {
      const isMisread = confidence < 1 && failsItsCheck(path, value);
      found.add(path, {
        ...{ value, text: said.text, page, confidence },
        ...(isMisread && { certain: false }),
      });
    }
  }
}

/** A code in a picture that fails its own checksum was more likely misread than miswritten. */
const failsItsCheck = (path: string, value: FieldValue): boolean =>
  typeof value === "string" &&
  ((path.endsWith("creditCode") && checkCreditCode(value).kind === "invalid") ||
    (path.endsWith("idNumber") && checkResidentId(value).kind === "invalid"));
