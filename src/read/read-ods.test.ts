import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellError, type Cell } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { DayAndTime } from "../values/day-and-time.js";
import { Unreadable } from "./errors.js";
import { zipOf } from "./files.fixture.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readOds } from "./read-ods.js";
import { bufferSource } from "./source.js";
import type { Table } from "./table.js";

const styles = `<office:automatic-styles>
  <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
  <number:date-style style:name="N1"><number:year/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
  <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
  <style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/></office:automatic-styles>`;
const documentOf = (tables: string, more: Record<string, string> = {}): Buffer =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });
const tableOf = (rows: string): string =>
  `<table:table table:name="案件" table:style-name="ta1">${rows}</table:table>`;
const read = (bytes: Buffer, limits: Partial<Limits> = {}): Table =>
  readOds(bufferSource(bytes), "台账.ods", { ...defaultLimits, ...limits });
const rowsOf = (rows: string) => read(documentOf(tableOf(rows))).sheets[0]!.rows;
const cellOf = (cell: string, columns = ""): Cell | undefined =>
  rowsOf(`${columns}<table:table-row>${cell}</table:table-row>`)[0]?.cells[0];
const reasonOf = (run: () => unknown): string => {
  try {
    run();
    return "fine";
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};
const cell = (attributes: string, text = ""): string =>
  `<table:table-cell ${attributes}>${text === "" ? "" : `<text:p>${text}</text:p>`}</table:table-cell>`;

describe("cells", () => {
  it("keep the time of a day that is shown with it", () => {
    const shown = `<number:date-style style:name="N9"><number:year/><number:month/><number:day/><number:hours/></number:date-style>
      <style:style style:name="ce9" style:family="table-cell" style:data-style-name="N9"/></office:automatic-styles>`;
    const row = `<table:table-row>${cell('table:style-name="ce9" office:value-type="date" office:date-value="2023-12-01T10:05:00"')}</table:table-row>`;
    const bytes = documentOf(tableOf(row), {
      "content.xml": `<office:document-content>${styles.replace("</office:automatic-styles>", shown)}<office:body><office:spreadsheet>${tableOf(row)}</office:spreadsheet></office:body></office:document-content>`,
    });
    expect(read(bytes).sheets[0]!.rows[0]!.cells[0]).toEqual(
      new DayAndTime(CivilDate.of(2023, 12, 1)!, 605),
    );
  });

  it("hold values of every type", () => {
    expect(cellOf(cell('office:value-type="float" office:value="1.5"', "1.50"))).toBe(1.5);
    expect(cellOf(cell('office:value-type="percentage" office:value="0.15"', "15%"))).toBe(0.15);
    expect(cellOf(cell('office:value-type="boolean" office:boolean-value="true"', "是"))).toBe(
      true,
    );
    expect(cellOf(cell('office:value-type="time" office:time-value="PT10H30M00S"', "10:30"))).toBe(
      0.4375,
    );
    expect(cellOf(cell('office:value-type="string"', "甲"))).toBe("甲");
    expect(
      cellOf(cell('office:value-type="date" office:date-value="2023-12-01T10:00:00"', "x")),
    ).toEqual(CivilDate.fromIso("2023-12-01"));
    expect(cellOf(cell('table:formula="of:=1/0" office:value-type="string"', "#DIV/0!"))).toEqual(
      new CellError("#DIV/0!"),
    );
  });

  it("are whole months if their style, or that of their column, shows no day", () => {
    const date = 'office:value-type="date" office:date-value="2023-12-01"';
    const month = CivilDate.fromIso("2023-12");
    expect(cellOf(cell(`table:style-name="ce2" ${date}`, "x"))).toEqual(month);
    const column = `<table:table-column table:number-columns-repeated="3" table:default-cell-style-name="ce1"/>`;
    expect(cellOf(cell(date, "x"), column)).toEqual(month);
    expect(cellOf(cell(date, "x"))).toEqual(CivilDate.fromIso("2023-12-01"));
  });

  it("hold text with spaces, breaks, links and comments", () => {
    const text = `<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="3"/>乙<text:tab/><text:span>丙<text:a>丁</text:a></text:span><text:line-break/>戊</text:p><text:p/><text:p>己&amp;</text:p><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame>`;
    expect(cellOf(`<table:table-cell office:value-type="string">${text}</table:table-cell>`)).toBe(
      "甲   乙\t丙丁\n戊\n\n己&",
    );
  });

  it("without the result of their formula are said to be, unless the program calculates", () => {
    const rows = `<table:table-row>${cell('table:formula="of:=A2"')}</table:table-row>`;
    const { sheets, warnings } = read(documentOf(tableOf(rows)));
    expect(sheets[0]!.rows[0]!.cells).toEqual([new CellError("#CALC!")]);
    expect(warnings).toMatchObject([{ code: "formula-not-calculated", cell: "A1" }]);
    const meta = `<meta:generator>LibreOffice/7.4$Linux</meta:generator>`;
    expect(read(documentOf(tableOf(rows), { "meta.xml": meta })).sheets[0]!.rows).toEqual([]);
  });
});

describe("tables", () => {
  it("repeat cells and rows, hide rows and merge cells", () => {
    const rows = `<table:table-row table:number-rows-repeated="2"/>
      <table:table-row table:visibility="collapse" table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>${cell('table:number-columns-repeated="2" office:value-type="string"', "x")}</table:table-row>
      <table:table-header-rows><table:table-row>${cell('table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"', "m")}<table:covered-table-cell/>${cell('office:value-type="string"', "n")}</table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const [sheet] = read(documentOf(tableOf(rows))).sheets;
    expect(sheet!.rows).toEqual([
      { number: 3, cells: [null, null, "x", "x"], hidden: true },
      { number: 4, cells: [null, null, "x", "x"], hidden: true },
      { number: 5, cells: ["m", null, "n"] },
    ]);
    expect(sheet!.merges).toEqual([{ top: 4, left: 0, bottom: 5, right: 1 }]);
  });

  it("may be hidden, and what was deleted or is linked is none", () => {
    const hidden = `<table:table table:name="代码" table:style-name="ta2"/>`;
    const deleted = `<table:tracked-changes><table:table><table:table-row>${cell("", "旧")}</table:table-row></table:table></table:tracked-changes>`;
    expect(read(documentOf(deleted + hidden)).sheets).toEqual([
      { file: "台账.ods", name: "代码", hidden: true, rows: [], merges: [] },
    ]);
  });
});

describe("says why it was not read", () => {
  const one = `<table:table-row>${cell('office:value-type="string"', "案卷")}</table:table-row>`;

  it("with a password, or broken", () => {
    const manifest = `<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>`;
    expect(reasonOf(() => read(documentOf("", { "META-INF/manifest.xml": manifest })))).toBe(
      "file-encrypted",
    );
    expect(reasonOf(() => read(zipOf({ mimetype: "x" })))).toBe("file-broken");
    expect(
      reasonOf(() => read(documentOf("", { "content.xml": "<office:document-content>" }))),
    ).toBe("file-broken");
  });

  it.each<[string, string, Partial<Limits>, string]>([
    ["columns", cell('table:number-columns-repeated="20000"', "x"), {}, "too-many-cells"],
    ["columns", cell('table:number-columns-repeated="1e15"', "x"), {}, "too-many-cells"],
    ["merges", cell('table:number-columns-spanned="2"', "x"), { merges: 0 }, "too-many-cells"],
    ["text", cell("", "案卷"), { cellCharacters: 1 }, "cell-too-long"],
    ["spaces", cell("", '<text:s text:c="1e12"/>'), {}, "cell-too-long"],
    [
      "lines",
      `<table:table-cell>${"<text:p/>".repeat(9)}</table:table-cell>`,
      { cellCharacters: 5 },
      "cell-too-long",
    ],
  ])("over a limit of %s", (_, content, limits, reason) => {
    const rows = `<table:table-row>${content}</table:table-row>`;
    expect(reasonOf(() => read(documentOf(tableOf(rows)), limits))).toBe(reason);
  });

  it("over a limit of rows, cells and sheets", () => {
    const many = one.replace(
      "<table:table-row>",
      '<table:table-row table:number-rows-repeated="1000000000">',
    );
    expect(reasonOf(() => read(documentOf(tableOf(many))))).toBe("too-many-cells");
    const wide = `<table:table-row table:number-rows-repeated="1000000">${cell('table:number-columns-repeated="16000"', "x")}</table:table-row>`;
    expect(reasonOf(() => read(documentOf(tableOf(wide)), { cells: 1_000_000 }))).toBe(
      "too-many-cells",
    );
    expect(reasonOf(() => read(documentOf(tableOf(one)), { sheets: 0 }))).toBe("too-many-cells");
    expect(reasonOf(() => read(documentOf(tableOf(one)), { partBytes: 100 }))).toBe(
      "archive-too-large",
    );
  });
});

it("ends on anything", () => {
  const piece = fc.constantFrom(
    ...[
      "<table:table>",
      "</table:table>",
      "<table:table-row>",
      "</table:table-row>",
      "<table:table-cell>",
    ],
    ...[
      "</table:table-cell>",
      "<table:covered-table-cell/>",
      "<text:p>",
      "</text:p>",
      "<text:s/>",
      "x",
    ],
    ...[
      cell('office:value-type="date" office:date-value="0"', "1"),
      cell('table:number-rows-spanned="-1"', "2"),
    ],
    ...[
      '<table:table-row table:number-rows-repeated="0">',
      "<office:annotation>",
      "<style:style>",
      "<",
      "&",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      reasonOf(() => read(documentOf(pieces.join(""))));
    }),
    { numRuns: 500 },
  );
});
