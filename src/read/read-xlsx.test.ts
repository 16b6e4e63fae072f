import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { readXlsx as readWithHucre } from "hucre";
import { describe, expect, it } from "vitest";
import { type Cell, CellError, columnName } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { DayAndTime } from "../values/day-and-time.js";
import { Unreadable } from "./errors.js";
import { formatted, temporaryFolder, workbookParts, zipOf } from "./files.fixture.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readXlsx } from "./read-xlsx.js";
import type { Table } from "./table.js";
import { bufferSource } from "./source.js";

const folder = temporaryFolder();

const read = (bytes: Buffer, limits: Partial<Limits> = {}): Table =>
  readXlsx(bufferSource(bytes), "台账.xlsx", { ...defaultLimits, ...limits });

const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer());

const byHand = (given: Parameters<typeof workbookParts>[0]): Table =>
  read(zipOf(workbookParts(given)));

/** The cells of a hand-written sheet's only row. */
const rowOf = (given: Parameters<typeof workbookParts>[0]): readonly Cell[] | undefined =>
  byHand(given).sheets[0]!.rows[0]?.cells;

const reasonOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  return "fine";
};

const day = (iso: string): CivilDate => CivilDate.fromIso(iso)!;
const utc = (iso: string): Date => new Date(`${iso}Z`);

/** A ledger as people keep it: title merged over the table, dates, amounts, formulas, a hidden sheet. */
const ledger = (): ExcelJS.Workbook => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("案件");
  sheet.getCell("A1").value = "邢台市市场监督管理局2023年行政处罚案件台账";
  sheet.mergeCells("A1:F1");
  sheet.getRow(3).values = ["序号", "决定书文号", "决定日期", "罚款金额（元）", "备注", "已公示"];
  sheet.getRow(4).values = [
    1,
    "邢市监罚〔2023〕12号",
    utc("2023-12-01T00:00"),
    5000.5,
    { richText: [{ text: "超期" }, { font: { bold: true }, text: "公示" }] },
    true,
  ];
  sheet.getCell("C4").numFmt = "yyyy-mm-dd";
  sheet.getRow(5).values = [
    2,
    { text: "邢市监罚〔2023〕13号", hyperlink: "https://example.com" },
    utc("2023-12-31T23:59:59"),
    { formula: "D4*2", result: 10001 },
    { error: "#REF!" },
    { formula: "A5>1", result: true },
  ];
  sheet.getCell("C5").numFmt = 'yyyy"年"m"月"d"日" h:mm';
  sheet.getRow(6).hidden = true;
  sheet.getCell("B6").value = "隐藏行";
  sheet.mergeCells("E6:E8");
  sheet.getCell("E6").value = "合并";
  workbook.addWorksheet("代码表", { state: "hidden" }).getCell("B2").value = "简易程序";
  workbook.addWorksheet("数据字典", { state: "veryHidden" });
  return workbook;
};

describe("a ledger written by exceljs", () => {
  it("comes back cell by cell", async () => {
    const { sheets, warnings } = read(await bytesOf(ledger()));
    expect(warnings).toEqual([]);
    expect(sheets.map(({ file, name, hidden }) => [file, name, hidden])).toEqual([
      ["台账.xlsx", "案件", false],
      ["台账.xlsx", "代码表", true],
      ["台账.xlsx", "数据字典", true],
    ]);
    const [cases, codes, empty] = sheets;
    expect(cases!.rows.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6]);
    expect(cases!.rows[0]!.cells[0]).toBe("邢台市市场监督管理局2023年行政处罚案件台账");
    expect(cases!.rows[2]!.cells).toEqual([
      1,
      "邢市监罚〔2023〕12号",
      day("2023-12-01"),
      5000.5,
      "超期公示",
      true,
    ]);
    expect(cases!.rows[3]!.cells).toEqual([
      2,
      "邢市监罚〔2023〕13号",
      new DayAndTime(day("2023-12-31"), 23 * 60 + 59),
      10001,
      new CellError("#REF!"),
      true,
    ]);
    expect(cases!.rows[4]).toMatchObject({ number: 6, hidden: true });
    expect(cases!.rows[3]).not.toHaveProperty("hidden");
    expect(cases!.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 5, left: 4, bottom: 7, right: 4 },
    ]);
    expect(codes!.rows).toEqual([{ number: 2, cells: [null, "简易程序"] }]);
    expect(empty!.rows).toEqual([]);
  });

  it("reads the same in every time zone", async () => {
    const path = join(folder, "台账.xlsx");
    writeFileSync(path, await bytesOf(ledger()));
    const script = `
      const { readFileSync } = await import("node:fs");
      const { readXlsx } = await import("./src/read/read-xlsx.ts");
      const { bufferSource } = await import("./src/read/source.ts");
      const { defaultLimits } = await import("./src/read/limits.ts");
      const source = bufferSource(readFileSync(process.argv[1]));
      console.log(JSON.stringify(readXlsx(source, "台账.xlsx", defaultLimits)));`;
    const inZone = (TZ: string): string =>
      execFileSync(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "-e", script, path],
        { env: { ...process.env, TZ }, encoding: "utf8" },
      );
    const here = JSON.stringify(read(await bytesOf(ledger())));
    expect(inZone("America/New_York").trim()).toBe(here);
    expect(inZone("Asia/Shanghai").trim()).toBe(here);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const workbook = ledger();
    workbook.properties.date1904 = true;
    const cells = read(await bytesOf(workbook)).sheets[0]!.rows.flatMap((row) => row.cells);
    expect(cells.filter((cell) => cell instanceof CivilDate).map(String)).toEqual([
      "2023-12-01",
      "2023-12-31 23:59",
    ]);
  });
});

