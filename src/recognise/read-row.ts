import { placeOf, type Cell, type Row } from "../model/cells.js";
import type { FieldKind } from "../model/case-file.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { sheetFields, type Vocabulary } from "../model/vocabulary.js";
import { derive } from "./derive.js";
import { readCell, type CellContext } from "./read-cell.js";
import type { SheetUnit } from "./normalise-header.js";
import { known, unreadable, type Reading } from "./reading.js";
import { ofSheet, type Note } from "./report.js";
import type { MappedColumn, RecognisedTable } from "./recognise-sheet.js";

export interface FieldReading {
  reading: Reading;
  /** Where it stands, from 0; of several columns the first that is not blank. */
  column: number;
}

export interface RowReading {
  /** By field path: of every mapped column, and what follows from their texts. */
  values: Map<string, FieldReading>;
  diagnostics: Diagnostic[];
}

/** The values of one entry of a table. */
export const readRow = (table: RecognisedTable, row: Row, vocabulary: Vocabulary): RowReading => {
  const values = new Map<string, FieldReading>();
  const diagnostics: Diagnostic[] = [];
  for (const column of readingsOf(table, vocabulary)) {
    const { mapped } = column;
    const reading = readingIn(column, row.cells[mapped.column]);
    const problem = problemOf(reading, mapped, table, row);
    if (problem) diagnostics.push(problem);
    const before = values.get(mapped.field);
    const after = { reading, column: mapped.column };
    const joined = before ? together(before, after, mapped.field) : after;
    values.set(mapped.field, joined);
    const conflict = joined === after ? undefined : conflictOf(joined.reading, mapped, table, row);
    if (conflict) diagnostics.push(conflict);
  }
  for (const { field, from, reading } of derive((path) => values.get(path)?.reading, vocabulary)) {
    const own = values.get(field);
    const source = values.get(from);
    if (source && (own === undefined || own.reading.status === "blank")) {
      values.set(field, { reading, column: source.column });
    }
  }
  const waiver = waiverIn(["defence.made", "defence.text"].map((field) => values.get(field)));
  const own = values.get("defence.waived")?.reading.status;
  if (waiver && (own === undefined || own === "blank")) values.set("defence.waived", waiver);
  return { values, diagnostics };
};

/**
 * 放弃 in a column on the defence: a waiver if it says in writing, and otherwise one that may have been in
 * writing, so that nobody can say there was none.
 */
const waiverIn = (columns: readonly (FieldReading | undefined)[]): FieldReading | undefined => {
  for (const column of columns) {
    if (!column || column.reading.status === "blank") continue;
    const { text } = column.reading;
    if (!text.includes("放弃") || /[未没不][^，。；]{0,2}放弃/.test(text)) continue;
    const inWriting = text.includes("书面");
    const reading = inWriting ? known(true, text) : unreadable(text, "not-yes-or-no");
    return { reading, column: column.column };
  }
  return undefined;
};

/** How the cells of a column are to be taken. */
interface ColumnReading {
  mapped: MappedColumn;
  kind: FieldKind;
  context: CellContext;
  /** Of the texts and numbers that it began with. */
  met: Map<Cell, Reading>;
}

/** Columns mostly say the same few things again and again; of others the first are remembered in vain. */
const mostMet = 1_000;
const longestMet = 200;

const readingIn = ({ kind, context, met }: ColumnReading, cell: Cell | undefined): Reading => {
  const isPlain =
    typeof cell === "number" || (typeof cell === "string" && cell.length < longestMet);
  if (!isPlain) return readCell(cell, kind, context);
  let reading = met.get(cell);
  if (!reading) {
    reading = readCell(cell, kind, context);
    if (met.size < mostMet) met.set(cell, reading);
  }
  return reading;
};

const readings = new WeakMap<RecognisedTable, readonly ColumnReading[]>();

/** The columns of a table are the same for all its rows. */
const readingsOf = (table: RecognisedTable, { words }: Vocabulary): readonly ColumnReading[] => {
  const known = readings.get(table);
  if (known) return known;
  const own = table.columns.map((mapped): ColumnReading => {
    const { field, unit = table.unit, codeList } = mapped;
    const kind = sheetFields.get(field)?.kind ?? "text";
    const context = { field, unit, words: words[field], codeList };
    return { mapped, kind, context, met: new Map() };
  });
  readings.set(table, own);
  return own;
};

/**
 * Two columns for one field: lists are joined, of what is not used anyway the first that is not blank
 * stands. Of anything else two columns have the same header, and what they do not agree on is not known.
 */
const together = (before: FieldReading, after: FieldReading, field: string): FieldReading => {
  const [first, second] = [before.reading, after.reading];
  if (first.status === "blank") return after;
  if (second.status === "blank" || first.status === "unreadable") return before;
  if (Array.isArray(first.value)) return joinedLists(before, after, first.value);
  if (field.startsWith("row.") || (second.status === "known" && second.value === first.value)) {
    return before;
  }
  return {
    reading: unreadable(`${first.text} / ${second.text}`, "columns-differ"),
    column: before.column,
  };
};

const joinedLists = (
  before: FieldReading,
  after: FieldReading,
  list: readonly string[],
): FieldReading => {
  const [first, second] = [before.reading, after.reading];
  if (first.status !== "known" || second.status !== "known") return after;
  if (!Array.isArray(second.value)) return before;
  const value = [...new Set([...list, ...second.value])];
  const text = `${first.text}、${second.text}`;
  return { reading: { status: "known", value, text }, column: before.column };
};

const conflictOf = (
  reading: Reading,
  mapped: MappedColumn,
  table: RecognisedTable,
  row: Row,
): Diagnostic | undefined =>
  reading.status === "unreadable" && reading.reason === "columns-differ"
    ? problemOf(reading, mapped, table, row)
    : undefined;

const problemOf = (
  reading: Reading,
  { column, field, unit }: MappedColumn,
  table: RecognisedTable,
  row: Row,
): Diagnostic | undefined => {
  const note = noteOn(reading, field, unit ?? table.unit ?? "yuan");
  if (!note) return undefined;
  return ofSheet({ ...note, cell: placeOf(row, column) }, table.file, table.sheet);
};

const noteOn = (reading: Reading, field: string, unit: SheetUnit): Note | undefined => {
  if (reading.status === "blank") return undefined;
  const { text } = reading;
  if (reading.status === "known") {
    if (!reading.unitSuspect) return undefined;
    return { level: "warning", code: "unit-suspect", details: { field, text, unit } };
  }
  switch (reading.reason) {
    case "word-not-known":
      return { level: "info", code: "word-not-known", details: { field, text } };
    case "damaged-number":
      return { level: "warning", code: "damaged-number", details: { field, text } };
    case "cell-error":
    case "columns-differ":
    case "not-a-date":
    case "not-a-time":
    case "not-an-amount":
    case "not-a-number":
    case "not-yes-or-no": {
      const details = { field, text, reason: reading.reason };
      return { level: "warning", code: "cell-not-understood", details };
    }
  }
};
