import { documentNumberKey, parseDocumentNumber } from "../values/document-number.js";
import { keyHash } from "../values/key-hash.js";
import { groupBy } from "../values/group-by.js";
import { nameKey } from "../values/names.js";
import { sameName } from "../values/same-said.js";
import { textKey } from "../values/text-key.js";
import { attachGroups, type AttachedGroups } from "./attach-groups.js";
import { connectRows } from "./connect-rows.js";
import { textIn, type TableRow } from "./ledger-row.js";
import type { Ledger, LedgerRow } from "./ledger.js";
import { NameCount } from "./name-count.js";
import { groupOf, placesOf, type RowGroup } from "./row-group.js";
import { isFull, numbersOf } from "./row-numbers.js";

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
const byCase = (rows: readonly LedgerRow[]): LedgerRow[][] => {
  if (rows.length > mostRowsOfOneNumber) {
    return [...groupBy(rows, (row) => JSON.stringify(traitsOf(row))).values()];
  }
  const short = !rows.some((row) => numbersOf(row).some(isFull));
  const cases: { traits: Traits; rows: LedgerRow[] }[] = [];
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

/** How documents call a case. */
export interface NamedByDocuments {
  decisionNumber: string | undefined;
  name: string;
}

/** How a case is called: by its decision's number, else its case number, else its row or its dossier. */
const nameOf = (rows: readonly TableRow[], documents?: NamedByDocuments): string => {
  const named = (field: string) => rows.flatMap((row) => textIn(row, field) ?? []).sort()[0];
  const decision = named("decision.number");
  if (decision !== undefined && parseDocumentNumber(decision)) return decision;
  const number =
    documents?.decisionNumber ??
    named("number") ??
    named("filing.documentNumber") ??
    decision ??
    named("inspection.number") ??
    named("coercion.documentNumber") ??
    named("name") ??
    documents?.name;
  if (number !== undefined) return number;
  const [row] = rows;
  return row ? `${row.index.table.file}#${row.index.table.sheet}!${row.row.number}` : "";
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything a row says, for an order that does not depend on where rows stand. */
const contentOf = (row: TableRow): string =>
  JSON.stringify([...row.values].sort(([a], [b]) => compare(a, b)));

/** The rows of each case (案件) among those of all ledgers (台账), and what the cases may be called. */
export interface Grouped extends AttachedGroups {
  /** By place what a case of this row alone is called, as a hash. */
  nameHashes: Float64Array;
}

/**
 * Rows that speak of one case, from however many ledgers: joined by decision, case or filing number, else
 * by what else can mean one case only. Several parties of one decision are one case; another decision,
 * day or agency is another.
 */
export const groupRows = (ledger: Ledger): Grouped => {
  const hashes = new Float64Array(ledger.length);
  const byNumber = connectRows(ledger, (row) => {
    hashes[row.place] = keyHash(documentNumberKey(nameOf([row])));
  }).flatMap((group): RowGroup[] =>
    typeof group === "number" ? [group] : byCase(ledger.rows(group)).map(groupOf),
  );
  return { ...attachGroups(byNumber, ledger), nameHashes: hashes };
};

/** How the cases are called: by their names, and `#2`, `#3` behind those that several cases share. */
export const namesOf = (
  { groups, nameHashes }: Grouped,
  ledger: Ledger,
  documents: ReadonlyMap<number, NamedByDocuments>,
): ((at: number, rows: readonly TableRow[]) => string) => {
  const count = new NameCount();
  groups.forEach((group, at) => {
    const own = documents.get(at);
    const hash =
      typeof group === "number" && !own
        ? nameHashes[group]
        : keyHash(
            documentNumberKey(
              nameOf(
                placesOf(group).map((place) => ledger.joining(place)),
                own,
              ),
            ),
          );
    count.add(hash ?? 0, at);
  });
  const suffixes = new Map<number, string>();
  for (const shared of count.shared()) {
    const cases = shared.map((at) => ({ at, rows: ledger.rows(placesOf(groups[at] ?? [])) }));
    const nameAt = ({ at, rows }: (typeof cases)[number]) =>
      documentNumberKey(nameOf(rows, documents.get(at)));
    for (const called of groupBy(cases, nameAt).values()) {
      for (const [i, at] of inOrderOfContent(called).entries()) {
        if (i > 0) suffixes.set(at, `#${i + 1}`);
      }
    }
  }
  return (at, rows) => nameOf(rows, documents.get(at)) + (suffixes.get(at) ?? "");
};

/** Cases with one name in an order that their contents give. */
const inOrderOfContent = (cases: readonly { at: number; rows: readonly TableRow[] }[]): number[] =>
  cases
    .map(({ at, rows }) => ({ at, key: rows.map(identityOf).sort().join() }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ at }) => at);

/** What a case is known by comes first, so that editing a remark does not change its place. */
const identityOf = (row: TableRow): string =>
  JSON.stringify(
    ["decision.date", "party.name", "number", "filing.date", "cause"].map(
      (field) => textIn(row, field) ?? "",
    ),
  ) + contentOf(row);

/** The rows of a case in an order that their contents give. */
export const sortRows = <Row extends TableRow>(rows: readonly Row[]): Row[] =>
  rows.length < 2
    ? [...rows]
    : [...rows].sort(
        (a, b) => compare(partyOf(a), partyOf(b)) || compare(contentOf(a), contentOf(b)),
      );
