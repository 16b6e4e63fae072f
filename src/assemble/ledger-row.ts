import type { Row } from "../model/cells.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { cellText } from "../recognise/sheet-grid.js";
import { readRow } from "../recognise/read-row.js";
import type { Known, Unreadable } from "../recognise/reading.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";
import { TableIndex } from "./row-origin.js";

/** What one row of a table says, field by field. */
export interface TableRow {
  index: TableIndex;
  row: Row;
  /** Known values by the field's path in the table. */
  values: ReadonlyMap<string, string | number | boolean | string[]>;
  /** Fields where something stands that could not be understood. */
  unreadable: ReadonlySet<string>;
}

/** What the source itself calls approximate, or what is likely in another unit, is no value to judge by. */
const isCertain = (reading: Known | Unreadable): reading is Known =>
  reading.status === "known" && !reading.approximate && !reading.unitSuspect;

/** What a row of a table says, of the columns that `columns` has. */
export const readTableRow = (
  index: TableIndex,
  columns: RecognisedTable,
  at: number,
  vocabulary: Vocabulary,
): { row: TableRow; diagnostics: Diagnostic[] } => {
  const row = columns.rows.at(at);
  if (!row) throw new RangeError(`No row at ${at}.`);
  const read = readRow(columns, row, vocabulary);
  const values = new Map<string, string | number | boolean | string[]>();
  const unreadable = new Set<string>();
  for (const [field, { reading }] of read.values) {
    if (reading.status === "blank") continue;
    if (isCertain(reading)) values.set(field, reading.value);
    else unreadable.add(field);
  }
  leaveOutOtherServices(values, unreadable);
  return { row: { index, row, values, unreadable }, diagnostics: read.diagnostics };
};

/** Reads every data row of the tables of a kind. */
export const rowsOf = (
  tables: readonly RecognisedTable[],
  vocabulary: Vocabulary,
): { rows: TableRow[]; diagnostics: Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const rows = tables.flatMap((table) => {
    const index = new TableIndex(table);
    return Array.from({ length: table.rows.length }, (_, at) => {
      const read = readTableRow(index, table, at, vocabulary);
      diagnostics.push(...read.diagnostics);
      return read.row;
    });
  });
  return { rows, diagnostics };
};

/** A ledger of services names each document: the day of the notice's is not the decision's. */
const leaveOutOtherServices = (values: Map<string, unknown>, unreadable: Set<string>): void => {
  const document = values.get("row.servedDocument");
  if (typeof document !== "string" || /决定书/.test(document)) return;
  for (const field of [...values.keys()].filter((path) => path.startsWith("service."))) {
    values.delete(field);
    unreadable.add(field);
  }
};

/** The text in a field of a row; undefined where it is blank, unreadable or has no column. */
export const textIn = (row: TableRow, field: string): string | undefined => {
  const value = row.values.get(field);
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join("、") : String(value);
};

/** Longer than any remark; more would only slow the search for words in it. */
const longestRemark = 4000;

/**
 * All that the rows say in free words: 备注, and cells of columns that no field was found for. What a rule
 * misses elsewhere may stand here: 延期审批：已报批.
 */
export const remarksOf = (rows: readonly TableRow[]): string | undefined => {
  const said = rows.flatMap(({ index, row, values }) => [
    ...[values.get("remark")].flatMap((remark) => remark ?? []),
    ...index.table.unmapped.flatMap(({ column, header }) => {
      const text = cellText(row.cells[column]);
      return /\p{Script=Han}/u.test(text) ? `${header}：${text}` : [];
    }),
  ]);
  return said.length > 0 ? [...new Set(said)].join("；").slice(0, longestRemark) : undefined;
};
