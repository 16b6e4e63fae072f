import type ExcelJS from "exceljs";
import { type Book } from "./city-sheet.js";
import type { Entry } from "./demo-case.js";
import { registerGroups, simpleColumns, type Column } from "./demo-columns.js";
import { agency, items, officers } from "./demo-reference.js";
import { dayOf, gb18030 } from "./demo-values.js";

/** A row of a ledger, and by whose hand: every team writes dates and amounts in its own way. */
export interface WrittenEntry {
  entry: Entry;
  team: number;
}

type CellValue = string | number | Date | null;

const place = "云汐省澜汀市栖霁区";
const moment = new Date(Date.UTC(2024, 3, 10, 1, 0, 0));
const thin: Partial<ExcelJS.Borders> = {
  top: { style: "thin" },
  left: { style: "thin" },
  bottom: { style: "thin" },
  right: { style: "thin" },
};

const isIso = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

const writtenDate = (iso: string, team: number): CellValue => {
  const { year, month, day = 1 } = dayOf(iso);
  const styles: CellValue[] = [
    new Date(Date.UTC(year, month - 1, day)),
    `${year}年${month}月${day}日`,
    `${year}.${month}.${day}`,
    iso.replaceAll("-", ""),
    new Date(Date.UTC(year, month - 1, day)),
  ];
  return styles[team] ?? iso;
};

const withSeparators = (yuan: number): string =>
  String(yuan).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");

const writtenAmount = (yuan: number, team: number): CellValue => {
  const wan = yuan >= 10_000 && yuan % 1000 === 0;
  const styles: CellValue[] = [
    yuan,
    withSeparators(yuan),
    `${yuan}元`,
    yuan,
    wan ? `${yuan / 10_000}万元` : `${withSeparators(yuan)}.00`,
  ];
  return styles[team] ?? yuan;
};

/** What a team writes where there is nothing to write. */
const blanks: readonly CellValue[] = ["/", null, "—", null, "无"];

/** Columns where 无 would be an answer, or where a dash in every row would look odd. */
const leftEmpty = new Set<Column["field"]>(["remark", "batch", "leniency", "reviewed", "defence"]);

const written = (
  { entry, team }: WrittenEntry,
  { field, kind }: Column,
  sequence: number,
): CellValue => {
  const value = field === "sequence" ? sequence : entry[field];
  if (value === undefined) return leftEmpty.has(field) ? null : (blanks[team] ?? null);
  if (field === "certificates" && typeof value === "string") return value.replaceAll("、", "\n");
  if (typeof value === "number") return kind === "amount" ? writtenAmount(value, team) : value;
  return kind === "date" && isIso(value) ? writtenDate(value, team) : value;
};

const bookWith = (part: (book: ExcelJS.Workbook) => void): Book => ({
  creator: agency,
  parts: [part],
  moment,
});

const landscape = (pagesAcross: number): Partial<ExcelJS.PageSetup> => ({
  paperSize: 9,
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: pagesAcross,
  fitToHeight: 0,
});

const center: Partial<ExcelJS.Alignment> = {
  horizontal: "center",
  vertical: "middle",
  wrapText: true,
};

const addTitle = (sheet: ExcelJS.Worksheet, title: string, width: number): void => {
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, width);
  const cell = sheet.getCell(1, 1);
  cell.font = { name: "方正小标宋简体", size: 20, bold: true };
  cell.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(1).height = 36;
};

const addNoteLine = (sheet: ExcelJS.Worksheet, text: string, width: number): void => {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, width);
  row.getCell(1).font = { name: "宋体", size: 11 };
  row.getCell(1).alignment = { vertical: "middle", wrapText: true };
};

const dressCell = (cell: ExcelJS.Cell, isHeader: boolean): void => {
  cell.border = thin;
  cell.font = { name: "宋体", size: isHeader ? 11 : 10, bold: isHeader };
  cell.alignment = center;
  if (isHeader) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } };
};

