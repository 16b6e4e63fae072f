import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellError, type Cell } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { Unreadable } from "./errors.js";
import { gb18030 } from "./files.fixture.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readXls } from "./read-xls.js";
import { bufferSource } from "./source.js";
import type { Table } from "./table.js";

const read = (bytes: Buffer, limits: Partial<Limits> = {}): Table =>
  readXls(bufferSource(bytes), "台账.xls", { ...defaultLimits, ...limits });

const reasonOf = (run: () => unknown): string => {
  try {
    run();
    return "fine";
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};

type Record = readonly [type: number, data: Buffer];

/** Little-endian numbers of two bytes. */
const shorts = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length);
  numbers.forEach((number, at) => bytes.writeUInt16LE(number & 0xffff, 2 * at));
  return bytes;
};
const join = (...parts: (Buffer | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const double = (number: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
};
const stream = (records: readonly Record[]): Buffer =>
  Buffer.concat(records.flatMap(([type, data]) => [shorts(type, data.length), data]));

const { CFB } = XLSX as unknown as {
  CFB: {
    utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Buffer): void };
    write(file: object, options: { type: "buffer" }): Uint8Array;
  };
};

const compound = (content: Buffer, name = "Workbook"): Buffer => {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${name}`, content);
  return Buffer.from(CFB.write(file, { type: "buffer" }));
};

interface Book {
  version?: number;
  globals?: readonly Record[];
  cells?: readonly Record[];
  name?: Buffer;
}

/** A workbook with one sheet, record by record. */
const bookOf = ({ version = 0x600, globals = [], cells = [], name }: Book): Buffer => {
  const label = name ?? join([1, 1], Buffer.from("表", "utf16le"));
  const bound = join(Buffer.alloc(6), label);
  const end: Record = [0x0a, Buffer.alloc(0)];
  const start = (): Buffer =>
    stream([[0x809, shorts(version, 5, 0, 0)], ...globals, [0x85, bound], end]);
  bound.writeUInt32LE(start().length, 0);
  const sheet = stream([[0x809, shorts(version, 0x10, 0, 0)], ...cells, end]);
  return compound(Buffer.concat([start(), sheet]), version === 0x600 ? "Workbook" : "Book");
};

const rowOf = (book: Book): readonly Cell[] | undefined =>
  read(bookOf(book)).sheets[0]!.rows[0]?.cells;

/** A formula in the first row. */
const formula = (column: number, result: readonly number[] | Buffer): Record => [
  0x06,
  join(shorts(0, column, 0), result, Buffer.alloc(8)),
];
const special = (kind: number, value = 0): number[] => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
const byExcel: Record = [0x1c1, join(shorts(0x1c1, 0), [0x1d, 0xeb, 1, 0])];

describe("records", () => {
  it("hold the results of formulas", () => {
    const text: Record = [0x207, join(shorts(2), [1], Buffer.from("甲乙", "utf16le"))];
    const cells = [
      formula(0, double(2.5)),
      formula(1, special(0)),
      text,
      formula(2, special(1, 1)),
      formula(3, special(2, 0x17)),
      formula(4, special(3)),
      formula(5, double(0)),
    ];
    const expected = [2.5, "甲乙", true, new CellError("#REF!"), null];
    expect(rowOf({ cells, globals: [byExcel] })).toEqual([...expected, 0]);
    expect(rowOf({ cells })).toEqual([...expected, new CellError("#CALC!")]);
  });

  it("hold numbers in four bytes", () => {
    const packed = (bits: number): Buffer => {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32LE(bits);
      return bytes;
    };
    const values = [(1234 << 2) | 2, (1234 << 2) | 3, (-5 << 2) | 2, 0x3ff00000, 0x40590001];
    const cells: Record[] = [
      [0x27e, join(shorts(0, 0, 0), packed(values[0]!))],
      [
        0xbd,
        join(
          shorts(0, 1),
          ...values.slice(1).flatMap((bits) => [shorts(0), packed(bits)]),
          shorts(4),
        ),
      ],
    ];
    expect(rowOf({ cells })).toEqual([1234, 12.34, -5, 1, 1]);
  });

  it("know months by the numbers that the Chinese Excel gives formats", () => {
    const style = (format: number): Record => [0xe0, join(shorts(0, format), Buffer.alloc(16))];
    const cells: Record[] = [0, 1, 2].map((at) => [0x203, join(shorts(0, at, at), double(45261))]);
    expect(rowOf({ globals: [style(0), style(57), style(31)], cells })).toEqual([
      45261,
      CivilDate.fromIso("2023-12"),
      CivilDate.fromIso("2023-12-01"),
    ]);
  });

  it("have texts in the code page of an older workbook", () => {
    const label = (text: Buffer): Record => [0x204, join(shorts(0, 0, 0, text.length), text)];
    const older = { version: 0x500, name: join([2], gb18030("表")) };
    const chinese: Record = [0x42, shorts(936)];
    const text = gb18030("邢市监罚〔2023〕1号");
    const bytes = bookOf({ ...older, globals: [chinese], cells: [label(text)] });
    expect(read(bytes).sheets).toMatchObject([
      { name: "表", rows: [{ cells: ["邢市监罚〔2023〕1号"] }] },
    ]);
    const unknown = { ...older, globals: [[0x42, shorts(9999)] as const] };
    expect(reasonOf(() => read(bookOf({ ...unknown, cells: [label(text)] })))).toBe(
      "encoding-unknown",
    );
  });

  it("go on in further records, where the width of texts may change", () => {
    const cells: Record[] = [
      [0xfd, join(shorts(0, 0, 0), shorts(0, 0))],
      [0xfd, join(shorts(0, 1, 0), shorts(1, 0))],
    ];
    const strings: Record[] = [
      [0xfc, join(shorts(2, 0, 2, 0), shorts(4), [0], Buffer.from("ab"))],
      [0x3c, join([1], Buffer.from("案卷", "utf16le"), shorts(1), [12], shorts(1), [2, 0])],
      [0x3c, join([0, 0], [0x61], [9, 9, 9], [9, 9, 9])],
    ];
    expect(
      rowOf({
        globals: strings.slice(0, 2).concat([[0x3c, join([0, 0, 0x7a], Buffer.alloc(6))]]),
        cells,
      }),
    ).toEqual(["ab案卷", "z"]);
  });

  it("tell charts on a sheet from the sheet", () => {
    const inner: Record[] = [
      [0x809, shorts(0x600, 0x20, 0, 0)],
      [0x203, join(shorts(0, 1, 0), double(9))],
      [0x0a, Buffer.alloc(0)],
    ];
    const number: Record = [0x203, join(shorts(0, 0, 0), double(1))];
    expect(rowOf({ cells: [...inner, number] })).toEqual([1]);
  });
});

describe("says why a file was not read", () => {
  const plain = bookOf({ cells: [[0x203, join(shorts(0, 0, 0), double(1))]] });

  it("with a password", () => {
    const locked = bookOf({ globals: [[0x2f, shorts(1, 1, 1)]] });
    expect(reasonOf(() => read(locked))).toBe("file-encrypted");
  });

  it("of an Excel older than 5, or without a workbook in it", () => {
    expect(reasonOf(() => read(bookOf({ version: 0x400 })))).toBe("not-a-workbook");
    expect(reasonOf(() => read(compound(Buffer.alloc(5000), "Other")))).toBe("not-a-workbook");
    expect(reasonOf(() => read(compound(Buffer.alloc(5000))))).toBe("not-a-workbook");
  });

  it("that ends early", () => {
    const content = stream([[0x809, shorts(0x600, 5)]]);
    expect(reasonOf(() => read(compound(content)))).toBe("file-broken");
    expect(reasonOf(() => read(plain.subarray(0, 1024)))).toBe("file-broken");
    expect(reasonOf(() => read(bookOf({ cells: [[0xfd, join(shorts(0, 0, 0, 7, 0))]] })))).toBe(
      "file-broken",
    );
    expect(reasonOf(() => read(bookOf({ cells: [[0x203, shorts(0, 0)]] })))).toBe("file-broken");
  });

  it("over a limit", () => {
    const far: Record = [0x203, join(shorts(4, 9, 0), double(1))];
    const merges: Record = [0xe5, shorts(2, 0, 1, 0, 0, 2, 3, 0, 0)];
    const text: Record = [0x204, join(shorts(0, 0, 0, 5), [0], Buffer.from("abcde"))];
    const over = (book: Book, limits: Partial<Limits>) =>
      reasonOf(() => read(bookOf(book), limits));
    expect(over({ cells: [far] }, { rows: 4 })).toBe("too-many-cells");
    expect(over({ cells: [far] }, { columns: 9 })).toBe("too-many-cells");
    expect(over({ cells: [far] }, { cells: 9 })).toBe("too-many-cells");
    expect(over({ cells: [far] }, { rows: 5, columns: 10, cells: 10 })).toBe("fine");
    expect(over({ cells: [merges] }, { merges: 1 })).toBe("too-many-cells");
    expect(over({ cells: [text] }, { cellCharacters: 4 })).toBe("cell-too-long");
    expect(over({}, { sheets: 0 })).toBe("too-many-cells");
    const strings: Record = [0xfc, shorts(0, 0, 0xffff, 0xffff)];
    expect(over({ globals: [strings] }, {})).toBe("too-many-cells");
  });

  it("whose sectors lead in a circle", () => {
    const circle = Buffer.from(plain);
    const table = circle.readUInt32LE(76);
    for (let at = 0; at < 128; at++) circle.writeUInt32LE(0, (table + 1) * 512 + 4 * at);
    expect(reasonOf(() => read(circle))).toBe("file-broken");
    const tables = Buffer.from(plain);
    tables.writeUInt32LE(1, 68);
    tables.writeUInt32LE(1, 2 * 512 + 508);
    expect(reasonOf(() => read(tables))).toBe("file-broken");
  });
});

describe("never throws anything else", () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ["案号", "决定日期", 1.5, true],
    ["一", "二", 45261, false],
  ]);
  const workbook = { SheetNames: ["表"], Sheets: { 表: sheet } };
  const bytes = XLSX.write(workbook, { type: "buffer", bookType: "xls", bookSST: true }) as Buffer;

  it("on a workbook with bytes changed", () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        reasonOf(() => read(damaged));
      }),
      { numRuns: 1000 },
    );
  });

  it("on any records at all", () => {
    const type = fc.constantFrom(
      6,
      0x0a,
      0x3c,
      0x42,
      0x85,
      0xbd,
      0xe0,
      0xe5,
      0xfc,
      0xfd,
      0x203,
      0x204,
      0x205,
      0x207,
      0x208,
      0x27e,
      0x41e,
      0x809,
    );
    const record: fc.Arbitrary<Record> = fc.tuple(
      type,
      fc.uint8Array({ maxLength: 24 }).map((data) => Buffer.from(data)),
    );
    fc.assert(
      fc.property(fc.array(record), fc.array(record), (globals, cells) => {
        reasonOf(() => read(bookOf({ globals, cells })));
      }),
      { numRuns: 500 },
    );
  });
});
