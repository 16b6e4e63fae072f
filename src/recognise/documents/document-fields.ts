import { caseFields } from "../../model/fields.js";
import type { DocumentWords } from "../../model/document-words.js";
import { checkCreditCode } from "../../values/credit-code.js";
import { checkResidentId } from "../../values/resident-id.js";
import type { CutDocument } from "./cut-dossier.js";
import { blankLabels, blankOnCopy, silencesIn } from "./blank-places.js";
import { colonValues } from "./colon-values.js";
import type { TitleBook } from "./document-titles.js";
import { namedIn, servedIn, type ServedDocument } from "./served-documents.js";
import { evidenceIn } from "./evidence-list.js";
import { Findings, type FieldsFound } from "./findings.js";
import { kindsIn, operativePart } from "./operative-part.js";
import { ownFields } from "./own-fields.js";
import { gridValues, looseBlocks } from "./grid-values.js";
import { addressee, foot, ownNumber, type Said } from "./heads-and-feet.js";
import { derivedFields, shownFields } from "./implied-fields.js";
import { LabelBook, type Labelled } from "./labels.js";
import { paragraphsOf, type Paragraph } from "./paragraphs.js";
import { labelKey } from "./plain-text.js";
import { pageCount } from "./page-text.js";
import { type FieldValue, isList } from "./read-field.js";
import { rowValues } from "./row-values.js";
import { valuesSaid } from "./said-value.js";
import { byPage, fineIn, saidInSentences, type SaidOf } from "./sentence-fields.js";
import { SignatureBook, type SignaturePlace } from "./signature-places.js";
import { readSignatures, withPartyAlone, type Signatures } from "./signatures.js";
import { signedOn } from "./signed-boxes.js";
import { cutText, noSurer, trimmedText } from "./sure-text.js";
import { datePattern } from "./written-forms.js";

/** Reads the fields of documents by the words of one vocabulary. */
export class FieldReader {
  readonly #labels: LabelBook;
  readonly #signatures: SignatureBook;

  constructor(
    private readonly words: DocumentWords,
    private readonly titles: TitleBook,
  ) {
    this.#labels = new LabelBook(words.fields);
    this.#signatures = new SignatureBook(words.fields.signatures, this.#labels);
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
    const isPrinted = ({ field, value }: SaidOf) =>
      value !== undefined || this.words.fields.printed.includes(field);
    for (const one of said) if (!isPrinted(one)) this.#take(found, one.field, one);
    if (this.words.fields.evidenceNamed.includes(type)) {
      this.#take(found, "violation.evidence", evidenceIn(paragraphs));
    }
    this.#takeOperative(found, paragraphs, type);
    const fine = this.words.fields.fines[type];
    if (fine !== undefined) this.#take(found, fine, fineIn(texts));
    // A form that nobody filled in says nothing, whatever is printed in it.
    if (found.isEmpty && !this.words.fields.published.includes(type)) return {};
    for (const { field, value, ...one } of said.filter(isPrinted)) {
      if (value === undefined) this.#take(found, field, one);
      else found.add(field, { ...one, value });
    }
    const shown = shownFields(document, this.words.fields, type).filter(
      ([path]) => !found.has(path),
    );
    for (const [path, field] of [...derivedFields(found.result(), this.words.fields), ...shown]) {
      found.add(path, field);
    }
    this.#take(found, "documents.datedOn", foot(document).date);
    const has = (path: string): boolean => found.has(path);
    const read = { document, type, paragraphs, texts, has };
    for (const [path, field] of ownFields(read, this.words)) found.add(path, field);
    return found.result();
  }

  /**
   * What a document says of itself by who signed it, and which of its own places are empty.
   * @param fields what else it says
   */
  ownPlaces(document: CutDocument, fields: FieldsFound): Signatures {
    const type = document.type?.id;
    if (type === undefined) return { fields: {}, blank: {} };
    const { pages } = document;
    const listed = fields["documents.officers"]?.value;
    const named = Array.isArray(listed) ? listed : [];
    const places = this.#signatures.placesIn(pages, type);
    const read = readSignatures(places, pages, named);
    const signed = this.#signatures.hasParty(type) ? withPartyAlone(read, pages, named) : read;
    const blank = {
      ...this.#blank(document, type),
      ...blankOnCopy(fields, pages),
      ...silencesIn(type, fields, pages, this.words.fields.silences),
      ...signed.blank,
    };
    const own = { ...signed.fields, ...pagesSigned(document, places) };
    const said = { ...fields, ...own };
    return {
      fields: own,
      blank: Object.fromEntries(Object.entries(blank).filter(([path]) => !(path in said))),
    };
  }

  /** The fields of its own whose labels have nothing beside them. */
  #blank(document: CutDocument, type: string): FieldsFound {
    const labelled = this.#labelled(document, paragraphsOf(document.pages, this.#labels));
    const empty = blankLabels(labelled, document.pages, this.#labels);
    const fields = this.words.fields.labels.filter(
      (one) => one.in.includes(type) && one.field.startsWith("documents."),
    );
    return Object.fromEntries(
      fields.flatMap(({ field, labels }) => {
        const keys = labels.map(labelKey);
        const [place] = empty.filter(({ label }) => keys.includes(label));
        if (!place) return [];
        const { text, page, confidence } = place;
        return [[field, { value: "", text, page, confidence }]];
      }),
    );
  }

  /** What a receipt (送达回证) or a public notice (送达公告) says was served; nothing of other documents. */
  served(document: CutDocument): ServedDocument[] {
    if (document.type?.id === "service-announcement") {
      return namedIn(paragraphsOf(document.pages, this.#labels), this.titles);
    }
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

  /** Takes the first of some readings that is a value of the field. */
  #take(found: Findings, field: string | undefined, ...readings: (Said | undefined)[]): void {
    if (field === undefined) return;
    for (const said of readings) {
      const values = said ? valuesSaid(field, said, this.words.words) : [];
      for (const [path, value] of values) {
        const isMisread = value.confidence < 1 && failsItsCheck(path, value.value);
        found.add(path, isMisread ? { ...value, certain: false } : value);
      }
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

/** How many pages a record has up to its last signature, which no enclosure behind it has; none of formats without. */
const pagesSigned = ({ pages }: CutDocument, places: readonly SignaturePlace[]): FieldsFound => {
  const said = places.at(-1)?.said;
  const [first] = pages;
  if (!said || !first || first.width === null) return {};
  const upTo = said.page - first.number + 1;
  const value = Math.min(upTo, pageCount(first)?.of ?? upTo);
  return { "documents.pages": { value, ...said } };
};

/** A code in a picture that fails its own checksum was more likely misread than miswritten. */
const failsItsCheck = (path: string, value: FieldValue): boolean =>
  typeof value === "string" &&
  ((path.endsWith("creditCode") && checkCreditCode(value).kind === "invalid") ||
    (path.endsWith("idNumber") && checkResidentId(value).kind === "invalid"));
