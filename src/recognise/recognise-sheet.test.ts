import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import { CellError, type Cell, type Sheet } from "../model/cells.js";
import { isInList, sheetFields } from "../model/vocabulary.js";
import { HeaderIndex } from "./header-index.js";
import { normaliseHeader } from "./normalise-header.js";
import { recogniseSheet } from "./recognise-sheet.js";
import { merge, sheetOf, shippedVocabulary } from "./vocabulary.fixture.js";

const vocabulary = shippedVocabulary();
const recognise = (sheet: Sheet) => recogniseSheet(sheet, vocabulary);
const table = (sheet: Sheet) => {
  const found = recognise(sheet).table;
  if (!found) throw new Error("not recognised");
  return found;
};
/** Header → field, in the columns' order. */
const fields = (sheet: Sheet): Record<string, string> =>
  Object.fromEntries(table(sheet).columns.map(({ header, field }) => [header, field]));
const codes = (sheet: Sheet) => recognise(sheet).diagnostics.map(({ code }) => code);

const header = ["序号", "案号", "当事人", "处罚决定书文号", "处罚决定日期", "罚款金额"];
const entry: Cell[] = [1, "（2023）1号", "某公司", "邢市监罚〔2023〕1号", "2023-12-01", 2000];

describe("recogniseSheet", () => {
  it("reads a plain ledger", () => {
    const found = table(sheetOf([header, entry]));
    expect(found).toMatchObject({ kind: "penalty-ledger", headerRows: [1], unmapped: [] });
    expect(found.columns[3]).toEqual({
      column: 3,
      cell: "D1",
      header: "处罚决定书文号",
      field: "decision.number",
      match: "canonical",
    });
    expect([...found.rows].map((row) => row.number)).toEqual([2]);
  });

  it("finds the header under a title and a line with the unit", () => {
    const found = table(
      sheetOf([
        ["××局2023年行政处罚案件台账"],
        ["填报单位：××局", null, "单位：万元"],
        header,
        entry,
      ]),
    );
    expect(found).toMatchObject({
      headerRows: [3],
      title: "××局2023年行政处罚案件台账",
      unit: "wan",
    });
    expect(found.columns.every(({ cell }) => cell.endsWith("3"))).toBe(true);
  });

  it("joins two levels of headings, by merges", () => {
    const sheet = sheetOf(
      [
        ["序号", "当事人", null, null, "执法人员", null, null, "结案情况"],
        [null, "名称", "证件号码", "联系电话", "姓名", "证号", "联系电话", "执行方式", "结案日期"],
        [1, "甲", "1", "2", "张三", "3", "4", "自动履行", "2023-01-01"],
      ],
      { merges: [merge(0, 1, 0, 2), merge(1, 1, 3, 1), merge(4, 1, 6, 1), merge(7, 1, 8, 1)] },
    );
    expect(table(sheet).headerRows).toEqual([1, 2]);
    expect(fields(sheet)).toEqual({
      序号: "row.sequence",
      "当事人/名称": "party.name",
      "当事人/证件号码": "party.idNumber",
      "当事人/联系电话": "party.phone",
      "执法人员/姓名": "officers.name",
      "执法人员/证号": "officers.certificate",
      "结案情况/执行方式": "payment.state",
      "结案情况/结案日期": "closing.date",
    });
    expect(table(sheet).unmapped).toEqual([{ column: 6, cell: "G2", header: "执法人员/联系电话" }]);
    expect(fields({ ...sheet, merges: [] })).toEqual(fields(sheet));
  });

  it("takes 结案情况—结案日期 in one cell for two levels", () => {
    const sheet = sheetOf([
      ["处罚文书号*", "结案情况—执行方式", "结案情况—结案日期"],
      ["1", "2", "3"],
    ]);
    expect(Object.values(fields(sheet))).toEqual([
      "decision.number",
      "payment.state",
      "closing.date",
    ]);
  });

  it.each<[string, string[], Cell[]]>([
    ["penalty-ledger", header, entry],
    [
      "officer-roster",
      ["姓名", "性别", "身份证号", "工作单位", "执法证号", "有效期至"],
      ["张三", "男", "1", "某局", "13050012345", "2026-01-01"],
    ],
    [
      "benchmark-table",
      ["序号", "违法行为", "法律依据", "类别", "裁量情节", "裁量标准", "备注"],
      ["1", "a", "b", 1, "c", "处1万元罚款", null],
    ],
    [
      "inspection-ledger",
      ["序号", "检查编号", "检查对象", "检查日期", "检查人员", "检查结果"],
      [1, "a", "b", "2023-01-01", "张三", "合格"],
    ],
    [
      "coercion-ledger",
      ["强制种类", "决定书文号", "当事人", "起始日期", "延长期限"],
      ["查封", "1", "a", "2023-01-01", null],
    ],
    [
      "licence-ledger",
      ["行政相对人名称", "行政许可决定文书号", "许可类别", "许可内容", "许可决定日期"],
      ["a", "1", "普通", "b", "2023-01-01"],
    ],
    [
      "penalty-ledger",
      [
        "案件名称",
        "承办机构",
        "送审日期",
        "受理日期",
        "审核人",
        "审核意见",
        "审核日期",
        "采纳情况",
      ],
      ["a", "b", "2023-01-01", "2023-01-01", "c", "同意", "2023-01-02", "采纳"],
    ],
  ])("tells a %s", (kind, headings, row) => {
    expect(table(sheetOf([headings, row])).kind).toBe(kind);
  });

  it("does not take just any list for one of them", () => {
    const list = sheetOf([
      ["序号", "文书名称", "页码", "备注"],
      [1, "立案审批表", "1-2", null],
    ]);
    expect(recognise(list)).toEqual({
      diagnostics: [
        {
          level: "warning",
          code: "sheet-not-recognised",
          file: "台账.xlsx",
          sheet: "Sheet1",
          details: { sheet: "Sheet1" },
        },
      ],
    });
  });

  it("says what is empty, hidden or lies on its side", () => {
    expect(codes(sheetOf([]))).toEqual(["sheet-empty"]);
    expect(codes(sheetOf([[null, " "]]))).toEqual(["sheet-empty"]);
    expect(codes(sheetOf([header, entry], { hidden: true }))).toEqual(["sheet-hidden"]);
    const vertical = header.map((name, at): Cell[] => [name, entry[at] ?? null]);
    expect(codes(sheetOf(vertical))).toEqual(["sheet-vertical"]);
    expect(codes(sheetOf(vertical.slice(0, 4)))).toEqual(["sheet-not-recognised"]);
  });

  it("passes over all that is no entry", () => {
    const sheet = sheetOf(
      [
        header,
        ["XH", "CF_AH", "CF_XDR_MC", "CF_WSH", "CF_JDRQ", "CF_NR_FK"],
        [null, "必填", "必填", "必填", "必填", "选填"],
        ["文本", "文本", "文本", "文本", "日期", "数值"],
        [1, 2, 3, 4, 5, 6],
        ["例：1", "（2023）1号", "某公司", "1", "2023-01-01", 1],
        ["填写说明：逐行填写"],
        ["一、一般程序案件（1件）"],
        entry,
        [null, null, null],
        [2],
        header,
        entry,
        ["合 计", null, null, null, null, 4000],
        ["注：罚款以元计"],
        ["2. 其他说明"],
        ["制表人：张三", null, "审核人：李四"],
      ],
      { merges: [merge(0, 8, 5, 8)] },
    );
    const found = table(sheet);
    expect([...found.rows].map((row) => row.number)).toEqual([9, 13]);
    expect(found.sections).toEqual([{ row: 8, text: "一、一般程序案件（1件）" }]);
    expect(recognise(sheet).diagnostics).toMatchObject([
      { code: "rows-skipped", details: { template: 6, footer: 4, section: 1 } },
    ]);
  });

  it("fills down what is merged, and only that", () => {
    const rows: Cell[][] = [
      ["违法行为", "裁量阶次", "适用条件", "处罚标准"],
      ["甲", "较轻", "a", "1万元"],
      [null, null, "b", null],
      [null, "较重", "c", null],
    ];
    const merges = [merge(0, 2, 0, 4), merge(1, 2, 1, 3)];
    const found = table(sheetOf(rows, { merges }));
    expect([...found.rows].map((row) => row.cells)).toEqual([
      ["甲", "较轻", "a", "1万元"],
      ["甲", "较轻", "b", null],
      ["甲", "较重", "c", null],
    ]);
  });

  it("reports columns that nothing is known of, if something stands in them", () => {
    const sheet = sheetOf([
      [...header, "神秘列", "空列", null],
      [...entry, "x", null, "y"],
    ]);
    expect(table(sheet).unmapped).toEqual([
      { column: 6, cell: "G1", header: "神秘列" },
      { column: 7, cell: "H1", header: "空列" },
      { column: 8, cell: "I1", header: "" },
    ]);
    expect(recognise(sheet).diagnostics).toMatchObject([
      { level: "warning", code: "column-not-mapped", cell: "G1", details: { header: "神秘列" } },
      { level: "warning", code: "column-not-mapped", cell: "I1", details: { header: "" } },
    ]);
  });

  it("keeps the better of two columns for one field, both of a list's", () => {
    const sheet = sheetOf([
      ["决定日期", ...header, "承办人1", "承办人2"],
      ["2023-11-30", ...entry, "张三", "李四"],
    ]);
    const { columns } = table(sheet);
    expect(columns.find(({ field }) => field === "decision.date")?.cell).toBe("F1");
    expect(columns.filter(({ field }) => field === "officers.name")).toHaveLength(2);
    expect(recognise(sheet).diagnostics).toMatchObject([
      {
        code: "column-repeated",
        cell: "A1",
        details: { header: "决定日期", field: "decision.date", first: "F1" },
      },
    ]);
  });

  it("takes the unit of an amount from its header", () => {
    const [column] = table(
      sheetOf([
        ["罚款金额（万元）", "处罚决定书文号", "处罚决定日期"],
        [0.2, "1", "2"],
      ]),
    ).columns;
    expect(column).toMatchObject({ field: "decision.fine", unit: "wan" });
  });

  it("sees that a column of yes and no is written 1 and 2", () => {
    const sheet = (...values: Cell[]) =>
      sheetOf([["是否法制审核", "案号", "当事人"], ...values.map((value) => [value, "1", "2"])]);
    expect(table(sheet("1", 2)).columns[0]?.codeList).toBe(true);
    expect(table(sheet("1", 0)).columns[0]?.codeList).toBeUndefined();
  });
});

