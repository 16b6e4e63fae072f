import ExcelJS from "exceljs";
import { readXlsx, type Sheet } from "hucre";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AuditResult } from "../model/audit-result.js";
import { resultFixture } from "./result.fixture.js";
import { xlsx } from "./xlsx.js";

const write = (
  result: AuditResult = resultFixture,
  lang: "zh" | "en" = "zh",
): Promise<Uint8Array> => xlsx(result, { lang });

const withExceljs = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
};

const withHucre = async (bytes: Uint8Array, sheet: string): Promise<Sheet> => {
  const { sheets } = await readXlsx(bytes);
  return sheets.find(({ name }) => name === sheet)!;
};

/** A result whose only case has this name. */
const named = (name: string): AuditResult => ({
  ...resultFixture,
  cases: [{ ...resultFixture.cases[0]!, name }],
});

const nameIn = async (result: AuditResult): Promise<unknown> => {
  const workbook = await withExceljs(await write(result));
  return workbook.getWorksheet("案件")!.getCell("C2").value;
};

afterEach(() => {
  vi.useRealTimers();
});

describe("xlsx", () => {
  it("has the sheets that reviewers know", async () => {
    const workbook = await withExceljs(await write());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "总览",
      "问题清单",
      "案件",
      "待人工核查",
      "指标",
      "读取情况",
      "规则",
    ]);
  });

  it.each(["zh", "en"] as const)("holds what it should (%s)", async (lang) => {
    const { sheets } = await readXlsx(await write(resultFixture, lang));
    const content = sheets.map(({ name, rows }) => ({ name, rows }));
    await expect(`${JSON.stringify(content, null, 1)}\n`).toMatchFileSnapshot(
      `testdata/xlsx/${lang}.json`,
    );
  });

  it("has one row for each finding, review, case, rule, file and note", async () => {
    const workbook = await withExceljs(await write());
    const { findings, cases, reviews, rules, diagnostics, run } = resultFixture;
    const rowsOf = (name: string): number => workbook.getWorksheet(name)!.rowCount - 1;
    expect(rowsOf("问题清单")).toBe(findings.length);
    expect(rowsOf("案件")).toBe(cases.length);
    expect(rowsOf("待人工核查")).toBe(reviews.length);
    expect(rowsOf("读取情况")).toBe(run.inputs.length + diagnostics.length);
    expect(rowsOf("规则")).toBe(rules.length);
  });

  it("reads the same with hucre and with exceljs", async () => {
    const bytes = await write();
    const workbook = await withExceljs(bytes);
    for (const sheet of workbook.worksheets) {
      const { rows } = await withHucre(bytes, sheet.name);
      sheet.eachRow((row, number) => {
        row.eachCell((cell, column) => {
          const other = rows[number - 1]?.[column - 1];
          const value = cell.value instanceof Date ? cell.value.getTime() : cell.value;
          expect(other instanceof Date ? other.getTime() : (other ?? ""), cell.address).toBe(value);
        });
      });
    }
  });

  it("gives the same bytes whatever the clock says", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(new Date("2024-07-01T08:00:00Z"));
    const first = await write();
    vi.setSystemTime(new Date("2031-12-31T23:59:58Z"));
    const second = await write();
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("is known as this program's by its creator, and dated by the day of the audit", async () => {
    const workbook = await withExceljs(await write());
    expect(workbook.creator).toBe("anjuan");
    expect(workbook.lastModifiedBy).toBe("anjuan");
    expect(workbook.created).toEqual(new Date("2024-06-30T00:00:00Z"));
    expect(workbook.modified).toEqual(new Date("2024-06-30T00:00:00Z"));
  });

  it("can be filtered, scrolled and printed", async () => {
    const workbook = await withExceljs(await write());
    const sheet = workbook.getWorksheet("问题清单")!;
    expect(sheet.autoFilter).toBe("A1:O11");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToWidth: 1,
    });
    expect(sheet.headerFooter.oddFooter).toContain("第 &P 页，共 &N 页");
    for (let column = 1; column <= 15; column++) {
      expect(sheet.getColumn(column).isCustomWidth, `column ${column}`).toBe(true);
    }
  });

  it("keeps a fine a number and a day a day", async () => {
    const workbook = await withExceljs(await write());
    const sheet = workbook.getWorksheet("案件")!;
    expect(sheet.getCell("I3").value).toBe(500.5);
    expect(sheet.getCell("I4").value).toBeNull();
    expect(sheet.getCell("H2").value).toEqual(new Date("2023-12-01T00:00:00Z"));
    expect(sheet.getCell("H3").value).toBe("2023-11");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.invalid")', "'quoted"])(
    "keeps %s a text",
    async (text) => {
      expect(await nameIn(named(text))).toBe(text);
    },
  );

  it("takes out what XML cannot hold and keeps what looks like its escapes", async () => {
    expect(await nameIn(named('甲\u0000\u0008\uFFFE\uD800乙 <&>" _x0041_ 𠮷👨‍👩‍👧'))).toBe(
      '甲\uFFFD乙 <&>" _x0041_ 𠮷👨‍👩‍👧',
    );
  });

  it("cuts a text at Excel's limit, and says so", async () => {
    const text = (await nameIn(named("𠮷".repeat(20_000)))) as string;
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text).toMatch(/^(𠮷)+……（此处放不下，省略 \d+ 字，全文见 JSON 报告）$/u);
  });

  it("cuts names to what a narrow column can hold", async () => {
    const long = "长".repeat(32_767);
    const [file] = resultFixture.cases;
    const workbook = await withExceljs(
      await write({ ...resultFixture, cases: [{ ...file!, id: long, party: long, agency: long }] }),
    );
    const cells = workbook.getWorksheet("案件")!.getRow(2);
    for (const column of [1, 6, 7]) {
      expect(cells.getCell(column).text).toMatch(/^长{99}…$/);
    }
  });

  it("writes an empty result", async () => {
    const empty: AuditResult = {
      ...resultFixture,
      run: { ...resultFixture.run, inputs: [] },
      ...{ cases: [], findings: [], reviews: [], rules: [], diagnostics: [] },
      summary: { ...resultFixture.summary, indicators: [] },
    };
    const workbook = await withExceljs(await write(empty));
    expect(workbook.getWorksheet("问题清单")!.rowCount).toBe(1);
  });
});
