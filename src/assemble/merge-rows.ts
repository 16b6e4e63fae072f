import { isMasked, isRound, sameAmount, sameName } from "../values/same-said.js";
import { caseFields } from "../model/fields.js";
import { setPath } from "./set-path.js";
import { textIn, type TableRow } from "./ledger-row.js";

type Exceptions = Map<string, "unreadable" | "conflicting">;

/** The plain values that a case's rows give together. */
export interface MergedRows {
  values: Record<string, unknown>;
  exceptions: Exceptions;
  /** The rows of each party, in the parties' order. */
  parties: TableRow[][];
}

/**
 * Which of two values stands where they do not contradict each other: the full name of two that one
 * ledger masks, the exact amount of two that one rounds. Undefined where they do.
 */
const agreed = (field: string, a: unknown, b: unknown): unknown => {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (typeof a === "number" && typeof b === "number") {
    if (caseFields.get(field)?.kind !== "money" || !sameAmount(a, b)) return undefined;
    return isRound(a) ? b : a;
  }
  if (field !== "party.name" || typeof a !== "string" || typeof b !== "string") return undefined;
  if (!sameName(a, b)) return undefined;
  return isMasked(a) ? b : a;
};

/** Rows by party; rows that name no party belong to the first. */
const byParty = (rows: readonly TableRow[]): TableRow[][] => {
  const parties: { name: string; rows: TableRow[] }[] = [];
  const named = (row: TableRow) => textIn(row, "party.name") ?? "";
  for (const row of [...rows].sort(
    (a, b) => Number(isMasked(named(a))) - Number(isMasked(named(b))),
  )) {
    const name = named(row);
    const same = parties.find((party) => sameName(party.name, name));
    if (same) same.rows.push(row);
    else parties.push({ name, rows: [row] });
  }
  const [nameless] = parties.filter(({ name }) => name === "");
  const withName = parties.filter(({ name }) => name !== "");
  if (nameless && withName[0]) withName[0].rows.push(...nameless.rows);
  return (withName.length > 0 ? withName : parties).map((party) => party.rows);
};

const isParty = (field: string): boolean => field.startsWith("party.");
/** A case has several of them; they are read row by row. */
const isRecording = (field: string): boolean => field.startsWith("recordings.");
const isOfPeople = (field: string): boolean => /officers\.|reviewers\./.test(field);
const isCaseField = (field: string): boolean => caseFields.has(field);

/**
 * One value a field. Where rows differ and no party explains it, the field is conflicting and no rule
 * uses it; where one row is blank, the other's value stands.
 */
const merge = (
  rows: readonly TableRow[],
  fields: (field: string) => boolean,
  exceptions: Exceptions,
): Map<string, unknown> => {
  const merged = new Map<string, unknown>();
  for (const row of rows) {
    for (const [field, value] of row.values) {
      if (!fields(field) || exceptions.has(field)) continue;
      const both = merged.has(field) ? agreed(field, merged.get(field), value) : value;
      if (both !== undefined) merged.set(field, both);
      else {
        merged.delete(field);
        exceptions.set(field, "conflicting");
      }
    }
  }
  for (const row of rows) {
    for (const field of row.unreadable) {
      if (fields(field) && !merged.has(field)) exceptions.set(field, "unreadable");
    }
  }
  return merged;
};

/** Puts the rows of one case together. Fields without a place in the case file are left out. */
export const mergeRows = (rows: readonly TableRow[]): MergedRows => {
  const parties = byParty(rows);
  const exceptions: Exceptions = new Map();
  const values: Record<string, unknown> = {};
  const common = (field: string) => isCaseField(field) && !isParty(field) && !isRecording(field);
  for (const [field, value] of merge(rows, common, exceptions)) {
    if (!isOfPeople(field)) setPath(values, field, value);
  }
  for (const field of rows.flatMap((row) => [...row.unreadable])) {
    if (isRecording(field)) exceptions.set(field, "unreadable");
  }
  const described = parties.map((partyRows) => {
    const party: Record<string, unknown> = {};
    const own = (field: string) => isCaseField(field) && isParty(field);
    for (const [field, value] of merge(partyRows, own, exceptions)) {
      setPath(party, field.slice("party.".length), value);
    }
    return party;
  });
  const [first] = described;
  if (first && Object.keys(first).length > 0) {
    values["party"] = first;
    values["parties"] = described;
  }
  return { values, exceptions, parties };
};
