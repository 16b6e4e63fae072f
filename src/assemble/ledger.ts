import type { Diagnostic } from "../model/diagnostic.js";
import type { SheetKind, Vocabulary } from "../model/vocabulary.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";
import { readTableRow, type TableRow } from "./ledger-row.js";
import { attachingFields, joiningFields } from "./row-numbers.js";
import { TableIndex } from "./row-origin.js";

/** A row of a ledger, with its place among all rows of all ledgers, from 0. */
export interface LedgerRow extends TableRow {
  place: number;
}

/** Diagnostics by place of the row that they are about. */
export type RowProblems = ReadonlyMap<number, readonly Diagnostic[]>;

interface Part {
  index: TableIndex;
  /** The columns that join rows, alone. */
  joining: RecognisedTable;
  /** Those by which rows are attached to cases, alone. */
  attaching: RecognisedTable;
  /** Place of the first row. */
  from: number;
}

/**
 * The rows of all ledgers (台账). A row is read when it is asked for and not kept, since a province's
 * ledgers have millions.
 */
export class Ledger {
  readonly length: number;
  readonly #parts: readonly Part[];
  readonly #vocabulary: Vocabulary;
  /** What could not be understood, by place of the row; a row is read more than once. */
  readonly #problems = new Map<number, Diagnostic[]>();

  constructor(tables: readonly RecognisedTable[], vocabulary: Vocabulary) {
    let from = 0;
    this.#vocabulary = vocabulary;
    this.#parts = tables.map((table) => {
      const only = (fields: ReadonlySet<string>): RecognisedTable => ({
        ...table,
        columns: table.columns.filter(({ field }) => fields.has(field)),
      });
      const [joining, attaching] = [only(joiningFields), only(attachingFields)];
      const part = { index: new TableIndex(table), joining, attaching, from };
      from += table.rows.length;
      return part;
    });
    this.length = from;
  }

  /** The ledgers as they are cut: sheets of one layout are one ledger. */
  get layouts(): ReadonlySet<string> {
    return new Set(this.#parts.map(({ index }) => index.layout));
  }

  has(kind: SheetKind): boolean {
    return this.#parts.some(({ index }) => index.table.kind === kind);
  }

  /** What kind of ledger a row stands in. */
  kindAt(place: number): SheetKind {
    return this.#partOf(place).index.table.kind;
  }

  /** All that a row says. */
  row(place: number): LedgerRow {
    const { index, from } = this.#partOf(place);
    const { row, diagnostics } = readTableRow(index, index.table, place - from, this.#vocabulary);
    if (diagnostics.length > 0) this.#problems.set(place, diagnostics);
    return { ...row, place };
  }

  rows(places: readonly number[]): LedgerRow[] {
    return places.map((place) => this.row(place));
  }

  /** What joins a row to others: its numbers and the name of its case. */
  joining(place: number): LedgerRow {
    const { index, joining, from } = this.#partOf(place);
    return { ...readTableRow(index, joining, place - from, this.#vocabulary).row, place };
  }

  /** What attaches a row without a number of its own to a case. */
  attaching(place: number): LedgerRow {
    const { index, attaching, from } = this.#partOf(place);
    return { ...readTableRow(index, attaching, place - from, this.#vocabulary).row, place };
  }

  /** What could not be understood, by place of the row: for the rows that were read elsewhere. */
  notes(): RowProblems {
    return this.#problems;
  }

  join(problems: RowProblems): void {
    for (const [place, own] of problems) this.#problems.set(place, [...own]);
  }

  /** What could not be understood in the rows that were read so far, in their order. */
  get diagnostics(): Diagnostic[] {
    return [...this.#problems].sort(([a], [b]) => a - b).flatMap(([, problems]) => problems);
  }

  #partOf(place: number): Part {
    const part = this.#parts.findLast(({ from }) => from <= place);
    if (!part || place >= this.length) throw new RangeError(`No row at ${place}.`);
    return part;
  }
}
