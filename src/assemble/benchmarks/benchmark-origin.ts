import type { BenchmarkSource } from "../../model/benchmark.js";
import type { Row } from "../../model/cells.js";
import type { Origin, Source } from "../../model/origin.js";
import type { RecognisedTable } from "../../recognise/recognise-sheet.js";
import { prefixedPaths, RowOrigin, TableIndex } from "../row-origin.js";
import type { TierEntry } from "./pick-tier.js";
import type { Entry } from "./item-search.js";

/** The columns of a table in which a case's fields stand. */
const columnsOf = {
  found: "violation",
  entry: "violation",
  tierFound: "level",
  tierByFigures: "level",
  tierFitsFigures: "conditions",
  tierMinimum: "standard",
  tierMaximum: "standard",
  tierText: "standard",
  tierOpenAbove: "standard",
  computation: "standard",
  lowerIncluded: "standard",
  upperIncluded: "standard",
  statutoryMinimum: "statutory",
  statutoryMaximum: "statutory",
  statutoryText: "statutory",
  statutoryComputation: "statutory",
  statutoryLaw: "law",
  tierConditions: "conditions",
};

/** Where the amounts stand in columns of their own. */
const bounds = { tierMinimum: "minimum", tierMaximum: "maximum" };

const keyOf = ({ file, sheet }: { file: string; sheet: string | null }): string =>
  `${file}\n${sheet ?? ""}`;

const rowIn = ({ cell }: BenchmarkSource): number => Number(/\d+$/.exec(cell ?? "")?.[0]);

/** The recognised tables that benchmarks were built of, for naming the cell in which something stands. */
export class BenchmarkPlaces {
  readonly #tables = new Map<string, { index: TableIndex; rows: ReadonlyMap<number, Row> }>();

  constructor(tables: readonly RecognisedTable[]) {
    for (const table of tables) {
      const rows = new Map([...table.rows].map((row) => [row.number, row]));
      this.#tables.set(keyOf(table), { index: new TableIndex(table), rows });
    }
  }

  /** What speaks of the benchmark in a case: the row of the tier, of the item, or the file that names them. */
  originOf(entry: Entry | TierEntry): Origin | undefined {
    const source = ("tier" in entry ? entry.tier.source : undefined) ?? entry.item.source;
    if (!source) return undefined;
    const { index, rows } = this.#tables.get(keyOf(source)) ?? {};
    const row = rows?.get(rowIn(source));
    if (!index || !row) return new FileOrigin(source);
    const hasColumns = index.columnsOf("tier.minimum").length > 0;
    const own = { ...columnsOf, ...(hasColumns && bounds) };
    const origin = new RowOrigin(index, row, prefixedPaths("benchmark.", "tier.", own));
    return source.page === null ? origin : new PagedOrigin(origin, source.page);
  }
}

const stated = new Set(Object.keys(columnsOf).map((field) => `benchmark.${field}`));

/** A benchmark that somebody wrote by hand: the file, and the place in the published table if he names it. */
class FileOrigin implements Origin {
  readonly name = "";

  constructor(private readonly place: BenchmarkSource) {}

  get file(): string {
    return this.place.file;
  }

  speaksOf(path: string): boolean {
    return stated.has(path);
  }

  source(path: string): Source | undefined {
    const { file, sheet, cell, page } = this.place;
    if (!stated.has(path)) return undefined;
    return {
      ...{ field: path, file },
      ...(sheet !== null && { sheet }),
      ...(cell !== null && { cell }),
      ...(page !== null && { page }),
    };
  }
}

/** A row of a table in a document: its page is where a person finds it. */
class PagedOrigin implements Origin {
  readonly name = "";

  constructor(
    private readonly row: RowOrigin,
    private readonly page: number,
  ) {}

  get file(): string {
    return this.row.file;
  }

  speaksOf(path: string): boolean {
    return this.row.speaksOf(path);
  }

  source(path: string): Source | undefined {
    const found = this.row.source(path);
    if (!found) return undefined;
    const { field, file, text } = found;
    return { field, file, page: this.page, ...(text !== undefined && { text }) };
  }
}
