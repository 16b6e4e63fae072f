import { Unreadable } from "./errors.js";

/**
 * Walks over the tags of an XML part, on its bytes: a worksheet of a hundred megabytes never becomes a
 * string. Namespaces are ignored, names are local names. Document types and their entities are skipped,
 * so nothing can expand.
 */
export class XmlScanner {
  readonly #bytes: Buffer;
  /** Where the search for the next tag goes on. */
  #at = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #tagEnd = 0;
  /** Of the attribute that was found last. */
  #valueStart = 0;
  #valueEnd = 0;
  #closing = false;
  #empty = false;
  /** Whether comments or CDATA stood in front of the tag that was found last. */
  #interrupted = false;

  /** @param part UTF-8, or UTF-16 with a byte order mark. */
  constructor(part: Buffer) {
    this.#bytes = asUtf8(part);
  }

  /** Goes to the next tag; false at the end of the part. `<c/>` counts as `<c></c>`. */
  next(): boolean {
    if (this.#empty) {
      this.#empty = false;
      this.#closing = true;
      return true;
    }
    const open = this.#findTag();
    if (open < 0) return false;
    const bytes = this.#bytes;
    this.#closing = bytes[open + 1] === SLASH;
    this.#nameStart = open + (this.#closing ? 2 : 1);
    let at = this.#nameStart;
    for (; at < bytes.length && !endsName(bytes[at]); at++) {
      if (bytes[at] === COLON) this.#nameStart = at + 1;
    }
    this.#nameEnd = at;
    this.#tagEnd = this.#findTagEnd(at);
    this.#empty = !this.#closing && bytes[this.#tagEnd - 1] === SLASH;
    this.#at = this.#tagEnd + 1;
    return true;
  }

  /** Whether the current tag opens an element of this name. */
  opens(name: string): boolean {
    return !this.#closing && this.#isNamed(name);
  }

  /** Whether the current tag closes an element of this name. */
  closes(name: string): boolean {
    return this.#closing && this.#isNamed(name);
  }

  /** Goes to the next tag before the one that closes `name`; false there, or at the end of the part. */
  nextInside(name: string): boolean {
    return this.next() && !this.closes(name);
  }

  /** Goes behind the element that the current tag opens. */
  skip(): void {
    for (let depth = 1; depth > 0 && this.next();) depth += this.#closing ? -1 : 1;
  }

  /** Whether the current tag opens an element. */
  get opensAny(): boolean {
    return !this.#closing;
  }

  /** Local name of the current tag. */
  get name(): string {
    return this.#bytes.toString("utf8", this.#nameStart, this.#nameEnd);
  }

