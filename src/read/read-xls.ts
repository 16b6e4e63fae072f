import { Budget } from "./budget.js";
import { readGlobals } from "./biff/globals.js";
import { readWorksheet } from "./biff/worksheet.js";
import { CompoundFile } from "./cfb.js";
import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";
import type { Source } from "./source.js";
import { type Table, uncalculatedWarning } from "./table.js";

/**
 * Reads every sheet of a workbook of Excel 5 to 2003, as which WPS writes .et too: formula cells by the
 * result that the file holds, cells that are formatted as dates as `CivilDate`. Throws `Unreadable`.
 *
 * @param file the name that the sheets carry as theirs.
 */
export const readXls = (source: Source, file: string, limits: Limits): Table => {
  const compound = new CompoundFile(source);
  // A file saved for both generations holds the newer one as Workbook.
  const stream = compound.read("Workbook") ?? compound.read("Book");
  if (!stream) throw new Unreadable("not-a-workbook");
  const budget = new Budget(limits);
  const globals = readGlobals(stream, budget);
  const table: Table = { sheets: [], warnings: [] };
  for (const { name, hidden, start } of globals.sheets) {
    const found = readWorksheet(stream, start, globals, budget);
    if (!found) continue;
    const { rows, uncalculated } = found;
    table.sheets.push({ file, name, hidden, rows: rows.rows(), merges: rows.merges });
    table.warnings.push(...uncalculatedWarning(file, name, uncalculated));
  }
  return table;
};
