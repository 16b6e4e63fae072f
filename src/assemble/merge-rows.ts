import { isMasked, isRound, mayBeRounded, sameAmount, sameName } from "../values/same-said.js";
import { keepingSome } from "../values/remember.js";
import { caseFields } from "../model/fields.js";
import { setPath } from "./set-path.js";
import { textIn, type TableRow } from "./ledger-row.js";

type Exceptions = Map<string, "unreadable" | "conflicting">;

/** The plain values that a case's rows give together. */
export interface MergedRows {
  values: Record<string, unknown>;
  exceptions: Exceptions;
  /** Fields in which two ledgers contradict each other about one party. */
  contradicted: ReadonlySet<string>;
  /** The rows of each party, in the parties' order. */
  parties: TableRow[][];
}

/**
 * Which of two values stands where they do not contradict each other: the full name of two that one
 * ledger masks, the exact amount of two that one rounds. Undefined where they do.
 */
export const agreed = (field: string, a: unknown, b: unknown): unknown => {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (typeof a === "number" && typeof b === "number") {
    if (caseFields.get(field)?.kind !== "money" || !sameAmount(a, b)) return undefined;
    return isRound(a) ? b : a;
  }
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  if (inOwnWords.test(field)) return a.includes(b) ? a : b.includes(a) ? b : `${a}；${b}`;
  if (!hasMasks.test(field) || !sameName(a, b)) return undefined;
  return isMasked(a) || a.length < b.length ? b : a;
};

/** Whom a case is about, of which publications hide a part. */
const hasMasks =
  /^party\.(name|idNumber|creditCode|phone|legalRepresentative|legalRepresentativeId)$/;
/** Said by each ledger in its own words: what both say stands side by side. */
const inOwnWords =
  /^(law\.|violation\.facts$|decision\.content$|notice\.content$|remark$|source$|benchmark\.factors$)/;

/** Rows by party; rows that name no party belong to the first. */
const byParty = (rows: readonly TableRow[]): TableRow[][] => {
  const parties: { name: string; rows: TableRow[] }[] = [];
  const named = (row: TableRow) => textIn(row, "party.name") ?? "";
  for (const row of [...rows].sort(
    (a, b) => Number(isMasked(named(a))) - Number(isMasked(named(b))),
  )) {
    const name = named(row);
    const fitting = parties.filter((party) => sameName(party.name, name));
    const exact = fitting.find((party) => party.name === name);
    // A masked name that fits several is nobody's for certain: it stays a party of its own.
    const same = exact ?? (fitting.length === 1 ? fitting[0] : undefined);
    if (same) same.rows.push(row);
    else parties.push({ name, rows: [row] });
  }
  const [nameless] = parties.filter(({ name }) => name === "");
  const withName = parties.filter(({ name }) => name !== "");
  if (nameless && withName[0]) withName[0].rows.push(...nameless.rows);
  return (withName.length > 0 ? withName : parties).map((party) => party.rows);
};

/** What a field of a table says something of. */
type Role = "case" | "party" | "people" | "recording" | "nothing";

/** A case has several recordings and officers; they are read row by row. */
const roleOf = keepingSome((field): Role => {
  if (field.startsWith("recordings.")) return "recording";
  if (!caseFields.has(field)) return "nothing";
  if (field.startsWith("party.")) return "party";
  return /officers\.|reviewers\./.test(field) ? "people" : "case";
});

const isParty = (field: string): boolean => roleOf(field) === "party";
const isRecording = (field: string): boolean => roleOf(field) === "recording";
const isOfPeople = (field: string): boolean => roleOf(field) === "people";
const isCommon = (field: string): boolean => roleOf(field) === "case" || isOfPeople(field);

const ledgerOf = ({ index }: TableRow): string => index.layout;

/** What each ledger says of a field, where all its rows say the same. */
const saidByLedger = (rows: readonly TableRow[], field: string): unknown[] => {
  const said = new Map<string, unknown[]>();
  for (const row of rows) {
    const value = row.values.get(field);
    if (value !== undefined) said.set(ledgerOf(row), [...(said.get(ledgerOf(row)) ?? []), value]);
  }
  return [...said.values()].flatMap((values) =>
    values.every((value) => agreed(field, values[0], value) !== undefined) ? [values[0]] : [],
  );
};

/**
 * Whether two ledgers contradict each other about one party. Rows of one ledger may be parts of one
 * decision, and parties of one decision have fines of their own: neither is a contradiction.
 */
const isContradicted = (parties: readonly TableRow[][], field: string): boolean =>
  parties.some((rows) => {
    const said = saidByLedger(rows, field);
    return said.some((value) => !mayBeSame(field, said[0], value, rows));
  });

/**
 * Amounts that rounding to 万元 explains, or of which one takes in what was confiscated, do not contradict
 * each other, though which is meant is not certain.
 */
