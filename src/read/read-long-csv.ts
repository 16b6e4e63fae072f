import { createHash } from "node:crypto";
import { encodingOf, peekText } from "./csv/decode-text.js";
import { LongRows } from "./csv/long-rows.js";
import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";
import { baseName, layoutOf, openQuoteWarning } from "./read-csv.js";
import { withFileSource } from "./source.js";
import type { AnySheet } from "../model/cells.js";
import type { Table } from "./table.js";

const headBytes = 256 * 1024;
const markBytes = 3;

/**
 * Reads delimited text as `readCsv` does, but keeps only where its records stand; the rows are read from
 * the file when they are asked for. Undefined for UTF-16, which has to be read whole. Throws `Unreadable`.
 */
export const readLongCsv = (
  path: string,
  file: string,
  limits: Limits,
): (Omit<Table, "sheets"> & { sheets: AnySheet[] }) | undefined => {
  const text = withFileSource(path, (source) => {
    if (source.size > limits.longFileBytes) {
      throw new Unreadable("file-too-large", { limit: limits.longFileBytes });
    }
    const encoding = encodingOf(source);
    if (encoding === undefined) return undefined;
    const head = source.slice(0, headBytes);
    const hasMark = head.subarray(0, markBytes).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    const { delimiter, from } = layoutOf(peekText(head).replace(/\r\n?/g, "\n"));
    const firstLine = /^[^\r\n]*(?:\r\n?|\n)/.exec(head.toString("latin1"))?.[0] ?? "";
    const begin = from > 0 ? firstLine.length : hasMark ? markBytes : 0;
    return { path, encoding, delimiter, from: begin };
  });
  if (!text) return undefined;
  const rows = new LongRows(text, limits);
  const name = baseName(file);
  const { openQuote } = rows;
  return {
    sheets: [{ file, name, hidden: false, rows, merges: [] }],
    warnings: openQuote === undefined ? [] : [openQuoteWarning(file, name, openQuote)],
  };
};

/** The fingerprint of a file that is too long to be held. */
export const hashOfLong = (path: string): string =>
  withFileSource(path, (source) => {
    const hash = createHash("sha256");
    const piece = 4 * 1024 * 1024;
    for (let from = 0; from < source.size; from += piece)
      hash.update(source.slice(from, from + piece));
    return hash.digest("hex");
  });
