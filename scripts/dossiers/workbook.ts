import ExcelJS from "exceljs";
import { stampZip } from "../../src/report/stamp-zip.js";

const moment = new Date(Date.UTC(2024, 5, 1, 8, 0, 0));

export type Cell = string | number | null;

/** A workbook of one sheet: a title over all columns, a header, rows. */
export const oneSheet = async (
  name: string,
  title: string,
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  book.created = moment;
  book.modified = moment;
  const sheet = book.addWorksheet(name);
  const width = rows[0]?.length ?? 1;
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, width);
  for (const one of rows) sheet.addRow([...one]);
  for (let column = 1; column <= width; column++) sheet.getColumn(column).width = 18;
  return stampZip(new Uint8Array(await book.xlsx.writeBuffer()), moment);
};
