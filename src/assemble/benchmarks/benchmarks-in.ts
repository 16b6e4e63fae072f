import type { Benchmarks } from "../../model/benchmark.js";
import type { RecognisedTable } from "../../recognise/recognise-sheet.js";
import { buildTable } from "./build-table.js";
import { TableCells } from "./table-cells.js";

/** The models of recognised benchmark tables, with every cell of theirs that was not read. */
export const benchmarksIn = (tables: readonly RecognisedTable[]): Benchmarks => {
  const built = tables.flatMap((table) =>
    table.whole
      ? [
          buildTable(
            new TableCells(table, { ...table.whole, rows: [...table.whole.rows] }, table.pageOf),
          ),
        ]
      : [],
  );
  return {
    tables: built.map(({ table }) => table),
    unparsed: built.flatMap(({ unparsed }) => unparsed),
  };
};
