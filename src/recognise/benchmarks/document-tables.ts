import type { Merge, Row, Sheet } from "../../model/cells.js";
import type { Line, PagedFile, TableCell } from "../../model/pages.js";

/** A table of a document as a sheet, with the page that each of its rows stands on. */
export interface DocumentTable {
  sheet: Sheet;
  pageOf: (row: number) => number | null;
}

interface Open {
  cells: Map<number, Map<number, string[]>>;
  merges: Map<string, Merge>;
  pages: Map<number, number>;
  titles: string[];
}

/** Lines before a table that may be its title or a note on it. */
const mostTitles = 5;

/**
 * The tables that a document describes itself (Word). A table that goes on over a page break counts its rows on, and is
 * one; lines of a cell are joined as they stand.
 */
export const tablesOfDocument = ({ file, pages }: PagedFile): DocumentTable[] => {
  const tables: Open[] = [];
  let titles: string[] = [];
  for (const page of pages) {
    const onPage = new Map<number, Open>();
    for (const line of page.lines) {
      const { cell } = line;
      if (!cell) {
        titles = [...titles, line.text].slice(-mostTitles);
        continue;
      }
      let table = onPage.get(cell.table);
      if (!table) {
        const goesOn = cell.row > 0 && onPage.size === 0 ? tables.at(-1) : undefined;
        table = goesOn ?? begin(titles);
        if (!goesOn) tables.push(table);
        titles = [];
        onPage.set(cell.table, table);
      }
      add(table, line, cell, page.number);
    }
  }
  return tables.map((table, at) => finish(table, file, at + 1));
};

const begin = (titles: string[]): Open => ({
  cells: new Map(),
  merges: new Map(),
  pages: new Map(),
  titles,
});

const add = (table: Open, { text }: Line, cell: TableCell, page: number): void => {
  const { row, column, span, rows = 1 } = cell;
  const inRow = table.cells.get(row) ?? new Map<number, string[]>();
  table.cells.set(row, inRow);
  inRow.set(column, [...(inRow.get(column) ?? []), text]);
  if (!table.pages.has(row)) table.pages.set(row, page);
  if (span > 1 || rows > 1) {
    const merge = { top: row, left: column, bottom: row + rows - 1, right: column + span - 1 };
    table.merges.set(`${row} ${column}`, merge);
  }
};

const finish = (
  { cells, merges, pages, titles }: Open,
  file: string,
  number: number,
): DocumentTable => {
  const rows = [...cells].sort(([a], [b]) => a - b).map(([row, inRow]) => rowOf(row + 1, inRow));
  // Titles stand above the first row, which keeps its number.
  const above = titles.map((text, at): Row => ({ number: at + 1 - titles.length, cells: [text] }));
  return {
    sheet: {
      file,
      name: `表${number}`,
      hidden: false,
      rows: [...above, ...rows],
      merges: [...merges.values()],
    },
    pageOf: (row) => pages.get(row - 1) ?? null,
  };
};

const rowOf = (number: number, inRow: ReadonlyMap<number, string[]>): Row => {
  const width = Math.max(...inRow.keys()) + 1;
  const cells = Array.from({ length: width }, (_, column) => inRow.get(column)?.join("\n") ?? null);
  return { number, cells };
};
