import type { Row, Rows, AnySheet } from "../model/cells.js";
import { sheetFields, type Vocabulary } from "../model/vocabulary.js";
import { dataRows } from "./data-rows.js";
import { headerIndexOf } from "./header-index.js";
import { normaliseHeader } from "./normalise-header.js";
import { readCell } from "./read-cell.js";
import {
  recogniseSheet,
  type MappedColumn,
  type RecognisedTable,
  type SheetResult,
} from "./recognise-sheet.js";
import { ofSheet } from "./report.js";
import { cellText, fillDown, isBlankSheet, Merges } from "./sheet-grid.js";

/**
 * Finds out what the sheets of one file are. One without a header may go on with the table of the sheet
 * before it, if its values are what that table's columns hold.
 */
export const recogniseSheets = (
  sheets: readonly AnySheet[],
  vocabulary: Vocabulary,
): SheetResult[] => {
  let before: RecognisedTable | undefined;
  return sheets.map((sheet) => {
    const own = recogniseSheet(sheet, vocabulary);
    if (isBlankSheet(sheet)) return own;
    const result = own.table || !before ? own : (continued(sheet, before, own, vocabulary) ?? own);
    before = result.table;
    return result;
  });
};

const continued = (
  sheet: AnySheet,
  before: RecognisedTable,
  own: SheetResult,
  vocabulary: Vocabulary,
): SheetResult | undefined => {
  const { rows, sections } = entriesOf(sheet, before, vocabulary);
  if (!goesOn(rows, before, vocabulary)) return undefined;
  const { file, name } = sheet;
  const columns = before.columns.map((column) => ({
    ...column,
    cell: elsewhere(column.cell, before.sheet),
  }));
  const note = ofSheet(
    { level: "info", code: "sheet-continued", details: { sheet: name, first: before.sheet } },
    file,
    name,
  );
  return {
    table: {
      ...{ ...before, sheet: name, headerRows: [], columns, rows, sections },
      ...(before.whole && { whole: sheet }),
    },
    diagnostics: [...own.diagnostics.filter(({ level }) => level === "info"), note],
  };
};

const elsewhere = (cell: string, sheet: string): string =>
  cell.includes("!") ? cell : `${sheet}!${cell}`;

const entriesOf = (
  sheet: AnySheet,
  { kind, columns }: RecognisedTable,
  vocabulary: Vocabulary,
): Pick<RecognisedTable, "rows" | "sections"> => {
  const merges = new Merges(sheet);
  const known = headerIndexOf(vocabulary).meanings(kind);
  const headings: string[] = [];
  for (const { column, header } of columns) {
    headings[column] = normaliseHeader(header.split("/").at(-1) ?? "").key;
  }
  const numbering = new Set(columns.filter(isSequence).map(({ column }) => column));
  const shape = { headings, isHeader: (key: string) => known.has(key), numbering, after: 0 };
  const { rows, sections } = dataRows(sheet.rows, merges, shape);
  return { rows: fillDown(rows, merges, 0), sections };
};

const isSequence = ({ field }: MappedColumn): boolean => field === "row.sequence";

/** Rows looked at to tell whether they belong under a header. */
const sampleSize = 50;

/**
 * Whether rows are of a table: none reaches beyond its columns, every date is a date and every amount an
 * amount, and at least two columns show that, a date or the number that follows the last one among them.
 */
const goesOn = (rows: Rows, before: RecognisedTable, vocabulary: Vocabulary): boolean => {
  const reach = (part: readonly Row[]) => Math.max(0, ...part.map(({ cells }) => cells.length));
  const width = Math.max(
    reach(before.rows.slice(0, sampleSize)),
    ...before.columns.map(({ column }) => column + 1),
  );
  const sample = rows.slice(0, sampleSize);
  if (sample.length === 0 || reach(sample) > width) return false;
  const verdicts = before.columns.map((column) => verdictOn(column, sample, before, vocabulary));
  if (verdicts.includes("contradicts")) return false;
  const shows = before.columns.filter((_, at) => verdicts[at] === "shows");
  const isTelling = (column: MappedColumn) =>
    isSequence(column) || sheetFields.get(column.field)?.kind === "date";
  return shows.length > 1 && shows.some(isTelling);
};

type Verdict = "shows" | "contradicts" | "says nothing";

const tellingKinds = new Set(["date", "money", "number", "boolean", "enum", "enums"]);

const verdictOn = (
  column: MappedColumn,
  rows: readonly Row[],
  before: RecognisedTable,
  { words }: Vocabulary,
): Verdict => {
  if (isSequence(column)) return verdictOnSequence(column, rows, before);
  const { field, unit = before.unit, codeList } = column;
  const kind = sheetFields.get(field)?.kind ?? "text";
  if (!tellingKinds.has(kind)) return "says nothing";
  const context = { field, unit, codeList, words: words[field] };
  const readings = rows.map((row) => readCell(row.cells[column.column], kind, context).status);
  if (readings.includes("unreadable")) return "contradicts";
  return readings.includes("known") ? "shows" : "says nothing";
};

/** The numbers of the rows go on, or begin anew. */
const verdictOnSequence = (
  { column }: MappedColumn,
  rows: readonly Row[],
  before: RecognisedTable,
): Verdict => {
  const [first] = rows;
  const number = cellText(first?.cells[column]);
  if (number === "") return "says nothing";
  const last = Number(cellText(before.rows.at(-1)?.cells[column]));
  return Number(number) === last + 1 || Number(number) === 1 ? "shows" : "contradicts";
};
