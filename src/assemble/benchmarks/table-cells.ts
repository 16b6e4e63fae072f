import { isBlankMarker } from "../../values/blank.js";
import { cellName, type Row, type Sheet } from "../../model/cells.js";
import type { BenchmarkSource } from "../../model/benchmark.js";
import type { MappedColumn, RecognisedTable } from "../../recognise/recognise-sheet.js";
import { cellText, Merges } from "../../recognise/sheet-grid.js";

/** Page of a row, where the table stands in a document. */
export type PageOfRow = (row: number) => number | null;

/** One row of a benchmark table by its fields, with the place where merged cells begin. */
export interface TierRow {
  number: number;
  text: (field: string) => string;
  /** The row in which the cell begins that the field's cell of this row is part of. */
  begins: (field: string) => number;
  /** The same column's cell as written, merged or not. */
  column: (field: string) => MappedColumn | undefined;
  source: (field: string) => BenchmarkSource;
  /** What stands in columns of no known meaning: 区域类型：城区. */
  others: string[];
}

/** Rows of a recognised table as its builder wants them. */
export class TableCells {
  readonly #merges: Merges;
  readonly #columns: ReadonlyMap<string, MappedColumn>;

  constructor(
    readonly table: RecognisedTable,
    readonly sheet: Sheet,
    private readonly pageOf: PageOfRow = () => null,
  ) {
    this.#merges = new Merges(sheet);
    this.#columns = new Map([...table.columns].reverse().map((column) => [column.field, column]));
  }

  has(field: string): boolean {
    return this.#columns.has(field);
  }

  /** Whether the file can say that cells are merged, and says so anywhere. */
  get hasMerges(): boolean {
    return !this.#merges.isNone;
  }

  *rows(): Generator<TierRow> {
    for (const row of this.table.rows) yield this.#tierRow(row);
  }

  /** All that stands outside the entries: titles, notes below. */
  besides(): string[] {
    const entries = new Set(Array.from(this.table.rows, ({ number }) => number));
    return this.sheet.rows
      .filter(({ number }) => !entries.has(number))
      .flatMap(({ cells }) => cells.map(cellText).filter((text) => text !== ""));
  }

  #tierRow(row: Row): TierRow {
    const at = (field: string): number => this.#columns.get(field)?.column ?? -1;
    const beginsAt = (column: number): number => {
      const merge = this.#merges.at(column, row.number);
      return merge ? merge.top + 1 : row.number;
    };
    return {
      number: row.number,
      text: (field) => {
        const text = cellText(row.cells[at(field)]);
        return isBlankMarker(text) ? "" : text;
      },
      begins: (field) => beginsAt(at(field)),
      column: (field) => this.#columns.get(field),
      source: (field) => this.#sourceOf(at(field), beginsAt(at(field))),
      others: this.table.unmapped.flatMap(({ column, header }) => {
        const text = cellText(row.cells[column]);
        return text === "" || header === "" ? [] : [`${header}：${text}`];
      }),
    };
  }

  #sourceOf(column: number, row: number): BenchmarkSource {
    return {
      file: this.table.file,
      sheet: this.table.sheet,
      cell: column < 0 ? null : cellName(column, row),
      page: this.pageOf(row),
    };
  }
}
