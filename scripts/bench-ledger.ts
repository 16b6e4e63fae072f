import ExcelJS from "exceljs";

/** Headers of the benchmark's ledger: forty columns, as an agency's export has them. */
const headers = [
  "序号",
  "案号",
  "案件名称",
  "案由",
  "案件来源",
  "来源日期",
  "适用程序",
  "当事人",
  "当事人类型",
  "统一社会信用代码",
  "法定代表人",
  "住所",
  "违法行为",
  "违法事实",
  "违法时间",
  "违反条款",
  "处罚依据",
  "裁量阶次",
  "事项编码",
  "立案日期",
  "调查终结日期",
  "告知书文号",
  "告知书送达日期",
  "拟处罚金额",
  "陈述申辩情况",
  "是否法制审核",
  "法制审核日期",
  "法制审核意见",
  "法制审核人员",
  "是否集体讨论",
  "处罚决定书文号",
  "处罚决定日期",
  "处罚机关",
  "处罚种类",
  "罚款金额",
  "送达日期",
  "送达方式",
  "缴款日期",
  "执法人员",
  "公示日期",
];

const agency = "某市市场监督管理局";

const day = (offset: number): string =>
  new Date(Date.UTC(2023, 0, 3) + offset * 86_400_000).toISOString().slice(0, 10);

const row = (n: number): (string | number)[] => {
  const filed = n % 250;
  return [
    n,
    `某市监立〔2023〕${n}号`,
    `某商店${n}涉嫌销售过期食品案`,
    "销售超过保质期的食品",
    "日常检查",
    day(filed - 2),
    "普通程序",
    `某商店${n}`,
    "法人及非法人组织",
    "/",
    "周某",
    `某市某路${n}号`,
    "销售超过保质期的食品",
    "当事人货架上摆放的食品已经超过保质期，当事人承认仍在销售。",
    day(filed - 3),
    "《中华人民共和国食品安全法》第三十四条第十项",
    "《中华人民共和国食品安全法》第一百二十四条第一款第五项",
    "较轻",
    `SPAQ${String(n % 40).padStart(3, "0")}`,
    day(filed),
    day(filed + 20),
    `某市监罚告〔2023〕${n}号`,
    day(filed + 25),
    10_000 + (n % 9) * 500,
    "未提出",
    "是",
    day(filed + 33),
    "同意",
    "吴某某",
    "否",
    `某市监罚〔2023〕${n}号`,
    day(filed + 35),
    agency,
    "罚款",
    10_000 + (n % 9) * 500,
    day(filed + 37),
    "直接送达",
    day(filed + 45),
    "郑某、王某某",
    day(filed + 35 + (n % 12)),
  ];
};

const roster = [
  [
    "姓名",
    "执法证号",
    "工作单位",
    "发证日期",
    "有效期至",
    "证件状态",
    "法律职业资格",
    "从事法制审核日期",
  ],
  ["郑某", "99010000001", agency, "2021-06-01", "2026-05-31", "有效", "/", null],
  ["王某某", "99010000002", agency, "2021-06-01", "2026-05-31", "有效", "/", null],
  [
    "吴某某",
    "99010000003",
    agency,
    "2021-06-01",
    "2026-05-31",
    "有效",
    "A2015000001",
    "2019-03-01",
  ],
];

const tiers = (n: number): string[][] => {
  const item = [`SPAQ${String(n).padStart(3, "0")}`, `销售超过保质期的食品（${n}）`];
  const statutory = "处五千元以上五万元以下罚款";
  return [
    [...item, statutory, "较轻", "处五千元以上二万元以下罚款"],
    [...item, statutory, "较重", "处二万元以上五万元以下罚款"],
  ];
};

const benchmark = [
  ["事项编码", "违法行为", "法定幅度", "裁量阶次", "裁量标准"],
  ...Array.from({ length: 40 }, (_, n) => tiers(n)).flat(),
];

const sheets = (cases: number): [name: string, rows: Iterable<(string | number | null)[]>][] => [
  ["案件台账", [headers, ...Array.from({ length: cases }, (_, i) => row(i + 1))]],
  ["执法人员名册", roster],
  ["裁量基准", benchmark],
];

/** Writes a workbook with a ledger of so many cases × 40 columns, a roster and a benchmark table. */
export const writeLedger = async (file: string, cases: number): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  for (const [name, rows] of sheets(cases)) {
    const sheet = book.addWorksheet(name);
    for (const cells of rows) sheet.addRow(cells).commit();
    sheet.commit();
  }
  await book.commit();
};
