import Papa from "papaparse";
import { type Cell, cellName, type Row } from "../model/cells.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { Budget } from "./budget.js";
import { decodeText } from "./csv/decode-text.js";
import { detectDelimiter } from "./csv/detect-delimiter.js";
import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";
import type { Table } from "./table.js";

/**
 * Reads delimited text as the one sheet that a spreadsheet program would make of it: a record is a row,
 * line breaks inside quotes included, blank lines count, and every cell is text or blank. Line breaks
 * within a cell come out as `\n`. Throws `Unreadable`.
 *
 * @param file the name that the sheet carries as its file; its last part names the sheet.
 */
export const readCsv = (bytes: Uint8Array, file: string, limits: Limits): Table => {
  const text = decodeText(bytes).replace(/\r\n?/g, "\n");
  const { delimiter, from } = layoutOf(text);
  const body = text.slice(from);
  const name = baseName(file);
  checkFields(body, delimiter, limits);
  const { rows, openQuote } = readRecords(body, delimiter, new Budget(limits));
  return {
    sheets: [{ file, name, hidden: false, rows, merges: [] }],
    warnings: openQuote === undefined ? [] : [openQuoteWarning(file, name, openQuote)],
  };
};

/** How the fields are parted, and where the records begin. */
export const layoutOf = (text: string): { delimiter: string; from: number } => {
  // Excel's own hint, which Excel does not count as a row either.
  const hint = /^sep=(.)\n/i.exec(text);
  const from = hint?.[0].length ?? 0;
  return { delimiter: hint?.[1] ?? detectDelimiter(text.slice(from))?.delimiter ?? ",", from };
};

export const baseName = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

interface Records {
  rows: Row[];
  /** Number of the record whose quotes never close, so that it swallowed the rest of the file. */
  openQuote: number | undefined;
}

/**
 * A parser that splits a text of nothing but delimiters runs out of memory before it comes to the first
 * record. Delimiters within texts count too, hence the margin.
 */
const checkFields = (text: string, delimiter: string, limits: Limits): void => {
  const limit = 4 * limits.cells;
  if (text.length <= limit) return;
  const [mark, lineBreak] = [delimiter.charCodeAt(0), 10];
  let fields = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === mark || unit === lineBreak) fields++;
  }
  if (fields > limit) {
    throw new Unreadable("too-many-cells", { what: "cells", limit: limits.cells });
  }
};

const readRecords = (text: string, delimiter: string, budget: Budget): Records => {
  const found: Records = { rows: [], openQuote: undefined };
  let number = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, errors }) => {
      number++;
      if (errors.some(({ code }) => code === "MissingQuotes")) found.openQuote = number;
      const cells = cellsOf(data);
      if (cells.length === 0) return;
      budget.spend(number, cells.length, cells.length);
      for (const text of data) budget.checkText(text);
      found.rows.push({ number, cells });
    },
  });
  return found;
};

/** The cells of a record; those behind the last one that is filled are left out. */
export const cellsOf = (record: readonly string[]): Cell[] => {
  const last = record.findLastIndex((text) => text !== "");
  return record.slice(0, last + 1).map((text) => (text === "" ? null : text));
};

export const openQuoteWarning = (file: string, sheet: string, row: number): Diagnostic => ({
  level: "warning",
  code: "quote-not-closed",
  file,
  sheet,
  cell: cellName(0, row),
  details: {},
});
