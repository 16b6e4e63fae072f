import Papa from "papaparse";
import type { Row, Rows } from "../../model/cells.js";
import { InputError, Unreadable } from "../errors.js";
import type { Limits } from "../limits.js";
import { cellsOf } from "../read-csv.js";
import { withFileSource, type Source } from "../source.js";
import type { PlainEncoding } from "./decode-text.js";

/** Where and how a long table of text is to be read. */
export interface LongText {
  path: string;
  encoding: PlainEncoding;
  delimiter: string;
  /** Byte at which the records begin. */
  from: number;
}

/** Some records that are read together. */
interface Block {
  /** First byte, and the byte behind the last. */
  start: number;
  end: number;
  /** Number of the first record, from 1. */
  number: number;
  /** How many rows, of records that are not blank, stand before it. */
  before: number;
}

/** Bytes read at once. */
const usualBlock = 64 * 1024;
/** A record that is longer than this is no record. */
const longestRecord = 64 * 1024 * 1024;
/** Rows that are asked for one by one stand near each other. */
const blocksKept = 4;

const lineBreak = 10;
const carriageReturn = 13;

interface Parsed {
  records: string[][];
  /** Units of the text, with `\n` for every line break, that the records take. */
  taken: number;
  hasOpenQuote: boolean;
}

/**
 * The rows of a table of text that is too long to be held: once gone through to learn where the records
 * stand, then read from the file block by block when they are asked for.
 */
export class LongRows implements Rows {
  readonly length: number;
  /** Number of the record whose quotes never close. */
  readonly openQuote: number | undefined;
  readonly #blocks: Block[] = [];
  readonly #held = new Map<Block, Row[]>();
  readonly #version: string;

  /** Throws `Unreadable` where a limit is passed. */
  constructor(
    readonly text: LongText,
    limits: Limits,
    readonly blockBytes = usualBlock,
  ) {
    const { version, length, openQuote } = withFileSource(text.path, (source) =>
      this.#findBlocks(source, limits),
    );
    this.#version = version;
    this.length = length;
    this.openQuote = openQuote;
  }

  at(index: number): Row | undefined {
    const wanted = index < 0 ? this.length + index : index;
    if (wanted < 0 || wanted >= this.length) return undefined;
    const block = this.#blocks[this.#blockOf(wanted)];
    return block && this.#rowsOf(block)[wanted - block.before];
  }

  slice(from: number, to: number): readonly Row[] {
    const rows: Row[] = [];
    for (let index = from; index < Math.min(to, this.length); index++) {
      const row = this.at(index);
      if (row) rows.push(row);
    }
    return rows;
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (const block of this.#blocks) yield* this.#rowsOf(block);
  }

  /** The last block that begins at or before a row, found by halving. */
  #blockOf(index: number): number {
    let [low, high] = [0, this.#blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.before ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #rowsOf(block: Block): Row[] {
    const held = this.#held.get(block);
    if (held) return held;
    const rows = rowsFrom(this.#parse(this.#bytesOf(block), true).records, block.number);
    const [oldest] = this.#held.keys();
    if (oldest && this.#held.size >= blocksKept) this.#held.delete(oldest);
    this.#held.set(block, rows);
    return rows;
  }

  #bytesOf({ start, end }: Block): Buffer {
    const bytes = this.#ifUnchanged(({ version, slice }) =>
      version === this.#version ? slice(start, end) : undefined,
    );
    if (!bytes) throw new InputError("path-changed", { path: this.text.path });
    return bytes;
  }

  /** Undefined also where the file is gone: it was there when the rows were counted. */
  #ifUnchanged(look: (source: Source) => Buffer | undefined): Buffer | undefined {
    try {
      return withFileSource(this.text.path, look);
    } catch (error) {
      if (error instanceof Error && "syscall" in error) return undefined;
      throw error;
    }
  }

