import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";

/**
 * Writes fixtures/formats: one workbook by exceljs, and what LibreOffice makes of it in every other form
 * of a table that is read. Needs `soffice`.
 */

const utc = (text: string): Date => new Date(`${text}Z`);

const cases = (workbook: ExcelJS.Workbook): void => {
  const sheet = workbook.addWorksheet("案件");
  sheet.mergeCells("A1:F1");
  sheet.getCell("A1").value = "某市市场监督管理局2023年行政处罚案件台账";
  sheet.getRow(3).values = ["序号", "决定书文号", "决定日期", "罚款金额", "备注"];
  sheet.getRow(4).values = [1, "某市监罚〔2023〕12号", utc("2023-12-01T00:00:00"), 5000.5, "甲"];
  sheet.getCell("C4").numFmt = "yyyy-mm-dd";
  sheet.getRow(5).values = [2, "001", utc("2023-12-31T23:59:59"), -0.25, "第一行\n第二行"];
  sheet.getCell("C5").numFmt = 'yyyy"年"m"月"d"日" h:mm';
  sheet.getRow(6).values = [3, "隐藏行", utc("2023-12-01T00:00:00"), 12345678.9];
  sheet.getCell("C6").numFmt = 'yyyy"年"m"月"';
  sheet.getRow(6).hidden = true;
  sheet.mergeCells("E6:E8");
  sheet.getCell("E6").value = "合并";
  sheet.getRow(7).values = [4, "  前后  有  空格  ", 0.4375, 0.15];
  sheet.getCell("C7").numFmt = "h:mm";
  sheet.getCell("D7").numFmt = "0%";
  sheet.getRow(8).values = [
    5,
    { richText: [{ text: "富" }, { text: "文本", font: { bold: true } }] },
  ];
  sheet.getCell("C8").value = 42;
  sheet.getCell("C8").numFmt = "yyyy-mm-dd";
  sheet.getCell("D8").value = 130521199001010000;
  sheet.getRow(12).values = ["合计"];
};

const formulas = (workbook: ExcelJS.Workbook): void => {
  const sheet = workbook.addWorksheet("公式");
  sheet.getRow(1).values = [
    { formula: "1+1", result: 2 },
    { formula: '"甲"&"乙"', result: "甲乙" },
    { formula: "1/0", result: { error: "#DIV/0!" } },
    { formula: "DATE(2023,12,1)", result: utc("2023-12-01T00:00:00") },
    { formula: '""', result: "" },
    { formula: 'REPT("案",5000)', result: "案".repeat(5000) },
  ];
  sheet.getCell("E1").numFmt = "yyyy/m/d";
};

/** Texts that together are longer than one record of an old workbook, wide and narrow ones in turn. */
const texts = (workbook: ExcelJS.Workbook): void => {
  const sheet = workbook.addWorksheet("长文本");
  for (let row = 1; row <= 60; row++) {
    const text = row % 3 === 0 ? `case ${row} `.repeat(row) : `第${row}件案卷é `.repeat(row * 2);
    sheet.getCell(row, 1 + (row % 4)).value = text.trim();
  }
};

const book = async (date1904: boolean): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  cases(workbook);
  formulas(workbook);
  texts(workbook);
  workbook.addWorksheet("代码表", { state: "hidden" }).getCell("B2").value = "简易程序";
  workbook.addWorksheet("空表");
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

const forms: readonly (readonly [file: string, filter: string])[] = [
  ["by-libreoffice.xls", "xls:MS Excel 97"],
  ["by-libreoffice.ods", "ods:calc8"],
];

const folder = fileURLToPath(new URL("../fixtures/formats/", import.meta.url));
await mkdir(folder, { recursive: true });
const work = await mkdtemp(join(tmpdir(), "anjuan-formats-"));
const convert = async (from: string, to: string, filter: string): Promise<void> => {
  execFileSync("soffice", ["--headless", "--convert-to", filter, "--outdir", work, from]);
  const made = from.replace(/xlsx$/, filter.split(":")[0] ?? "");
  await copyFile(made, join(folder, to));
};
for (const [name, date1904] of [
  ["1900", false],
  ["1904", true],
] as const) {
  const path = join(work, `${name}.xlsx`);
  await writeFile(path, await book(date1904));
  await copyFile(path, join(folder, `${name}.xlsx`));
  for (const [file, filter] of forms) await convert(path, `${name}-${file}`, filter);
}
await rm(work, { recursive: true });
