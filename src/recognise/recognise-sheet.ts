import type { Rows, AnySheet } from "../model/cells.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isLedger, type SheetKind, type Vocabulary } from "../model/vocabulary.js";
import { ColumnSamples } from "./column-samples.js";
import { dataRows, type DataRows } from "./data-rows.js";
import { findHeader, readTitleZone, type FoundHeader } from "./find-header.js";
import { headerIndexOf } from "./header-index.js";
import { layFlat } from "./lay-flat.js";
import { mapColumns, type MappedColumn, type UnmappedColumn } from "./map-columns.js";
import type { SheetUnit } from "./normalise-header.js";
import { ofSheet, type Note } from "./report.js";
import { resolveColumns } from "./resolve-columns.js";
import { fillDown, isBlankSheet, Merges } from "./sheet-grid.js";

export type { MappedColumn, UnmappedColumn };

/** A sheet of which it is known what its columns hold. */
export interface RecognisedTable {
  file: string;
  sheet: string;
  kind: SheetKind;
  /** Rows from 1. */
  headerRows: number[];
  columns: MappedColumn[];
  unmapped: UnmappedColumn[];
  /** The entries, with cells that are merged downwards filled in. */
  rows: Rows;
  /** Headings inside the table; one holds until the next. */
  sections: { row: number; text: string }[];
  title?: string;
  /** Where the title stands: `A1`. */
  titleCell?: string;
  /** Unit that stands above the table for all its amounts. */
  unit?: SheetUnit;
  /** The sheet itself, of a benchmark table: its merged cells and the notes around it say more than its rows. */
  whole?: AnySheet;
  /** Page on which a row stands, where the table is one of a document. */
  pageOf?: (row: number) => number | null;
}

export interface SheetResult {
  table?: RecognisedTable;
  diagnostics: Diagnostic[];
}

/** Finds out what a sheet is and what its columns hold. Reads no value. */
export const recogniseSheet = (sheet: AnySheet, vocabulary: Vocabulary): SheetResult => {
  const { table, notes } = recognise(sheet, vocabulary);
  const diagnostics = notes.map((note) => ofSheet(note, sheet.file, sheet.name));
  return { ...(table && { table }), diagnostics };
};

const recognise = (
  sheet: AnySheet,
  vocabulary: Vocabulary,
): { table?: RecognisedTable; notes: Note[] } => {
  const ofWhole = (level: Note["level"], code: string): Note => ({
    level,
    code,
    details: { sheet: sheet.name },
  });
  if (isBlankSheet(sheet)) return { notes: [ofWhole("info", "sheet-empty")] };
  const hidden = sheet.hidden ? [ofWhole("info", "sheet-hidden")] : [];
  const merges = new Merges(sheet);
  const found = findHeader(sheet, merges, vocabulary);
  if (!found) {
    const vertical = verticalTable(sheet, vocabulary);
    if (!vertical) return { notes: [...hidden, ofWhole("warning", "sheet-not-recognised")] };
    const { table, notes } = vertical;
    return { table, notes: [...hidden, ofWhole("info", "sheet-vertical"), ...notes] };
  }
  const { table, notes } = tableOf(sheet, merges, found, vocabulary);
  return { table, notes: [...hidden, ...notes] };
};

/** The one entry of a sheet that has its headers beside the values, every cell named by its place there. */
const verticalTable = (
  sheet: AnySheet,
  vocabulary: Vocabulary,
): { table: RecognisedTable; notes: Note[] } | undefined => {
  const flat = layFlat(sheet, vocabulary);
  if (!flat) return undefined;
  const merges = new Merges(flat.sheet);
  const found = findHeader(flat.sheet, merges, vocabulary);
  if (!found || !isLedger(found.kind)) return undefined;
  const { table, notes } = tableOf(flat.sheet, merges, found, vocabulary);
  if (table.rows.length !== 1) return undefined;
  const inPlace = <Placed extends { cell?: string }>(one: Placed): Placed =>
    one.cell === undefined ? one : { ...one, cell: flat.places.get(one.cell) ?? one.cell };
  const [columns, unmapped] = [table.columns.map(inPlace), table.unmapped.map(inPlace)];
  return { table: { ...table, headerRows: [], columns, unmapped }, notes: notes.map(inPlace) };
};

const tableOf = (
  sheet: AnySheet,
  merges: Merges,
  found: FoundHeader,
  vocabulary: Vocabulary,
): { table: RecognisedTable; notes: Note[] } => {
  const [firstHeaderRow, lastHeaderRow] = [Math.min(...found.rows), Math.max(...found.rows)];
  const zone = readTitleZone(sheet, firstHeaderRow);
  const entries = entriesOf(sheet, merges, found, vocabulary);
  const rows = fillDown(entries.rows, merges, lastHeaderRow + 1);
  const titles = [sheet.name, ...(zone.title === undefined ? [] : [zone.title])];
  const samples = new ColumnSamples(rows);
  const resolved = resolveColumns(found, samples, titles);
  const { columns, unmapped, notes } = mapColumns(resolved, samples);
  const { file, name } = sheet;
  const { kind, rows: headerRows } = found;
  const { sections } = entries;
  return {
    table: {
      ...{ file, sheet: name, kind, headerRows, columns, unmapped, rows, sections, ...zone },
      ...(kind === "benchmark-table" && { whole: sheet }),
    },
    notes: [...notes, ...noteOnUnit(zone.unit), ...noteOnSkipped(entries)],
  };
};

const entriesOf = (
  sheet: AnySheet,
  merges: Merges,
  found: FoundHeader,
  vocabulary: Vocabulary,
): DataRows => {
  const headings: string[] = [];
  const numbering = new Set<number>();
  for (const [at, heading] of found.headings.entries()) {
    headings[heading.column] = heading.names.at(-1)?.key ?? "";
    const meaning = found.meanings[at];
    const isNumbering = meaning?.usual?.field === "row.sequence" && !meaning.choices;
    if (isNumbering) numbering.add(heading.column);
  }
  const known = headerIndexOf(vocabulary).meanings(found.kind);
  return dataRows(sheet.rows, merges, {
    headings,
    isHeader: (key) => known.has(key),
    numbering,
    after: Math.max(...found.rows),
  });
};

const noteOnUnit = (unit: SheetUnit | undefined): Note[] =>
  unit === "unclear" ? [{ level: "warning", code: "unit-unclear", details: {} }] : [];

const noteOnSkipped = ({ skipped: { template, footer, section } }: DataRows): Note[] =>
  template + footer + section === 0
    ? []
    : [{ level: "info", code: "rows-skipped", details: { template, footer, section } }];