  #findBlocks(source: Source, limits: Limits) {
    let [start, number, before] = [this.text.from, 1, 0];
    let openQuote: number | undefined;
    let wanted = this.blockBytes;
    while (start < source.size) {
      const bytes = wholeLines(source.slice(start, start + wanted), start + wanted >= source.size);
      const isLast = start + bytes.length >= source.size;
      const { records, taken, hasOpenQuote } = this.#parse(bytes, isLast);
      if (records.length === 0 || (taken === 0 && !isLast)) {
        if (isLast) break;
        wanted *= 2;
        if (wanted > longestRecord) {
          throw new Unreadable("cell-too-long", { limit: limits.cellCharacters });
        }
        continue;
      }
      const end = isLast ? source.size : start + bytesOf(bytes, taken, this.text.encoding);
      const rows = rowsFrom(records, number);
      checkRows(rows, records, number, limits);
      if (hasOpenQuote) openQuote = number + records.length - 1;
      if (rows.length > 0) this.#blocks.push({ start, end, number, before });
      [start, number, before] = [end, number + records.length, before + rows.length];
      wanted = this.blockBytes;
    }
    return { version: source.version, length: before, openQuote };
  }

  #parse(bytes: Buffer, isWhole: boolean): Parsed {
    const { encoding, delimiter } = this.text;
    const text = new TextDecoder(encoding, { ignoreBOM: true })
      .decode(bytes)
      .replace(/\r\n?/g, "\n");
    const parser = new Papa.Parser({ delimiter, newline: "\n" });
    const { data, errors, meta } = parser.parse(text, 0, !isWhole) as Papa.ParseResult<string[]>;
    const hasOpenQuote = errors.some(({ code }) => code === "MissingQuotes");
    return { records: data, taken: meta.cursor, hasOpenQuote };
  }
}

/** The bytes up to the last line break, so that no character is cut in two; all of them at the end. */
const wholeLines = (bytes: Buffer, isLast: boolean): Buffer => {
  if (isLast) return bytes;
  const feed = bytes.lastIndexOf(lineBreak);
  // A carriage return at the very end may belong to a line feed behind it.
  const carriage = bytes.lastIndexOf(carriageReturn, -2);
  return bytes.subarray(0, Math.max(feed, carriage) + 1);
};

/** How many bytes the first units of a text take, line breaks counted as one unit. */
const bytesOf = (bytes: Buffer, units: number, encoding: PlainEncoding): number => {
  let at = 0;
  for (let counted = 0; counted < units;) {
    const byte = bytes[at] ?? 0;
    const isBreak = byte === carriageReturn && bytes[at + 1] === lineBreak;
    const length = isBreak ? 2 : lengthOf(byte, bytes[at + 1] ?? 0, encoding);
    at += length;
    counted += length === 4 ? unitsOfFour(bytes, at - 4, encoding) : 1;
  }
  return at;
};

/** How many bytes the character that begins here takes. */
const lengthOf = (first: number, second: number, encoding: PlainEncoding): number => {
  // In GB18030 the byte 0x80 alone is the euro sign, whatever stands behind it.
  if (first < 0x80 || (first === 0x80 && encoding === "gb18030")) return 1;
  if (encoding === "gb18030") return second >= 0x30 && second <= 0x39 ? 4 : 2;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
};

/** Four bytes are a pair of units in UTF-8; in GB18030 only beyond the basic plane. */
const unitsOfFour = (bytes: Buffer, at: number, encoding: PlainEncoding): number =>
  encoding === "utf-8" || (bytes[at] ?? 0) >= 0x90 ? 2 : 1;

const rowsFrom = (records: readonly string[][], first: number): Row[] =>
  records.flatMap((record, at) => {
    const cells = cellsOf(record);
    return cells.length === 0 ? [] : { number: first + at, cells };
  });

const checkRows = (
  rows: readonly Row[],
  records: readonly string[][],
  first: number,
  limits: Limits,
): void => {
  const check = (what: "rows" | "columns", count: number, limit: number): void => {
    if (count > limit) throw new Unreadable("too-many-cells", { what, limit });
  };
  check("rows", first + records.length - 1, limits.longRows);
  for (const { cells } of rows) check("columns", cells.length, limits.columns);
  const longest = records.some((record) =>
    record.some((text) => text.length > limits.cellCharacters),
  );
  if (longest) throw new Unreadable("cell-too-long", { limit: limits.cellCharacters });
};
