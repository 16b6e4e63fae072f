import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BenchmarkTable, Tier } from "../model/benchmark.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { canonicalWording } from "../recognise/benchmarks/canonical.js";
import { zipOf } from "../read/files.fixture.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { RuleFileError } from "../rules/problem.js";
import { readBenchmarks, type FoundBenchmarks } from "./benchmark-files.js";

const jiangmen = fileURLToPath(
  new URL("../../fixtures/benchmarks/jiangmen-huanbao-cailiang.xls", import.meta.url),
);

let vocabulary: Vocabulary;
let folder: string;
beforeAll(async () => {
  vocabulary = await loadVocabulary();
  folder = mkdtempSync(join(tmpdir(), "anjuan-benchmarks-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tiersOf = (tables: readonly BenchmarkTable[]): Tier[] =>
  tables.flatMap(({ items }) => items.flatMap(({ tiers }) => tiers));

describe("a municipal table as published", () => {
  let found: FoundBenchmarks;
  let seconds: number;
  beforeAll(async () => {
    const start = performance.now();
    found = await readBenchmarks([jiangmen], vocabulary);
    seconds = (performance.now() - start) / 1000;
  });

  it("is read whole, sheet by sheet, in little time", () => {
    expect(found.tables).toHaveLength(12);
    expect(found.tables.every(({ items }) => items.length > 0)).toBe(true);
    expect(found.unread).toEqual([]);
    // A third of a second alone; other tests run beside it.
    expect(seconds).toBeLessThan(10);
  });

  it("gives at least 95 % of its tiers, and the place of every other cell", () => {
    const read = tiersOf(found.tables).length;
    expect(read / (read + found.unparsed.length)).toBeGreaterThan(0.95);
    expect(found.unparsed.map(({ sheet, cell, reason }) => `${sheet} ${cell} ${reason}`)).toEqual([
      "固废污染防治法 F76 empty",
      "固废污染防治法 F78 empty",
      "固废污染防治法 F80 empty",
      "固废污染防治法 F82 empty",
      "固废污染防治法 F83 empty",
      "固废污染防治法 F85 empty",
      "建管条例 F20 number-unclear",
      "建管条例 F21 number-unclear",
      "广东省环保条例 F60 two-upper-ends",
    ]);
  });

  /** Held against the published cells by eye. */
  it.each([
    ["环境影响评价法", "F4", "1-1", "2", "责令停止建设，处建设项目总投资额2%以上3%以下罚款"],
    ["环境影响评价法", "F9", "1-2", "1", "责令备案，处1万元以下罚款"],
    [
      "环境影响评价法",
      "F14",
      "1-3",
      "2",
      "处70万元以上100万元以下罚款，对建设单位的法定代表人、主要负责人、直接负责的主管人员和其他直接责任人员并处7万元以上10万元以下罚款",
    ],
    [
      "环境影响评价法",
      "F20",
      "1-4",
      "4",
      "处所收费用5倍罚款，禁止从事环境影响报告书、环境影响报告表编制工作",
    ],
    ["水污染防治法", "F10", "2-1", "5", "责令改正，处20万元罚款"],
    ["水污染防治法", "F75", "2-10", "3", "逾期不拆除的，处20万元以上30万元以下罚款"],
    ["水污染防治法", "F141", "2-22", "2", "责令停止违法行为，可以处200元以上500元以下罚款"],
    [
      "水污染防治法",
      "F148",
      "2-25",
      "2",
      "处直接损失20%罚款，对责任人员可以处上一年度从本单位取得收入20%以上30%以下罚款",
    ],
    ["大气污染防治法", "F20", "3-2", "5", "处80万元以上100万元以下罚款"],
    [
      "大气污染防治法",
      "F131",
      "3-26",
      "4",
      "处直接经济损失5倍罚款，对责任人员可以处上一年度从本单位取得收入35%以上50%以下罚款",
    ],
    ["固废污染防治法", "F5", "4-1", "3", "限期改正，处3万元以上5万元以下罚款"],
    ["噪声污染防治法", "F11", "5-1", "2", "逾期不改正的，处100万元以上120万元以下罚款"],
    ["噪声污染防治法", "F20", "5-1", "4", "对责任人处12万元以上15万元以下罚款"],
    ["噪声污染防治法", "F22", "5-3", "1", "给予警告"],
    [
      "土壤污染防治法",
      "F131",
      "6-14",
      "4",
      "责令改正，处50万元以上70万元以下罚款，对个人处1万元以上1.5万元以下罚款",
    ],
    [
      "放射污染防治法",
      "F20",
      "7-5",
      "4",
      "责令停止违法行为，限期改正，没收违法所得，并处违法所得2倍罚款",
    ],
    ["放射污染防治法", "F54", "7-14", "1", "可以处3万元以下罚款"],
    ["建管条例", "F7", "8-1", "1", "逾期不改正的，处20万元以上30万元以下罚款"],
    ["建管条例", "F26", "8-3", "4", "对直接负责的主管人员和其他责任人员处12万元以上15万元以下罚款"],
    ["畜禽条例", "F12", "9-4", "1", "责令停止生产或者使用，可以处1万元以上5万元以下罚款"],
    ["广东省大气条例", "F8", "11-1", "4", "报经有批准权的人民政府批准，责令停业"],
    ["潭江条例", "F11", "12-2", "2", "处2万元以上3万元以下罚款"],
  ])("%s %s", (sheet, cell, code, name, wording) => {
    const items = found.tables.flatMap((table) => table.items);
    const item = items.find(({ tiers }) =>
      tiers.some(({ source }) => source?.sheet === sheet && source.cell === cell),
    );
    const tier = item?.tiers.find(({ source }) => source?.sheet === sheet && source.cell === cell);
    expect([item?.code, tier?.name, tier && canonicalWording(tier.results)]).toEqual([
      code,
      name,
      wording,
    ]);
  });

  it("has conditions that share a fine as alternatives of one tier", () => {
    const tier = tiersOf(found.tables).find(
      ({ source }) => source?.sheet === "环境影响评价法" && source.cell === "F4",
    );
    expect(tier?.conditions).toBe(
      "报告表项目，主体工程已建设完成的；报告书项目，主体工程未建设完成的",
    );
  });

  it("takes the statutory range from the quoted provision", () => {
    const item = found.tables[1]?.items.find(({ code }) => code === "2-1");
    expect(item?.law).toEqual(["《中华人民共和国水污染防治法》第八十一条"]);
    expect(item?.statutory).toMatchObject([{ unit: "yuan", min: 2_000_000, max: 20_000_000 }]);
  });
});

const write = async (
  name: string,
  rows: readonly (readonly (string | number)[])[],
  merges: readonly string[] = [],
): Promise<string> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("裁量权基准");
  for (const row of rows) sheet.addRow([...row]);
  for (const merge of merges) sheet.mergeCells(merge);
  const path = join(folder, name);
  await workbook.xlsx.writeFile(path);
  return path;
};

const shown = ({ tables }: FoundBenchmarks) =>
  tables.flatMap(({ items }) =>
    items.map(({ code, violation, tiers }) => [
      code ?? violation,
      ...tiers.map(({ name, conditions, results }) =>
        [name ?? "", conditions, canonicalWording(results)].join(" | "),
      ),
    ]),
  );

describe("families of columns", () => {
  it("market regulation: levels with conditions, one item merged over its tiers", async () => {
    const path = await write(
      "市场监管.xlsx",
      [
        ["澜汀市市场监督管理局行政处罚裁量权基准（自2023年8月1日起施行）"],
        ["本基准所称“以上”包括本数，“以下”不包括本数"],
        ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "裁量权基准"],
        [
          "1",
          "未按规定公示",
          "《某某条例》第三十条：处一万元以上十万元以下罚款",
          "从轻",
          "首次违法",
          "处一万元以上三万元以下罚款",
        ],
        ["", "", "", "一般", "再次违法", "处三万元以上七万元以下罚款"],
        ["", "", "", "从重", "三次以上", "处七万元以上十万元以下罚款"],
      ],
      ["A1:F1", "A2:F2", "A4:A6", "B4:B6", "C4:C6"],
    );
    const found = await readBenchmarks([path], vocabulary);
    expect(shown(found)).toEqual([
      [
        "未按规定公示",
        "从轻 | 首次违法 | 处1万元以上3万元以下罚款",
        "一般 | 再次违法 | 处3万元以上7万元以下罚款",
        "从重 | 三次以上 | 处7万元以上10万元以下罚款",
      ],
    ]);
    expect(found.tables[0]).toMatchObject({
      from: "2023-08-01",
      lowerIncluded: true,
      upperIncluded: false,
    });
    expect(found.tables[0]?.items[0]?.statutory).toMatchObject([
      { min: 1_000_000, max: 10_000_000 },
    ]);
  });

  it("natural resources: 裁量幅度 names the tier, orders stand in their own column", async () => {
    const head = [
      "序号",
      "违法行为",
      "设定依据",
      "裁量幅度",
      "适用条件",
      "裁量基准",
      "行政命令",
      "是否公开",
      "处罚权限",
    ];
    const path = await write("自然资源.xlsx", [
      head,
      [
        1,
        "越界开采",
        "《某某法》第四十条",
        "较轻",
        "不足100吨",
        "没收违法所得，并处违法所得百分之十以下罚款",
        "责令退回本矿区范围",
        "是",
        "县级",
      ],
      [
        1,
        "越界开采",
        "《某某法》第四十条",
        "较重",
        "100吨以上",
        "没收违法所得，并处违法所得百分之十以上百分之三十以下罚款",
        "责令退回本矿区范围",
        "是",
        "县级",
      ],
    ]);
    expect(shown(await readBenchmarks([path], vocabulary))).toEqual([
      [
        "越界开采",
        "较轻 | 不足100吨 | 没收违法所得，并处违法所得10%以下罚款，责令退回本矿区范围",
        "较重 | 100吨以上 | 没收违法所得，并处违法所得10%以上30%以下罚款，责令退回本矿区范围",
      ],
    ]);
  });

  it("city management: the law's name and the statutory range in columns of their own", async () => {
    const head = [
      "序号",
      "法规规章",
      "违法行为",
      "设定依据",
      "处罚种类及幅度",
      "裁量阶次",
      "适用条件",
      "处罚标准",
    ];
    const same = ["《澜汀市市容条例》", "占道经营", "第十二条", "处五百元以上五千元以下罚款"];
    const path = await write("城管.xlsx", [
      head,
      [1, ...same, "情节轻微", "及时改正", "不予处罚"],
      [1, ...same, "情节较重", "拒不改正", "处二千元以上六千元以下罚款"],
    ]);
    const { tables } = await readBenchmarks([path], vocabulary);
    const [item] = tables[0]?.items ?? [];
    expect(item?.law).toEqual(["《澜汀市市容条例》第十二条"]);
    expect(item?.statutory).toMatchObject([{ unit: "yuan", min: 50_000, max: 500_000 }]);
    expect(item?.tiers.map(({ results }) => results[0]?.kind)).toEqual(["none", "fine"]);
  });

  it("townships: all tiers in one cell, behind the provision or alone", async () => {
    const tiers =
      "情节较轻的（首次），对单位处一万元以上二万元以下罚款，对个人处五百元罚款；情节较重的，对单位处二万元以上三万元以下罚款";
    const one = await write("甲镇.xlsx", [
      ["序号", "事项名称", "设定依据", "自由裁量基准"],
      [1, "损坏设施", "《某某条例》第九条", tiers],
      [2, "侵占绿地", "《某某条例》第十条", "情节较轻的，处一千元罚款；情节较重的，处二千元罚款"],
    ]);
    const other = await write("乙镇.xlsx", [
      ["序号", "事项名称", "违法依据", "设定依据", "行政处罚依据及裁量基准"],
      [
        1,
        "损坏设施",
        "《某某条例》第三条",
        "《某某条例》第九条",
        `《某某条例》第九条：处一万元以上三万元以下罚款。裁量基准：${tiers}`,
      ],
      [
        2,
        "侵占绿地",
        "《某某条例》第四条",
        "《某某条例》第十条",
        "情节较轻的，处一千元罚款；情节较重的，处二千元罚款",
      ],
    ]);
    const expected = [
      "较轻 | 首次 | 对单位处1万元以上2万元以下罚款，对个人处500元罚款",
      "较重 |  | 对单位处2万元以上3万元以下罚款",
    ];
    expect(shown(await readBenchmarks([one], vocabulary))[0]).toEqual(["损坏设施", ...expected]);
    const found = await readBenchmarks([other], vocabulary);
    expect(shown(found)[0]).toEqual(["损坏设施", ...expected]);
    expect(found.tables[0]?.items[0]?.statutory).toMatchObject([
      { min: 1_000_000, max: 3_000_000 },
    ]);
  });

  it("civil affairs and forestry: parts of an item, what is beside the fine", async () => {
    const civil = await write("民政.xlsx", [
      ["序号", "事项名称", "事项名称子项", "处罚依据", "违法情节", "裁量幅度"],
      [1, "违规募捐", "个人募捐", "《某某法》第二条", "从轻", "给予警告"],
      [1, "违规募捐", "单位募捐", "《某某法》第二条", "一般", "给予警告，并处二万元罚款"],
    ]);
    expect(shown(await readBenchmarks([civil], vocabulary))).toEqual([
      ["违规募捐：个人募捐", "从轻 |  | 给予警告"],
      ["违规募捐：单位募捐", "一般 |  | 给予警告，并处2万元罚款"],
    ]);
    const forestry = await write("林业.xlsx", [
      ["序号", "违法行为", "违法数量/归类", "补种标准", "处罚款标准", "行政处罚标准"],
      [1, "滥伐林木", "不足2立方米", "补种2倍", "处滥伐林木价值三倍罚款", "没收违法所得"],
      [1, "滥伐林木", "2立方米以上", "补种3倍", "处滥伐林木价值五倍罚款", "/"],
    ]);
    expect(shown(await readBenchmarks([forestry], vocabulary))).toEqual([
      [
        "滥伐林木",
        " | 不足2立方米 | 处滥伐林木价值3倍罚款，没收违法所得",
        " | 2立方米以上 | 处滥伐林木价值5倍罚款",
      ],
    ]);
  });

  it("ecology: factors with weights and a formula; a matrix of factors and fines", async () => {
    const weights = await write("权重.xlsx", [
      ["违法行为", "裁量要素", "违法程度", "裁量权重(%)", "备注"],
      ["未批先建", "裁量起点", "", 10, "罚款金额=裁量百分值总和×20万元"],
      ["未批先建", "区域类型", "一般区域", 5, ""],
      ["未批先建", "区域类型", "敏感区域", 20, ""],
    ]);
    const [item] = (await readBenchmarks([weights], vocabulary)).tables[0]?.items ?? [];
    expect(item?.method).toMatchObject({
      formula: "sum-of-maximum",
      base: 20_000_000,
      start: 10,
      factors: [
        {
          name: "区域类型",
          values: [
            { value: "一般区域", weight: 5 },
            { value: "敏感区域", weight: 20 },
          ],
        },
      ],
    });
    const matrix = await write("矩阵.xlsx", [
      ["违反条款", "处罚依据", "违法行为", "区域类型", "整改情况", "罚款"],
      ["《法》第一条", "《法》第九条", "超标排放", "城区", "已整改", "处一万元以上二万元以下罚款"],
      ["《法》第一条", "《法》第九条", "超标排放", "城区", "未整改", "处二万元以上三万元以下罚款"],
    ]);
    expect(shown(await readBenchmarks([matrix], vocabulary))).toEqual([
      [
        "超标排放",
        " | 区域类型：城区，整改情况：已整改 | 处1万元以上2万元以下罚款",
        " | 区域类型：城区，整改情况：未整改 | 处2万元以上3万元以下罚款",
      ],
    ]);
  });

  it("lower and upper ends in columns, amounts in the unit of their header", async () => {
    const path = await write("上下限.xlsx", [
      ["事项编码", "违法行为", "裁量阶次", "罚款下限（万元）", "罚款上限（万元）"],
      ["A01", "超期经营", "较轻", 0.5, 1],
      ["A01", "超期经营", "较重", 1, 3],
    ]);
    expect(shown(await readBenchmarks([path], vocabulary))).toEqual([
      ["A01", "较轻 |  | 处5000元以上1万元以下罚款", "较重 |  | 处1万元以上3万元以下罚款"],
    ]);
  });
});

it("carries an item down in a file that knows no merged cells, and says so", async () => {
  const path = join(folder, "基准.csv");
  writeFileSync(
    path,
    "序号,违法行为,法定依据,裁量阶次,适用条件,裁量权基准\n1,甲行为,《法》第一条,从轻,首次,处一千元罚款\n,,,从重,再次,处二千元罚款\n,,,特别严重,多次,\n",
  );
  const found = await readBenchmarks([path], vocabulary);
  expect(shown(found)).toEqual([
    ["甲行为", "从轻 | 首次 | 处1000元罚款", "从重 | 再次 | 处2000元罚款"],
  ]);
  expect(tiersOf(found.tables).map(({ warnings }) => warnings)).toEqual([[], ["item-from-above"]]);
  expect(found.unparsed).toMatchObject([{ cell: "F4", reason: "empty" }]);
});

describe("Word tables", () => {
  const cell = (text: string, look = "", before = ""): string =>
    `<w:tc><w:tcPr>${look}</w:tcPr><w:p><w:r>${before}<w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
  const begins = '<w:vMerge w:val="restart"/>';
  const goesOn = "<w:vMerge/>";
  const endsPage = "<w:lastRenderedPageBreak/>";
  const head = ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "裁量权基准"];

  it("are one table over several pages, with cells merged downwards and heads repeated", async () => {
    const body = [
      "<w:p><w:r><w:t>澜汀市城市管理裁量权基准</w:t></w:r></w:p><w:tbl>",
      row(...head.map((text) => cell(text))),
      row(
        cell("1", begins),
        cell("占道经营", begins),
        cell("《某某条例》第五条", begins),
        cell("较轻"),
        cell("首次"),
        cell("处一百元以上三百元以下罚款"),
      ),
      row(
        cell("", goesOn),
        cell("", goesOn),
        cell("", goesOn),
        cell("较重", "", endsPage),
        cell("再次", begins),
        cell("处三百元以上", begins).replace(
          "</w:tc>",
          "<w:p><w:r><w:t>五百元以下罚款</w:t></w:r></w:p></w:tc>",
        ),
      ),
      row(
        cell("", goesOn),
        cell("", goesOn),
        cell("", goesOn),
        cell("严重"),
        cell("", goesOn),
        cell("责令停业整顿"),
      ),
      row(...head.map((text) => cell(text))),
      row(
        cell("2"),
        cell("乱倒垃圾"),
        cell("《某某条例》第六条"),
        cell("一般"),
        cell("倾倒的"),
        cell("处二百元罚款"),
      ),
      "</w:tbl>",
    ].join("");
    const path = join(folder, "基准.docx");
    writeFileSync(
      path,
      zipOf({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
      }),
    );
    const found = await readBenchmarks([path], vocabulary);
    expect(found.unread).toEqual([]);
    expect(shown(found)).toEqual([
      [
        "占道经营",
        "较轻 | 首次 | 处100元以上300元以下罚款",
        "较重 | 再次 | 处300元以上500元以下罚款",
        "严重 | 再次 | 责令停业整顿",
      ],
      ["乱倒垃圾", "一般 | 倾倒的 | 处200元罚款"],
    ]);
    expect(tiersOf(found.tables).map(({ source }) => source?.page)).toEqual([1, 2, 2, 2]);
    expect(found.tables[0]?.name).toBe("澜汀市城市管理裁量权基准");
  });
});

describe("YAML", () => {
  const file = (text: string): string => {
    const path = join(folder, "自拟.yaml");
    writeFileSync(path, text);
    return path;
  };
  const whole = [
    "tables:",
    "  - name: 澜汀市城市管理裁量权基准",
    "    from: 2024-01-01",
    "    items:",
    "      - violation: 占道经营",
    "        tiers:",
    "          - name: 较轻",
    "            results: [{ kind: fine, unit: yuan, min: 10000, max: 30000 }]",
  ].join("\n");

  it("has the form that show prints, with defaults", async () => {
    const found = await readBenchmarks([file(whole)], vocabulary);
    expect(shown(found)).toEqual([["占道经营", "较轻 |  | 处100元以上300元以下罚款"]]);
    expect(found.tables[0]).toMatchObject({ from: "2024-01-01", to: null, upperIncluded: true });
  });

  it.each([
    ["tiers:", "teirs:", { code: "unknown-key", nearest: "tiers", line: 6 }],
    ["kind: fine", "kind: fines", { code: "not-a-choice", line: 8 }],
    ["2024-01-01", "2024-02-30", { code: "schema", line: 3 }],
    ["min: 10000", "min: 一百", { code: "wrong-kind", line: 8 }],
  ])("names the place of what is wrong: %s as %s", async (right, wrong, problem) => {
    const problems = await readBenchmarks([file(whole.replace(right, wrong))], vocabulary).then(
      () => [],
      (error: unknown) => (error instanceof RuleFileError ? error.problems : [error]),
    );
    expect(problems[0]).toMatchObject({ ...problem, file: "自拟.yaml" });
  });
});

it("names a file that is broken", async () => {
  const path = join(folder, "坏.xlsx");
  writeFileSync(path, "PK\u0003\u0004 no zip");
  expect((await readBenchmarks([path], vocabulary)).unread).toMatchObject([{ file: "坏.xlsx" }]);
});
