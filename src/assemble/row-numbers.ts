import { parseDocumentNumber } from "../values/document-number.js";
import { textIn, type TableRow } from "./ledger-row.js";

/** The numbers under which ledgers speak of a case; those of single documents are its own as well. */
const numberFields = [
  ...["decision.number", "number", "filing.documentNumber"],
  ...["coercion.documentNumber", "inspection.number", "notice.documentNumber"],
];

/** The numbers that a row gives in its columns. */
export const numbersOf = (row: TableRow): string[] =>
  numberFields.flatMap((field) => textIn(row, field) ?? []);

/** A number that names its agency is nobody else's; 〔2024〕1号, 2024-001 or 1 may stand in many ledgers. */
export const isFull = (number: string): boolean => Boolean(parseDocumentNumber(number)?.prefix);

/** The fields by which rows are joined and cases are called. */
export const joiningFields: ReadonlySet<string> = new Set([...numberFields, "name"]);

/** The fields by which rows without a number of their own are attached to cases. */
export const attachingFields: ReadonlySet<string> = new Set([
  ...joiningFields,
  ...["party.name", "decision.date", "filing.date", "publicity.number", "publicity.content"],
]);
