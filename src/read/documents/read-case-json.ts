import type { CaseJson, JsonValue } from "../../model/case-json.js";
import { decodeText } from "../csv/decode-text.js";
import { Unreadable } from "../errors.js";

/**
 * Whether the beginning of a text is an object whose first key names something and holds records: an
 * object, or a list of objects.
 */
export const looksLikeCaseJson = (head: string): boolean =>
  /^\s*\{\s*"(?:[^"\\]|\\.)+"\s*:\s*(?:\[\s*)?\{/.test(head);

/**
 * Reads a case that a system exported as JSON: an object whose keys are types of documents and whose
 * values are one record or a list of records. Throws `Unreadable`.
 */
export const readCaseJson = (bytes: Buffer, file: string): CaseJson => {
  const value = parse(decodeText(bytes));
  if (!isRecord(value)) throw new Unreadable("file-broken");
  const documents = Object.entries(value).flatMap(([type, given]) => {
    const records: readonly JsonValue[] = Array.isArray(given) ? given : [given];
    return records.map((fields) => {
      if (!isRecord(fields)) throw new Unreadable("file-broken", { part: type });
      return { type, fields };
    });
  });
  return { file, documents };
};

const parse = (text: string): JsonValue => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, "")) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable("file-broken");
    throw error;
  }
};

const isRecord = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
