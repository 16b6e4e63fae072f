import { describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import { DayAndTime } from "../values/day-and-time.js";
import { CellError, type Cell } from "../model/cells.js";
import { readRow } from "./read-row.js";
import { recogniseSheet } from "./recognise-sheet.js";
import { sheetOf, shippedVocabulary } from "./vocabulary.fixture.js";

const vocabulary = shippedVocabulary();

/** The first entry of a ledger with these columns, beside what makes it a ledger. */
const rowOf = (columns: Record<string, Cell>) => {
  const header = ["处罚决定书文号", "处罚决定日期", "当事人", ...Object.keys(columns)];
  const cells = ["邢市监罚〔2023〕1号", "2023-12-01", "某公司", ...Object.values(columns)];
  const { table } = recogniseSheet(sheetOf([["台账"], header, cells]), vocabulary);
  const [row] = table?.rows ?? [];
  if (!table || !row) throw new Error("not recognised");
  return readRow(table, row, vocabulary);
};
const valueOf = (columns: Record<string, Cell>, field: string) => {
  const reading = rowOf(columns).values.get(field)?.reading;
  return reading?.status === "known" ? reading.value : reading?.status;
};

describe("readRow", () => {
  it("reads every mapped column into its field", () => {
    const { values, diagnostics } = rowOf({ "罚款金额（万元）": 0.2, 公示日期: null });
    expect(diagnostics).toEqual([]);
    expect(values.get("decision.date")).toEqual({
      reading: { status: "known", value: "2023-12-01", text: "2023-12-01" },
      column: 1,
    });
    expect(values.get("decision.fine")?.reading).toMatchObject({ value: 200_000 });
    expect(values.get("publicity.publishedOn")?.reading).toEqual({ status: "blank" });
    expect(values.has("closing.date")).toBe(false);
  });

  it("joins the columns of a list", () => {
    const officers = { 承办人1: "张三", 承办人2: "李四", 执法证号1: null, 执法证号2: 13050012345 };
    expect(valueOf(officers, "officers.name")).toEqual(["张三", "李四"]);
    expect(valueOf(officers, "officers.certificate")).toEqual(["13050012345"]);
    expect(rowOf(officers).values.get("officers.certificate")?.column).toBe(6);
    expect(valueOf({ 处罚类别1: "警告", 处罚类别2: "罚款" }, "decision.kinds")).toEqual([
      "warning",
      "fine",
    ]);
    expect(valueOf({ 处罚类别1: "训诫", 处罚类别2: "罚款" }, "decision.kinds")).toBe("unreadable");
  });

  it("names each kind of penalty once", () => {
    expect(valueOf({ 处罚类别1: "罚款", 处罚类别2: "罚款" }, "decision.kinds")).toEqual(["fine"]);
  });

  it("reports what it does not understand, by its cell", () => {
    const place = { file: "台账.xlsx", sheet: "Sheet1", cell: "D3" };
    expect(rowOf({ 立案日期: "同日" }).diagnostics).toEqual([
      {
        level: "warning",
        code: "cell-not-understood",
        ...place,
        details: { field: "filing.date", text: "同日", reason: "not-a-date" },
      },
    ]);
    expect(rowOf({ 送达方式: "托人" }).diagnostics).toEqual([
      {
        level: "info",
        code: "word-not-known",
        ...place,
        details: { field: "service.mode", text: "托人" },
      },
    ]);
    expect(rowOf({ 身份证号: "1.30521E+17" }).diagnostics).toMatchObject([
      { code: "damaged-number", details: { text: "1.30521E+17" } },
    ]);
    expect(rowOf({ "罚款金额（万元）": 2000 }).diagnostics).toMatchObject([
      { code: "unit-suspect", details: { text: "2000", unit: "wan" } },
    ]);
    expect(rowOf({ 案由: new CellError("#REF!") }).diagnostics).toMatchObject([
      { code: "cell-not-understood", details: { text: "#REF!", reason: "cell-error" } },
    ]);
  });
});

describe("what a row says without a column for it", () => {
  it.each<[string, Cell, string, unknown]>([
    ["陈述申辩情况", "无", "defence.made", false],
    ["陈述申辩情况", "未提出", "defence.made", false],
    ["陈述申辩情况", "放弃陈述申辩", "defence.made", false],
    ["陈述申辩情况", "提出陈述、申辩", "defence.made", true],
    ["陈述申辩情况", "当事人认为处罚过重，请求从轻", "defence.made", undefined],
    ["陈述申辩情况", "/", "defence.made", undefined],
    ["听证情况", "未申请", "hearing.requested", false],
    ["听证情况", "已举行听证", "hearing.held", true],
    ["听证情况", "已举行听证", "hearing.requested", undefined],
    ["法制审核意见", "同意拟处罚意见", "legalReview.conclusion", "agree"],
    ["法制审核意见", "修改后同意", "legalReview.conclusion", "agree-with-changes"],
    ["法制审核意见", "退回补充调查", "legalReview.conclusion", "return"],
    ["法制审核意见", "不同意", "legalReview.conclusion", "disagree"],
    ["法制审核意见", "事实清楚，建议从轻", "legalReview.conclusion", undefined],
    ["履行情况", "已履行", "payment.done", true],
    ["履行情况", "未履行", "payment.done", false],
    ["履行情况", "正在执行", "payment.done", undefined],
    ["强制执行情况", "已申请强制执行", "enforcement.applied", true],
    ["公示载体", "国家企业信用信息公示系统", "publicity.channel", "enterprise-credit-system"],
    ["强制起止", "2023年3月6日至2023年4月5日", "coercion.from", "2023-03-06"],
    ["强制起止", "2023年3月6日至2023年4月5日", "coercion.to", "2023-04-05"],
    ["统一社会信用代码/身份证号", "91430681MA4LUHM70X", "party.creditCode", "91430681MA4LUHM70X"],
    ["统一社会信用代码/身份证号", "11010519491231002X", "party.idNumber", "11010519491231002X"],
    ["统一社会信用代码/身份证号", "11010519491231002X", "party.creditCode", undefined],
    [
      "统一社会信用代码（注册号）",
      "130521000001234",
      "party.registrationNumber",
      "130521000001234",
    ],
  ])("%s %s: %s is %j", (header, cell, field, expected) => {
    expect(valueOf({ [header]: cell }, field)).toBe(expected);
  });

  it("does not put a text above a column of its own", () => {
    const columns = { 陈述申辩情况: "无", 是否陈述申辩: "是" };
    expect(valueOf(columns, "defence.made")).toBe(true);
    expect(valueOf({ ...columns, 是否陈述申辩: null }, "defence.made")).toBe(false);
    expect(valueOf({ ...columns, 是否陈述申辩: "?" }, "defence.made")).toBe("unreadable");
  });
});

describe("times of day", () => {
  const visit = (columns: Record<string, Cell>) => {
    const header = ["检查编号", "检查对象", "检查结果", ...Object.keys(columns)];
    const cells = ["检〔2024〕1号", "某公司", "未发现问题", ...Object.values(columns)];
    const { table } = recogniseSheet(sheetOf([["检查台账"], header, cells]), vocabulary);
    const [row] = table?.rows ?? [];
    if (!table || !row) throw new Error("not recognised");
    const { values, diagnostics } = readRow(table, row, vocabulary);
    const said = ["date", "from", "to"].map((field) => {
      const reading = values.get(`inspection.${field}`)?.reading;
      return reading?.status === "known" ? reading.value : reading?.status;
    });
    return [...said, diagnostics.length];
  };
  const nine = new DayAndTime(CivilDate.of(2024, 3, 5)!, 570);

  it.each<[string, Record<string, Cell>, unknown[]]>([
    ["a day alone", { 检查时间: "2024-03-05" }, ["2024-03-05", undefined, undefined, 0]],
    [
      "a day with its time",
      { 检查时间: "2024-03-05 09:30" },
      ["2024-03-05", "2024-03-05 09:30", undefined, 0],
    ],
    [
      "a cell that shows both",
      { 检查时间: nine },
      ["2024-03-05", "2024-03-05 09:30", undefined, 0],
    ],
    [
      "a stretch",
      { 检查时间: "2024年3月5日9时30分至10时20分" },
      ["2024-03-05", "2024-03-05 09:30", "2024-03-05 10:20", 0],
    ],
    [
      "a day and two times",
      { 检查日期: "2024.3.5", 检查开始时间: "9：30", 检查结束时间: "10时20分" },
      ["2024-03-05", "09:30", "10:20", 0],
    ],
    [
      "two moments",
      { 检查开始时间: nine, 检查结束时间: "2024-03-05 10:20" },
      ["2024-03-05", "2024-03-05 09:30", "2024-03-05 10:20", 0],
    ],
    [
      "times as a spreadsheet stores them",
      { 检查日期: "2024.3.5", 开始时间: 0.4375, 结束时间: 0.5 },
      ["2024-03-05", "10:30", "12:00", 0],
    ],
    [
      "no time",
      { 检查日期: "2024-03-05", 检查结束时间: "2024-03-05" },
      ["2024-03-05", undefined, "blank", 0],
    ],
    [
      "what is no time",
      { 检查日期: "2024-03-05", 检查结束时间: "当日" },
      ["2024-03-05", undefined, "unreadable", 1],
    ],
  ])("%s", (_, columns, said) => {
    expect(visit(columns)).toEqual(said);
  });
});