const dressRow = (row: ExcelJS.Row, width: number, height: number, isHeader = false): void => {
  row.height = height;
  for (let column = 1; column <= width; column++) dressCell(row.getCell(column), isHeader);
};

const addGroupedHeader = (sheet: ExcelJS.Worksheet): void => {
  const upper = registerGroups.flatMap(({ heading, columns }) =>
    columns.map((column, at) => (at === 0 ? (heading ?? column.header) : null)),
  );
  const lower = registerGroups.flatMap(({ heading, columns }) =>
    columns.map((column) => (heading === undefined ? null : column.header)),
  );
  const top = sheet.addRow(upper);
  const below = sheet.addRow(lower);
  dressRow(top, upper.length, 22, true);
  dressRow(below, upper.length, 48, true);
  let first = 1;
  for (const { heading, columns } of registerGroups) {
    const last = first + columns.length - 1;
    const lastRow = heading === undefined ? below.number : top.number;
    sheet.mergeCells(top.number, first, lastRow, last);
    first = last + 1;
  }
};

const formatOf = ({ kind }: Column): string =>
  kind === "date" ? "yyyy/m/d" : kind === "amount" ? "#,##0.00" : "General";

const addEntryRow = (
  sheet: ExcelJS.Worksheet,
  columns: readonly Column[],
  row: WrittenEntry,
  sequence: number,
): void => {
  const added = sheet.addRow(columns.map((column) => written(row, column, sequence)));
  dressRow(added, columns.length, 42);
  for (const [at, column] of columns.entries()) {
    const cell = added.getCell(at + 1);
    if (typeof cell.value === "number" || cell.value instanceof Date)
      cell.numFmt = formatOf(column);
  }
};

const totalRow = (columns: readonly Column[], rows: readonly WrittenEntry[]): CellValue[] =>
  columns.map(({ field }) => {
    if (field === "sequence") return "合计";
    if (field !== "fine" && field !== "paidAmount") return null;
    return rows.reduce((sum, { entry }) => sum + (entry[field] ?? 0), 0);
  });

/** The register of ordinary cases. */
export const registerBook = (rows: readonly WrittenEntry[]): Book =>
  bookWith((book) => {
    const columns = registerGroups.flatMap((group) => group.columns);
    const width = columns.length;
    const sheet = book.addWorksheet("案件台账", {
      views: [{ state: "frozen", xSplit: 3, ySplit: 4 }],
      pageSetup: landscape(5),
    });
    sheet.columns = columns.map((column) => ({ width: column.width }));
    addTitle(sheet, `${place}市场监督管理局行政处罚案件台账（2023年8月至11月）`, width);
    addNoteLine(
      sheet,
      `填报单位：${agency}        填报日期：2024年4月10日        金额单位：元`,
      width,
    );
    addGroupedHeader(sheet);
    for (const [at, row] of rows.entries()) addEntryRow(sheet, columns, row, at + 1);
    const total = sheet.addRow(totalRow(columns, rows));
    dressRow(total, width, 24);
    for (const [at, column] of columns.entries()) total.getCell(at + 1).numFmt = formatOf(column);
    addNoteLine(sheet, "填表人：何宛如        审核人：沈知微        联系电话：0999-0000000", width);
  });

const rosterColumns = [
  ["序号", 6],
  ["姓名", 10],
  ["工作单位", 24],
  ["所属部门", 24],
  ["职务", 16],
  ["执法类别", 12],
  ["执法区域", 12],
  ["执法证号", 16],
  ["发证机关", 18],
  ["发证日期", 14],
  ["有效期至", 14],
  ["证件状态", 10],
  ["法律职业资格\n证书编号", 20],
  ["从事法制\n审核日期", 14],
  ["备注", 18],
] as const;

