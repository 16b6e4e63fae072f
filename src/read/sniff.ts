import type { DocumentFormat } from "../model/pages.js";
import { cfbMagic, CompoundFile } from "./cfb.js";
import { looksLikeText, notText, peekText } from "./csv/decode-text.js";
import { detectDelimiter } from "./csv/detect-delimiter.js";
import { toUnreadable, Unreadable } from "./errors.js";
import { looksLikeCaseJson } from "./documents/read-case-json.js";
import {
  expectedFormat,
  expectedKind,
  type InputKind,
  laterKind,
  mayBeTable,
} from "./kind-by-name.js";
import { defaultLimits } from "./limits.js";
import { mediaKind } from "./media-magic.js";
import { isOwnJson, isOwnWorkbook } from "./own-output.js";
import type { Details, IgnoredReason, UnreadReason } from "./reasons.js";
import { type Source, withFileSource } from "./source.js";
import { Zip } from "./zip.js";

/** The forms of a table that can be read. */
export type Readable = "xlsx" | "xls" | "ods" | "xml" | "html" | "csv";

/** What to do with a file: read it as a kind, leave it aside, or report that it cannot be read. */
export type Content =
  | { as: Readable }
  | { as: "document"; format: Exclude<DocumentFormat, "image"> }
  | { as: "image" | "recording" | "case-json" }
  | { ignored: IgnoredReason }
  | { unread: UnreadReason; details: Details };

export interface Sniffed {
  kind: InputKind;
  content: Content;
}

/**
 * Looks at a file's first bytes, and at the table of contents of archives. The content decides; the name
 * is asked only where content says nothing: which empty, broken or unreachable files were meant for us,
 * which texts are tables, and which documents are too damaged to be known. Never throws.
 */
export const sniff = (path: string): Sniffed => {
  const expected = expectedKind(path);
  try {
    return withFileSource(path, (source) => sniffSource(source, path));
  } catch (error) {
    if (expected === "other") return notOurs(path);
    const { reason, details } = toUnreadable(error);
    return { kind: expected, content: { unread: reason, details } };
  }
};

const HEAD = 64 * 1024;

/** Throws what breaks the file, for a caller that knows whether it was meant to be read. */
const sniffSource = (source: Source, path: string): Sniffed => {
  if (source.size === 0) throw new Unreadable("file-empty");
  const head = source.slice(0, HEAD);
  if (startsWith(head, [0x50, 0x4b, 3, 4])) return sniffZip(source);
  if (startsWith(head, cfbMagic)) return sniffCompound(source, path);
  if (head.subarray(0, 1024).includes("%PDF-")) return document("pdf");
  if (startsWith(head, Buffer.from("{\\rtf"))) return document("rtf");
  const media = expectedKind(path) === "other" ? mediaKind(head) : undefined;
  if (media) return { kind: "other", content: { as: media } };
  if (looksLikeText(head)) return sniffText(head, path);
  throw expectedKind(path) === "csv" ? notText(head) : new Unreadable("not-a-workbook");
};

const read = (kind: InputKind, as: Readable): Sniffed => ({ kind, content: { as } });
const ignored = (kind: InputKind, reason: IgnoredReason): Sniffed => ({
  kind,
  content: { ignored: reason },
});
/** A file whose content says nothing to us: the reader of what its name promises will say why. */
const notOurs = (path: string): Sniffed => {
  const format = expectedFormat(path);
  if (format === "image" || format === "recording") {
    return { kind: "other", content: { as: format } };
  }
  if (format) return document(format);
  const kind = laterKind(path);
  return kind ? later(kind) : ignored("other", "other-kind");
};
const later = (kind: InputKind): Sniffed => ignored(kind, "kind-not-supported");
const document = (format: Exclude<DocumentFormat, "image">): Sniffed => ({
  kind: "other",
  content: { as: "document", format },
});

const sniffZip = (source: Source): Sniffed => {
  const zip = new Zip(source, defaultLimits);
  if (zip.has("xl/workbook.bin")) return later("spreadsheet");
  if (zip.has("[Content_Types].xml") && zip.names.some((name) => name.startsWith("xl/"))) {
    return isOwnWorkbook(zip) ? ignored("spreadsheet", "own-output") : read("spreadsheet", "xlsx");
  }
  const mimetype =
    zip.names[0] === "mimetype" ? zip.read("mimetype")?.toString("latin1") : undefined;
  if (mimetype?.includes("opendocument.spreadsheet")) return read("spreadsheet", "ods");
  if (mimetype?.includes("opendocument.text")) return later("other");
  if (zip.has("word/document.xml")) return document("docx");
  if (zip.has("OFD.xml")) return document("ofd");
  throw new Unreadable("not-a-workbook");
};

/** Old Office formats, and the envelope in which new ones are encrypted. */
const sniffCompound = (source: Source, path: string): Sniffed => {
  const { names } = new CompoundFile(source);
  if (names.includes("EncryptedPackage")) {
    if (expectedKind(path) === "spreadsheet") throw new Unreadable("file-encrypted");
    return document("docx");
  }
  if (names.includes("Workbook") || names.includes("Book")) return read("spreadsheet", "xls");
  if (names.includes("WordDocument")) return document("doc");
  throw new Unreadable("file-broken");
};

const sniffText = (head: Buffer, path: string): Sniffed => {
  const text = peekText(head).replace(/\r\n?/g, "\n");
  const expected = expectedKind(path);
  if (isOwnJson(text)) return ignored("other", "own-output");
  if (/\.json$/i.test(path) && looksLikeCaseJson(text)) {
    return { kind: "other", content: { as: "case-json" } };
  }
  if (/^\s*<[!?\w]/.test(text)) return sniffMarkup(text, path);
  if (expected === "csv" || (mayBeTable(path) && isTable(text))) return read("csv", "csv");
  if (expected === "spreadsheet") throw new Unreadable("not-a-workbook");
  return notOurs(path);
};

/** Systems export web pages, and workbooks as XML, under the names of workbooks. */
const sniffMarkup = (text: string, path: string): Sniffed => {
  const expected = expectedKind(path);
  if (
    text.includes("urn:schemas-microsoft-com:office:spreadsheet") &&
    /<(?:\w+:)?Workbook[\s>]/.test(text)
  ) {
    return read("spreadsheet", "xml");
  }
  if (expected === "other") return notOurs(path);
  if (/<(?:html|table|!doctype html|meta|head|body|style|div)\b/i.test(text))
    return read(expected, "html");
  throw new Unreadable("not-a-workbook");
};

const SURE_SHARE = 0.8;

/** Whether a text that is not called a table is one: nearly all records have the same three fields or more. */
const isTable = (text: string): boolean => {
  const found = detectDelimiter(text);
  return found !== undefined && found.columns >= 3 && found.share >= SURE_SHARE;
};

const startsWith = (bytes: Buffer, magic: ArrayLike<number>): boolean =>
  Array.from(magic).every((byte, i) => bytes[i] === byte);
