import { isBlankMarker } from "../values/blank.js";
import { nameKey, parsePeople, splitCodes } from "../values/names.js";
import { textKey } from "../values/text-key.js";
import type { CaseValues } from "../model/case-file.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";
import { cellText } from "../recognise/sheet-grid.js";
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

/** 2 to 4 characters and nothing else: what is longer or has marks may be two names. */
const plainName = /^\p{Script=Han}{2,4}$/u;

/**
 * Whether the officers' columns name everybody who acted. A column for one name says so only if some
 * case of its ledger has two names in it; a text that may be several names says nothing, nor does a
 * column for all that was left empty.
 */
export const listsAllOfficers = (
  rows: readonly TableRow[],
  namesSeveral: (table: RecognisedTable) => boolean,
): boolean => {
  const [row] = rows;
  if (!row) return false;
  const { table } = row.index;
  const filled = table.columns.filter(
    ({ field, column }) =>
      field === "officers.name" && !isBlankMarker(cellText(row.row.cells[column])),
  );
  const named = peopleIn(rows, "officers.name");
  if (filled.length === 0 || !named.every(({ name }) => plainName.test(name ?? ""))) return false;
  const forOne = ({ header }: { header: string }) =>
    headersForOne.test(textKey(header).replace(/[(].*$/, ""));
  if (filled.length > 1 || !filled.every(forOne)) return true;
  return namesSeveral(table);
};

/** Whether a cell of the officers' column names more than one person in some row of the table. */
export const namesSeveralOfficers = ({ rows, columns }: RecognisedTable): boolean => {
  const own = columns.filter(({ field }) => field === "officers.name");
  for (const { cells } of rows) {
    const texts = own.map(({ column }) => cellText(cells[column]));
    const people = texts.filter((text) => !isBlankMarker(text)).flatMap(parsePeople);
    if (new Set(people.map(({ name }) => nameKey(name))).size > 1) return true;
  }
  return false;
};
