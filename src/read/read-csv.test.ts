import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { Unreadable } from "./errors.js";
import { gb18030 } from "./files.fixture.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readCsv } from "./read-csv.js";
import type { Table } from "./table.js";

const read = (text: string | Buffer, limits: Partial<Limits> = {}): Table =>
  readCsv(Buffer.from(text as string), "2023/台账.csv", { ...defaultLimits, ...limits });
const rowsOf = (text: string | Buffer) => read(text).sheets[0]!.rows;

it("reads a table as one sheet of texts", () => {
  const { sheets, warnings } = read("案号,当事人,金额\r\n001,甲,5000\r\n002,,\r\n");
  expect(warnings).toEqual([]);
  expect(sheets).toEqual([
    {
      file: "2023/台账.csv",
      name: "台账.csv",
      hidden: false,
      merges: [],
      rows: [
        { number: 1, cells: ["案号", "当事人", "金额"] },
        { number: 2, cells: ["001", "甲", "5000"] },
        { number: 3, cells: ["002"] },
      ],
    },
  ]);
});

it("numbers records as a spreadsheet numbers rows", () => {
  expect(rowsOf('a,b\n\n"一\r\n二",c\n,\nd,e')).toEqual([
    { number: 1, cells: ["a", "b"] },
    { number: 3, cells: ["一\n二", "c"] },
    { number: 5, cells: ["d", "e"] },
  ]);
});

it("keeps the tab that stops Excel from rounding an id", () => {
  expect(rowsOf("号码,姓名\n130521199001011234\t,张三\n")[1]!.cells).toEqual([
    "130521199001011234\t",
    "张三",
  ]);
});

it("takes Excel's hint of the delimiter", () => {
  expect(rowsOf("sep=;\n1,5;2\n")).toEqual([{ number: 1, cells: ["1,5", "2"] }]);
});

it("reads GB18030 and UTF-16 with tabs", () => {
  const text = "案号\t当事人\n〔2023〕12号\t张三\n";
  expect(rowsOf(gb18030(text))).toEqual(rowsOf(text));
  expect(rowsOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(rowsOf(text));
});

it("reads mixed line breaks and one column", () => {
  expect(rowsOf("案号\r一\n二\r\n三").map(({ cells }) => cells[0])).toEqual([
    "案号",
    "一",
    "二",
    "三",
  ]);
});

it("says where a quote swallowed the rest of the file", () => {
  const { warnings } = read('a,b\n1,2\n3,"4\n5,6\n7,8\n');
  expect(warnings).toMatchObject([{ code: "quote-not-closed", sheet: "台账.csv", cell: "A3" }]);
});

describe("limits", () => {
  const reasonOf = (limits: Partial<Limits>): string => {
    try {
      read("a,b,c\n1,2,案卷评查\n", limits);
    } catch (error) {
      if (error instanceof Unreadable) return error.reason;
      throw error;
    }
    return "fine";
  };

  it("are kept", () => {
    expect(reasonOf({ rows: 2, columns: 3, cells: 6, cellCharacters: 4 })).toBe("fine");
    expect(reasonOf({ rows: 1 })).toBe("too-many-cells");
    expect(reasonOf({ columns: 2 })).toBe("too-many-cells");
    expect(reasonOf({ cells: 5 })).toBe("too-many-cells");
    expect(reasonOf({ cellCharacters: 3 })).toBe("cell-too-long");
  });

  it("stop a text of nothing but delimiters before it is parsed", () => {
    const run = () => read(",".repeat(50), { cells: 10, columns: 1000 });
    expect(run).toThrow(Unreadable);
  });
});

it("gives back random tables cell by cell", () => {
  const text = fc
    .oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[案卷,;|"' \n\t]{0,8}$/))
    .filter((value) => !value.includes("\0"));
  const width = fc.integer({ min: 2, max: 6 });
  const table = width.chain((columns) =>
    fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1 }),
  );
  const delimiter = fc.constantFrom(",", "\t", ";", "|");
  fc.assert(
    fc.property(table, delimiter, (written, delimiter) => {
      // A header that can be nothing else, so that the delimiter is never a matter of opinion.
      const header = ["一", "二", "三", "四", "五", "六"].slice(0, written[0]!.length);
      const lines = [header, ...written, header];
      const csv = Papa.unparse(lines, { delimiter, newline: "\r\n", quotes: true });
      const found = rowsOf(`\ufeff${csv}`);
      const cells = lines.map((line, i) => {
        const row = found.find(({ number }) => number === i + 1);
        return line.map((_, column) => row?.cells[column] ?? "");
      });
      expect(cells).toEqual(lines.map((line) => line.map((text) => text.replace(/\r\n?/g, "\n"))));
    }),
  );
});
