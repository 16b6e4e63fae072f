import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { compoundOf, gb18030, temporaryFolder, workbookParts, zipOf } from "./files.fixture.js";
import { sniff } from "./sniff.js";

const folder = temporaryFolder();

/** What becomes of a file with this name and content, in one word. */
const verdictOn = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { kind, content: found } = sniff(path);
  if ("format" in found) return `${kind}: ${found.format}`;
  return `${kind}: ${"as" in found ? found.as : "ignored" in found ? found.ignored : found.unread}`;
};

const core = (creator: string): string =>
  `<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`;
const workbook = zipOf(workbookParts({ rows: "" }));
const ownWorkbook = zipOf(
  workbookParts({ rows: "", extraParts: { "docProps/core.xml": core("anjuan") } }),
);
const othersWorkbook = zipOf(
  workbookParts({ rows: "", extraParts: { "docProps/core.xml": core("anjuan 用户") } }),
);
const table = "案号,当事人,罚款\n1,甲,2\n3,乙,4\n";
const html = "<html><table><tr><td>案号</td></tr></table></html>";
const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`;
const odf = (type: string): Buffer =>
  zipOf({ mimetype: { text: `application/vnd.oasis.opendocument.${type}`, stored: true } });
const binary = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]);

describe("content decides", () => {
  it.each([
    ["a.xlsx", workbook, "spreadsheet: xlsx"],
    ["a.xls", workbook, "spreadsheet: xlsx"],
    ["noextension", workbook, "spreadsheet: xlsx"],
    ["b.xlsx", othersWorkbook, "spreadsheet: xlsx"],
    ["c.xlsx", ownWorkbook, "spreadsheet: own-output"],
    ["a.csv", table, "csv: csv"],
    ["gb.CSV", gb18030(table), "csv: csv"],
    ["u16.csv", Buffer.from(`\ufeff${table}`, "utf16le"), "csv: csv"],
    ["a.txt", table, "csv: csv"],
    ["b.txt", gb18030(table.replaceAll(",", "\t")), "csv: csv"],
    ["b.xls", table, "csv: csv"],
    ["d.xlsx", table, "csv: csv"],
    ["one.csv", "案号\n1\n", "csv: csv"],
    ["a1.xls", compoundOf("Workbook"), "spreadsheet: xls"],
    ["old.xls", compoundOf("Book"), "spreadsheet: xls"],
    ["a.et", compoundOf("Workbook", "ETExtData"), "spreadsheet: xls"],
    ["e.xlsx", compoundOf("Workbook"), "spreadsheet: xls"],
    ["a.ods", odf("spreadsheet"), "spreadsheet: ods"],
    ["a.ots", odf("spreadsheet-template"), "spreadsheet: ods"],
    ["html.xls", html, "spreadsheet: html"],
    ["html.xlsx", html, "spreadsheet: html"],
    ["gbhtml.xls", gb18030(html), "spreadsheet: html"],
    ["half.xls", "<table><tr><td>案号", "spreadsheet: html"],
    ["html.csv", html, "csv: html"],
    ["xml.xls", xml, "spreadsheet: xml"],
    ["a.xml", xml, "spreadsheet: xml"],
  ])("%s", (name, content, verdict) => {
    expect(verdictOn(name, content)).toBe(verdict);
  });
});

describe("kinds for later", () => {
  it.each([
    [
      "a.xlsb",
      zipOf({ "[Content_Types].xml": "", "xl/workbook.bin": "" }),
      "spreadsheet: kind-not-supported",
    ],
    ["a.odt", odf("text"), "other: kind-not-supported"],
  ])("%s", (name, content, verdict) => {
    expect(verdictOn(name, content)).toBe(verdict);
  });
});

describe("documents and recordings", () => {
  it.each([
    ["a.doc", compoundOf("WordDocument"), "other: doc"],
    ["a.docx", zipOf({ "word/document.xml": "" }), "other: docx"],
    ["b.docx", compoundOf("EncryptionInfo", "EncryptedPackage"), "other: docx"],
    ["a.ofd", zipOf({ "OFD.xml": "" }), "other: ofd"],
    ["a.zip.bak", zipOf({ "ofd.xml": "" }), "other: ofd"],
    ["a.pdf", "%PDF-1.7\n", "other: pdf"],
    ["no-name", "%PDF-1.7\n", "other: pdf"],
    ["b.doc", "%PDF-1.7\n", "other: pdf"],
    ["b.pdf", zipOf({ "word/document.xml": "" }), "other: docx"],
    ["a.rtf", "{\\rtf1 }", "other: rtf"],
    ["c.doc", "{\\rtf1 }", "other: rtf"],
    ["prose.txt", "第一行，无分隔\n第二行, 有一个\n", "other: text"],
    ["a.jpg", binary, "other: image"],
    ["a.dat", binary, "other: image"],
    ["a.png", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "other: image"],
    ["a.tif", Buffer.from("II*\0\x08\0\0\0", "latin1"), "other: image"],
    ["a.mp4", Buffer.from("\0\0\0\x20ftypisom\0\0", "latin1"), "other: recording"],
    ["a.mkv", Buffer.from("\x1aE\xdf\xa3\x9f", "latin1"), "other: recording"],
    ["a.mp3", Buffer.from("ID3\x04\0\0", "latin1"), "other: recording"],
    ["a.wav", Buffer.from("RIFF\0\0\0\0WAVEfmt ", "latin1"), "other: recording"],
    ["case.json", `{"立案报告表": {"案号": "1"}, "送达回证": []}`, "other: case-json"],
    ["list.json", `{"立案报告表": [{"案号": "1"}]}`, "other: case-json"],
  ])("%s", (name, content, verdict) => {
    expect(verdictOn(name, content)).toBe(verdict);
  });

  it.each([
    ["empty.pdf", "", "other: pdf"],
    ["junk.pdf", Buffer.from([1, 0, 2]), "other: pdf"],
    ["cut.docx", Buffer.from("PK\x03\x04"), "other: docx"],
    ["junk.ofd", "没有", "other: ofd"],
    ["empty.mp4", "", "other: recording"],
  ])("go to the reader that their name promises, where content says nothing: %s", (...given) => {
    const [name, content, verdict] = given;
    expect(verdictOn(name, content)).toBe(verdict);
  });
});

describe("other kinds", () => {
  it.each([
    ["a.zip", zipOf({ a: "b" }), "other: other-kind"],
    ["broken.zip", Buffer.from("PK\x03\x04"), "other: other-kind"],
    ["a.exe", Buffer.from([0x4d, 0x5a, 0, 0]), "other: other-kind"],
    [".gitkeep", "", "other: other-kind"],
    ["a.md", "|a|b|c|\n|1|2|3|\n", "other: other-kind"],
    ["page.html", html, "other: other-kind"],
    ["a.json", `{ "schema": "other/1" }`, "other: other-kind"],
    ["b.json", `{\n  "schema": "anjuan.audit/1",\n`, "other: own-output"],
    ["c.json", `{"schema":"anjuan.inspect/1"}`, "other: own-output"],
  ])("%s", (name, content, verdict) => {
    expect(verdictOn(name, content)).toBe(verdict);
  });
});

describe("unread", () => {
  it.each([
    ["empty.xlsx", "", "spreadsheet: file-empty"],
    ["empty.csv", "", "csv: file-empty"],
    ["cut.xlsx", workbook.subarray(0, 300), "spreadsheet: file-broken"],
    [
      "locked.xlsx",
      compoundOf("EncryptionInfo", "EncryptedPackage"),
      "spreadsheet: file-encrypted",
    ],
    ["odd.xlsx", compoundOf(), "spreadsheet: file-broken"],
    ["zip.xlsx", zipOf({ a: "b" }), "spreadsheet: not-a-workbook"],
    ["prose.xlsx", "不是表格", "spreadsheet: not-a-workbook"],
    ["photo.xlsx", binary, "spreadsheet: not-a-workbook"],
    ["photo.csv", binary, "csv: not-text"],
    ["broken.xls", binary, "spreadsheet: not-a-workbook"],
    ["cut.xls", compoundOf("Workbook").subarray(0, 600), "spreadsheet: file-broken"],
    ["locked.xls", compoundOf("EncryptedPackage"), "spreadsheet: file-encrypted"],
    ["other.xls", "<note>不是表格</note>", "spreadsheet: not-a-workbook"],
  ])("%s", (name, content, verdict) => {
    expect(verdictOn(name, content)).toBe(verdict);
  });

  it("is what cannot be opened, if its name promises a table", () => {
    expect(sniff(join(folder, "gone.xlsx"))).toEqual({
      kind: "spreadsheet",
      content: { unread: "not-readable", details: { system: "ENOENT" } },
    });
    expect(sniff(join(folder, "gone.dat")).content).toEqual({ ignored: "other-kind" });
    mkdirSync(join(folder, "folder.csv"));
    expect(sniff(join(folder, "folder.csv")).content).toMatchObject({ unread: "not-readable" });
  });
});

it("never throws", () => {
  const magic = fc.constantFrom(
    Buffer.alloc(0),
    Buffer.from([0x50, 0x4b, 3, 4]),
    compoundOf("Workbook").subarray(0, 1200),
    workbook,
  );
  const name = fc.constantFrom("x.xlsx", "x.csv", "x.txt", "x");
  fc.assert(
    fc.property(magic, fc.uint8Array({ maxLength: 600 }), name, (start, rest, name) => {
      verdictOn(name, Buffer.concat([start, rest]));
    }),
    { numRuns: 500 },
  );
  expect(readdirSync(folder)).toContain("x.xlsx");
});

it("recognises the creator that exceljs writes", async () => {
  const book = new ExcelJS.Workbook();
  book.creator = "anjuan";
  book.addWorksheet("结果");
  expect(verdictOn("own.xlsx", Buffer.from(await book.xlsx.writeBuffer()))).toBe(
    "spreadsheet: own-output",
  );
});

it.each([1, 3000])("recognises a password on a workbook of %i rows", async (count) => {
  const rows = Array.from({ length: count }, (_, i) => [`案${i}`, Math.sqrt(i)]);
  const encryption = { password: "案卷", spinCount: 100 };
  const bytes = await writeXlsx({ sheets: [{ name: "表", rows }], encryption });
  expect(verdictOn("secret.xlsx", Buffer.from(bytes))).toBe("spreadsheet: file-encrypted");
});
