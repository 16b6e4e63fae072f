import { documentNumberKey, parseDocumentNumber } from "../values/document-number.js";
import { nameKey } from "../values/names.js";
import { textKey } from "../values/text-key.js";
import { textIn, type TableRow } from "./ledger-row.js";

/** Rows that speak of one case, and the number under which other cases may be known too. */
export interface RowGroup {
  rows: TableRow[];
  /** Decision number, else case number, else the row's name: the id before `#2`. */
  name: string;
}

const keyOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : documentNumberKey(text);

/** What makes two decisions with one number different: another day, another act, another case number. */
const actOf = (row: TableRow): string =>
  [
    textIn(row, "decision.date") ?? "",
    textIn(row, "number") ?? "",
    textIn(row, "item.code") ??
      textIn(row, "item.name") ??
      textIn(row, "violation.kind") ??
      textIn(row, "cause") ??
      "",
  ]
    .map(textKey)
    .join("\u0000");

const partyOf = (row: TableRow): string => nameKey(textIn(row, "party.name") ?? "");

/** Number of a row by which rows of one case are found, and how the case is called. */
const nameOf = (row: TableRow): { key: string; name: string } => {
  const decision = textIn(row, "decision.number");
  if (decision && parseDocumentNumber(decision)) {
    return { key: `decision ${documentNumberKey(decision)}`, name: decision };
  }
  const number = textIn(row, "number") ?? textIn(row, "filing.documentNumber") ?? decision;
  if (number) return { key: `case ${keyOf(number) ?? ""}`, name: number };
  const { file, sheet } = row.index.table;
  const name = textIn(row, "name") ?? `${file}#${sheet}!${row.row.number}`;
  return { key: `row ${file} ${sheet} ${row.row.number}`, name };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything a row says, for an order that does not depend on where rows stand. */
const contentOf = (row: TableRow): string =>
  JSON.stringify([...row.values].sort(([a], [b]) => compare(a, b)));

/**
 * Rows that speak of one case. Several parties of one decision (same number, day, case number and act)
 * are one case; the same number with another day or act is another case.
 */
export const groupRows = (rows: readonly TableRow[]): RowGroup[] => {
  const byNumber = new Map<string, { name: string; acts: Map<string, TableRow[]> }>();
  for (const row of rows) {
    const { key, name } = nameOf(row);
    const number = byNumber.get(key) ?? { name, acts: new Map<string, TableRow[]>() };
    byNumber.set(key, number);
    if (compare(name, number.name) < 0) number.name = name;
    const act = actOf(row);
    number.acts.set(act, [...(number.acts.get(act) ?? []), row]);
  }
  return [...byNumber.values()].flatMap(({ name, acts }) =>
    [...acts.values()]
      .map((group) => ({ group: sortRows(group), key: group.map(contentOf).sort().join() }))
      .sort((a, b) => compare(a.key, b.key))
      .map(({ group }, i) => ({ rows: group, name: i === 0 ? name : `${name}#${i + 1}` })),
  );
};

const sortRows = (rows: readonly TableRow[]): TableRow[] =>
  [...rows].sort((a, b) => compare(partyOf(a), partyOf(b)) || compare(contentOf(a), contentOf(b)));
