import { readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, CellError, columnName, type Sheet } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { fromExcelSerial } from "../values/parse-date.js";
import { defaultLimits } from "./limits.js";
import { shownByCode } from "./number-format.js";
import { readOds } from "./read-ods.js";
import { readXls } from "./read-xls.js";
import { readXlsx } from "./read-xlsx.js";
import { readXml } from "./read-xml.js";
import { bufferSource } from "./source.js";
import type { Table } from "./table.js";

XLSX.set_cptable(codePages);

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));

const readers: Record<string, (bytes: Buffer) => Table> = {
  xlsx: (bytes) => readXlsx(bufferSource(bytes), "表", defaultLimits),
  xls: (bytes) => readXls(bufferSource(bytes), "表", defaultLimits),
  biff5: (bytes) => readXls(bufferSource(bytes), "表", defaultLimits),
  ods: (bytes) => readOds(bufferSource(bytes), "表", defaultLimits),
  xlml: (bytes) => readXml(bytes, "表", defaultLimits),
};
const readAs = (form: string, bytes: Buffer): Table => readers[form]!(bytes);

/** The cells of a sheet by their names; what is not there is blank. */
const cellsOf = ({ rows }: Sheet): Record<string, Cell> =>
  Object.fromEntries(
    rows.flatMap(({ number, cells }) =>
      cells.flatMap((cell, at) => (cell === null ? [] : [[columnName(at) + number, cell]])),
    ),
  );

const hiddenRows = ({ rows }: Sheet): number[] =>
  rows.filter(({ hidden }) => hidden).map(({ number }) => number);

describe("a workbook that LibreOffice converted", () => {
  /** Of formulas that give a text LibreOffice leaves out the result in .xls. */
  const lost = ["B1", "E1", "F1"];

  it.each(["1900", "1904"])("is the same in every form, days counted from %s", (system) => {
    const { sheets } = readAs("xlsx", fixture(`formats/${system}.xlsx`));
    for (const form of ["xls", "ods"]) {
      const converted = readAs(form, fixture(`formats/${system}-by-libreoffice.${form}`));
      expect(converted.sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
        sheets.map(({ name, hidden }) => [name, hidden]),
      );
      for (const [at, sheet] of converted.sheets.entries()) {
        const original = sheets[at]!;
        const expected = cellsOf(original);
        if (form === "xls" && sheet.name === "公式") {
          for (const name of lost) expected[name] = new CellError("#CALC!");
        }
        expect(cellsOf(sheet)).toEqual(expected);
        expect(sheet.merges).toEqual(original.merges);
        expect(hiddenRows(sheet)).toEqual(hiddenRows(original));
      }
    }
  });

  it("says where the results of formulas are missing", () => {
    const { warnings } = readAs("xls", fixture("formats/1900-by-libreoffice.xls"));
    expect(warnings).toEqual([
      {
        level: "warning",
        code: "formula-not-calculated",
        file: "表",
        sheet: "公式",
        cell: "B1",
        details: { count: 3 },
      },
    ]);
    expect(readAs("ods", fixture("formats/1900-by-libreoffice.ods")).warnings).toEqual([]);
  });
});

/** What SheetJS holds of a workbook, in our terms. */
const cellsBySheetJs = (bytes: Buffer): Record<string, Cell>[] => {
  const workbook = XLSX.read(bytes, { cellNF: true, cellText: false, dense: true });
  return workbook.SheetNames.map((name) => {
    const rows = workbook.Sheets[name]?.["!data"] ?? [];
    const cells: Record<string, Cell> = {};
    rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        const value = asOurs(cell);
        if (value !== null) cells[XLSX.utils.encode_cell({ r, c })] = value;
      }),
    );
    return cells;
  });
};

