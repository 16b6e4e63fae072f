import type { Page } from "../../model/pages.js";
import { isBlankMarker } from "../../values/blank.js";
import type { DocumentFields } from "../../model/document-words.js";
import { foldWidth, withoutSpace } from "../../values/fold-width.js";
import type { FieldsFound } from "./findings.js";
import type { LabelBook, Labelled } from "./labels.js";
import { bodyLines } from "./page-text.js";
import { rowsOn, type PageRow } from "./page-rows.js";
import { datePattern } from "./written-forms.js";

const ONLY_COLON = /^(.{1,24}?):[\s_]*$/u;
const BEGINS = /^(.{1,24}?)(?:[:\s]|$)/u;

/** Whether every page is recognised from a picture and nothing on it was illegible. */
export const isWhollyRecognised = (pages: readonly Page[]): boolean =>
  pages.every(
    (page) =>
      page.state === "recognised" && bodyLines(page).every(({ text }) => !text.includes("\ufffd")),
  );

/**
 * Labels whose place is certainly empty: it is struck out (／, 无); or, where the whole document is recognised from
 * pictures, the label stands alone on its row with its colon and the next row begins with another. What a
 * file that was born digital leaves empty may be written on its paper.
 */
export const blankLabels = (
  labelled: readonly Labelled[],
  pages: readonly Page[],
  book: LabelBook,
): Labelled[] => {
  const struckOut = labelled.filter(({ text }) => text !== "" && isBlankMarker(text));
  if (!isWhollyRecognised(pages)) return struckOut;
  const empty = pages.flatMap((page) => {
    const rows = rowsOn(page);
    return rows.flatMap((row, at): Labelled[] => {
      const label = aloneOn(row, book);
      const next = rows[at + 1];
      if (label === undefined || (next && !beginsWithLabel(next, book))) return [];
      return [{ label, text: row.text, page: row.page, top: at, confidence: row.confidence }];
    });
  });
  return [...struckOut, ...empty];
};

const aloneOn = ({ text }: PageRow, book: LabelBook): string | undefined => {
  const [, label = ""] = ONLY_COLON.exec(text) ?? [];
  return label === "" ? undefined : book.find(label);
};

const beginsWithLabel = ({ text }: PageRow, book: LabelBook): boolean =>
  book.find(BEGINS.exec(text)?.[1] ?? "") !== undefined;

const DAY = new RegExp(datePattern, "u");

/** What the note on a copy that was checked lacks: nowhere on the legible scan is there a day, or a word of its source. */
export const blankOnCopy = (fields: FieldsFound, pages: readonly Page[]): FieldsFound => {
  const note = fields["documents.copyNote"];
  if (!note || !isWhollyRecognised(pages)) return {};
  const text = pages.flatMap((page) => rowsOn(page).map((row) => row.text)).join("");
  const blank = { ...note, value: "" };
  return {
    ...(!DAY.test(text) && { "documents.date": blank }),
    ...(!/原件|提供|出处|来源|取自|摘自|收集/.test(text.replace(foldWidth(note.text), "")) && {
      "documents.copySource": blank,
    }),
  };
};

/** Whether the text of the pages is all that stands on them: typed without pictures, or recognised as a whole. */
const isReadWhole = (pages: readonly Page[]): boolean =>
  isWhollyRecognised(pages) ||
  pages.every(({ state, pictured }) => state === "text" && pictured === 0);

/** What a record that is filled in and was read whole does not say anywhere. */
export const silencesIn = (
  type: string,
  fields: FieldsFound,
  pages: readonly Page[],
  silences: DocumentFields["silences"],
): FieldsFound => {
  const own = silences.filter(({ in: types }) => types.includes(type));
  if (own.length === 0 || !isReadWhole(pages)) return {};
  const rows = pages.flatMap(rowsOn);
  const text = withoutSpace(rows.map((row) => row.text).join(""));
  const [first] = rows;
  return Object.fromEntries(
    own
      .filter(
        ({ filled, words }) =>
          first && filled.every((path) => path in fields) && !new RegExp(words, "u").test(text),
      )
      .map(({ field }) => [
        field,
        { value: "", text: first?.text ?? "", page: first?.page ?? 1, confidence: 1 },
      ]),
  );
};
