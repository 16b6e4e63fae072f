import type { RegisterRow, RegisterValue } from "../model/registers.js";
import type { TableRow } from "./ledger-row.js";
import { RowOrigin } from "./row-origin.js";

/** The fields of a group, without the group's name: `training.hours` is `hours`. */
const fieldsIn = (group: string, paths: Iterable<string>): string[] =>
  [...paths].flatMap((path) =>
    path.startsWith(`${group}.`) ? [path.slice(group.length + 1)] : [],
  );

/** A row of a roster, list or ledger as a row of a register. `group` is the group of its sheet's fields. */
export const registerRow = (group: string, row: TableRow): RegisterRow => {
  const { file, sheet, title, columns } = row.index.table;
  const values: Record<string, RegisterValue> = {};
  for (const field of fieldsIn(group, row.values.keys())) {
    const value = row.values.get(`${group}.${field}`);
    if (value !== undefined) values[field] = value;
  }
  const origin = new RowOrigin(row.index, row.row, (path) => [path]);
  return {
    file,
    sheet,
    ...(title !== undefined && { title }),
    values,
    unreadable: new Set(fieldsIn(group, row.unreadable)),
    columns: new Set(
      fieldsIn(
        group,
        columns.map(({ field }) => field),
      ),
    ),
    source: (field) => origin.source(`${group}.${field}`),
  };
};
