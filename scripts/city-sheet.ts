import type ExcelJS from "exceljs";
import { gb18030 } from "./demo-values.js";

/** Workbooks and CSV files as agencies make them: titles, notes, headings of two rows, footers. */

export type Value = string | number | Date | null;

export interface Column<R> {
  header: string;
  /** Heading above this column and its neighbours of the same heading. */
  over?: string;
  /** 字段编码 and 必填项 of a template. */
  code?: string;
  required?: string;
  width?: number;
  of: (row: R, at: number) => Value | undefined;
}

export interface Sheet<R> {
  name: string;
  title?: string;
  /** Lines between title and header. */
  notes?: readonly string[];
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** 例 under the header: one cell a column. */
  example?: readonly Value[];
  /** Row 填表说明 in the first column, under the header. */
  remark?: string;
  /** The heading of the section in which a row stands (一、第一季度). */
  section?: (row: R) => string;
  /** So many columns in front are merged over rows that have the same in the first of them. */
  merged?: number;
  footers?: readonly string[];
  hidden?: boolean;
}

const thin: Partial<ExcelJS.Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

const moment = new Date(Date.UTC(2025, 9, 28, 1, 0, 0));

const isGrouped = <R>({ columns }: Sheet<R>): boolean =>
  columns.some(({ over }) => over !== undefined);

const addLine = (sheet: ExcelJS.Worksheet, text: string, width: number): void => {
  const row = sheet.addRow([text]);
  if (width > 1) sheet.mergeCells(row.number, 1, row.number, width);
};

const dressHeader = (row: ExcelJS.Row, width: number): void => {
  for (let at = 1; at <= width; at++) {
    const cell = row.getCell(at);
    cell.font = { bold: true };
    cell.border = thin;
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  }
};

/** Merges the upper heading over its columns, and a column without one over both rows. */
const addGroupedHeader = <R>(sheet: ExcelJS.Worksheet, columns: readonly Column<R>[]): void => {
  const isFirst = (at: number): boolean =>
    columns[at]?.over === undefined || columns[at]?.over !== columns[at - 1]?.over;
  const top = sheet.addRow(
    columns.map(({ over, header }, at) => (isFirst(at) ? (over ?? header) : null)),
  );
  const below = sheet.addRow(
    columns.map(({ over, header }) => (over === undefined ? null : header)),
  );
  dressHeader(top, columns.length);
  dressHeader(below, columns.length);
  for (let first = 0; first < columns.length;) {
    let last = first;
    while (last + 1 < columns.length && !isFirst(last + 1)) last++;
    const lastRow = columns[first]?.over === undefined ? below.number : top.number;
    sheet.mergeCells(top.number, first + 1, lastRow, last + 1);
    first = last + 1;
  }
};

const addRow = (sheet: ExcelJS.Worksheet, cells: readonly (Value | undefined)[]): ExcelJS.Row => {
  const row = sheet.addRow(cells.map((cell) => cell ?? null));
  for (let at = 1; at <= cells.length; at++) {
    const cell = row.getCell(at);
    if (cell.value instanceof Date) cell.numFmt = "yyyy/m/d";
  }
  return row;
};

const addRows = <R>(
  sheet: ExcelJS.Worksheet,
  { columns, rows, section, merged = 0 }: Sheet<R>,
): void => {
  let heading = "";
  let first = sheet.rowCount + 1;
  let shared: Value | undefined;
  const merge = (): void => {
    if (sheet.rowCount <= first) return;
    for (let at = 1; at <= merged; at++) sheet.mergeCells(first, at, sheet.rowCount, at);
  };
  for (const [at, row] of rows.entries()) {
    const next = section?.(row) ?? "";
    if (next !== heading) addLine(sheet, (heading = next), columns.length);
    const cells = columns.map((column) => column.of(row, at));
    if (merged > 0 && cells[0] !== shared) {
      merge();
      first = sheet.rowCount + 1;
      shared = cells[0];
    } else if (merged > 0) {
      cells.fill(null, 0, merged);
    }
    addRow(sheet, cells);
  }
  if (merged > 0) merge();
};

const addSheet = <R>(book: ExcelJS.Workbook, spec: Sheet<R>): void => {
  const { columns, title, notes = [], footers = [], example, remark } = spec;
  const width = columns.length;
  const sheet = book.addWorksheet(spec.name, { state: spec.hidden ? "hidden" : "visible" });
  sheet.columns = columns.map((column) => ({ width: column.width ?? 14 }));
  if (title !== undefined) {
    addLine(sheet, title, width);
    sheet.getCell(1, 1).font = { size: 18, bold: true };
    sheet.getCell(1, 1).alignment = { horizontal: "center" };
  }
  for (const note of notes) addLine(sheet, note, width);
  if (isGrouped(spec)) addGroupedHeader(sheet, columns);
  else dressHeader(sheet.addRow(columns.map(({ header }) => header)), width);
  if (columns.some(({ code }) => code !== undefined)) {
    addRow(
      sheet,
      columns.map(({ code }) => code),
    );
  }
  if (columns.some(({ required }) => required !== undefined)) {
    addRow(
      sheet,
      columns.map(({ required }) => required),
    );
  }
  if (remark !== undefined) addRow(sheet, [remark]);
  if (example !== undefined) addRow(sheet, example);
  addRows(sheet, spec);
  for (const footer of footers) addLine(sheet, footer, width);
};

/** A sheet that is to go into a workbook. */
export type Part = (book: ExcelJS.Workbook) => void;

export const sheetOf =
  <R>(spec: Sheet<R>): Part =>
  (book) => {
    addSheet(book, spec);
  };

/** The empty Sheet2 that nobody took out. */
export const emptySheet =
  (name: string): Part =>
  (book) => {
    book.addWorksheet(name);
  };

/** A workbook that is to be written. */
export interface Book {
  creator: string;
  parts: readonly Part[];
  moment: Date;
}

export const bookOf = (creator: string, ...parts: readonly Part[]): Book => ({
  creator,
  parts,
  moment,
});

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A system's export: the header, then the rows; dates as text. */
const csvText = <R>({ columns, rows }: Pick<Sheet<R>, "columns" | "rows">): string => {
  const lines = rows.map((row, at) =>
    columns.map((column) => {
      const value = column.of(row, at) ?? "";
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    }),
  );
  const all = [columns.map(({ header }) => header), ...lines];
  return all.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
};

export const csvInGb18030 = <R>(table: Pick<Sheet<R>, "columns" | "rows">): Uint8Array =>
  gb18030(csvText(table));

/** UTF-8 with the mark by which Excel knows it. */
export const csvInUtf8 = <R>(table: Pick<Sheet<R>, "columns" | "rows">): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${csvText(table)}`);
