import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import type { AuditResult, Lang } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { stampZip } from "./stamp-zip.js";
import { addOverview } from "./xlsx-overview.js";
import { addTable, type SheetWords } from "./xlsx-sheet.js";
import {
  casesTable,
  findingsTable,
  indicatorsTable,
  readingTable,
  reviewsTable,
  rulesTable,
} from "./xlsx-tables.js";

const sheetWords = (lang: Lang): SheetWords => ({
  title: text(lang, "report.title"),
  pages: text(lang, "report.page", { page: "&P", pages: "&N" }),
  cut: (rows) => text(lang, "table.cut", { rows }),
  cutText: (characters) => text(lang, "table.cut-text", { characters }),
});

/** By whom a workbook is: the reader leaves its own reports aside by this. */
const author = "anjuan";

/** A result as an Excel workbook. The same result gives the same bytes, whatever the clock says. */
export const xlsx = async (result: AuditResult, { lang }: { lang: Lang }): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const day = new Date(`${result.run.asOf}T00:00:00Z`);
  workbook.creator = author;
  workbook.lastModifiedBy = author;
  workbook.created = day;
  workbook.modified = day;

  const words = sheetWords(lang);
  addOverview(workbook, result, lang, words);
  const tables = [
    ...[findingsTable, casesTable, reviewsTable, indicatorsTable],
    ...[readingTable, rulesTable],
  ];
  for (const table of tables) {
    addTable(workbook, table(result, lang), words);
  }
  await workbook.commit();
  return stampZip(Buffer.concat(chunks), day);
};