/** What exceljs's full reader holds of a cell, in our terms. */
const asOurs = (value: ExcelJS.CellValue): Cell => {
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) {
    const minutes = Math.floor(value.getTime() / 60_000);
    const date = CivilDate.fromEpochDay(Math.floor(minutes / 1440));
    return minutes % 1440 === 0 ? date : new DayAndTime(date, minutes - date.first * 1440);
  }
  if (typeof value !== "object") return value;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return new CellError(value.error);
  if ("text" in value) return value.text;
  return asOurs((value as ExcelJS.CellFormulaValue).result);
};

const cellsByExcelJs = async (bytes: Buffer): Promise<Record<string, Cell>[]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook.worksheets.map((sheet) => {
    const cells: Record<string, Cell> = {};
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = cell.isMerged && cell.master !== cell ? null : asOurs(cell.value);
        if (value !== null) cells[cell.address] = value;
      }),
    );
    return cells;
  });
};

const cellsByHucre = async (bytes: Buffer): Promise<Record<string, Cell>[]> => {
  const workbook = await readWithHucre(bytes);
  return workbook.sheets.map((sheet) => {
    const cells: Record<string, Cell> = {};
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        const isError = sheet.cells?.get(`${r},${c}`)?.type === "error";
        const cell = isError ? new CellError(String(value)) : asOurs(value);
        if (cell !== null) cells[`${columnName(c)}${r + 1}`] = cell;
      }),
    );
    return cells;
  });
};

const cellsByUs = (bytes: Buffer): Record<string, Cell>[] =>
  read(bytes).sheets.map((sheet) =>
    Object.fromEntries(
      sheet.rows.flatMap((row) =>
        row.cells.flatMap((cell, c) =>
          cell === null ? [] : [[`${columnName(c)}${row.number}`, cell]],
        ),
      ),
    ),
  );

describe("other readers", () => {
  it("agree on a ledger", async () => {
    const bytes = await bytesOf(ledger());
    expect(cellsByUs(bytes)).toEqual(await cellsByExcelJs(bytes));
    expect(cellsByUs(bytes)).toEqual(await cellsByHucre(bytes));
  });

  // exceljs writes neither carriage returns nor `_x0041_` in a way that any reader could undo.
  const text = fc
    .oneof(
      fc.string({ unit: "grapheme" }),
      fc.stringMatching(/^[邢市监罚〔〕０-９<>&"' \n\t，。]{0,20}$/),
    )
    .filter((value) => value !== "" && !/\r|_x|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(value));
  const date = fc.integer({ min: -7000, max: 47_000 }).map((n) => new Date(n * 86_400_000));
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: text },
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.boolean(),
    date,
  );
  const grid = fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 8 });

  it("agree on random tables, and so does what was written", async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (values) => {
        const workbook = new ExcelJS.Workbook();
        const sheet = workbook.addWorksheet("表");
        const written: Record<string, Cell> = {};
        values.forEach((row, r) =>
          row.forEach((cell, c) => {
            const place = sheet.getCell(r + 1, c + 1);
            place.value = cell;
            if (cell instanceof Date) place.numFmt = "yyyy-mm-dd";
            // -0 has no spelling in a workbook.
            const expected = asOurs(Object.is(cell, -0) ? 0 : cell);
            if (expected !== null) written[place.address] = expected;
          }),
        );
        const bytes = await bytesOf(workbook);
        expect(cellsByUs(bytes)).toEqual([written]);
        expect(cellsByUs(bytes)).toEqual(await cellsByExcelJs(bytes));
        expect(cellsByUs(bytes)).toEqual(await cellsByHucre(bytes));
      }),
      { numRuns: 60 },
    );
  });
});

