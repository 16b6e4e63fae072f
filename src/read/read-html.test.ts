import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unreadable } from "./errors.js";
import { gb18030 } from "./files.fixture.js";
import { defaultLimits, type Limits } from "./limits.js";
import { readHtml } from "./read-html.js";

const sheetOf = (html: string | Buffer, limits: Partial<Limits> = {}) =>
  readHtml(Buffer.from(html as string), "2023/台账.xls", { ...defaultLimits, ...limits })
    .sheets[0]!;
const cellsOf = (html: string) => sheetOf(html).rows.map(({ number, cells }) => [number, ...cells]);
const reasonOf = (run: () => unknown): string => {
  try {
    run();
    return "fine";
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};

it("reads what a system exports as a workbook", () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312">
    <title>导出</title><style>td { mso-number-format:"\\@"; }</style>
    <!--[if gte mso 9]><xml><x:Name>台账</x:Name></xml><![endif]--></head><body>
    <table border=1><tr><td colspan="3" align=center><b>某局2023年台账</b></td></tr>
    <tr><th>案号</th><th>当事人<br>名称</th><th rowspan=2>备注</th></tr>
    <tr><td style='vnd.ms-excel.numberformat:@'>001</td><td>甲&amp;乙&nbsp;</td></tr>
    <tr style="display:none"><td>002</td><td></td><td>&#20869;</td></tr></table></body></html>`;
  expect(sheetOf(gb18030(html))).toEqual({
    file: "2023/台账.xls",
    name: "台账.xls",
    hidden: false,
    rows: [
      { number: 1, cells: ["某局2023年台账"] },
      { number: 2, cells: ["案号", "当事人\n名称", "备注"] },
      { number: 3, cells: ["001", "甲&乙"] },
      { number: 4, cells: ["002", null, "内"], hidden: true },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 2, bottom: 2, right: 2 },
    ],
  });
});

it("stacks tables and the lines between them", () => {
  const html = `<p>单位：万元</p><table><tr><td>a</table>之间<table><tr><td>b<td>c<tr><td>d</table>`;
  expect(cellsOf(html)).toEqual([
    [1, "单位：万元"],
    [2, "a"],
    [3, "之间"],
    [4, "b", "c"],
    [5, "d"],
  ]);
});

it("reads a table that lies in a cell of another", () => {
  const html = `<table><tr><td>题<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>`;
  expect(cellsOf(html)).toEqual([
    [1, "题"],
    [2, "a", "b"],
  ]);
});

it("puts cells beside those that reach down from above", () => {
  const html = `<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>`;
  expect(cellsOf(html)).toEqual([
    [1, "a", "b"],
    [2, null, "c"],
    [3, "d"],
  ]);
});

it("leaves out what is not shown", () => {
  const html = `<table><tr><td>2023年<span style="display:none">1<b>2</b></span>3月<script>x<td>y</script>`;
  expect(cellsOf(html)).toEqual([[1, "2023年3月"]]);
});

it("takes a bare angle bracket for text", () => {
  expect(cellsOf("<table><tr><td>a < b<td>c<3</table>")).toEqual([[1, "a < b", "c<3"]]);
});

it("is no workbook without a table", () => {
  expect(reasonOf(() => sheetOf("<html><body>请先登录</body></html>"))).toBe("not-a-workbook");
});

it("over a limit is not read", () => {
  const html = "<table><tr><td>ab<td colspan=900>c<tr><td>d</table>";
  expect(reasonOf(() => sheetOf(html))).toBe("fine");
  expect(reasonOf(() => sheetOf(html, { rows: 1 }))).toBe("too-many-cells");
  expect(reasonOf(() => sheetOf(html, { columns: 900 }))).toBe("too-many-cells");
  expect(reasonOf(() => sheetOf(html, { cells: 2 }))).toBe("too-many-cells");
  expect(reasonOf(() => sheetOf(html, { merges: 0 }))).toBe("too-many-cells");
  expect(reasonOf(() => sheetOf(html, { cellCharacters: 1 }))).toBe("cell-too-long");
});

describe("hostile pages", () => {
  it.each([
    ["tags that never end", "<td a='".repeat(100_000)],
    ["quotation marks of two kinds", `<a '><b ">`.repeat(100_000)],
    ["elements that never end", "<style>".repeat(100_000)],
    ["comments that never end", "<!--".repeat(100_000)],
    ["brackets", "<".repeat(400_000)],
    ["hidden elements", `<i style="display:none">`.repeat(50_000)],
    ["tables in tables", "<table><tr><td>".repeat(50_000)],
  ])("%s cost little", (_, html) => {
    const start = performance.now();
    reasonOf(() => sheetOf(`<table><tr><td>a</td></tr></table>${html}`));
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("end on anything", () => {
    const piece = fc.constantFrom(
      ...["<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=2 rowspan=3>", "</td>"],
      ...[
        "<td rowspan=-1>",
        "a",
        "&nbsp;",
        "&#0;",
        "&",
        "<",
        ">",
        "<!--",
        "-->",
        "<br>",
        "\n",
        '"',
      ],
      ...['<i style="display:none">', "</i>", "<p>", "<xml>", "</xml>", "<title>", "<td x='"],
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        reasonOf(() => sheetOf(pieces.join("")));
      }),
      { numRuns: 1000 },
    );
  });
});

it("brings back any texts in cells", () => {
  const text = fc
    .stringMatching(/^[案卷<>&"' 1a]{0,8}$/)
    .map((value) => value.trim().replace(/ +/g, " "));
  const escaped = (value: string): string =>
    value
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;");
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const html = rows
          .map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
          .join("");
        const found = sheetOf(`<table>${html}</table>`).rows;
        const back = rows.map(
          (_, at) => found.find(({ number }) => number === at + 1)?.cells ?? [],
        );
        expect(rows.map((cells) => cells.map((cell) => cell || null))).toEqual(
          rows.map((cells, at) => cells.map((_, column) => back[at]?.[column] ?? null)),
        );
      },
    ),
  );
});
