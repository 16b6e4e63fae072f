import type { Row, Rows } from "../model/cells.js";
import { cellText, filledColumns, type Merges } from "./sheet-grid.js";
import { Entries } from "./entries.js";
import { isTemplate, type TableShape } from "./template-row.js";

/** Why a row below the header is no entry of the table. */
export type SkippedAs = "blank" | "template" | "footer" | "section";

export interface DataRows {
  rows: Rows;
  /** Headings inside the table (一、直接下放的行政处罚事项), with the row they stand in. */
  sections: { row: number; text: string }[];
  skipped: Record<SkippedAs, number>;
}

/** The entries of a table: what stands below its header, without all that only helps people to fill it in. */
export const dataRows = (rows: Rows, merges: Merges, table: TableShape): DataRows => {
  const sections: DataRows["sections"] = [];
  const skipped: DataRows["skipped"] = { blank: 0, template: 0, footer: 0, section: 0 };
  const entries = new Entries(rows);
  let afterNote = false;
  for (const row of rows) {
    if (row.number <= table.after) {
      entries.leaveOut();
      continue;
    }
    const columns = filledColumns(row);
    const first = cellText(row.cells[columns[0] ?? 0]);
    const goesOn: boolean = afterNote && columns.length === 1;
    const why: SkippedAs | undefined = goesOn
      ? "footer"
      : whySkipped({ row, columns, first }, merges, table);
    if (why === undefined) entries.keep(row);
    else {
      entries.leaveOut();
      skipped[why]++;
    }
    if (why === "section") sections.push({ row: row.number, text: first });
    if (why !== "blank") afterNote = why === "footer" && (goesOn || isNote(first));
  }
  return { rows: entries.rows, sections, skipped };
};

interface Line {
  row: Row;
  /** Columns that hold something. */
  columns: readonly number[];
  /** Text of the first of them. */
  first: string;
}

const whySkipped = (line: Line, merges: Merges, table: TableShape): SkippedAs | undefined => {
  const { row, columns, first } = line;
  if (columns.length === 0) return "blank";
  if (isTemplate(row, columns, table)) return "template";
  if (isFooter(first)) return "footer";
  if (isSection(line, merges)) return "section";
  return columns.every((column) => table.numbering.has(column)) ? "blank" : undefined;
};

const isFooter = (text: string): boolean => isTotal(text) || isNote(text) || isSignature(text);
const isTotal = (text: string): boolean => /^(?:合|小|总|共)\s*计\s*(?:[(（:：].*)?$/s.test(text);
const isNote = (text: string): boolean => /^(?:备?\s*注|说\s*明)\s*\d*\s*[:：]/.test(text);
const isSignature = (text: string): boolean =>
  /^(?:制表|填表|审核|填报|复核|统计|单位负责|分管领导|负责)(?:人|单位|日期|人员|人签字)?\s*[:：]/.test(
    text,
  );

const chapter =
  /^(?:第[一二三四五六七八九十百]+[章节编部]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])/;

/**
 * One cell alone in its row, merged across the table or, in the first column, numbered like a chapter. In a row
 * that shares cells merged downwards with the row above, a cell alone is one more condition of a tier.
 */
const isSection = ({ row, columns, first }: Line, merges: Merges): boolean => {
  const [column] = columns;
  if (column === undefined || columns.length > 1) return false;
  const own = merges.at(column, row.number);
  if (merges.inRow(row.number).some((merge) => merge.top + 1 < row.number)) return false;
  const isAcross = own !== undefined && own.top === own.bottom && own.right - own.left >= 2;
  return isAcross || (column === 0 && chapter.test(first));
};
