import { Unreadable } from "../errors.js";
import type { Source } from "../source.js";

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a byte order mark announces. */
const announced = (bytes: Uint8Array): string | undefined =>
  marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];

/** Whether bytes can be text: UTF-16 says so at its beginning, any other text has no NUL. */
export const looksLikeText = (bytes: Uint8Array): boolean =>
  announced(bytes)?.startsWith("utf-16") === true || !bytes.includes(0);

/** The first NUL, by line and byte from 1, so that whoever made the file can look there. */
const firstNul = (bytes: Uint8Array): { line: number; byte: number } => {
  const at = bytes.indexOf(0);
  return { line: bytes.subarray(0, at).filter((byte) => byte === 10).length + 1, byte: at + 1 };
};

export const notText = (bytes: Uint8Array): Unreadable =>
  new Unreadable("not-text", firstNul(bytes));

/**
 * Text by its byte order mark, else as UTF-8 if it is valid, else as GB18030, of which GBK and GB2312 are
 * parts. Short Chinese texts in one are practically never valid in the other. Throws `Unreadable`.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (!looksLikeText(bytes)) throw notText(bytes);
  const encoding = announced(bytes);
  const candidates = encoding === undefined ? ["utf-8", "gb18030"] : [encoding];
  for (const candidate of candidates) {
    const text = decodeStrictly(bytes, candidate);
    if (text !== undefined) return text;
  }
  throw new Unreadable("encoding-unknown");
};

/** Encodings in which a line break or quote is one byte that is never a part of another character. */
export type PlainEncoding = "utf-8" | "gb18030";

const pieceBytes = 1024 * 1024;

/**
 * The encoding of a text that is too long to be held, by the same order as `decodeText`; undefined for
 * UTF-16. Throws `Unreadable`.
 */
export const encodingOf = (source: Source): PlainEncoding | undefined => {
  const mark = announced(source.slice(0, 4));
  if (mark?.startsWith("utf-16")) return undefined;
  const candidates: PlainEncoding[] = mark === "utf-8" ? ["utf-8"] : ["utf-8", "gb18030"];
  const found = candidates.find((candidate) => isWhollyIn(source, candidate));
  if (!found) throw new Unreadable("encoding-unknown");
  return found;
};

const isWhollyIn = (source: Source, encoding: PlainEncoding): boolean => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let from = 0; from < source.size; from += pieceBytes) {
      const piece = source.slice(from, from + pieceBytes);
      if (piece.includes(0)) throw notText(piece);
      decoder.decode(piece, { stream: from + pieceBytes < source.size });
    }
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/** The beginning of a text, good enough to look at; bytes that fit nowhere become U+FFFD. */
export const peekText = (head: Uint8Array): string => {
  const encoding = announced(head);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(head);
  // `stream` forgives the character that the end of the piece cuts in two.
  const utf8 = decodeStrictly(head, "utf-8", { stream: true });
  return utf8 ?? new TextDecoder("gb18030").decode(head);
};

const decodeStrictly = (
  bytes: Uint8Array,
  encoding: string,
  options?: { stream: boolean },
): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, options);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};