const asOurs = ({ t, v, w, z }: XLSX.CellObject): Cell => {
  if (t === "e") return new CellError(w ?? "");
  if (t === "n" && typeof v === "number" && z !== undefined && v >= 1) {
    if (shownByCode(String(z)) !== "number") return fromExcelSerial(v, 1900) ?? v;
  }
  return v === undefined || v === "" || v instanceof Date ? null : v;
};

describe("a real benchmark of a city, 14 sheets in an old workbook", () => {
  const bytes = fixture("benchmarks/jiangmen-huanbao-cailiang.xls");
  const { sheets, warnings } = readAs("xls", bytes);

  it("is read as SheetJS reads it", () => {
    expect(sheets.map(cellsOf)).toEqual(cellsBySheetJs(bytes));
    expect(warnings).toEqual([]);
  });

  it("keeps its sheets and merges", () => {
    const workbook = XLSX.read(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(workbook.SheetNames);
    const merges = workbook.SheetNames.map((name) =>
      (workbook.Sheets[name]?.["!merges"] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c]),
    );
    expect(
      sheets.map((sheet) => sheet.merges.map((m) => [m.top, m.left, m.bottom, m.right])),
    ).toEqual(merges);
    expect(merges.flat()).toHaveLength(904);
  });
});

describe("random tables", () => {
  const letters = fc.constantFrom(..."邢市监罚〔〕０９<>&\"' \n，。甲乙丙1a_x");
  const text = fc
    .string({ unit: letters, minLength: 1, maxLength: 30 })
    .filter((value) => value.trim() === value && !/ {2}/.test(value));
  const day = fc.integer({ min: 20_000, max: 70_000 });
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: text },
    fc.integer(),
    fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 100),
    fc.integer().map((number) => number * 123_457),
    fc.boolean(),
    day.map((serial) => ({ serial, format: "yyyy/mm/dd" })),
    day.map((serial) => ({ serial, format: 'yyyy"年"m"月"' })),
  );
  const grid = fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 8 });
  /** SheetJS writes Excel 5 in the code page of the West only. */
  const writable = (form: string, rows: Written): boolean =>
    form !== "biff5" ||
    !/[^\0-\x7f]/.test(JSON.stringify(rows.flat().map((v) => (typeof v === "string" ? v : ""))));
  type Written = (string | number | boolean | { serial: number; format: string } | null)[][];

  const cellFor = (value: Exclude<Written[number][number], null>): XLSX.CellObject => {
    if (typeof value === "object") return { t: "n", v: value.serial, z: value.format };
    if (typeof value === "string") return { t: "s", v: value };
    return typeof value === "number" ? { t: "n", v: value } : { t: "b", v: value };
  };
  const expectedOf = (value: Exclude<Written[number][number], null>): Cell => {
    // -0 has no spelling in a workbook.
    if (typeof value !== "object") return Object.is(value, -0) ? 0 : value;
    const date = fromExcelSerial(value.serial, 1900)!;
    const isMonth = value.format.endsWith('"月"') && date.day === 1;
    return isMonth ? CivilDate.of(date.year, date.month)! : date;
  };

  it.each(["xls", "biff5", "ods", "xlml"])("written by SheetJS as %s come back", (form) => {
    fc.assert(
      fc.property(grid, (rows: Written) => {
        fc.pre(writable(form, rows));
        const sheet: XLSX.WorkSheet = { "!ref": "A1:H8" };
        const expected: Record<string, Cell> = {};
        rows.forEach((row, r) =>
          row.forEach((value, c) => {
            if (value === null) return;
            const name = XLSX.utils.encode_cell({ r, c });
            sheet[name] = cellFor(value);
            expected[name] = expectedOf(value);
          }),
        );
        const workbook = { SheetNames: ["表"], Sheets: { 表: sheet } };
        const options = { type: "buffer", bookType: form, codepage: 936 } as XLSX.WritingOptions;
        const bytes = XLSX.write(workbook, options) as Buffer;
        expect(readAs(form, bytes).sheets.map(cellsOf)).toEqual([expected]);
      }),
      { numRuns: 60 },
    );
  });
});
