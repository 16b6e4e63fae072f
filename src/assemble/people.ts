import { nameKey, parsePeople, splitCodes } from "../values/names.js";
import { textKey } from "../values/text-key.js";
import type { CaseValues } from "../model/case-file.js";
import { textIn, type TableRow } from "./ledger-row.js";

export type Person = NonNullable<CaseValues["officers"]>[number];

/** Names in the field's columns, each with its certificate where they stand in one cell (张三（1305…）). */
const peopleIn = (rows: readonly TableRow[], field: string): Person[] => {
  const people = new Map<string, Person>();
  for (const row of rows) {
    for (const { name, certificate } of parsePeople(textIn(row, field) ?? "")) {
      const key = nameKey(name);
      const before = people.get(key);
      people.set(key, before?.certificate ? before : { name, ...(certificate && { certificate }) });
    }
  }
  return [...people.values()];
};

const codesIn = (rows: readonly TableRow[], field: string): string[] => {
  const codes = rows.flatMap((row) => splitCodes(textIn(row, field) ?? ""));
  return [...new Map(codes.map((code) => [textKey(code), code])).values()];
};

/**
 * The officers of a case. A number belongs to a name where both stand in one cell, or where there is
 * one of each; several names and several numbers in two cells are two sets.
 */
export const officersOf = (
  rows: readonly TableRow[],
): Pick<CaseValues, "officers" | "certificates"> => {
  const officers = peopleIn(rows, "officers.name");
  const paired = officers.flatMap(({ certificate }) => certificate ?? []);
  const listed = codesIn(rows, "officers.certificate");
  const numbers = [...new Set([...paired, ...listed])];
  const [only] = officers;
  const [number] = numbers;
  if (officers.length === 1 && numbers.length === 1 && only && number) only.certificate = number;
  return {
    ...(officers.length > 0 && { officers }),
    ...(numbers.length > 0 && { certificates: numbers.map((n) => ({ number: n })) }),
  };
};

/** The reviewers (法制审核人员) that the rows name. */
export const reviewersOf = (rows: readonly TableRow[]): Person[] =>
  peopleIn(rows, "legalReview.reviewers.name");

/** Headers meant for one name: the officer in charge, not everybody who acted. */
const headersForOne = /^(承办人|主办人|经办人|主办人员|执法人|检查人|办案人|承办人姓名)$/;

/**
 * Whether the officers' column is meant for everybody who acted. A column for one name says so only if
 * some case of its ledger has two names in it.
 */
export const listsAllOfficers = (
  rows: readonly TableRow[],
  ledger: readonly TableRow[],
): boolean => {
  const [row] = rows;
  if (!row) return false;
  const { table } = row.index;
  const columns = table.columns.filter(({ field }) => field === "officers.name");
  if (columns.length === 0) return false;
  if (columns.length > 1) return true;
  const header = textKey(columns[0]?.header ?? "").replace(/[(].*$/, "");
  if (!headersForOne.test(header)) return true;
  return ledger.some(
    (other) => other.index.table === table && peopleIn([other], "officers.name").length > 1,
  );
};
