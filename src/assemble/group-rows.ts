import { documentNumberKey, parseDocumentNumber } from "../values/document-number.js";
import { groupBy } from "../values/group-by.js";
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

/** What tells two decisions with one number apart, where a row gives it. */
interface Traits {
  day: string | undefined;
  caseNumber: string | undefined;
  act: string | undefined;
  party: string | undefined;
}

const traitsOf = (row: TableRow): Traits => {
  const key = (...fields: string[]): string | undefined => {
    const text = fields.map((field) => textIn(row, field)).find((value) => value !== undefined);
    return text && textKey(text);
  };
  return {
    day: key("decision.date"),
    caseNumber: key("number"),
    act: key("item.code", "item.name", "violation.kind", "cause"),
    party: key("party.name"),
  };
};

/** A trait that one row does not give does not part it from another. */
const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;

/**
 * Another day or case number is another decision. Another act is one only if the party is another too:
 * ledgers have their own words for one act, and one decision may punish one party for two.
 */
const sameDecision = (a: Traits, b: Traits): boolean =>
  agree(a.day, b.day) &&
  agree(a.caseNumber, b.caseNumber) &&
  (agree(a.act, b.act) || (a.party !== undefined && a.party === b.party));

/**
 * A number on more rows than this is no decision's number but a placeholder; such rows are one case only
 * where all they say of it is the same, since comparing each with each would take hours.
 */
const mostRowsOfOneNumber = 500;

/** Rows with one number by decision. Rows that say most come first, so that the others find their place. */
const byDecision = (rows: readonly TableRow[]): TableRow[][] => {
  if (rows.length > mostRowsOfOneNumber) {
    return [...groupBy(rows, (row) => JSON.stringify(traitsOf(row))).values()];
  }
  const decisions: { traits: Traits; rows: TableRow[] }[] = [];
  const described = rows
    .map((row) => ({ row, traits: traitsOf(row), content: contentOf(row) }))
    .sort((a, b) => known(b.traits) - known(a.traits) || compare(a.content, b.content));
  for (const { row, traits } of described) {
    const same = decisions.find((decision) => sameDecision(decision.traits, traits));
    if (same) same.rows.push(row);
    else decisions.push({ traits, rows: [row] });
  }
  return decisions.map((decision) => decision.rows);
};

const known = (traits: Traits): number => Object.values(traits).filter(Boolean).length;

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
  const byNumber = new Map<string, { name: string; rows: TableRow[] }>();
  for (const row of rows) {
    const { key, name } = nameOf(row);
    const number = byNumber.get(key) ?? { name, rows: [] };
    byNumber.set(key, number);
    if (compare(name, number.name) < 0) number.name = name;
    number.rows.push(row);
  }
  return [...byNumber.values()].flatMap((number) => casesOf(number));
};

/** The cases that share a number, in an order that their contents give. */
const casesOf = (number: { name: string; rows: TableRow[] }): RowGroup[] => {
  if (number.rows.length === 1) return [number];
  return byDecision(number.rows)
    .map((group) => ({ group: sortRows(group), key: group.map(contentOf).sort().join() }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ group }, i) => ({
      rows: group,
      name: i === 0 ? number.name : `${number.name}#${i + 1}`,
    }));
};

const sortRows = (rows: readonly TableRow[]): TableRow[] =>
  [...rows].sort((a, b) => compare(partyOf(a), partyOf(b)) || compare(contentOf(a), contentOf(b)));
