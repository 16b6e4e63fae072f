import { describe, expect, it } from "vitest";
import { CellError, type Cell, type Sheet } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { readRow } from "./read-row.js";
import { recogniseSheets } from "./recognise-sheets.js";
import { merge, sheetOf, shippedVocabulary } from "./vocabulary.fixture.js";

const vocabulary = shippedVocabulary();

interface Found {
  kind: string | undefined;
  /** Of every entry the known values by field; what is there and not understood as `?`. */
  rows: Record<string, unknown>[];
  /** `code cell` of every diagnostic. */
  notes: string[];
}

const read = (...sheets: Sheet[]): Found => {
  const results = recogniseSheets(sheets, vocabulary);
  const tables = results.flatMap(({ table }) => table ?? []);
  const notes = results.flatMap(({ diagnostics }) => diagnostics);
  const rows = tables.flatMap((table) =>
    [...table.rows].map((row) => {
      const { values, diagnostics } = readRow(table, row, vocabulary);
      notes.push(...diagnostics);
      return Object.fromEntries(
        [...values].flatMap(([field, { reading }]) => {
          if (reading.status === "blank" || field === "row.sequence") return [];
          return [[field, reading.status === "known" ? reading.value : "?"]];
        }),
      );
    }),
  );
  return {
    kind: tables[0]?.kind,
    rows,
    notes: notes.map(({ code, cell }) => (cell ? `${code} ${cell}` : code)),
  };
};
const cells = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}) =>
  read(sheetOf(rows, more));

const header = ["序号", "当事人", "处罚决定书文号", "处罚决定日期", "罚款金额"];
const entry = (n = 1): Cell[] => [n, "甲公司", `邢市监罚〔2023〕${n}号`, "2023-12-01", 2000];
const value = (n = 1) => ({
  "party.name": "甲公司",
  "decision.number": `邢市监罚〔2023〕${n}号`,
  "decision.date": "2023-12-01",
  "decision.fine": 200_000,
});
/** One more column beside the plain ones, and what is read from it. */
const withColumn = (name: string, cell: Cell) => {
  const { rows, notes } = cells([
    [...header, name],
    [...entry(), cell],
  ]);
  const more = Object.entries(rows[0] ?? {}).filter(([field]) => !(field in value()));
  return { value: Object.fromEntries(more), notes };
};

