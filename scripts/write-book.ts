import ExcelJS from "exceljs";
import { CivilDate } from "../src/values/civil-date.js";
import { CellError, type Cell, type Row, type Sheet } from "../src/model/cells.js";
import { stampZip } from "../src/report/stamp-zip.js";
import type { Book } from "./city-sheet.js";

/** A workbook as a file, or as the sheets that are read from such a file. */

const built = ({ creator, parts, moment }: Book): ExcelJS.Workbook => {
  const book = new ExcelJS.Workbook();
  book.creator = creator;
  book.lastModifiedBy = creator;
  book.created = moment;
  book.modified = moment;
  for (const part of parts) part(book);
  return book;
};

export const bytesOf = async (book: Book): Promise<Uint8Array> =>
  stampZip(new Uint8Array(await built(book).xlsx.writeBuffer()), book.moment);

const cellOf = (cell: ExcelJS.Cell): Cell => {
  const { value } = cell;
  if (cell.isMerged && cell.master !== cell) return null;
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) return CivilDate.fromEpochDay(value.getTime() / 86_400_000);
  return typeof value === "object" ? new CellError("#VALUE!") : value;
};

const rowOf = (row: ExcelJS.Row): Row => {
  const cells: Cell[] = [];
  row.eachCell((cell, column) => {
    const value = cellOf(cell);
    if (value === null) return;
    while (cells.length < column - 1) cells.push(null);
    cells.push(value);
  });
  return { number: row.number, cells };
};

const mergesIn = (sheet: ExcelJS.Worksheet): Sheet["merges"] =>
  Object.values(
    (
      sheet as unknown as {
        _merges: Record<string, { model: Record<"top" | "left" | "bottom" | "right", number> }>;
      }
    )._merges,
  ).map(({ model: { top, left, bottom, right } }) => ({
    top: top - 1,
    left: left - 1,
    bottom: bottom - 1,
    right: right - 1,
  }));

/** What is read from the file of that name, if the workbook is written to it. */
export const sheetsOf = (book: Book, file: string): Sheet[] =>
  built(book).worksheets.map((sheet): Sheet => {
    const rows: Row[] = [];
    sheet.eachRow((row) => rows.push(rowOf(row)));
    return {
      file,
      name: sheet.name,
      hidden: sheet.state !== "visible",
      rows: rows.filter(({ cells }) => cells.length > 0),
      merges: mergesIn(sheet),
    };
  });
