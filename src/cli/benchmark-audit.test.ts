import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Finding, Review } from "../model/audit-result.js";
import { CivilDate } from "../values/civil-date.js";
import { wordTable } from "./word-table.fixture.js";
import { runAudit } from "./run-audit.js";

/** Whole audits of folders that hold a ledger and benchmarks. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anjuan-benchmark-audit-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const agency = "甲市城市管理局";
const columns = [
  "处罚决定书文号",
  "处罚机关",
  "当事人",
  "当事人类型",
  "执法事项",
  "事项编码",
  "处罚依据",
  "裁量阶次",
  "违法所得",
  "货值金额",
  "涉案数量",
  "计量单位",
  "处罚种类",
  "罚款金额",
  "处罚决定日期",
  "从轻从重情节",
] as const;

type Column = (typeof columns)[number];

const usual: Partial<Record<Column, string>> = {
  处罚机关: agency,
  当事人: "某某有限公司",
  当事人类型: "法人",
  执法事项: "占用城市道路",
  事项编码: "CG01",
  裁量阶次: "一般",
  处罚种类: "罚款",
  处罚决定日期: "2024-03-05",
};

const ledger = (...cases: Partial<Record<Column, string>>[]): string =>
  put(
    "行政处罚台账.csv",
    [
      columns.join(","),
      ...cases.map((given, at) =>
        columns
          .map((column) =>
            column === "处罚决定书文号"
              ? `甲城管罚〔2024〕${at + 1}号`
              : (given[column] ?? usual[column] ?? ""),
          )
          .join(","),
      ),
    ].join("\n"),
  );

const head = "事项编码,违法行为,法定依据,法定幅度,裁量阶次,适用条件,裁量标准,施行日期\n";
const law = "《甲市道路条例》第二十条";

interface Row {
  code?: string;
  act?: string;
  statute?: string;
  tier: string;
  conditions?: string;
  standard: string;
  from?: string;
}

const benchmark = (name: string, ...rows: Row[]): string =>
  put(
    name,
    head +
      rows
        .map(({ code = "CG01", act = "占用城市道路", statute, tier, conditions, standard, from }) =>
          [
            ...[code, act, law, statute ?? "处一万元以上十万元以下罚款", tier],
            ...[conditions ?? "", standard, from ?? "2021-01-01"],
          ].join(","),
        )
        .join("\n"),
  );

interface Audited {
  findings: Finding[];
  reviews: Review[];
  of: (rule: string) => string[];
  asked: (rule: string) => string[];
}

const audit = async (): Promise<Audited> => {
  const { findings, reviews } = await runAudit({
    paths: [folder],
    asOf: CivilDate.fromIso("2024-12-31")!,
    lang: "zh",
    version: "test",
    jobs: 1,
    only: ["discretion/*"],
  });
  const all = [...reviews];
  const numbersOf = (from: readonly (Finding | Review)[]) => (rule: string) =>
    from
      .filter((one) => one.rule === `discretion/${rule}`)
      .map(({ subject }) => subject.id)
      .sort();
  return { findings, reviews: all, of: numbersOf(findings), asked: numbersOf(all) };
};

const messageOf = ({ findings }: Audited, rule: string): string =>
  findings.find((one) => one.rule === `discretion/${rule}`)?.message ?? "";

const number = (at: number): string => `甲城管罚〔2024〕${at}号`;

describe("benchmarks of two versions in one folder", () => {
  const versions = (): void => {
    benchmark(
      "裁量权基准（2021年版）.csv",
      { tier: "一般", standard: "处一万元以上二万元以下罚款", from: "2021-01-01" },
      { tier: "较重", standard: "处二万元以上十万元以下罚款", from: "2021-01-01" },
    );
    benchmark(
      "裁量权基准（2023年版）.csv",
      { tier: "一般", standard: "处三万元以上五万元以下罚款", from: "2023-08-01" },
      { tier: "较重", standard: "处五万元以上十万元以下罚款", from: "2023-08-01" },
    );
  };

  it("judge cases before and after the change by the right one", async () => {
    versions();
    ledger(
      { 罚款金额: "15000", 处罚决定日期: "2023-07-31" },
      { 罚款金额: "40000", 处罚决定日期: "2023-08-01" },
      { 罚款金额: "40000", 处罚决定日期: "2023-07-31" },
      { 罚款金额: "15000", 处罚决定日期: "2023-08-01" },
    );
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([number(3), number(4)]);
    expect(result.asked("amount-within-tier")).toEqual([]);
    const [before, after] = result.findings.filter(({ rule }) => rule.endsWith("within-tier"));
    expect(before?.facts).toMatchObject({ from: "2021-01-01", to: "2023-07-31", upper: 2_000_000 });
    expect(before?.message).toContain("高于该阶次上限20,000元，超出20,000元");
    expect(after?.facts).toMatchObject({ from: "2023-08-01", lower: 3_000_000 });
    expect(after?.message).toContain("低于该阶次下限30,000元，差15,000元");
    const files = result.findings.map(({ evidence }) => new Set(evidence.map(({ file }) => file)));
    expect(files[0]).toContain("裁量权基准（2021年版）.csv");
    expect(files[1]).toContain("裁量权基准（2023年版）.csv");
  });

  it("before the first of which nobody can be judged", async () => {
    versions();
    ledger({ 罚款金额: "90000", 处罚决定日期: "2020-12-31" });
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([]);
  });
});

describe("benchmarks of several levels", () => {
  const rows = (standard: string): Row[] => [{ tier: "一般", standard }];

  it("the nearest to the agency is chosen, and another city's is none", async () => {
    benchmark("甲市裁量权基准.csv", ...rows("处三万元以上五万元以下罚款"));
    benchmark("某某省裁量权基准.csv", ...rows("处一万元以上十万元以下罚款"));
    benchmark("乙市裁量权基准.csv", ...rows("处八万元以上九万元以下罚款"));
    ledger(
      { 罚款金额: "40000" },
      { 罚款金额: "60000" },
      { 罚款金额: "60000", 处罚机关: "丙市城市管理局" },
    );
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([number(2)]);
    const files = result.findings[0]?.evidence.map(({ file }) => file);
    expect(files).toContain("甲市裁量权基准.csv");
  });

  it("between two that nothing tells apart nobody decides", async () => {
    benchmark("裁量权基准一.csv", ...rows("处三万元以上五万元以下罚款"));
    benchmark("裁量权基准二.csv", ...rows("处八万元以上九万元以下罚款"));
    ledger({ 罚款金额: "40000" });
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([]);
    expect(result.asked("amount-within-tier")).toEqual([number(1)]);
  });
});

describe("benchmarks in other forms", () => {
  it("a Word document, with the page as evidence", async () => {
    put(
      "基准.docx",
      wordTable("甲市城市管理局行政处罚裁量权基准（自2023年1月1日起施行）", [
        ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "裁量权基准"],
        ["1", "占用城市道路", law, "从轻", "首次", "处一万元以上二万元以下罚款"],
        ["1", "占用城市道路", law, "一般", "再次", "处二万元以上五万元以下罚款"],
      ]),
    );
    ledger({ 事项编码: "", 罚款金额: "60000" });
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([number(1)]);
    expect(messageOf(result, "amount-within-tier")).toContain("2023年1月1日起施行的基准规定");
    expect(result.findings[0]?.evidence.map(({ file }) => file)).toContain("基准.docx");
  });

  const yaml = `
tables:
  - name: 甲市裁量权基准
    items:
      - code: CG01
        violation: 占用城市道路
        tiers:
          - name: 一般
            results: [{ kind: fine, unit: yuan, min: 2000000, max: 5000000 }]
`;

  it("a YAML file that bears no date is taken to be in force, and the finding says so", async () => {
    put("基准.yaml", yaml);
    ledger({ 罚款金额: "60000" });
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([number(1)]);
    expect(messageOf(result, "amount-within-tier")).toContain("基准表未标明施行日期");
    expect(result.findings[0]?.evidence.map(({ file }) => file)).toContain("基准.yaml");
  });

  it("a YAML file with a mistake is not used, and named with its place", async () => {
    put("基准.yaml", yaml.replace("max: 5000000", "max: viel"));
    ledger({ 罚款金额: "60000" });
    const { run, findings, diagnostics } = await runAudit({
      ...{ paths: [folder], asOf: CivilDate.fromIso("2024-12-31")!, lang: "zh", version: "test" },
      ...{ jobs: 1, only: ["discretion/*"] },
    });
    expect(findings).toEqual([]);
    expect(run.inputs.find(({ file }) => file === "基准.yaml")?.status).toBe("unread");
    expect(diagnostics.some(({ code }) => code === "benchmark-wrong")).toBe(true);
  });
});

describe("a case's item is found", () => {
  beforeEach(() => {
    benchmark(
      "甲市裁量权基准.csv",
      { tier: "一般", standard: "处三万元以上五万元以下罚款" },
      { code: "CG02", act: "未经批准挖掘城市道路", tier: "一般", standard: "处六万元罚款" },
    );
  });
  const ways: [string, Partial<Record<Column, string>>, boolean][] = [
    ["by code", { 执法事项: "某事" }, true],
    ["by its name", { 事项编码: "" }, true],
    [
      "by the article and words near it",
      { 事项编码: "", 执法事项: "未经批准擅自挖掘城市道路", 处罚依据: law },
      true,
    ],
    ["by words much alike", { 事项编码: "", 执法事项: "未经批准挖掘城市的道路" }, true],
    [
      "not by words that deny what the entry says",
      { 事项编码: "", 执法事项: "经批准挖掘城市道路" },
      false,
    ],
    [
      "not by an article of several acts alone",
      { 事项编码: "", 执法事项: "", 处罚依据: law },
      false,
    ],
    ["not by other words", { 事项编码: "", 执法事项: "随意倾倒垃圾" }, false],
    [
      "not by words where its code is another one of the list's kind",
      { 事项编码: "CG09", 执法事项: "未经批准挖掘城市的道路" },
      false,
    ],
  ];

  it("in some ways and not in others", async () => {
    ledger(...ways.map(([, given]) => ({ 罚款金额: "90000", ...given })));
    const found = (await audit()).of("amount-within-tier");
    const said = ways.map(([way], at) => [way, found.includes(number(at + 1))]);
    expect(said).toEqual(ways.map(([way, , isFound]) => [way, isFound]));
  });

  it("or else the likely ones are shown", async () => {
    ledger({ 罚款金额: "90000", 事项编码: "", 执法事项: "擅自挖掘道路" });
    const { reviews } = await audit();
    const asked = reviews.find(({ rule }) => rule === "discretion/item-has-benchmark");
    expect(asked?.message).toContain("CG02 未经批准挖掘城市道路");
  });
});

describe("a fine is worked out", () => {
  const fines: [standard: string, given: Partial<Record<Column, string>>, wanted: string][] = [
    ["处违法所得一倍以上三倍以下罚款", { 违法所得: "20000", 罚款金额: "60000" }, "pass"],
    [
      "处违法所得一倍以上三倍以下罚款",
      { 违法所得: "20000", 罚款金额: "65000" },
      "2万元以上6万元以下",
    ],
    ["处违法所得一倍以上三倍以下罚款", { 罚款金额: "65000" }, "unknown"],
    ["处货值金额百分之十以上百分之二十以下罚款", { 货值金额: "20000", 罚款金额: "1999" }, "差1元"],
    ["处货值金额百分之十以上百分之二十以下罚款", { 货值金额: "20000", 罚款金额: "2000" }, "pass"],
    ["按照每平方米一百元处罚款", { 涉案数量: "50", 计量单位: "㎡", 罚款金额: "5000" }, "pass"],
    [
      "按照每平方米一百元处罚款",
      { 涉案数量: "50", 计量单位: "㎡", 罚款金额: "6000" },
      "超出1,000元",
    ],
    ["按照每平方米一百元处罚款", { 涉案数量: "50", 计量单位: "米", 罚款金额: "6000" }, "unknown"],
    ["处法定幅度30%以上70%以下罚款", { 罚款金额: "37000" }, "pass"],
    ["处法定幅度30%以上70%以下罚款", { 罚款金额: "36999" }, "3.7万元以上7.3万元以下"],
    [
      "处三万元以上五万元以下或者违法所得一倍以上二倍以下罚款，取其高者",
      { 违法所得: "100000", 罚款金额: "60000" },
      "取其高者：10万元以上20万元以下",
    ],
    [
      "按照违法所得的三倍计算罚款，但是最高不超过五万元",
      { 违法所得: "100000", 罚款金额: "50000" },
      "pass",
    ],
    [
      "对单位处三万元以上五万元以下罚款，对个人处五百元以上一千元以下罚款",
      { 罚款金额: "40000" },
      "pass",
    ],
    [
      "对单位处三万元以上五万元以下罚款，对个人处五百元以上一千元以下罚款",
      { 当事人类型: "自然人", 罚款金额: "40000" },
      "高于该阶次上限1,000元",
    ],
    [
      "对单位处三万元以上五万元以下罚款，对个人处五百元以上一千元以下罚款",
      { 当事人类型: "个体工商户", 罚款金额: "40000" },
      "unknown",
    ],
    [
      "货值金额不足一万元的，处五万元以上十万元以下罚款；货值金额一万元以上的，处货值金额十倍以上二十倍以下罚款",
      { 货值金额: "8000", 罚款金额: "60000" },
      "pass",
    ],
    [
      "货值金额不足一万元的，处五万元以上十万元以下罚款；货值金额一万元以上的，处货值金额十倍以上二十倍以下罚款",
      { 货值金额: "20000", 罚款金额: "60000" },
      "20万元以上40万元以下",
    ],
    ["处三万元以上五万元以下罚款", { 罚款金额: "50000" }, "pass"],
  ];

  it("from the figures on record, as each wording says", async () => {
    const codeOf = (at: number): string => `W${at + 10}`;
    benchmark(
      "甲市裁量权基准.csv",
      ...fines.map(([standard], at): Row => ({
        ...{ code: codeOf(at), act: `第${at}种行为`, tier: "一般", standard },
      })),
    );
    ledger(...fines.map(([, given], at) => ({ 执法事项: "", 事项编码: codeOf(at), ...given })));
    const result = await audit();
    for (const [at, [standard, given, wanted]] of fines.entries()) {
      const isOne = ({ rule, subject }: Finding | Review): boolean =>
        rule === "discretion/amount-within-tier" && subject.id === number(at + 1);
      const finding = result.findings.find(isOne);
      const said = finding?.message ?? (result.reviews.some(isOne) ? "unknown" : "pass");
      expect(said, `${standard} ${JSON.stringify(given)}`).toContain(wanted);
    }
  });
});

describe("conditions that are numbers", () => {
  const rows: Row[] = [
    { tier: "较轻", conditions: "面积不足50平方米的", standard: "处一万元以上三万元以下罚款" },
    {
      tier: "一般",
      conditions: "面积50平方米以上100平方米以下的",
      standard: "处三万元以上五万元以下罚款",
    },
    { tier: "较重", conditions: "面积超过100平方米的", standard: "处五万元以上十万元以下罚款" },
  ];

  it("pick the tier where the file states none", async () => {
    benchmark("甲市裁量权基准.csv", ...rows);
    const of = (count: string, fine: string) => ({
      ...{ 裁量阶次: "", 涉案数量: count, 计量单位: "平方米", 罚款金额: fine },
    });
    ledger(of("30", "20000"), of("30", "40000"), of("120", "40000"), of("100", "40000"));
    const result = await audit();
    expect(result.of("amount-within-tier")).toEqual([number(2), number(3)]);
    expect(messageOf(result, "amount-within-tier")).toContain("按登记的数值对应");
  });

  it("contradict a tier that they do not call for", async () => {
    benchmark("甲市裁量权基准.csv", ...rows);
    ledger(
      { 裁量阶次: "较轻", 涉案数量: "120", 计量单位: "平方米", 罚款金额: "20000" },
      { 裁量阶次: "较重", 涉案数量: "120", 计量单位: "平方米", 罚款金额: "60000" },
      { 裁量阶次: "较轻", 罚款金额: "20000" },
    );
    const result = await audit();
    expect(result.of("tier-fits-circumstances")).toEqual([number(1)]);
    expect(messageOf(result, "tier-fits-circumstances")).toContain("较重");
  });
});