describe("headers", () => {
  it("of two levels: the two together, else the lower in the light of the upper", () => {
    const rows = [
      ["序号", "当事人", null, "处罚决定", null, null, "执法人员", null],
      [null, "名称", "联系电话", "文号", "日期", "罚款（万元）", "姓名", "证号"],
      [1, "甲", "13800000000", "邢市监罚〔2023〕1号", "2023-12-01", 0.2, "张三", "13050012345"],
    ];
    const merges = [merge(0, 1, 0, 2), merge(1, 1, 2, 1), merge(3, 1, 5, 1), merge(6, 1, 7, 1)];
    const expected = {
      "party.name": "甲",
      "party.phone": "13800000000",
      "decision.number": "邢市监罚〔2023〕1号",
      "decision.date": "2023-12-01",
      "decision.fine": 200_000,
      "officers.name": ["张三"],
      "officers.certificate": ["13050012345"],
    };
    expect(cells(rows, { merges }).rows).toEqual([expected]);
    expect(cells(rows).rows).toEqual([expected]);
  });

  it("of two levels: what every step has is not taken from another step", () => {
    const { rows, notes } = cells(
      [
        ["当事人", "处罚决定", null, "强制措施", null, null],
        [null, "文号", "日期", "决定书文号", "送达日期", "种类"],
        ["甲", "邢市监罚〔2023〕1号", "2023-12-01", "邢市监强〔2023〕9号", "2023-01-01", "查封"],
      ],
      { merges: [merge(0, 1, 0, 2), merge(1, 1, 2, 1), merge(3, 1, 5, 1)] },
    );
    expect(rows[0]).toMatchObject({ "decision.number": "邢市监罚〔2023〕1号" });
    expect(rows[0]).not.toHaveProperty("service.date");
    expect(notes).toEqual(["column-not-mapped D2", "column-not-mapped E2"]);
  });

  it("of two levels: the first of a group's columns is not the group", () => {
    const rows = [
      ["当事人", "决定书文号", "决定日期", "罚没金额（万元）", null],
      [null, null, null, "罚款", "没收违法所得"],
      ["甲", "邢市监罚〔2023〕1号", "2023-12-01", 2, 3],
    ];
    const expected = { "decision.fine": 2_000_000, "decision.confiscated": 3_000_000 };
    for (const merges of [[merge(3, 1, 4, 1)], []]) {
      const found = cells(rows, { merges }).rows;
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject(expected);
      expect(found[0]).not.toHaveProperty("decision.total");
    }
  });

  it("of three levels", () => {
    const { rows } = cells(
      [
        ["序号", "当事人", null, "处理情况", null, null],
        [null, "名称", "证件号码", "处罚决定", null, "结案日期"],
        [null, null, null, "文号", "日期", null],
        [1, "甲", "x", "邢市监罚〔2023〕1号", "2023-01-01", "2023-02-01"],
      ],
      { merges: [merge(1, 1, 2, 1), merge(3, 1, 5, 1), merge(3, 2, 4, 2)] },
    );
    expect(rows).toMatchObject([
      {
        "decision.number": "邢市监罚〔2023〕1号",
        "decision.date": "2023-01-01",
        "closing.date": "2023-02-01",
      },
    ]);
  });

  const codes = ["XH", "CF_XDR_MC", "CF_WSH", "CF_JDRQ", "CF_NR_FK"];

  it("with a row of field codes above or below; the unit in the caption goes before the code's", () => {
    const captions = [...header.slice(0, 4), "罚款金额（元）"];
    expect(cells([codes, captions, entry()]).rows).toEqual([value()]);
    expect(cells([captions, codes, entry()]).rows).toEqual([value()]);
    expect(cells([codes, entry()]).rows).toMatchObject([{ "decision.fine": 2000 * 1_000_000 }]);
  });

  it("with field codes of a system that nobody knows", () => {
    expect(cells([header, ["XH", "DSR", "JDSWH", "JDRQ", "FKJE"], entry()]).rows).toEqual([
      value(),
    ]);
  });

  it("with rows of 必填, of types, of column numbers and of examples", () => {
    const found = cells([
      header,
      [null, "必填", "必填", "必填", "选填"],
      ["文本", "文本", "文本", "日期", "数值"],
      [1, 2, 3, 4, 5],
      ["例：1", "某公司", "×市监罚〔2023〕1号", "2023-01-01", 1],
      ["填写说明：逐行填写，金额以元计"],
      entry(),
    ]);
    expect(found.rows).toEqual([value()]);
    expect(found.notes).toEqual(["rows-skipped"]);
  });

  it("broken over lines and spaced out", () => {
    const wrapped = [
      "序 号",
      "当　事人",
      "处罚决\n定书文\n号",
      "处罚决定 日期",
      "罚款\n金额（元）",
    ];
    expect(cells([wrapped, entry()]).rows).toEqual([value()]);
  });

  it("with characters that recognition from pictures got wrong are guessed and said to be, or left open", () => {
    const { rows, notes } = cells([
      ["序号", "企让名称", "处罚决定书文号", "处罚决定日期", "罚款金额", "汍行法院"],
      [...entry(), "x"],
    ]);
    expect(rows).toEqual([value()]);
    expect(notes).toEqual(["column-guessed B1", "column-not-mapped F1"]);
  });

  it("in traditional characters, with the pinyin that a converter left", () => {
    const traditional = ["序號", "當事人", "處罰決定書文號", "處罰(fá)決定日期", "罰款金額"];
    expect(cells([traditional, entry()]).rows).toEqual([value()]);
  });

  it("that occur twice: both are read, and where they differ the value is not known", () => {
    const { rows, notes } = cells([
      [...header, "罚款金额"],
      [...entry(1), 2000],
      [...entry(2), null],
      [...entry(3), 3000],
    ]);
    expect(rows).toEqual([value(1), value(2), { ...value(3), "decision.fine": "?" }]);
    expect(notes).toEqual(["column-twice F1", "cell-not-understood F4"]);
  });

  it("of two columns for one field: the clearer one, the one that is not empty, the left one", () => {
    const clearer = cells([
      ["决定日期", ...header],
      ["2023-11-30", ...entry()],
    ]);
    expect(clearer.rows).toEqual([value()]);
    expect(clearer.notes).toEqual(["column-repeated A1"]);
    const filled = cells([
      [...header, "决定日期"],
      [1, "甲公司", "邢市监罚〔2023〕1号", null, 2000, "2023-12-01"],
    ]);
    expect(filled.rows).toEqual([value()]);
    const left = cells([
      [...header.slice(0, 3), "作出决定日期", "罚款金额", "决定书日期"],
      [...entry(), "2023-12-09"],
    ]);
    expect(left.rows).toEqual([value()]);
    expect(left.notes).toEqual(["column-repeated F1"]);
  });
});

