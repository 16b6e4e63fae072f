import type { PagedFile } from "../../model/pages.js";
import type { Vocabulary } from "../../model/vocabulary.js";
import type { RecognisedTable } from "../recognise-sheet.js";
import { recogniseSheets } from "../recognise-sheets.js";
import { tablesOfDocument } from "./document-tables.js";

/** What stands in the head of every benchmark table. */
const IN_A_HEAD = /裁量|阶次|处罚(?:标准|幅度|基准)|违法程度/;

const mayHoldOne = ({ pages }: PagedFile): boolean =>
  pages.some(({ lines }) => lines.some(({ cell, text }) => cell && IN_A_HEAD.test(text)));

/** The benchmark tables of a document (Word), each with the pages that its rows stand on. */
export const benchmarkTablesIn = (
  document: PagedFile,
  vocabulary: Vocabulary,
): RecognisedTable[] => {
  if (!mayHoldOne(document)) return [];
  const placed = tablesOfDocument(document);
  const results = recogniseSheets(
    placed.map(({ sheet }) => sheet),
    vocabulary,
  );
  return results.flatMap(({ table }, at) => {
    const pageOf = placed[at]?.pageOf;
    return table?.kind === "benchmark-table" ? [{ ...table, ...(pageOf && { pageOf }) }] : [];
  });
};
