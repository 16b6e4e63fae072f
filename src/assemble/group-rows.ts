import { documentNumberKey, parseDocumentNumber } from "../values/document-number.js";
import { groupBy } from "../values/group-by.js";
import { nameKey } from "../values/names.js";
import { sameName } from "../values/same-said.js";
import { textKey } from "../values/text-key.js";
import { attachRows } from "./attach-rows.js";
import { textIn, type TableRow } from "./ledger-row.js";
import { isFull, numbersOf } from "./row-numbers.js";

/** Rows that speak of one case, and the number under which other cases may be known too. */
export interface RowGroup {
  rows: TableRow[];
  /** Decision number, else case number, else the row's name: the id before `#2`. */
  name: string;
}

/** What tells two cases with a number in common apart, where a row gives it. */
interface Traits {
  decision: string | undefined;
  day: string | undefined;
  agency: string | undefined;
  act: string | undefined;
  party: string | undefined;
  /** Given only where the number is short, so that it may be another case's too. */
  filed: string | undefined;
  /** The case's own number; two of one ledger are two cases, unless one decision ended both. */
  number: string | undefined;
  /** Each ledger has its own words for an act; sheets of one layout are one ledger. */
  ledger: string;
}

const traitsOf = (row: TableRow): Traits => {
  const key = (...fields: string[]): string | undefined => {
    const text = fields.map((field) => textIn(row, field)).find((value) => value !== undefined);
    return text && textKey(text);
  };
  const decision = textIn(row, "decision.number");
  const number = textIn(row, "number");
  const short = !numbersOf(row).some(isFull);
  return {
    decision: decision && documentNumberKey(decision),
    day: key("decision.date"),
    agency: key("decision.agency"),
    act: key("item.code", "item.name", "violation.kind", "cause"),
    party: key("party.name"),
    filed: short ? key("filing.date") : undefined,
    number: number && documentNumberKey(number),
    ledger: row.index.layout,
  };
};

/** A trait that one row does not give does not part it from another. */
const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;

/**
 * Another decision, day or agency is another case. Another act is one only in the same ledger and if the
 * party is another too: ledgers have their own words for one act, and one decision may punish one party
 * for two. With short numbers another party or day of filing is another case as well.
 */
const sameCase = (a: Traits, b: Traits, short: boolean): boolean =>
  agree(a.decision, b.decision) &&
  ((a.decision !== undefined && b.decision !== undefined) ||
    a.ledger !== b.ledger ||
    agree(a.number, b.number)) &&
  agree(a.day, b.day) &&
  agree(a.agency, b.agency) &&
  agree(a.filed, b.filed) &&
  (short
    ? !a.party || !b.party || sameName(a.party, b.party)
    : agree(a.act, b.act) || a.ledger !== b.ledger || isSameParty(a, b));

const isSameParty = (a: Traits, b: Traits): boolean =>
  a.party !== undefined && b.party !== undefined && sameName(a.party, b.party);

/**
 * A number on more rows than this is no decision's number but a placeholder; such rows are one case only
 * where all they say of it is the same, since comparing each with each would take hours.
 */
const mostRowsOfOneNumber = 500;

/**
 * Rows with a number in common, by case. Rows that say most come first, so that the others find their
 * place; a row that names no decision belongs to every decision of its case number.
 */
const byCase = (rows: readonly TableRow[]): TableRow[][] => {
  if (rows.length > mostRowsOfOneNumber) {
    return [...groupBy(rows, (row) => JSON.stringify(traitsOf(row))).values()];
  }
  const short = !rows.some((row) => numbersOf(row).some(isFull));
  const cases: { traits: Traits; rows: TableRow[] }[] = [];
  const described = rows
    .map((row) => {
      const traits = traitsOf(row);
      return { row, traits, content: JSON.stringify(traits) + contentOf(row) };
    })
    .sort((a, b) => known(b.traits) - known(a.traits) || compare(a.content, b.content));
  for (const { row, traits } of described) {
    const fitting = cases.filter((one) => sameCase(one.traits, traits, short));
    const first = fitting.find((one) => isSameParty(one.traits, traits)) ?? fitting[0];
    if (!first) cases.push({ traits, rows: [row] });
    else if (traits.decision !== undefined) first.rows.push(row);
    else {
      const own = fitting.filter((one) => isSameParty(one.traits, traits));
      for (const one of own.length > 0 ? own : fitting) one.rows.push(row);
    }
  }
  return cases.map((one) => one.rows);
};