describe("rows that are no entries", () => {
  it("under the table: totals, signatures, notes", () => {
    const found = cells([
      header,
      entry(),
      ["合计", null, null, null, 2000],
      ["小　计", null, null, null, 2000],
      ["注：罚款以元计"],
      ["2.其他说明"],
      ["填表人：张三", null, "审核人：李四"],
    ]);
    expect(found.rows).toEqual([value()]);
  });

  it("between entries: headings of sections, blank rows, numbered rows not filled in, the header again", () => {
    const found = cells(
      [header, ["一、普通程序"], entry(1), [null, " "], [2], header, ["第二章 简易程序"], entry(3)],
      { merges: [merge(0, 2, 4, 2), merge(0, 7, 4, 7)] },
    );
    expect(found.rows).toEqual([value(1), value(3)]);
  });
});

describe("sheets", () => {
  const first = sheetOf([header, entry(1), entry(2)], { name: "上半年" });

  it("of one table, each with its header", () => {
    const second = sheetOf([["2023年下半年"], header, entry(3)], { name: "下半年" });
    expect(read(first, second).rows).toEqual([value(1), value(2), value(3)]);
  });

  it("of one table, the next without a header", () => {
    const empty = sheetOf([], { name: "Sheet2" });
    const second = sheetOf([entry(3), entry(4)], { name: "下半年" });
    const found = read(first, empty, second);
    expect(found.rows).toEqual([value(1), value(2), value(3), value(4)]);
    expect(found.notes).toEqual(["sheet-empty", "sheet-continued"]);
  });

  it.each<[string, Cell[]]>([
    ["with other numbers", [9, "甲公司", "邢市监罚〔2023〕9号", "2023-12-01", 2000]],
    ["with no dates where dates belong", [3, "甲公司", "邢市监罚〔2023〕9号", "待定", 2000]],
    ["with more columns", [...entry(3), "x"]],
    ["with less to show", [null, "甲公司", "邢市监罚〔2023〕9号", null, 2000]],
  ])("without a header that do not go on with the table: %s", (_, row) => {
    const found = read(first, sheetOf([row], { name: "其他" }));
    expect(found.rows).toHaveLength(2);
    expect(found.notes).toEqual(["sheet-not-recognised"]);
  });

  it("that are hidden or empty", () => {
    const hidden = sheetOf([header, entry()], { hidden: true });
    expect(read(hidden, sheetOf([[null, " "]]))).toMatchObject({
      rows: [value()],
      notes: ["sheet-hidden", "sheet-empty"],
    });
  });

  it.each<[string, Cell[][]]>([
    [
      "figures of the agencies",
      [
        ["2023年行政处罚案件台账"],
        ["单位", "立案数", "结案数", "罚款金额（万元）", "没收金额（万元）"],
        ["甲局", 3, 4, 5, 6],
      ],
    ],
    [
      "a list of the documents in a file",
      [
        ["案卷目录"],
        ["序号", "文书名称", "文号", "日期", "页码"],
        [1, "立案审批表", "邢市监立〔2023〕1号", "2023-01-01", "1"],
      ],
    ],
    ["a code list", [["数据字典"], ["代码", "名称", "说明"], ["1", "简易程序", null]]],
    ["a letter", [["关于报送行政处罚案件台账的通知"], ["各县局："], ["请于月底前报送。"]]],
  ])("that call themselves a ledger and are %s", (_, rows) => {
    expect(cells(rows, { name: "行政处罚台账" })).toEqual({
      kind: undefined,
      rows: [],
      notes: ["sheet-not-recognised"],
    });
  });

  it("of one case, its headers in one column or in two", () => {
    const two = cells([
      ["行政处罚案件信息表"],
      ["当事人", "甲公司"],
      ["处罚决定书文号", "邢市监罚〔2023〕1号"],
      ["处罚决定日期", "2023-12-01"],
      ["罚款金额", null, 2000],
      ["案件来源", null],
      ["立案日期", "待定"],
      ["神秘栏", "x"],
    ]);
    expect(two.rows).toEqual([{ ...value(), "filing.date": "?" }]);
    expect(two.notes).toEqual(["sheet-vertical", "column-not-mapped A8", "cell-not-understood B7"]);
    const four = cells([
      ["当事人", "甲公司", "处罚决定书文号", "邢市监罚〔2023〕1号"],
      ["处罚决定日期", "2023-12-01", "罚款金额（元）", 2000],
      ["立案日期", null, "结案日期", "2023-13-01"],
    ]);
    expect(four.rows).toEqual([{ ...value(), "closing.date": "?" }]);
    expect(four.notes).toEqual(["sheet-vertical", "cell-not-understood D3"]);
  });

  it("of one case in which it is not clear which value is meant", () => {
    const found = cells([
      ["当事人", "甲公司", "乙公司"],
      ["处罚决定书文号", "邢市监罚〔2023〕1号"],
      ["处罚决定日期", "2023-12-01"],
      ["罚款金额", 2000],
      ["立案日期", "2023-11-01"],
    ]);
    expect(found).toEqual({ kind: undefined, rows: [], notes: ["sheet-not-recognised"] });
  });

  it("with the unit of all amounts above the table", () => {
    for (const line of [["填报单位：某局", null, "单位：万元"], ["某局台账（金额单位：万元）"]]) {
      expect(cells([line, header, [...entry().slice(0, 4), 0.2]]).rows).toEqual([value()]);
    }
    const own = [...header.slice(0, 4), "罚款金额（元）"];
    expect(cells([["单位：万元"], own, entry()]).rows).toEqual([value()]);
  });

  it("with two units above the table: amounts without a unit of their own are not known", () => {
    const found = cells([
      ["单位：万元"],
      ["金额单位：元"],
      header,
      entry(1),
      [...entry(2).slice(0, 4), "2000元"],
    ]);
    expect(found.rows).toEqual([{ ...value(1), "decision.fine": "?" }, value(2)]);
    expect(found.notes).toEqual(["unit-unclear", "cell-not-understood E4"]);
  });
});

