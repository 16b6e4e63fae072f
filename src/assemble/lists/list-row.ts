import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import { textIn, type TableRow } from "../ledger-row.js";

/** A row of a list that an agency has published. */
export interface ListRow {
  row: TableRow;
}

/** What a list adds to a case, and the row of the list that it stands in. */
export interface Joined {
  values: Partial<CaseValues>;
  row: TableRow | undefined;
}

/** Where a list says whose it is: its title, its sheet, its file. */
export const titlesOf = ({ index: { table } }: TableRow): string[] =>
  [table.title ?? "", table.sheet, table.file].map(textKey);

/** Whether a list is the agency's own by its title; a list that names no agency may be anybody's. */
export const isListOf = (row: TableRow, agency: string): boolean =>
  titlesOf(row).some((title) => title.includes(textKey(agency)));

const agencyName = /[\p{Script=Han}]{2,20}?(?:局|委员会|厅|办事处|大队|支队|总队|[镇乡]人民政府)/gu;

/**
 * Whether a list is for an agency: one whose title names another agency is that one's. A list of a whole
 * city or county is for all of its agencies.
 */
export const isForAgency = (row: TableRow, agency: string | undefined): boolean => {
  const named = titlesOf(row).flatMap((title) => title.match(agencyName) ?? []);
  if (named.length === 0 || agency === undefined) return true;
  const own = textKey(agency);
  return named.some((name) => name.includes(own) || own.includes(name) || own.startsWith(name));
};

/** Whether the row holds on the day; without dates, or without a day, it does. */
export const holdsOn = (row: TableRow, group: string, day: string | undefined): boolean => {
  const [from, to] = [textIn(row, `${group}.from`), textIn(row, `${group}.to`)];
  return day === undefined || ((from ?? "") <= day && (to === undefined || day <= to));
};

/** All words of a row in one text. */
export const wordsOf = (row: TableRow, group: string): string =>
  [...row.values]
    .filter(([field, value]) => field.startsWith(`${group}.`) && typeof value === "string")
    .map(([, value]) => String(value))
    .join("。");
