import { shorten } from "../../values/shorten.js";
import type { Benchmarks, TableFault } from "../../model/benchmark.js";
import type { RegisterRow } from "../../model/registers.js";
import type { RecognisedTable } from "../../recognise/recognise-sheet.js";
import { tableFaults, unparsedFaults } from "./table-faults.js";

const longestText = 60;

/** What a fault is about, in the table's own words. */
const detailOf = ({ code, details }: TableFault): string => {
  const { first, firstRange, second, secondRange, tier, range, statute, text } = details;
  switch (code) {
    case "gap":
    case "overlap":
      return `${first}（${firstRange}）、${second}（${secondRange}）`;
    case "outside-statute":
      return `${tier}（${range}）、${statute}`;
    default:
      return shorten(text ?? "", longestText);
  }
};

const fields = ["fault", "faultItem", "faultDetail"];

const rowOf = (fault: TableFault, titles: ReadonlyMap<string, string | undefined>): RegisterRow => {
  const { file, sheet, cell, page } = fault.source;
  const title = titles.get(keyOf(fault.source));
  return {
    file,
    sheet: sheet ?? "",
    ...(title !== undefined && { title }),
    values: { fault: fault.code, faultItem: fault.item, faultDetail: detailOf(fault) },
    unreadable: new Set(),
    columns: new Set(fields),
    source: (field) => ({
      field: `tier.${field}`,
      file,
      ...(sheet !== null && { sheet }),
      ...(cell !== null && { cell }),
      ...(page !== null && { page }),
    }),
  };
};

const keyOf = ({ file, sheet }: { file: string; sheet: string | null }): string =>
  `${file}\n${sheet ?? ""}`;

/** What is wrong with the benchmark tables themselves, as rows of their register. */
export const faultRows = (
  { tables, unparsed }: Benchmarks,
  recognised: readonly RecognisedTable[],
): RegisterRow[] => {
  const titles = new Map(recognised.map((table) => [keyOf(table), table.title]));
  return [...unparsedFaults(unparsed), ...tables.flatMap(tableFaults)].map((fault) =>
    rowOf(fault, titles),
  );
};
