import { nameKey } from "../values/names.js";
import { caseFields } from "../model/fields.js";
import { setPath } from "./set-path.js";
import { textIn, type TableRow } from "./ledger-row.js";

/** The plain values that a case's rows give together. */
export interface MergedRows {
  values: Record<string, unknown>;
  exceptions: Map<string, "unreadable" | "conflicting">;
  /** The rows of each party, in the parties' order. */
  parties: TableRow[][];
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows by party; rows that name no party belong to the first. */
const byParty = (rows: readonly TableRow[]): TableRow[][] => {
  const parties = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = nameKey(textIn(row, "party.name") ?? "");
    parties.set(key, [...(parties.get(key) ?? []), row]);
  }
  return [...parties.values()];
};

const isParty = (field: string): boolean => field.startsWith("party.");
const isCaseField = (field: string): boolean => caseFields.has(field);

/**
 * One value a field. Where rows differ and no party explains it, the field is conflicting and no rule
 * uses it; where one row is blank, the other's value stands.
 */
const merge = (
  rows: readonly TableRow[],
  fields: (field: string) => boolean,
  exceptions: Map<string, "unreadable" | "conflicting">,
): Map<string, unknown> => {
  const merged = new Map<string, unknown>();
  for (const row of rows) {
    for (const [field, value] of row.values) {
      if (!fields(field) || exceptions.has(field)) continue;
      if (!merged.has(field)) merged.set(field, value);
      else if (!sameValue(merged.get(field), value)) {
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
  const exceptions = new Map<string, "unreadable" | "conflicting">();
  const values: Record<string, unknown> = {};
  const common = (field: string) => isCaseField(field) && !isParty(field);
  for (const [field, value] of merge(rows, common, exceptions)) {
    if (!field.includes("officers.") && !field.includes("reviewers."))
      setPath(values, field, value);
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
