import { describe, expect, it } from "vitest";
import type { Basis, Evidence } from "../model/audit-result.js";
import {
  citation,
  citationLines,
  shownEvidence,
  shownMissing,
  shownPeriod,
  shownPlace,
  someOf,
} from "./shown.js";

const evidence = (field: string, value: Evidence["value"], more: object = {}): Evidence => ({
  field,
  label: "字段",
  value,
  file: "台账.xlsx",
  ...more,
});

const basis = (instrument: string, article: string | null, more: Partial<Basis> = {}): Basis => ({
  instrument,
  article,
  from: null,
  to: null,
  mark: "T",
  ...more,
});

describe("shownEvidence", () => {
  it.each([
    ["decision.fine", 500_000, undefined, "字段 = 5,000元"],
    ["tier.amount", 500_000, undefined, "字段 = 500000"],
    ["decision.date", "2023-12-01", "2023年12月1日", "字段 = 2023-12-01"],
    [
      "decision.date",
      "2023-12-01",
      "二〇二三年十二月一日",
      "字段 = 2023-12-01（原文：二〇二三年十二月一日）",
    ],
    ["decision.fine", 5_000_000, "5万", "字段 = 50,000元（原文：5万）"],
    ["decision.fine", 50_050, "500.50", "字段 = 500.5元"],
    ["decision.kinds", ["fine", "warning"], undefined, "字段 = 罚款、警告"],
    ["parties[1].kind", "sole-trader", undefined, "字段 = 个体工商户"],
    ["officers[0].registration.state", "expired", undefined, "字段 = 过期"],
    ["hearing.held", false, "否", "字段 = 否"],
    ["service.date", null, undefined, "字段 = 空白"],
    ["service.date", null, "另见附件", "字段 = 无法识别（原文：另见附件）"],
    ["officers[].name", [], undefined, "字段 = 空白"],
    ["kind", "kind-of-a-later-version", undefined, "字段 = kind-of-a-later-version"],
  ])("shows %s %j", (field, value, text, shown) => {
    expect(shownEvidence(evidence(field, value, text === undefined ? {} : { text }), "zh")).toBe(
      shown,
    );
  });

  it("says how sure the reader of a scan was, never rounding up to certain", () => {
    const read = evidence("decision.date", "2023-12-01", { confidence: 0.999 });
    expect(shownEvidence(read, "zh")).toBe("字段 = 2023-12-01（识别把握 99%）");
  });
});

describe("shownPlace", () => {
  it("names sheet and cell, or the page", () => {
    expect(shownPlace({ file: "台账.xlsx", sheet: "案件", cell: "K7" }, "zh")).toBe(
      "台账.xlsx › 案件!K7",
    );
    expect(shownPlace({ file: "卷/登记.csv", sheet: "登记.csv", cell: "K7" }, "zh")).toBe(
      "卷/登记.csv › K7",
    );
    expect(shownPlace({ file: "卷/03.pdf", page: 4 }, "zh")).toBe("卷/03.pdf › 第4页");
    expect(shownPlace({ file: "卷/03.pdf" }, "zh")).toBe("卷/03.pdf");
  });
});

describe("citation", () => {
  it.each([
    ["行政处罚法", "57", "行政处罚法第57条"],
    ["行政处罚法", "第五十七条第二款", "行政处罚法第五十七条第二款"],
    ["国办发〔2018〕118号", "6", "国办发〔2018〕118号第6点"],
    ["河北省人民政府令〔2023〕第2号", "3", "河北省人民政府令〔2023〕第2号第3条"],
    ["案卷自相矛盾", null, "案卷自相矛盾"],
  ])("cites %s %s", (instrument, article, cited) => {
    expect(citation(basis(instrument, article), "zh")).toBe(cited);
  });

  it("says how well it is verified, unless the text was read", () => {
    expect(citationLines([basis("行政处罚法", "57"), basis("行政处罚法", "58")], "zh")).toEqual([
      "行政处罚法第57条、第58条",
    ]);
    expect(citationLines([basis("行政处罚法", "57", { mark: "unverified" })], "zh")).toEqual([
      "行政处罚法第57条（未核实）",
    ]);
  });

  it("names the time in force", () => {
    const period = (from: string | null, to: string | null): string =>
      shownPeriod(basis("甲", null, { from, to }), "zh");
    expect(period("2019-03-01", "2024-03-01")).toBe("2019-03-01至2024-03-01");
    expect(period("2019-03-01", null)).toBe("2019-03-01起");
    expect(period(null, "2024-03-01")).toBe("至2024-03-01");
    expect(period(null, null)).toBe("");
  });
});

describe("shownMissing", () => {
  const titles = new Map([["hearing.fine", { zh: "听证金额", en: "fine for a hearing" }]]);
  const review = {
    rule: "a/b",
    title: "",
    area: "a",
    subject: { scope: "case" as const, id: "1" },
    missing: [],
    message: "",
    evidence: [{ ...evidence("notice.servedOn", null), label: "告知书何时送达" }],
  };

  it("takes the label that the rule's evidence has, else the field's", () => {
    expect(shownMissing(review, "notice.servedOn", titles, "zh")).toBe("告知书何时送达");
    expect(shownMissing(review, "legalReview.date", titles, "zh")).toBe("法制审核日期");
    expect(shownMissing(review, "param:hearing.fine", titles, "zh")).toBe("参数“听证金额”");
    expect(shownMissing(review, "calendar:2035", titles, "zh")).toBe("2035年节假日安排");
    expect(shownMissing(review, "no.such.field", titles, "zh")).toBe("no.such.field");
  });
});

describe("someOf", () => {
  it("says how many there are in all", () => {
    expect(someOf({ members: ["甲", "乙"], count: 2 }, 2, "case", "zh")).toBe("甲、乙");
    expect(someOf({ members: ["甲", "乙"], count: 3 }, 2, "case", "zh")).toBe("甲、乙等3件案件");
  });
});