const mayBeSame = (field: string, a: unknown, b: unknown, rows: readonly TableRow[]): boolean => {
  if (agreed(field, a, b) !== undefined) return true;
  if (typeof a !== "number" || typeof b !== "number") return false;
  const difference = Math.abs(a - b);
  const confiscated = rows.flatMap((row) => row.values.get("decision.confiscated") ?? []);
  return mayBeRounded(a, b) || confiscated.some((amount) => amount === difference);
};

/** Where a source stands in the order of trust: the lower, the more it is trusted. */
export type Rank = (row: TableRow) => number;

/** The rows of the most trusted sources that say something of a field. */
const mostTrusted = (rows: readonly TableRow[], field: string, rank: Rank): TableRow[] => {
  const speaking = rows.filter((row) => row.values.has(field));
  const best = Math.min(...speaking.map(rank));
  return speaking.filter((row) => rank(row) === best);
};

/** The value on which rows agree; undefined where they do not. */
const common = (rows: readonly TableRow[], field: string): unknown => {
  let value: unknown;
  for (const row of rows) {
    const own = row.values.get(field);
    if (own === undefined) continue;
    value = value === undefined ? own : agreed(field, value, own);
    if (value === undefined) return undefined;
  }
  return value;
};

/**
 * One value a field. Where rows differ and no party explains it, that of the most trusted source stands;
 * where none is trusted above the other, the field is conflicting and no rule uses it. Where one row is
 * blank, the other's value stands.
 */
const merge = (
  rows: readonly TableRow[],
  wanted: (field: string) => boolean,
  exceptions: Exceptions,
  rank: Rank,
): Map<string, unknown> => {
  const merged = new Map<string, unknown>();
  for (const field of new Set(rows.flatMap((row) => [...row.values.keys()]))) {
    if (!wanted(field)) continue;
    const value = common(rows, field) ?? common(mostTrusted(rows, field, rank), field);
    if (value === undefined) exceptions.set(field, "conflicting");
    else merged.set(field, value);
  }
  for (const field of rows.flatMap((row) => [...row.unreadable])) {
    if (wanted(field) && !merged.has(field) && !exceptions.has(field)) {
      exceptions.set(field, "unreadable");
    }
  }
  return merged;
};

/** Puts the rows of one case together. Fields without a place in the case file are left out. */
export const mergeRows = (rows: readonly TableRow[], rank: Rank = () => 0): MergedRows => {
  const [only] = rows;
  return only && rows.length === 1 ? ofOneRow(only) : ofSeveralRows(rows, rank);
};

/** Most cases stand in one row, which agrees with itself. */
const ofOneRow = (row: TableRow): MergedRows => {
  const values: Record<string, unknown> = {};
  const party: Record<string, unknown> = {};
  for (const [field, value] of row.values) {
    const role = roleOf(field);
    if (role === "case") setPath(values, field, value);
    else if (role === "party") party[field.slice("party.".length)] = value;
  }
  if (Object.keys(party).length > 0) {
    values["party"] = party;
    values["parties"] = [party];
  }
  const exceptions: Exceptions = new Map();
  for (const field of row.unreadable) {
    if (roleOf(field) !== "nothing") exceptions.set(field, "unreadable");
  }
  return { values, exceptions, contradicted: nothing, parties: [[row]] };
};

const nothing: ReadonlySet<string> = new Set();

const ofSeveralRows = (rows: readonly TableRow[], rank: Rank): MergedRows => {
  const parties = byParty(rows);
  const exceptions: Exceptions = new Map();
  const values: Record<string, unknown> = {};
  for (const [field, value] of merge(rows, isCommon, exceptions, rank)) {
    if (!isOfPeople(field)) setPath(values, field, value);
  }
  for (const field of rows.flatMap((row) => [...row.unreadable])) {
    if (isRecording(field)) exceptions.set(field, "unreadable");
  }
  const described = parties.map((partyRows) => {
    const party: Record<string, unknown> = {};
    for (const [field, value] of merge(partyRows, isParty, exceptions, rank)) {
      setPath(party, field.slice("party.".length), value);
    }
    return party;
  });
  const [first] = described;
  if (first && Object.keys(first).length > 0) {
    values["party"] = first;
    values["parties"] = described;
  }
  return { values, exceptions, contradicted: contradictionsIn(rows, parties), parties };
};

/** Most cases stand in one ledger and have nothing to compare. */
const contradictionsIn = (
  rows: readonly TableRow[],
  parties: readonly TableRow[][],
): ReadonlySet<string> => {
  if (new Set(rows.map(ledgerOf)).size < 2) return nothing;
  const fields = new Set(rows.flatMap((row) => [...row.values.keys()]));
  return new Set(
    [...fields].filter(
      (field) => caseFields.has(field) && !isOfPeople(field) && isContradicted(parties, field),
    ),
  );
};