describe("cells", () => {
  it("with several values", () => {
    expect(withColumn("执法人员", "张三、李四\n王五").value).toEqual({
      "officers.name": ["张三、李四\n王五"],
    });
    expect(withColumn("处罚种类", "警告；罚款").value).toEqual({
      "decision.kinds": ["warning", "fine"],
    });
    expect(withColumn("处罚种类", "警告；罚跪").value).toEqual({ "decision.kinds": "?" });
  });

  it.each<[string, Cell]>([
    ["身份证号", 1.30521199001015e17],
    ["身份证号", "1.30521E+17"],
    ["身份证号", "130521199001015000"],
    ["身份证号", "########"],
    ["统一社会信用代码", 9.1130500700000006e17],
    ["执法证号", CivilDate.fromIso("2023-01-12") ?? null],
    ["案号", CivilDate.fromIso("2023-01-12") ?? null],
  ])("%s that the spreadsheet damaged: %s", (name, cell) => {
    const { value, notes } = withColumn(name, cell);
    expect(Object.values(value)).toEqual(["?"]);
    expect(notes.join()).toMatch(/damaged-number F2|cell-not-understood F2/);
  });

  it("with long numbers kept as text", () => {
    expect(withColumn("身份证号", "'13052119900101001X").value).toEqual({
      "party.idNumber": "13052119900101001X",
    });
    expect(withColumn("身份证号", "130521199001010015\t").value).toEqual({
      "party.idNumber": "130521199001010015",
    });
  });

  it.each([
    "1301************2538",
    "92430321MA*******1",
    "372929####10113638",
    "91430681XXXXXXXXXX",
  ])("that are masked stay as they are: %s", (masked) => {
    expect(withColumn("统一社会信用代码", masked)).toEqual({
      value: { "party.creditCode": masked },
      notes: [],
    });
  });

  it.each<[Cell, unknown]>([
    ...["是", "有", "Y", "√", "☑", "已", "是√ 否□", "■是 □否", "1", 1, true].map(
      (cell) => [cell, true] as [Cell, unknown],
    ),
    ...["否", "无", "N", "×", "未", "是□ 否√", "□是 ■否", "0", 0, false].map(
      (cell) => [cell, false] as [Cell, unknown],
    ),
    ["是□ 否□", "?"],
    ["待定", "?"],
    [null, undefined],
    ["/", undefined],
  ])("of yes and no: %s", (cell, expected) => {
    expect(withColumn("是否经过集体讨论", cell).value["discussion.held"]).toBe(expected);
  });

  it("of a column in which 1 is yes and 2 is no", () => {
    const found = cells([
      [...header, "是否法制审核"],
      [...entry(1), 1],
      [...entry(2), "2"],
    ]);
    expect(found.rows.map((row) => row["legalReview.done"])).toEqual([true, false]);
  });

  it("with the error of a formula", () => {
    for (const cell of [new CellError("#REF!"), new CellError("#CALC!"), "#N/A", "#CALC!"]) {
      const { rows, notes } = cells([header, [...entry().slice(0, 3), cell, 2000]]);
      expect(rows).toEqual([{ ...value(), "decision.date": "?" }]);
      expect(notes).toEqual(["cell-not-understood D2"]);
    }
  });

  it.each<[Cell, string | undefined]>([
    [CivilDate.fromIso("2023-12-01") ?? null, "2023-12-01"],
    [CivilDate.fromIso("2023-12") ?? null, "2023-12"],
    [45261, "2023-12-01"],
    ["45261", "2023-12-01"],
    [20231201, "2023-12-01"],
    ["2023年12月", "2023-12"],
    ["2023.12", "2023-12"],
    [CivilDate.of(1900, 2, 10) ?? null, "?"],
    [42, "?"],
    ["202329日", "?"],
    ["2023年3月6日至7日", "?"],
    ["同日", "?"],
    ["2023-02-30", "?"],
    ["——", undefined],
    ["待补", undefined],
  ])("with dates and what looks like one: %s", (cell, expected) => {
    const [row] = cells([header, [...entry().slice(0, 3), cell, 2000]]).rows;
    expect(row?.["decision.date"]).toBe(expected);
  });

  it.each<[Cell, string, unknown]>([
    [0.2, "罚款金额（万元）", 200_000],
    ["54.00", "罚款金额（万元）", 54_000_000],
    ["2000元", "罚款金额（万元）", 200_000],
    ["8.0（万元）", "罚款金额", 8_000_000],
    ["伍仟元整", "罚款金额", 500_000],
    ["罚款一倍", "罚款金额", "?"],
    ["2000-3000", "罚款金额", "?"],
  ])("with amounts: %s under %s", (cell, name, expected) => {
    const [row] = cells([
      [...header.slice(0, 4), name],
      [...entry().slice(0, 4), cell],
    ]).rows;
    expect(row?.["decision.fine"]).toBe(expected);
  });

  it("with an amount out of proportion to its unit are kept and doubted", () => {
    const { rows, notes } = cells([[...header.slice(0, 4), "罚款金额（万元）"], entry()]);
    expect(rows[0]?.["decision.fine"]).toBe(2000 * 1_000_000);
    expect(notes).toEqual(["unit-suspect E2"]);
  });

  it("merged downwards stand for every row, empty ones do not", () => {
    const { rows } = cells(
      [
        ["违法行为", "裁量阶次", "适用条件", "处罚标准"],
        ["甲", "1.0", "a", "处1万元罚款"],
        [null, null, "b", null],
      ],
      { merges: [merge(0, 2, 0, 3)] },
    );
    expect(rows).toEqual([
      {
        "tier.violation": "甲",
        "tier.level": "1.0",
        "tier.conditions": "a",
        "tier.standard": "处1万元罚款",
      },
      { "tier.violation": "甲", "tier.conditions": "b" },
    ]);
  });

  it("of the decision's day that are empty are not filled from elsewhere", () => {
    const row = [...entry().slice(0, 3), null, 2000, "2023-12-05"];
    const [found] = cells([[...header, "公示日期"], row]).rows;
    expect(found).not.toHaveProperty("decision.date");
    expect(found).toMatchObject({ "publicity.publishedOn": "2023-12-05" });
  });
});