describe("cells", () => {
  const shown = (code: string, serial: number): Cell | undefined =>
    rowOf({ rows: `<row><c s="1"><v>${serial}</v></c></row>`, styles: formatted(code) })?.[0];

  it("are dates if their format shows one", () => {
    expect(shown("yyyy-mm-dd", 45261)).toEqual(day("2023-12-01"));
    expect(shown('yyyy"年"m"月"d"日" h:mm', 45261.99)).toEqual(
      new DayAndTime(day("2023-12-01"), 23 * 60 + 45),
    );
    expect(shown("yyyy-mm-dd", 45261.99)).toEqual(day("2023-12-01"));
    expect(shown("yyyy-mm-dd hh:mm", 45261)).toEqual(day("2023-12-01"));
    expect(shown("0.00", 45261)).toBe(45261);
    expect(shown("h:mm", 45261.5)).toBe(45261.5);
    expect(shown("yyyy-mm-dd h:mm", 0.5)).toBe(0.5);
    expect(shown("yyyy-mm-dd", 9e15)).toBe(9e15);
    expect(shown("yyyy-mm-dd", -1)).toBe(-1);
  });

  it("are whole months if their format shows a month and they hold its first day", () => {
    expect(shown('yyyy"年"m"月"', 45261)).toEqual(day("2023-12"));
    expect(shown('yyyy"年"m"月"', 45262)).toEqual(day("2023-12-02"));
  });

  it("are formatted by number as the Chinese Excel formats", () => {
    const styles = `<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>`;
    expect(rowOf({ rows: `<row><c s="1"><v>45261</v></c></row>`, styles })).toEqual([
      day("2023-12-01"),
    ]);
  });

  it("keep the text that XML and Excel escape", () => {
    const rows = `<row><c t="str"><v>a&amp;b_x000D_&#10;c</v></c><c t="s"><v>0</v></c></row>`;
    const strings = "<si><t>&lt;邢&gt;_x005F_x000D_</t></si>";
    expect(rowOf({ rows, strings })).toEqual(["a&b\r\nc", "<邢>_x000D_"]);
  });

  it("join rich text and leave pronunciation out", () => {
    const inline = "<is><r><t>执</t></r><r><rPr><b/></rPr><t> 法</t></r><rPh><t>zhi</t></rPh></is>";
    const rows = `<row><c t="inlineStr">${inline}</c><c t="s"><v>0</v></c></row>`;
    const strings = "<si><t>案</t><rPh sb='0' eb='1'><t>an</t></rPh></si>";
    expect(rowOf({ rows, strings })).toEqual(["执 法", "案"]);
  });

  it("are blank without a value, whatever their type says", () => {
    const blanks = `<c t="s"><v></v></c><c t="s"/><c t="s"><v>99</v></c><c t="str"><v/></c><c s="1"/>`;
    expect(
      rowOf({ rows: `<row>${blanks}<c t="b"><v>0</v></c></row>`, strings: "<si><t>鬼</t></si>" }),
    ).toEqual([null, null, null, null, null, false]);
  });

  it("may hold ISO dates and numbers that are none", () => {
    const rows = `<row><c t="d"><v>2023-05-06T10:00:00</v></c><c><v>1e999</v></c><c><v>x</v></c></row>`;
    expect(rowOf({ rows })).toEqual([day("2023-05-06"), "1e999", "x"]);
  });

  it("find their place by reference, else by order", () => {
    const rows = `<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`;
    expect(byHand({ rows }).sheets[0]!.rows).toEqual([
      { number: 3, cells: [null, null, 1, 2] },
      { number: 4, cells: [3] },
    ]);
  });

  it("are put in order if their rows are not", () => {
    const rows = `<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c></row>`;
    expect(byHand({ rows }).sheets[0]!.rows).toEqual([
      { number: 2, cells: [2] },
      { number: 5, cells: [1, 3] },
    ]);
  });

  it("are said to be missing where a formula was never calculated", () => {
    const rows = `<row r="2"><c r="B2"><f>A1</f></c><c r="C2"><f>A2</f><v></v></c><c r="D2" t="str"><f>A3</f><v>x</v></c></row>`;
    expect(byHand({ rows }).warnings).toEqual([
      {
        level: "warning",
        code: "formula-not-calculated",
        file: "台账.xlsx",
        sheet: "表",
        cell: "B2",
        details: { count: 2 },
      },
    ]);
  });
});