describe("headers with several meanings", () => {
  const withColumns = (names: string[], values: Cell[] = []) =>
    sheetOf([
      ["当事人", "处罚内容", "案件名称", ...names],
      ["a", "b", "c", ...names.map((_, at) => values[at] ?? "x")],
    ]);

  it.each([
    ["邢市监罚〔2023〕1号", "decision.number"],
    ["邢市监罚告〔2023〕1号", "notice.documentNumber"],
    ["邢市监立〔2023〕1号", "filing.documentNumber"],
    ["邢市监责改〔2023〕1号", "correction.documentNumber"],
    ["〔2023〕1号", "decision.number"],
  ])("文号 %s goes by its words", (number, field) => {
    expect(fields(withColumns(["文号"], [number]))["文号"]).toBe(field);
  });

  it("送达日期 goes by what was served", () => {
    const sheet = withColumns(["告知书文号", "送达日期", "决定书文号", "送达日期"]);
    expect(
      table(sheet)
        .columns.slice(-4)
        .map(({ field }) => field),
    ).toEqual(["notice.documentNumber", "notice.servedOn", "decision.number", "service.date"]);
  });

  it.each([
    [["执法人员", "证号"], "证号", "officers.certificate"],
    [["证件类型", "证号"], "证号", "party.idNumber"],
    [["是否法制审核", "审核日期"], "审核日期", "legalReview.date"],
    [["陈述申辩情况", "采纳情况"], "采纳情况", "defence.review"],
    [["法制审核意见", "采纳情况"], "采纳情况", "legalReview.adopted"],
    [["涉案数量", "单位"], "单位", "violation.quantityUnit"],
    [["住所", "负责人"], "负责人", "party.legalRepresentative"],
    [["是否听证", "听证申请日期"], "是否听证", "hearing.requested"],
    [["案号", "立案号"], "立案号", "filing.documentNumber"],
    [["立案号"], "立案号", "number"],
    [["立案日期", "审批人"], "审批人", "filing.approver"],
  ])("of %j, %s is %s", (names, name, field) => {
    expect(fields(withColumns(names))[name]).toBe(field);
  });

  it.each([["日期"], ["是否听证"], ["审核人"], ["单位"], ["负责人"]])(
    "%s alone stays open and is reported",
    (name) => {
      const sheet = withColumns(["案件来源", name]);
      expect(fields(sheet)[name]).toBeUndefined();
      expect(codes(sheet)).toEqual(["column-ambiguous"]);
    },
  );

  it.each([
    ["张三（13050012345）、李四（13050012346）", "officers.name"],
    ["13050012345、13050012346", "officers.certificate"],
  ])("执法人员（执法证号） with %s goes by its values", (value, field) => {
    const name = "执法人员（执法证号）";
    expect(fields(withColumns([name], [value]))[name]).toBe(field);
  });

  it("执法人员（执法证号） beside the names is their numbers", () => {
    const names = ["执法人员", "执法人员（执法证号）"];
    const sheet = withColumns(names, ["张三", "张三（13050012345）"]);
    expect(fields(sheet)["执法人员（执法证号）"]).toBe("officers.certificate");
  });

  it("案号 is not a court's docket", () => {
    expect(fields(withColumns(["案号"], ["（2023）冀05行初12号"]))["案号"]).toBeUndefined();
    expect(fields(withColumns(["案号"], ["邢市监立〔2023〕1号"]))["案号"]).toBe("number");
  });

  it("行政相对人代码_2 goes by the form of its values", () => {
    const fieldFor = (value: string) =>
      fields(withColumns(["行政相对人代码_2"], [value]))["行政相对人代码_2"];
    expect(fieldFor("92433123MA4LUHM706")).toBe("party.creditCode");
    expect(fieldFor("69232753X")).toBe("party.organisationCode");
    expect(fieldFor("130521000001234")).toBe("party.registrationNumber");
    expect(fieldFor("11010519491231002X")).toBe("party.idNumber");
    expect(fieldFor("不详")).toBeUndefined();
  });

  it("编号 is the number of the row only where it counts", () => {
    const sheet = (values: Cell[]) =>
      sheetOf([["编号", "当事人", "决定书文号"], ...values.map((value) => [value, "a", "b"])]);
    expect(fields(sheet([1, 2, 3]))["编号"]).toBe("row.sequence");
    expect(fields(sheet(["市监立〔2023〕1号"]))["编号"]).toBe("filing.documentNumber");
    expect(fields(sheet(["A7", "B9"]))["编号"]).toBeUndefined();
  });

  it.each<[string, string[], Cell[], Record<string, string>]>([
    [
      "conditions beside a level",
      ["违法行为", "类别", "裁量情节", "裁量标准"],
      ["a", 1, "情节较轻", "b"],
      { 类别: "tier.level", 裁量情节: "tier.conditions", 裁量标准: "tier.standard" },
    ],
    [
      "a level by its short words",
      ["违法行为", "处罚依据", "违法情节", "裁量幅度"],
      ["a", "b", "从轻", "处一万元以上罚款"],
      { 违法情节: "tier.level", 裁量幅度: "tier.standard" },
    ],
    [
      "裁量幅度 as a level",
      ["违法行为", "裁量幅度", "适用条件", "裁量基准"],
      ["a", "从轻", "b", "c"],
      { 裁量幅度: "tier.level", 裁量基准: "tier.standard" },
    ],
  ])("benchmark tables: %s", (_, headings, row, expected) => {
    expect(fields(sheetOf([headings, row]))).toMatchObject(expected);
  });
});

