import type { Sheet } from "../model/cells.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { Budget } from "./budget.js";
import type { Limits } from "./limits.js";
import type { Source } from "./source.js";
import { METADATA_BYTES, requiredPart } from "./xlsx/package.js";
import { readSharedStrings } from "./xlsx/shared-strings.js";
import { readStyles } from "./xlsx/styles.js";
import { readWorkbook } from "./xlsx/workbook.js";
import { readWorksheet, type Worksheet } from "./xlsx/worksheet.js";
import { Zip } from "./zip.js";

/** The cells of a file, and what a person should know about how they were read. */
export interface Table {
  sheets: Sheet[];
  warnings: Diagnostic[];
}

/**
 * Reads every sheet of an .xlsx workbook: formula cells by the result that the file holds, cells that
 * are formatted as dates as `CivilDate`. Rows without content are left out; their numbers tell. Throws
 * `Unreadable`.
 *
 * @param file the name that the sheets carry as theirs.
 */
export const readXlsx = (source: Source, file: string, limits: Limits): Table => {
  const zip = new Zip(source, limits);
  const budget = new Budget(limits);
  const workbook = readWorkbook(zip, budget);
  const stylesPart = workbook.stylesPart && zip.read(workbook.stylesPart, METADATA_BYTES);
  const stringsPart = workbook.stringsPart && zip.read(workbook.stringsPart);
  const context = {
    styles: stylesPart ? readStyles(stylesPart) : [],
    strings: stringsPart ? readSharedStrings(stringsPart, budget) : [],
    dateSystem: workbook.dateSystem,
    budget,
  };

  const table: Table = { sheets: [], warnings: [] };
  for (const { name, hidden, part } of workbook.sheets) {
    const { rows, merges, uncalculated } = readWorksheet(requiredPart(zip, part), context);
    table.sheets.push({ file, name, hidden, rows, merges });
    table.warnings.push(...uncalculatedWarning(file, name, uncalculated));
  }
  return table;
};

/** A formula without a result looks blank to us and is not: whoever opens the file in Excel sees a value. */
const uncalculatedWarning = (
  file: string,
  sheet: string,
  { count, first }: Worksheet["uncalculated"],
): Diagnostic[] => {
  if (first === undefined) return [];
  const code = "formula-not-calculated";
  return [{ level: "warning", code, file, sheet, cell: first, details: { count } }];
};
