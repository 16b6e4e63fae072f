import { parseAmount } from "../../values/parse-amount.js";
import type { Result } from "../../model/benchmark.js";
import { result } from "../../recognise/benchmarks/measures-beside.js";
import type { MappedColumn } from "../../recognise/recognise-sheet.js";
import type { TierRow } from "./table-cells.js";

const fenIn = (row: TierRow, field: string): number | null | undefined => {
  const text = row.text(field);
  if (text === "") return null;
  return parseAmount(text, row.column(field)?.unit ?? "yuan")?.fen;
};

/** 罚款下限 and 罚款上限 in columns of their own; undefined where there are none, or one is no amount. */
export const amountsOfColumns = (row: TierRow): Result[] | undefined => {
  const [min, max] = [fenIn(row, "tier.minimum"), fenIn(row, "tier.maximum")];
  if (min === undefined || max === undefined || (min === null && max === null)) return undefined;
  if (min !== null && max !== null && min > max) return undefined;
  return [result("fine", { unit: "yuan", min, max })];
};

/** 2000-5000 under 罚款（元）: the header says what the cell counts. */
export const withUnitOfColumn = (text: string, column: MappedColumn | undefined): string => {
  if (!column?.unit || !/^[\d.,]+(?:[-—–~～至]+[\d.,]+)?$/.test(text.replace(/\s/g, "")))
    return text;
  return `${text}${column.unit === "wan" ? "万元" : "元"}`;
};