/** Headers of ledgers whose meaning depends on nothing beside them. */
const index = new HeaderIndex(vocabulary);
const plainNames = (kind: "penalty-ledger") => {
  const names = new Map<string, string[]>();
  for (const { header: main, also, field } of vocabulary.headers) {
    for (const name of [main, ...also]) {
      const meaning = index.lookUp(normaliseHeader(name), kind);
      const isPlain =
        meaning?.usual?.field === field && !meaning.choices && !field.startsWith("row.");
      if (isPlain && !/[—–-]/.test(name)) names.set(field, [...(names.get(field) ?? []), name]);
    }
  }
  return names;
};

const ledger = plainNames("penalty-ledger");
const needed = ["party.name", "decision.number", "decision.date", "filing.date"];

describe("a ledger whose headers are drawn from the vocabulary", () => {
  const anyLedger = fc
    .record({
      more: fc.uniqueArray(fc.constantFrom(...ledger.keys()), { maxLength: 30 }),
      pick: fc.nat(),
      titles: fc.array(fc.constantFrom<Cell[]>(["某局台账"], ["填报单位：某局", "2023年"], []), {
        maxLength: 3,
      }),
    })
    .chain(({ more, pick, titles }) =>
      fc
        .shuffledSubarray([...new Set([...needed, ...more])], {
          minLength: needed.length + more.length === 0 ? 0 : new Set([...needed, ...more]).size,
        })
        .map((order) => ({ order, pick, titles })),
    );

  it("is understood in any order, under any name, below any title", () => {
    fc.assert(
      fc.property(anyLedger, ({ order, pick, titles }) => {
        const names = order.map((field, at) => {
          const all = ledger.get(field) ?? [];
          return all[(pick + at) % all.length] ?? "";
        });
        const sheet = sheetOf([...titles, names, names.map((_, at) => `值${at}`)]);
        const found = table(sheet);
        expect(found.kind).toBe("penalty-ledger");
        expect(found.headerRows).toEqual([titles.length + 1]);
        expect(found.columns.map(({ field }) => field)).toEqual(order);
        expect(found.columns.every(({ match }) => match !== "guess")).toBe(true);
        expect(found.rows).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it("covers nearly every field of the case", () => {
    expect(ledger.size).toBeGreaterThan(150);
    for (const field of ledger.keys()) expect(sheetFields.has(field) || isInList(field)).toBe(true);
  });
});

it("takes no long time over a sheet of 16,384 columns", () => {
  const wide = (name: (at: number) => string): Cell[] =>
    Array.from({ length: 16_384 }, (_, at) => name(at));
  const titles = Array.from({ length: 15 }, (_, row) =>
    wide((at) => `处罚决定书第${at}号栏${row}`),
  );
  const start = performance.now();
  expect(codes(sheetOf(titles))).toEqual(["sheet-not-recognised"]);
  const found = recognise(sheetOf([header, wide((at) => `值${at}`)]));
  expect(found.table?.columns).toHaveLength(6);
  expect(performance.now() - start).toBeLessThan(10_000);
});

describe("any sheet at all", () => {
  const anyCell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(...vocabulary.headers.map((known) => known.header)),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom<Cell>(CivilDate.of(2023, 12, 1) ?? null, new CellError("#REF!")),
  );
  const anyMerge = fc
    .tuple(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(8))
    .map(([a, b, c, d]) =>
      merge(Math.min(a, b), Math.min(c, d) + 1, Math.max(a, b), Math.max(c, d) + 1),
    );

  it("is read without an error, and every column once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 8 }),
        fc.array(anyMerge, { maxLength: 4 }),
        (cells, merges) => {
          const found = recognise(sheetOf(cells, { merges })).table;
          if (!found) return;
          const places = [...found.columns, ...found.unmapped].map(({ cell }) => cell);
          expect(new Set(places).size).toBe(places.length);
          expect(found.columns.length).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});

describe("registers", () => {
  it("have their own meaning for headers that ledgers leave open", () => {
    const rows: Cell[][] = [
      ["甲局2024年执法人员培训台账"],
      ["姓名", "工作单位", "培训内容", "培训学时"],
      ["周某某", "甲局", "行政处罚法", 20],
    ];
    const { table } = recognise(sheetOf(rows));
    expect(table?.kind).toBe("training-ledger");
    expect(table?.columns.map(({ field }) => field)).toEqual([
      "training.name",
      "training.unit",
      "training.topic",
      "training.hours",
    ]);
  });
});
