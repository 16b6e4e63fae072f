import type { Page } from "../../model/pages.js";
import { isBlankMarker } from "../../values/blank.js";
import type { LabelBook, Labelled } from "./labels.js";
import { bodyLines } from "./page-text.js";
import { rowsOn, type PageRow } from "./page-rows.js";

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
