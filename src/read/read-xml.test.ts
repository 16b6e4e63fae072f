import fc from "fast-check";
import { expect, it } from "vitest";
import { CellError } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { Unreadable } from "./errors.js";
import { gb18030 } from "./files.fixture.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readXml } from "./read-xml.js";

const bookOf = (rows: string, options = ""): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
  <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
  <Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>
  <Style ss:ID="m" ss:Parent="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>
  <Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="c" ss:Parent="d"/></Styles>
  <Worksheet ss:Name="案件"><Table>${rows}</Table>${options}</Worksheet></Workbook>`;
const read = (text: string | Buffer, limits: Partial<Limits> = {}) =>
  readXml(Buffer.from(text as string), "台账.xls", { ...defaultLimits, ...limits });
const reasonOf = (run: () => unknown): string => {
  try {
    run();
    return "fine";
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};
const data = (type: string, text: string): string => `<Data ss:Type="${type}">${text}</Data>`;

it("reads values of every type, and where they stand", () => {
  const { sheets, warnings } = read(
    bookOf(
      `<Row ss:Index="2" ss:Span="1"><Cell ss:MergeAcross="1" ss:MergeDown="1">${data("String", "甲&#10;乙")}</Cell>
        <Cell>${data("Number", "1.5")}</Cell><Cell ss:Index="6">${data("Boolean", "1")}</Cell></Row>
      <Row ss:Hidden="1"><Cell ss:StyleID="d">${data("DateTime", "2023-12-01T10:00:00.000")}</Cell>
        <Cell ss:StyleID="m">${data("DateTime", "2023-12-01T00:00:00.000")}</Cell>
        <Cell ss:StyleID="c">${data("Number", "45261")}</Cell><Cell ss:StyleID="p">${data("Number", "45261")}</Cell></Row>
      <Row><Cell ss:Formula="=1/0">${data("Error", "#DIV/0!")}</Cell><Cell ss:Formula="=A1"/>
        <Cell><ss:Data ss:Type="String"><B>富</B>文本</ss:Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>`,
      `<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>`,
    ),
  );
  expect(sheets).toEqual([
    {
      file: "台账.xls",
      name: "案件",
      hidden: true,
      rows: [
        { number: 2, cells: ["甲\n乙", null, 1.5, null, null, true] },
        {
          number: 4,
          hidden: true,
          cells: [
            CivilDate.fromIso("2023-12-01"),
            CivilDate.fromIso("2023-12"),
            CivilDate.fromIso("2023-12-01"),
            45261,
          ],
        },
        { number: 5, cells: [new CellError("#DIV/0!"), new CellError("#CALC!"), "富文本"] },
      ],
      merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
    },
  ]);
  expect(warnings).toMatchObject([{ code: "formula-not-calculated", cell: "B5" }]);
});

it("reads it in other encodings", () => {
  const text = bookOf(`<Row><Cell>${data("String", "案")}</Cell></Row>`);
  const declared = text.replace('"1.0"', '"1.0" encoding="gb2312"');
  expect(read(gb18030(declared)).sheets[0]!.rows).toEqual([{ number: 1, cells: ["案"] }]);
  const wide = Buffer.from(`\ufeff${text}`, "utf16le");
  expect(read(wide).sheets[0]!.rows).toEqual([{ number: 1, cells: ["案"] }]);
});

it("says why it was not read", () => {
  const text = bookOf(`<Row><Cell ss:Index="4">${data("String", "案卷")}</Cell></Row>`);
  expect(reasonOf(() => read(text.slice(0, -20)))).toBe("file-broken");
  expect(reasonOf(() => read(text, { columns: 3 }))).toBe("too-many-cells");
  expect(reasonOf(() => read(text, { cellCharacters: 1 }))).toBe("cell-too-long");
  expect(reasonOf(() => read(text, { sheets: 0 }))).toBe("too-many-cells");
  const far = bookOf(`<Row ss:Index="99999999"><Cell>${data("Number", "1")}</Cell></Row>`);
  expect(reasonOf(() => read(far))).toBe("too-many-cells");
});

it("ends on anything", () => {
  const piece = fc.constantFrom(
    ...[
      "<Row>",
      "</Row>",
      '<Row ss:Index="-1">',
      '<Row ss:Span="1e9">',
      "<Cell>",
      "</Cell>",
      "<Data>",
    ],
    ...[
      '<Cell ss:Index="9" ss:MergeAcross="99999">',
      "</Data>",
      '<Data ss:Type="Number">',
      "1",
      "案",
    ],
    ...["<Comment>", "</Comment>", "<Style>", "<", "&", "<!--", "</Workbook>", "<Worksheet>"],
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      reasonOf(() => read(bookOf(pieces.join(""))));
    }),
    { numRuns: 500 },
  );
});
