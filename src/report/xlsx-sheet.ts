import type ExcelJS from "exceljs";
import type { Severity } from "../model/audit-result.js";
import { wrap } from "./wrap.js";

/** Sheets of a workbook: what they hold, and how they look on the screen and on paper. */

export type Value = string | number | Date | null;
/** A value, or a value in the colour of a severity. */
export type Cell = Value | { value: Value; tone: Severity };

export interface Column {
  header: string;
  /** In characters of a Western font; a Chinese character takes two. Not 9, which exceljs leaves out. */
  width: number;
  align?: "left" | "center" | "right";
  /** Number format of Excel. */
  format?: string;
  /** Stands in the middle of its row; else at the top, where long texts are read from. */
  middle?: boolean;
  /** Is on the screen only, so that the others stay readable on paper. */
  screenOnly?: boolean;
}

/** A sheet with one table. Rows are made while they are written, not held. */
export interface TableSheet {
  name: string;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]>;
}

/** Words that every sheet needs. */
export interface SheetWords {
  title: string;
  /** `第 &P 页，共 &N 页` in Excel's own codes. */
  pages: string;
  /** Said in place of rows that do not fit, with their number. */
  cut: (rows: number) => string;
  /** Said at the end of a text that does not fit, with the number of characters left out. */
  cutText: (characters: number) => string;
}

const ink = "FF1F2933";
const line = "FFCBD2D9";
const headFill = "FFE4E9EE";

/** Light enough for black text, and different in grey as well as in colour. */
const toneFill: Record<Severity, string> = {
  error: "FFEFB3AD",
  warning: "FFFBE3B0",
  info: "FFEAF2F8",
};

const fontName = "微软雅黑";
const solid = (argb: string): ExcelJS.Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { argb },
});
const thin: Partial<ExcelJS.Border> = { style: "thin", color: { argb: line } };
const borders: Partial<ExcelJS.Borders> = { top: thin, bottom: thin, left: thin, right: thin };

export const fonts = {
  body: { name: fontName, size: 10, color: { argb: ink } },
  strong: { name: fontName, size: 10, bold: true, color: { argb: ink } },
  quiet: { name: fontName, size: 9, color: { argb: "FF616E7C" } },
  section: { name: fontName, size: 12, bold: true, color: { argb: ink } },
  title: { name: fontName, size: 18, bold: true, color: { argb: ink } },
} satisfies Record<string, Partial<ExcelJS.Font>>;

export const headStyle: Partial<ExcelJS.Style> = {
  font: fonts.strong,
  fill: solid(headFill),
  border: { ...borders, bottom: { style: "medium", color: { argb: "FF7B8794" } } },
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
};

/** The styles of a column: plain, and in the tone of each severity. One object each, which exceljs caches. */
const lookOf = ({ width, align, format, middle }: Column) => {
  const body: Partial<ExcelJS.Style> = {
    font: fonts.body,
    border: borders,
    alignment: {
      vertical: middle ? "middle" : "top",
      horizontal: align ?? "left",
      // LibreOffice loses the indent of figures that stand side by side.
      indent: align === undefined || align === "left" ? 1 : 0,
      wrapText: true,
    },
    ...(format !== undefined && { numFmt: format }),
  };
  const toned = (tone: Severity): Partial<ExcelJS.Style> => ({
    ...body,
    fill: solid(toneFill[tone]),
    font: tone === "info" ? fonts.body : fonts.strong,
  });
  return { width, body, error: toned("error"), warning: toned("warning"), info: toned("info") };
};

export type ColumnLook = ReturnType<typeof lookOf>;
export const looksOf = (columns: readonly Column[]): ColumnLook[] => columns.map(lookOf);

const longestText = 32_767;

/**
 * A text as a cell can hold it: cut, with a note, at Excel's limit; what Excel would take for an escape
 * (`_x0041_`) is escaped itself. A leading `=` needs nothing: the cell is typed as text.
 */
export const cellText = (text: string, words: SheetWords): string => {
  const escaped = text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (escaped.length <= longestText) return escaped;
  const kept = escaped.slice(0, longestText - 60).replace(/\p{Cs}$/u, "");
  return kept + words.cutText(escaped.length - kept.length);
};

const lineHeight = 15;
const tallestRow = 409;

/** Lines that a text takes in a column. Programs do not agree on when to measure, so we do. */
const linesIn = (text: string, width: number): number => wrap(text, Math.floor(width - 2)).length;

/** Fills one row and makes it as high as its longest text. */
export const fill = (
  row: ExcelJS.Row,
  cells: readonly Cell[],
  looks: readonly ColumnLook[],
  words: SheetWords,
): void => {
  let lines = 1;
  for (const [index, content] of cells.entries()) {
    const look = looks[index];
    if (!look) continue;
    const isToned = typeof content === "object" && content !== null && "tone" in content;
    const value = isToned ? content.value : content;
    const cell = row.getCell(index + 1);
    cell.value = typeof value === "string" ? cellText(value, words) : value;
    cell.style = isToned ? look[content.tone] : look.body;
    if (typeof value === "string") lines = Math.max(lines, linesIn(value, look.width));
  }
  row.height = Math.min(lines * lineHeight + 4, tallestRow);
};

/** A4, as wide as the paper, with title and page numbers. */
export const pageLook = (
  name: string,
  words: SheetWords,
  orientation: "landscape" | "portrait" = "landscape",
): Partial<ExcelJS.AddWorksheetOptions> => ({
  pageSetup: {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  },
  headerFooter: { oddHeader: `&L&9${words.title}&R&9${name}`, oddFooter: `&C&9${words.pages}` },
});

const letter = (sheet: ExcelJS.Worksheet, column: number): string => sheet.getColumn(column).letter;

const mostRows = 1_048_570;

/** Writes a table sheet. */
export const addTable = (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  table: TableSheet,
  words: SheetWords,
): void => {
  const { columns } = table;
  const sheet = workbook.addWorksheet(table.name, {
    ...pageLook(table.name, words),
    views: [{ state: "frozen", ySplit: 1, showGridLines: false }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const header = sheet.getRow(1);
  header.height = 30;
  for (const [index, column] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = column.header;
    cell.style = headStyle;
  }
  header.commit();

  const looks = looksOf(columns);
  let count = 0;
  for (const cells of table.rows) {
    count++;
    if (count > mostRows) continue;
    const row = sheet.getRow(count + 1);
    fill(row, cells, looks, words);
    row.commit();
  }
  if (count > mostRows) {
    const row = sheet.getRow(mostRows + 2);
    fill(row, [words.cut(count - mostRows)], looks, words);
    row.commit();
  }

  const last = Math.min(count, mostRows) + 1;
  const printed = columns.findLastIndex(({ screenOnly }) => !screenOnly) + 1;
  sheet.autoFilter = `A1:${letter(sheet, columns.length)}${last}`;
  // exceljs puts a $ before the columns only; without the others it is no print area.
  sheet.pageSetup.printArea = `A$1:${letter(sheet, printed)}$${last}`;
  sheet.pageSetup.printTitlesRow = "1:1";
  sheet.commit();
};
