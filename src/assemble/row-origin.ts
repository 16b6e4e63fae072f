import { CivilDate } from "../values/civil-date.js";
import { keepingSome } from "../values/remember.js";
import { CellError, placeOf, type Cell, type Row } from "../model/cells.js";
import type { Origin, Source } from "../model/origin.js";
import { withoutIndices } from "../model/fields.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";

/** A cell as a person reads it in the sheet. */
const cellText = (cell: Cell): string | undefined => {
  if (cell === null) return undefined;
  if (cell instanceof CivilDate) return String(cell);
  if (cell instanceof CellError) return cell.code;
  return String(cell);
};

/** The columns that fill no field, under one name. */
export const unmappedColumns = "row.unmapped";

/** Columns by the field they fill, worked out once a table. */
export class TableIndex {
  readonly #columns = new Map<string, number[]>();
  readonly #groups = new Set<string>();
  /** Sheets of one layout are parts of one ledger, wherever it was cut. */
  readonly layout: string;

  constructor(readonly table: RecognisedTable) {
    this.layout = [table.kind, ...table.columns.map(({ field }) => field).sort()].join();
    for (const { field, column } of table.columns) {
      const steps = field.split(".");
      for (let n = 1; n < steps.length; n++) this.#groups.add(steps.slice(0, n).join("."));
      const columns = this.#columns.get(field);
      if (columns) columns.push(column);
      else this.#columns.set(field, [column]);
    }
    this.#columns.set(
      unmappedColumns,
      table.unmapped.map(({ column }) => column),
    );
  }

  /** The columns that fill a field. */
  columnsOf(path: string): readonly number[] {
    return this.#columns.get(path) ?? [];
  }

  /** Whether some column fills a field of the group. */
  hasGroup(path: string): boolean {
    return this.#groups.has(path);
  }
}

/** How an origin's fields are called in the case: `roster.validTo` is `officers[0].registration.validTo`. */
export type PathInTable = (path: string) => readonly string[];

/** A row of a sheet as something that speaks of a case. */
export class RowOrigin implements Origin {
  constructor(
    readonly index: TableIndex,
    readonly row: Row,
    readonly pathInTable: PathInTable,
  ) {}

  get file(): string {
    return this.index.table.file;
  }

  get name(): string {
    const { file, sheet } = this.index.table;
    return `${file}#${sheet}!A${this.row.number}`;
  }

  speaksOf(path: string): boolean {
    return this.pathInTable(path).some(
      (own) => this.index.columnsOf(own).length > 0 || this.index.hasGroup(own),
    );
  }

  source(path: string): Source | undefined {
    for (const own of this.pathInTable(path)) {
      const columns = this.index.columnsOf(own);
      const filled = columns.find((column) => (this.row.cells[column] ?? null) !== null);
      const column = filled ?? columns[0];
      if (column === undefined) continue;
      const { file, sheet } = this.index.table;
      const text = cellText(this.row.cells[column] ?? null);
      const cell = placeOf(this.row, column);
      return { field: path, file, sheet, cell, ...(text !== undefined && { text }) };
    }
    return undefined;
  }
}

/**
 * Fields that are worked out from others while reading; their evidence stands where the others stand.
 */
const workedOutFrom: Readonly<Record<string, readonly string[]>> = {
  "decision.noPenalty": ["decision.kinds", "decision.content", "decision.fine", "decision.number"],
  "legalReview.conclusion": ["legalReview.opinion"],
  "benchmark.leniency": ["benchmark.factors", "benchmark.tier", "decision.content"],
  "benchmark.leniencyGround": ["benchmark.factors"],
  "defence.made": ["defence.text"],
  "defence.waived": ["defence.made", "defence.text"],
  "certificates.number": ["officers.certificate"],
  "payment.done": ["payment.state"],
  "payment.deferred": ["payment.instalments"],
  "enforcement.applied": ["enforcement.state"],
  "hearing.requested": ["row.hearing"],
  "hearing.held": ["row.hearing"],
  "publicity.channel": ["publicity.channelName"],
  "coercion.from": ["row.coercionPeriod"],
  "coercion.to": ["row.coercionPeriod"],
  "decision.suspendedFrom": ["row.suspensionPeriod"],
  "decision.suspendedTo": ["row.suspensionPeriod"],
  "recordings.from": ["row.recordingPeriod"],
  "recordings.to": ["row.recordingPeriod"],
  "inspection.date": ["inspection.from"],
  "inspection.from": ["inspection.date"],
  "inspection.to": ["inspection.date"],
  "inquiry.date": ["inquiry.from"],
  "inquiry.from": ["inquiry.date"],
  "inquiry.to": ["inquiry.date"],
  "party.creditCode": ["row.partyCode"],
  "party.idNumber": ["row.partyCode"],
  "party.registrationNumber": ["row.partyCode"],
  remarks: ["remark", unmappedColumns],
  procedure: ["filing.date", "decision.number"],
};

const partyOf = (path: string): { index: number; rest: string } | undefined => {
  const match = path.startsWith("parties[") && /^parties\[(\d+)\]\.(.+)$/.exec(path);
  return match ? { index: Number(match[1]), rest: match[2] ?? "" } : undefined;
};

const pathsOfParty =
  (partyIndex: number): PathInTable =>
  (path) => {
    if (path.startsWith("recordings[")) return [];
    const party = partyOf(path);
    if (party && party.index !== partyIndex) return [];
    if (path.startsWith("party.") && partyIndex !== 0) return [];
    const bare = party ? `party.${party.rest}` : withoutIndices(path);
    const others = workedOutFrom[bare];
    return others ? [bare, ...others] : [bare];
  };

/** Nearly all cases have one party, and rules ask all of them for the same fields. */
const pathsOfFirst: PathInTable = keepingSome(pathsOfParty(0));

/**
 * Case fields in a ledger's row: the row of the n-th party answers for that party only; each recording
 * has an origin of its own.
 */
export const ledgerPaths = (partyIndex: number): PathInTable =>
  partyIndex === 0 ? pathsOfFirst : pathsOfParty(partyIndex);

/** Single fields of the case that stand in other fields' columns: who is not on the roster is named here. */
export const renamedPaths =
  (renamed: ReadonlyMap<string, string>): PathInTable =>
  (path) => {
    const own = renamed.get(path);
    return own === undefined ? [] : [own];
  };

/** Fields below a prefix of the case, in a table whose own fields have another prefix. */
export const prefixedPaths =
  (prefix: string, own: string, renamed: Readonly<Record<string, string>> = {}): PathInTable =>
  (path) => {
    if (!path.startsWith(prefix)) return [];
    const rest = path.slice(prefix.length);
    return [own + (renamed[rest] ?? rest)];
  };

/** Case fields that stand in a list's row: of several columns, the filled ones. */
export const listPaths =
  (fields: ReadonlyMap<string, readonly string[]>): PathInTable =>
  (path) =>
    fields.get(path) ?? [];