/** 执法人员名册. */
export const rosterBook = (): Book =>
  bookWith((book) => {
    const width = rosterColumns.length;
    const sheet = book.addWorksheet("执法人员", {
      views: [{ state: "frozen", ySplit: 3 }],
      pageSetup: landscape(1),
    });
    sheet.columns = rosterColumns.map(([, wide]) => ({ width: wide }));
    addTitle(sheet, `${agency}行政执法人员名册（2023年）`, width);
    addNoteLine(sheet, `填报单位：${agency}        填报日期：2023年12月29日`, width);
    dressRow(sheet.addRow(rosterColumns.map(([header]) => header)), width, 36, true);
    for (const [at, one] of officers.entries()) {
      const row = sheet.addRow([
        at + 1,
        one.name,
        agency,
        one.department,
        one.post,
        "市场监管",
        "栖霁区",
        one.certificate,
        "云汐省人民政府",
        writtenDate(one.from, at % 3),
        writtenDate(one.to, at % 3),
        one.state,
        one.qualification ?? "/",
        one.reviewerSince === undefined ? "/" : writtenDate(one.reviewerSince, at % 3),
        one.remark ?? null,
      ]);
      dressRow(row, width, 22);
      for (const column of [10, 11, 14]) row.getCell(column).numFmt = "yyyy/m/d";
    }
  });

const benchmarkColumns = [
  ["序号", 6],
  ["事项编码", 16],
  ["违法行为", 30],
  ["法律依据", 40],
  ["法定处罚幅度", 26],
  ["裁量阶次", 10],
  ["适用条件", 44],
  ["裁量标准", 34],
  ["备注", 12],
] as const;

/** 行政处罚裁量权基准: what belongs to the violation stands once, merged over its tiers. */
export const benchmarkBook = (): Book =>
  bookWith((book) => {
    const width = benchmarkColumns.length;
    const sheet = book.addWorksheet("裁量权基准", {
      views: [{ state: "frozen", ySplit: 2 }],
      pageSetup: landscape(1),
    });
    sheet.columns = benchmarkColumns.map(([, wide]) => ({ width: wide }));
    addTitle(sheet, `${agency}行政处罚裁量权基准（自2023年8月1日起施行）`, width);
    dressRow(sheet.addRow(benchmarkColumns.map(([header]) => header)), width, 28, true);
    for (const [at, one] of items.entries()) {
      const first = sheet.rowCount + 1;
      for (const tier of one.tiers) {
        const isFirst = tier === one.tiers[0];
        const shared = isFirst
          ? [at + 1, one.code, one.violation, one.penalty, one.statutory]
          : [null, null, null, null, null];
        const row = sheet.addRow([...shared, tier.level, tier.conditions, tier.standard, null]);
        dressRow(row, width, 30);
      }
      for (let column = 1; column <= 5; column++) {
        sheet.mergeCells(first, column, sheet.rowCount, column);
      }
    }
    addNoteLine(
      sheet,
      "注：1.本基准所称“以上”“以下”均含本数。2.减轻处罚应当具有行政处罚法规定的情形，并经集体讨论。",
      width,
    );
  });

/** Certificates stand behind the names here, and a tab keeps Excel from rounding long numbers. */
const simpleCell = (row: WrittenEntry, column: Column, sequence: number): string => {
  const { entry } = row;
  if (column.field === "officers") return pairs(entry);
  const value = column.field === "sequence" ? sequence : entry[column.field];
  if (value === undefined) return "";
  if (column.field === "creditCode" || column.field === "id") return `${value}\t`;
  const isDay = column.kind === "date" && typeof value === "string" && isIso(value);
  return isDay ? value.replaceAll("-", "/") : String(value);
};

const pairs = ({ officers: names = "", certificates = "" }: Entry): string => {
  const numbers = certificates.split("、");
  return names
    .split("、")
    .map((name, at) => `${name}（${numbers[at] ?? ""}）`)
    .join("、");
};

/** The list of on-the-spot cases, as the case system exports it on Windows. */
export const simpleList = (rows: readonly WrittenEntry[]): Uint8Array => {
  const header = simpleColumns.map((column) => column.header);
  const lines = rows.map((row, at) =>
    simpleColumns.map((column) => simpleCell(row, column, at + 1)),
  );
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text}"` : text);
  const csv = [header, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n");
  return gb18030(`${csv}\r\n`);
};