  /** An attribute of the current tag by its local name. */
  attribute(name: string): string | undefined {
    if (!this.#findValue(name)) return undefined;
    return decoded(this.#bytes, this.#valueStart, this.#valueEnd);
  }

  /** An attribute as a number, without making a text of it; NaN where it is none. */
  number(name: string): number {
    if (!this.#findValue(name)) return NaN;
    const whole = wholeNumber(this.#bytes, this.#valueStart, this.#valueEnd);
    return whole ?? Number(decoded(this.#bytes, this.#valueStart, this.#valueEnd));
  }

  /** The letters that an attribute begins with, as spreadsheets count by them: A is 1, AB is 28; 0 without any. */
  letters(name: string): number {
    if (!this.#findValue(name)) return 0;
    let count = 0;
    for (let at = this.#valueStart; at < this.#valueEnd; at++) {
      const letter = (this.#bytes[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      count = count * 26 + letter - 64;
    }
    return count;
  }

  /** Finds where the value of an attribute stands. */
  #findValue(name: string): boolean {
    const bytes = this.#bytes;
    let at = this.#nameEnd;
    while (at < this.#tagEnd) {
      while (at < this.#tagEnd && isSpace(bytes[at])) at++;
      let start = at;
      for (; at < this.#tagEnd && bytes[at] !== EQUALS && !isSpace(bytes[at]); at++) {
        if (bytes[at] === COLON) start = at + 1;
      }
      const found = sameBytes(bytes, start, at, name);
      while (at < this.#tagEnd && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      if (at >= this.#tagEnd) return false;
      const quote = bytes[at];
      this.#valueStart = ++at;
      while (at < this.#tagEnd && bytes[at] !== quote) at++;
      this.#valueEnd = at++;
      if (!found) continue;
      if (this.#valueEnd - this.#valueStart > LONGEST_ATTRIBUTE)
        throw new Unreadable("file-broken");
      return true;
    }
    return false;
  }

  /** The text of the element that the current tag opens if it is a whole number and nothing else. */
  wholeNumber(): number | undefined {
    if (this.#empty) return undefined;
    const from = this.#at;
    let to = from;
    while (to < this.#bytes.length && this.#bytes[to] !== LESS) to++;
    return this.#bytes[to + 1] === SLASH ? wholeNumber(this.#bytes, from, to) : undefined;
  }

  /** The text between the current tag and the next one. */
  text(): string {
    if (this.#empty) return "";
    const from = this.#at;
    this.#interrupted = false;
    const next = this.#findTag();
    const end = next < 0 ? this.#bytes.length : next;
    this.#at = end;
    if (end - from > LONGEST_TEXT) throw new Unreadable("cell-too-long", { limit: LONGEST_TEXT });
    return this.#interrupted
      ? unwrapped(this.#bytes.toString("utf8", from, end))
      : decoded(this.#bytes, from, end);
  }

  #isNamed(name: string): boolean {
    return sameBytes(this.#bytes, this.#nameStart, this.#nameEnd, name);
  }

  /** Where the next `<` of a tag stands, behind comments, CDATA and processing instructions. */
  #findTag(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LESS) at++;
      if (at >= bytes.length) return -1;
      const mark = bytes[at + 1];
      if (mark !== BANG && mark !== QUESTION) return at;
      at = this.#skip(at);
      this.#interrupted = true;
    }
  }

  #skip(at: number): number {
    const start = this.#bytes.toString("latin1", at, at + 9);
    const end = start.startsWith("<!--") ? "-->" : start === "<![CDATA[" ? "]]>" : ">";
    const found = this.#bytes.indexOf(end, at + 2);
    if (found < 0) throw new Unreadable("file-broken");
    return found + end.length;
  }

  /** The `>` of a tag; one inside a quoted attribute does not count. */
  #findTagEnd(from: number): number {
    const bytes = this.#bytes;
    let quote = 0;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (quote) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) return at;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    }
    throw new Unreadable("file-broken");
  }
}

/** Bytes; a text of a million characters stays below even if each is spelt as an entity. */
const LONGEST_TEXT = 10_000_000;
const LONGEST_ATTRIBUTE = 100_000;

/** The spellings of true in an attribute. */
export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

const [LESS, GREATER, SLASH, COLON, EQUALS, BANG, QUESTION, QUOTE, APOSTROPHE, ZERO] = [
  0x3c, 0x3e, 0x2f, 0x3a, 0x3d, 0x21, 0x3f, 0x22, 0x27, 0x30,
] as const;

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const endsName = (byte: number | undefined): boolean =>
  byte === GREATER || byte === SLASH || isSpace(byte);

const sameBytes = (bytes: Buffer, start: number, end: number, name: string): boolean => {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    if (bytes[start + i] !== name.charCodeAt(i)) return false;
  }
  return true;
};

/** Digits alone, few enough that no place is lost; undefined for anything else. */
const wholeNumber = (bytes: Buffer, from: number, to: number): number | undefined => {
  if (from >= to || to - from > 15) return undefined;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
};

const asUtf8 = (part: Buffer): Buffer => {
  const [first, second] = part;
  if (first === 0xff && second === 0xfe) {
    return Buffer.from(new TextDecoder("utf-16le").decode(part));
  }
  if (first === 0xfe && second === 0xff) {
    return Buffer.from(new TextDecoder("utf-16be").decode(part));
  }
  return part;
};

/** The type of a cell is mostly one letter, of which no text need be made. */
const decoded = (bytes: Buffer, start: number, end: number): string => {
  const first = bytes[start] ?? 0;
  const isOneLetter = end - start === 1 && first > 0x20 && first < 0x7f;
  return isOneLetter
    ? String.fromCharCode(first)
    : withoutEntities(bytes.toString("utf8", start, end));
};

/** XML has every line break as `\n`. */
const withoutEntities = (raw: string): string => {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  return text.includes("&") ? text.replace(/&(#[xX][\da-fA-F]+|#\d+|\w+);/g, entity) : text;
};

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const entity = (whole: string, name: string): string => {
  if (!name.startsWith("#")) return named[name] ?? whole;
  const hex = name[1] === "x" || name[1] === "X";
  const code = parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};

/** Text in which comments and CDATA sections stand. */
const unwrapped = (raw: string): string =>
  raw
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<\?[^]*?\?>)/)
    .map((piece) => {
      if (piece.startsWith("<![CDATA[")) return piece.slice(9, -3);
      return piece.startsWith("<") ? "" : withoutEntities(piece);
    })
    .join("");
