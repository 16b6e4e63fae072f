import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll } from "vitest";

/** A folder that is there for one test file. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "anjuan-read-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** What a hostile or sloppy writer may put into an entry besides the truth. */
interface Part {
  text: string | Buffer;
  /** Claimed size, instead of the true one. */
  size?: number;
  stored?: boolean;
  encrypted?: boolean;
  crc?: number;
}

/** A zip archive of these parts, byte for byte under the test's control. */
export const zipOf = (parts: Readonly<Record<string, string | Buffer | Part>>): Buffer => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(parts)) {
    const part: Part =
      typeof given === "string" || Buffer.isBuffer(given) ? { text: given } : given;
    const bytes = Buffer.from(part.text as string);
    const packed = part.stored ? bytes : deflateRawSync(bytes);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(part.stored ? 0 : 8, 4);
    fields.writeUInt32LE(part.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? bytes.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), fields, label, packed];
    bodies.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, place, label);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
};

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relations = (
  list: readonly (readonly [id: string, type: string, target: string])[],
): string =>
  `<Relationships>${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

interface WorkbookParts {
  /** What stands inside `sheetData`. */
  rows: string;
  /** What stands behind it. */
  after?: string;
  strings?: string;
  styles?: string;
  workbookPr?: string;
  extraSheets?: string;
  extraRelations?: [id: string, type: string, target: string][];
  extraParts?: Record<string, string | Buffer | Part>;
}

/** The parts of a workbook with one sheet `表`, written by hand. */
export const workbookParts = (given: WorkbookParts): Record<string, string | Buffer | Part> => ({
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
  "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="${office}">${given.workbookPr ?? ""}<sheets><sheet name="表" sheetId="1" r:id="rId1"/>${given.extraSheets ?? ""}</sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": relations([
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "styles", "styles.xml"],
    ["rId3", "sharedStrings", "/xl/sharedStrings.xml"],
    ...(given.extraRelations ?? []),
  ]),
  "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${given.rows}</sheetData>${given.after ?? ""}</worksheet>`,
  "xl/styles.xml": `<styleSheet>${given.styles ?? ""}</styleSheet>`,
  "xl/sharedStrings.xml": `<sst>${given.strings ?? ""}</sst>`,
  ...given.extraParts,
});

/** Styles of which style 1 has the given number format. */
export const formatted = (code: string): string =>
  `<numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('"', "&quot;")}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;

/** A compound file whose directory names these streams. */
export const compoundOf = (...streams: string[]): Buffer => {
  const file = Buffer.alloc(512 * 4, 0xff);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffe, 512 + 4);
  file.fill(0, 1024, 1536);
  ["Root Entry", ...streams].forEach((name, i) => {
    file.write(name, 1024 + 128 * i, "utf16le");
    file.writeUInt16LE(2 * name.length + 2, 1024 + 128 * i + 64);
  });
  return file;
};

/** Text as GB18030, which Node can only decode: looked up in a table of what each sequence decodes to. */
export const gb18030 = (text: string): Buffer => {
  const table = (tableOfGb ??= buildTable());
  return Buffer.concat(
    Array.from(text, (character) => {
      if (character <= "\x7f") return Buffer.from(character);
      const bytes = table.get(character);
      if (!bytes) throw new Error(`Not in the table: ${character}`);
      return bytes;
    }),
  );
};

let tableOfGb: Map<string, Buffer> | undefined;

const buildTable = (): Map<string, Buffer> => {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, Buffer>();
  const add = (...sequence: number[]): void => {
    const bytes = Buffer.from(sequence);
    const character = decoder.decode(bytes);
    if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
  };
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) add(a, b);
  for (let a = 0x81; a <= 0x84; a++) {
    for (let b = 0x30; b <= 0x39; b++) {
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) add(a, b, c, d);
    }
  }
  return table;
};
