import { type Cell, CellError, cellName } from "../../model/cells.js";
import type { Budget } from "../budget.js";
import { Unreadable } from "../errors.js";
import { numberCell } from "../number-cell.js";
import { SheetRows } from "../sheet-rows.js";
import { notCalculated, type Uncalculated } from "../table.js";
import { byteText } from "./byte-text.js";
import { BOF, EOF, type Globals } from "./globals.js";
import { atLeast, Records } from "./records.js";
import { TextReader } from "./text-reader.js";

const WORKSHEET = 0x10;

export interface Worksheet {
  rows: SheetRows;
  uncalculated: Uncalculated;
}

/** Reads the cells of one sheet, which begins at that place of the stream; undefined for a sheet of another kind. */
export const readWorksheet = (
  stream: Buffer,
  start: number,
  globals: Globals,
  budget: Budget,
): Worksheet | undefined => {
  if (start >= stream.length) throw new Unreadable("file-broken");
  const records = new Records(stream, start);
  if (!records.next() || records.type !== BOF) throw new Unreadable("file-broken");
  if (atLeast(records.data, 4).readUInt16LE(2) !== WORKSHEET) return undefined;
  const reader = new WorksheetReader(records, globals, budget);
  // Charts that lie on the sheet are streams within it.
  for (let depth = 1; depth > 0;) {
    if (!records.next()) throw new Unreadable("file-broken");
    if (records.type === BOF) depth++;
    else if (records.type === EOF) depth--;
    else if (depth === 1) reader.take();
  }
  return reader;
};

class WorksheetReader {
  readonly rows: SheetRows;
  readonly uncalculated: Uncalculated = { count: 0, first: undefined };
  /** The cell whose formula gives a text, which stands in a record of its own. */
  #textual: { row: number; column: number } | undefined;

  constructor(
    private readonly records: Records,
    private readonly globals: Globals,
    budget: Budget,
  ) {
    this.rows = new SheetRows(budget);
  }

  take(): void {
    const { type, data } = this.records;
    switch (type) {
      case 0x203:
        return this.#put(
          atLeast(data, 14),
          this.#number(data.readUInt16LE(4), data.readDoubleLE(6)),
        );
      case 0x27e:
        return this.#put(atLeast(data, 10), this.#number(data.readUInt16LE(4), packed(data, 6)));
      case 0xbd:
        return this.#putPacked(atLeast(data, 6));
      case 0xfd:
        return this.#put(atLeast(data, 10), this.#string(data.readUInt32LE(6)));
      case 0x204:
      case 0xd6:
        return this.#put(atLeast(data, 8), this.#text(6));
      case 0x205:
        return this.#put(atLeast(data, 8), data[7] ? errorCell(data[6]) : data[6] !== 0);
      case 0x06:
        return this.#putFormula(atLeast(data, 14));
      case 0x207:
        return this.#putResult();
      case 0x208:
        // A row says for itself that it is hidden, or of no height.
        if ((atLeast(data, 16).readUInt16LE(12) & 0x20) !== 0)
          this.rows.hide(data.readUInt16LE(0) + 1);
        return;
      case 0xe5:
        return this.#merges(atLeast(data, 2));
    }
  }

  #put(data: Buffer, cell: Cell): void {
    this.rows.put(data.readUInt16LE(0) + 1, data.readUInt16LE(2), cell);
  }

  #number(style: number, number: number): Cell {
    const { styles, dateSystem } = this.globals;
    return numberCell(number, styles[style] ?? "number", dateSystem);
  }

  #string(number: number): string {
    const text = this.globals.strings[number];
    if (text === undefined) throw new Unreadable("file-broken");
    return text;
  }

  #text(at: number): string {
    const { version, codePage } = this.globals;
    const { data } = this.records;
    const length = atLeast(data, at + 2).readUInt16LE(at);
    return version === "unicode"
      ? new TextReader(this.records.continued(), at + 2).text(length)
      : byteText(data, at + 2, length, codePage);
  }

  /** Several numbers side by side. */
  #putPacked(data: Buffer): void {
    const row = data.readUInt16LE(0) + 1;
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 8 <= data.length; at += 6, column++) {
      this.rows.put(row, column, this.#number(data.readUInt16LE(at), packed(data, at + 2)));
    }
  }

  #putFormula(data: Buffer): void {
    const [row, column] = [data.readUInt16LE(0) + 1, data.readUInt16LE(2)];
    this.#textual = undefined;
    const isNumber = data.readUInt16LE(12) !== 0xffff;
    if (isNumber) {
      const number = data.readDoubleLE(6);
      // Programs that do not calculate leave a zero, LibreOffice even where the result is a text.
      if (number === 0 && !this.globals.calculated) this.#noteUncalculated(row, column);
      else this.rows.put(row, column, this.#number(data.readUInt16LE(4), number));
    } else if (data[6] === 0) this.#textual = { row, column };
    else if (data[6] === 1) this.rows.put(row, column, data[8] !== 0);
    else if (data[6] === 2) this.rows.put(row, column, errorCell(data[8]));
  }

  #noteUncalculated(row: number, column: number): void {
    this.uncalculated.count++;
    this.uncalculated.first ??= cellName(column, row);
    this.rows.put(row, column, notCalculated);
  }

  #putResult(): void {
    const place = this.#textual;
    if (place) this.rows.put(place.row, place.column, this.#text(0));
    this.#textual = undefined;
  }

  #merges(data: Buffer): void {
    const count = data.readUInt16LE(0);
    atLeast(data, 2 + 8 * count);
    for (let at = 2; at < 2 + 8 * count; at += 8) {
      const [top, bottom] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)];
      this.rows.merge(top, data.readUInt16LE(at + 4), bottom, data.readUInt16LE(at + 6));
    }
  }
}

const float = Buffer.alloc(8);

/** A number in four bytes: a whole one, or the better half of a float, either of them in hundredths. */
const packed = (data: Buffer, at: number): number => {
  const bits = data.readInt32LE(at);
  float.writeInt32LE(bits & ~3, 4);
  const number = bits & 2 ? bits >> 2 : float.readDoubleLE(0);
  return bits & 1 ? number / 100 : number;
};

const errors: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

const errorCell = (code = 0x2a): CellError => new CellError(errors[code] ?? "#N/A");