describe("workbooks", () => {
  it("may have chart sheets", () => {
    const { sheets } = byHand({
      rows: "<row><c><v>1</v></c></row>",
      extraSheets: `<sheet name="图" sheetId="2" r:id="rId9"/>`,
      extraRelations: [["rId9", "chartsheet", "chartsheets/sheet1.xml"]],
    });
    expect(sheets.map(({ name }) => name)).toEqual(["表"]);
  });

  it("may be formatted down to the last cell", () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>`;
    expect(byHand({ rows }).sheets[0]!.rows).toEqual([{ number: 1, cells: [1] }]);
  });

  it("may have merges that are no ranges of cells", () => {
    const after = `<mergeCells><mergeCell ref="A:B"/><mergeCell ref="$C$3:A1"/><mergeCell/></mergeCells>`;
    expect(byHand({ rows: "", after }).sheets[0]!.merges).toEqual([
      { top: 0, left: 0, bottom: 2, right: 2 },
    ]);
  });

  it("need not have styles or strings, and may carry prefixes", () => {
    const parts = workbookParts({ rows: "" });
    delete parts["xl/styles.xml"];
    delete parts["xl/sharedStrings.xml"];
    parts["xl/worksheets/sheet1.xml"] =
      `<x:worksheet><x:sheetData><x:row><x:c s="3"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(read(zipOf(parts)).sheets[0]!.rows).toEqual([{ number: 1, cells: [7] }]);
  });

  it("are broken if a part is missing or ends early", () => {
    const without = (name: string): Buffer => {
      const parts = workbookParts({ rows: "" });
      delete parts[name];
      return zipOf(parts);
    };
    expect(reasonOf(() => read(without("xl/worksheets/sheet1.xml")))).toBe("file-broken");
    expect(reasonOf(() => read(without("xl/workbook.xml")))).toBe("file-broken");
    expect(reasonOf(() => read(without("_rels/.rels")))).toBe("not-a-workbook");
    const cut = workbookParts({ rows: "" });
    cut["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row><c><v>1</v></c></row>`;
    expect(reasonOf(() => read(zipOf(cut)))).toBe("file-broken");
  });

  it("over a limit are not read", () => {
    const twoByThree = zipOf(
      workbookParts({
        rows: `<row><c r="A1"><v>1</v></c><c r="C1" t="str"><v>案卷评查</v></c></row><row><c r="C2"><v>1</v></c></row>`,
      }),
    );
    const fits = { rows: 2, columns: 3, cells: 6, cellCharacters: 4 };
    expect(reasonOf(() => read(twoByThree, fits))).toBe("fine");
    expect(reasonOf(() => read(twoByThree, { ...fits, rows: 1 }))).toBe("too-many-cells");
    expect(reasonOf(() => read(twoByThree, { ...fits, columns: 2 }))).toBe("too-many-cells");
    expect(reasonOf(() => read(twoByThree, { ...fits, cells: 5 }))).toBe("too-many-cells");
    expect(reasonOf(() => read(twoByThree, { ...fits, cellCharacters: 3 }))).toBe("cell-too-long");
    const merged = zipOf(
      workbookParts({
        rows: "",
        after: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(3)}</mergeCells>`,
      }),
    );
    expect(reasonOf(() => read(merged, { merges: 2 }))).toBe("too-many-cells");
    expect(reasonOf(() => read(merged, { sheets: 0 }))).toBe("too-many-cells");
    const farOut = `<row><c r="ZZZZZZZ1"><v>1</v></c></row>`;
    expect(reasonOf(() => byHand({ rows: farOut }))).toBe("too-many-cells");
  });

  it("with absurdly long texts are not read", () => {
    const long = "&amp;".repeat(3_000_000);
    const cell = `<row><c t="str"><v>${long}</v></c></row>`;
    expect(reasonOf(() => byHand({ rows: cell }))).toBe("cell-too-long");
    const runs = `<si>${`<r><t>${"案".repeat(300_000)}</t></r>`.repeat(4)}</si>`;
    expect(reasonOf(() => byHand({ rows: "", strings: runs }))).toBe("cell-too-long");
    const attribute = `<row><c r="${"A".repeat(200_000)}1"><v>1</v></c></row>`;
    expect(reasonOf(() => byHand({ rows: attribute }))).toBe("file-broken");
  });

  it("that are bombs do not go off", () => {
    const bomb = workbookParts({ rows: "" });
    bomb["xl/worksheets/sheet1.xml"] = Buffer.alloc(60 * 1024 * 1024, " ");
    expect(reasonOf(() => read(zipOf(bomb), { partBytes: 1024 * 1024 }))).toBe("archive-too-large");
    bomb["xl/worksheets/sheet1.xml"] = { text: Buffer.alloc(60 * 1024 * 1024, " "), size: 1000 };
    expect(reasonOf(() => read(zipOf(bomb)))).toBe("file-broken");
  });
});
