import { codeKey } from "../../values/item-code.js";
import { textKey } from "../../values/text-key.js";
import type { BenchmarkSource, BenchmarkTable, TableFault } from "../../model/benchmark.js";
import { itemName } from "./table-faults.js";

/** An item of the agency's catalogue (行政执法事项清单). */
export interface CatalogueItem {
  code: string | null;
  name: string;
  source: BenchmarkSource;
}

/** Items of benchmark tables that the catalogue lacks, and the other way round: by code, else by name. */
export const catalogueFaults = (
  tables: readonly BenchmarkTable[],
  catalogue: readonly CatalogueItem[],
): TableFault[] => {
  const items = tables.flatMap((table) => table.items);
  const inCatalogue = keysOf(catalogue.map(({ code, name }) => ({ code, name })));
  const inTables = keysOf(items.map(({ code, violation }) => ({ code, name: violation })));
  return [
    ...items
      .filter(({ code, violation }) => !isIn(inCatalogue, { code, name: violation }))
      .map((item): TableFault => ({
        code: "not-in-catalogue",
        source: item.source ?? { file: "", sheet: null, cell: null, page: null },
        item: itemName(item),
        details: { name: item.violation },
      })),
    ...catalogue
      .filter((item) => !isIn(inTables, item))
      .map(({ code, name, source }): TableFault => ({
        code: "not-in-table",
        source,
        item: code ?? name,
        details: { name },
      })),
  ];
};

interface Named {
  code: string | null;
  name: string;
}

const keys = ({ code, name }: Named): string[] => [
  ...(code === null ? [] : [`code ${codeKey(code)}`]),
  `name ${textKey(name)}`,
];

const keysOf = (all: readonly Named[]): Set<string> => new Set(all.flatMap(keys));

const isIn = (known: ReadonlySet<string>, one: Named): boolean =>
  keys(one).some((key) => known.has(key));