const known = (traits: Traits): number => Object.values(traits).filter(Boolean).length;

const partyOf = (row: TableRow): string => nameKey(textIn(row, "party.name") ?? "");

/** How a case is called: by its decision's number, else its case number, else its row. */
const nameOf = (rows: readonly TableRow[]): string => {
  const named = (field: string) => rows.flatMap((row) => textIn(row, field) ?? []).sort()[0];
  const decision = named("decision.number");
  if (decision !== undefined && parseDocumentNumber(decision)) return decision;
  const number =
    named("number") ??
    named("filing.documentNumber") ??
    decision ??
    named("inspection.number") ??
    named("coercion.documentNumber") ??
    named("name");
  if (number !== undefined) return number;
  const [row] = rows;
  return row ? `${row.index.table.file}#${row.index.table.sheet}!${row.row.number}` : "";
};

/** The keys that join rows: full numbers everywhere, short ones within their sheet. */
const keysOf = (row: TableRow): string[] => {
  const { file, sheet } = row.index.table;
  const place = JSON.stringify([file, sheet]);
  const numbers = numbersOf(row);
  const full = numbers.filter(isFull).map(documentNumberKey);
  if (full.length > 0) return full;
  const [short] = numbers;
  return [`${place} ${short === undefined ? `row ${row.row.number}` : documentNumberKey(short)}`];
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything a row says, for an order that does not depend on where rows stand. */
const contentOf = (row: TableRow): string =>
  JSON.stringify([...row.values].sort(([a], [b]) => compare(a, b)));

/** Rows that share a number, directly or through others. */
const connected = (rows: readonly TableRow[]): TableRow[][] => {
  const groupOf = new Map<string, TableRow[]>();
  for (const row of rows) {
    const keys = keysOf(row);
    const groups = [...new Set(keys.map((key) => groupOf.get(key)))].filter(
      (one) => one !== undefined,
    );
    const [home = [], ...others] = groups.sort((a, b) => b.length - a.length);
    home.push(row, ...others.flat());
    for (const member of [row, ...others.flat()]) {
      for (const key of keysOf(member)) groupOf.set(key, home);
    }
  }
  return [...new Set(groupOf.values())];
};

/** The rows of each case, and rows of stage ledgers (台账) that no case was found for. */
export interface Grouped {
  groups: RowGroup[];
  unlinked: TableRow[];
}

/**
 * Rows that speak of one case, from however many ledgers: joined by decision, case or filing number, else
 * by what else can mean one case only. Several parties of one decision are one case; another decision,
 * day or agency is another.
 */
export const groupRows = (rows: readonly TableRow[]): Grouped => {
  const byNumber = connected(rows).flatMap((group) =>
    group.length === 1 ? [group] : byCase(group),
  );
  const attached = attachRows(byNumber);
  const groups = attached.groups
    .map(sortRows)
    .map((group) => ({ rows: group, name: nameOf(group) }));
  return {
    groups: [...groupBy(groups, ({ name }) => documentNumberKey(name)).values()].flatMap(numbered),
    unlinked: attached.unlinked,
  };
};

/** Cases with one name in an order that their contents give; the second is called `#2`. */
const numbered = (groups: readonly RowGroup[]): RowGroup[] => {
  if (groups.length === 1) return [...groups];
  return groups
    .map((group) => ({ group, key: group.rows.map(identityOf).sort().join() }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ group }, i) => ({
      rows: group.rows,
      name: i === 0 ? group.name : `${group.name}#${i + 1}`,
    }));
};

/** What a case is known by comes first, so that editing a remark does not change its place. */
const identityOf = (row: TableRow): string =>
  JSON.stringify(
    ["decision.date", "party.name", "number", "filing.date", "cause"].map(
      (field) => textIn(row, field) ?? "",
    ),
  ) + contentOf(row);

const sortRows = (rows: readonly TableRow[]): TableRow[] =>
  [...rows].sort((a, b) => compare(partyOf(a), partyOf(b)) || compare(contentOf(a), contentOf(b)));
