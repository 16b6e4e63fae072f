import type { Budget } from "../budget.js";
import { Unreadable } from "../errors.js";
import { type Shown, shownByBuiltIn, shownByCode } from "../number-format.js";
import { atLeast, Records } from "./records.js";
import { byteText } from "./byte-text.js";
import { TextReader } from "./text-reader.js";

/** What a workbook says for all its sheets. */
export interface Globals {
  version: Version;
  codePage: number;
  dateSystem: 1900 | 1904;
  /** What the number format of each cell style shows. */
  styles: Shown[];
  /** The texts that cells refer to by their number. */
  strings: string[];
  /** Whether it was calculated by Excel, which says so. */
  calculated: boolean;
  /** Sheets with cells, and where in the stream each begins. */
  sheets: { name: string; hidden: boolean; start: number }[];
}

/** Excel 97 and later write texts as Unicode, Excel 5 and 95 in a code page. */
export type Version = "unicode" | "code-page";

export const BOF = 0x809;
export const EOF = 0x0a;
const [FILE_PASS, CODE_PAGE, DATE_MODE, FORMAT, XF, BOUND_SHEET, STRINGS, CALCULATED_BY] = [
  0x2f, 0x42, 0x22, 0x41e, 0xe0, 0x85, 0xfc, 0x1c1,
] as const;

/** Reads the part of the stream that comes before the sheets. */
export const readGlobals = (stream: Buffer, budget: Budget): Globals => {
  const records = new Records(stream);
  const globals: Globals = {
    version: versionOf(records),
    codePage: 1252,
    dateSystem: 1900,
    styles: [],
    strings: [],
    calculated: false,
    sheets: [],
  };
  const formats = new Map<number, Shown>();
  const formatIds: number[] = [];
  const bounds: Buffer[] = [];
  while (records.next() && records.type !== EOF) {
    const { type, data } = records;
    if (type === FILE_PASS) throw new Unreadable("file-encrypted");
    else if (type === CODE_PAGE) globals.codePage = atLeast(data, 2).readUInt16LE(0);
    else if (type === DATE_MODE && data[0] === 1) globals.dateSystem = 1904;
    else if (type === XF) formatIds.push(atLeast(data, 4).readUInt16LE(2));
    else if (type === FORMAT)
      formats.set(atLeast(data, 3).readUInt16LE(0), formatIn(data, globals));
    else if (type === CALCULATED_BY) globals.calculated = isByExcel(data);
    else if (type === BOUND_SHEET) bounds.push(data);
    else if (type === STRINGS) globals.strings = stringsIn(records.continued(), budget);
  }
  if (records.type !== EOF) throw new Unreadable("file-broken");
  globals.styles = formatIds.map((id) => formats.get(id) ?? shownByBuiltIn(id));
  globals.sheets = bounds.flatMap((data) => sheetIn(data, globals));
  budget.check("sheets", globals.sheets.length);
  return globals;
};

/** LibreOffice writes one number in all its files, whatever it calculated. */
const isByExcel = (data: Buffer): boolean => atLeast(data, 8).readUInt32LE(4) !== 0x18d54;

const versionOf = (records: Records): Version => {
  if (!records.next() || records.type !== BOF) throw new Unreadable("not-a-workbook");
  const { data } = records;
  const version = atLeast(data, 4).readUInt16LE(0);
  if (version === 0x600) return "unicode";
  if (version === 0x500) return "code-page";
  throw new Unreadable("not-a-workbook");
};

const formatIn = (data: Buffer, { version, codePage }: Globals): Shown =>
  shownByCode(
    version === "unicode"
      ? new TextReader([data], 4).text(atLeast(data, 4).readUInt16LE(2))
      : byteText(data, 3, data[2] ?? 0, codePage),
  );

/** Sheets of charts, macros and program code have no cells and are left out. */
const sheetIn = (data: Buffer, { version, codePage }: Globals): Globals["sheets"] => {
  if (atLeast(data, 7)[5] !== 0) return [];
  const length = data[6] ?? 0;
  const name =
    version === "unicode"
      ? new TextReader([data], 7).text(length)
      : byteText(data, 7, length, codePage);
  return [{ name, hidden: ((data[4] ?? 0) & 3) !== 0, start: data.readUInt32LE(0) }];
};

const stringsIn = (pieces: Buffer[], budget: Budget): string[] => {
  const reader = new TextReader(pieces, 4);
  const count = reader.long();
  budget.check("cells", count);
  const strings: string[] = [];
  for (let i = 0; i < count; i++) {
    const text = reader.text(reader.short());
    budget.checkText(text);
    strings.push(text);
  }
  return strings;
};
