import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Row } from "../../model/cells.js";
import { gb18030 } from "../files.fixture.js";
import { defaultLimits } from "../limits.js";
import { readCsv } from "../read-csv.js";
import { readLongCsv } from "../read-long-csv.js";
import { LongRows } from "./long-rows.js";

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "anjuan-long-"));
  file = path.join(folder, "台账.csv");
});
afterAll(() => rmSync(folder, { recursive: true }));

const held = (bytes: Buffer): readonly Row[] =>
  readCsv(bytes, "台账.csv", defaultLimits).sheets[0]!.rows;

const cell = fc.oneof(
  fc.constantFrom("", "案号", '"', "a\nb", "一\r\n二", "1,5", "𠮷野", "é", "罚款5000元", "\t"),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes("\u0000")),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const record = fc
  .tuple(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 4 }))
  .map(([cells]) =>
    cells
      .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text))
      .join(","),
  );
/** Characters beyond the basic plane take four bytes. */
const inGb18030 = (text: string): Buffer => {
  const pieces = Array.from(text, (one) => {
    const point = one.codePointAt(0)!;
    if (point <= 0xffff) return gb18030(one);
    const at = point - 0x10000 + 189_000;
    const steps = [12_600, 1260, 10, 1].map(
      (step, i) => Math.floor(at / step) % (i === 0 ? 256 : i === 2 ? 126 : 10),
    );
    return Buffer.from(steps.map((step, i) => step + (i % 2 === 0 ? 0x81 : 0x30)));
  });
  return Buffer.concat(pieces);
};

const canBeGb = (text: string): boolean => {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(inGb18030(text)) === text;
  } catch {
    return false;
  }
};

const lineBreaks = fc.constantFrom("\n", "\r\n");

it("gives the rows that reading the whole file gives, wherever the pieces are cut", () => {
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 20 }),
      lineBreaks,
      fc.boolean(),
      fc.integer({ min: 1, max: 60 }),
      (records, lineBreak, inGb, blockBytes) => {
        const text = `甲,乙,丙\n${records.join(lineBreak)}${lineBreak}`;
        if (inGb) fc.pre(canBeGb(text));
        const bytes = inGb ? inGb18030(text) : Buffer.from(text);
        writeFileSync(file, bytes);
        const encoding = inGb ? ("gb18030" as const) : ("utf-8" as const);
        // The hint that Excel knows: of so few records the delimiter could be another.
        const expected = held(Buffer.from(`sep=,\n${text}`));
        const long = { path: file, encoding, delimiter: ",", from: 0 };
        const rows = new LongRows(long, defaultLimits, blockBytes);
        expect([...rows]).toEqual(expected);
        expect(rows.length).toBe(expected.length);
        expect(expected.map((_, at) => rows.at(at))).toEqual(expected);
        expect(rows.at(-1)).toEqual(expected.at(-1));
        expect(rows.at(expected.length)).toBeUndefined();
        expect(rows.slice(1, 3)).toEqual(expected.slice(1, 3));
      },
    ),
    { numRuns: 300 },
  );
});

it.each([
  ["a byte order mark", Buffer.from("\ufeff案号,当事人\n1,甲\n")],
  ["Excel's hint", Buffer.from("sep=;\n1,5;2\n3;4")],
  ["GB18030", gb18030("案号,当事人\n〔2023〕12号,张三\n")],
  ["old line breaks", Buffer.from("案号,一\r二,三\r")],
  ["an open quote", Buffer.from('案号,一\n二,"三\n四')],
])("reads %s as the short reader does", (_, bytes) => {
  writeFileSync(file, bytes);
  const table = readLongCsv(file, "台账.csv", defaultLimits)!;
  expect([...table.sheets[0]!.rows]).toEqual(held(bytes));
  expect(table.warnings).toEqual(readCsv(bytes, "台账.csv", defaultLimits).warnings);
});

it("knows the euro sign of GBK, one byte, in front of a digit", () => {
  const line = Buffer.concat([gb18030("乙,"), Buffer.from([0x80]), gb18030("5,中\n")]);
  writeFileSync(file, Buffer.concat([line, line, line, line]));
  const long = { path: file, encoding: "gb18030", delimiter: ",", from: 0 } as const;
  const rows = [...new LongRows(long, defaultLimits, 20)];
  expect(rows.map(({ cells }) => cells)).toEqual(Array(4).fill(["乙", "€5", "中"]));
});

it("leaves UTF-16 to the reader that holds the file", () => {
  writeFileSync(file, Buffer.from("\ufeffa,b\n", "utf16le"));
  expect(readLongCsv(file, "台账.csv", defaultLimits)).toBeUndefined();
});

it("refuses a cell over the limit, bytes that are no text, and a file that changes", () => {
  const limits = { ...defaultLimits, cellCharacters: 10 };
  writeFileSync(file, `a,${"b".repeat(11)}\n`);
  expect(() => readLongCsv(file, "台账.csv", limits)).toThrow("cell-too-long");
  writeFileSync(file, "a,b\u0000\n");
  expect(() => readLongCsv(file, "台账.csv", limits)).toThrow("not-text");
  writeFileSync(file, "a,b\n".repeat(100));
  const rows = new LongRows(
    { path: file, encoding: "utf-8", delimiter: ",", from: 0 },
    defaultLimits,
    20,
  );
  writeFileSync(file, "a,b\n");
  expect(() => rows.at(50)).toThrow("path-changed");
  writeFileSync(file, "c,d\n".repeat(100));
  expect(() => rows.at(50)).toThrow("path-changed");
  rmSync(file);
  expect(() => rows.at(50)).toThrow("path-changed");
});
