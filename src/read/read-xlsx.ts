import { Budget } from "./budget.js";
import type { Limits } from "./limits.js";
import type { Source } from "./source.js";
import { type Table, uncalculatedWarning } from "./table.js";
import { METADATA_BYTES, requiredPart } from "./xlsx/package.js";
import { readSharedStrings } from "./xlsx/shared-strings.js";
import { readStyles } from "./xlsx/styles.js";
import { readWorkbook } from "./xlsx/workbook.js";
import { readWorksheet } from "./xlsx/worksheet.js";
import { Zip } from "./zip.js";

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
