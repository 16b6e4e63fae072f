import type { CityCase, Planted } from "./city-case.js";
import type { Licence } from "./city-licences.js";
import { undisclosed } from "./city-disclosures.js";
import { openProblem, tooLittleTraining } from "./city-lists.js";
import { agencies } from "./city-people.js";
import type { Visit } from "./city-visits.js";
import { table } from "./demo-readme.js";

/** Local thresholds, which no law of the State gives. */
export const parameters: readonly (readonly [name: string, value: string, meaning: string])[] = [
  ["hearing.fine.citizen", "10000", "对公民应当告知听证的罚款"],
  ["hearing.fine.organisation", "100000", "对单位应当告知听证的罚款"],
  ["major.fine.citizen", "5000", "法制审核目录清单第1项"],
  ["major.fine.organisation", "50000", "法制审核目录清单第2项"],
  ["defence.days", "5", "陈述申辩期限"],
  ["procedure/filed-in-time.limit", "15", "立案期限"],
  ["legal-review/in-time.limit", "10", "法制审核期限"],
  ["recording/archived-in-time.limit", "30", "归档期限"],
  ["recording/uploaded-in-time.limit", "2", "音像记录上传期限"],
  ["recording/retention-kept.limit", "180", "音像记录保存天数"],
  ["personnel/training-hours.minimum", "30", "年度培训学时"],
  ["personnel/exam-coverage.share", "0.6", "年度考试比例"],
  ["authority/crime-transferred.goods", "150000", "食品类案件移送的货值"],
  ["authority/crime-transferred.acts", "食品", "适用上述货值的事项"],
  ["oversight/economic-impact-assessed.fine", "100000", "应当评估经济影响的罚款"],
];

/** Problems that no case has, each with the name under which the lists mend it. */
export const ofAgencies: readonly (Planted & { mend: string })[] = [
  {
    mend: "item-without-benchmark",
    rule: "authority/catalogue-aligned-with-benchmarks",
    severity: "warning",
    where: "行政执法事项清单、行政处罚裁量权基准",
    what: "清单的SC019没有裁量权基准",
    subject: agencies.market.name,
  },
  {
    mend: "benchmark-without-item",
    rule: "authority/catalogue-aligned-with-benchmarks",
    severity: "warning",
    where: "行政执法事项清单、行政处罚裁量权基准",
    what: "裁量权基准的CG009不在清单之中",
    subject: agencies.streets.name,
  },
  {
    mend: "tier-gap",
    rule: "discretion/benchmark-table-sound",
    severity: "warning",
    where: "行政处罚裁量权基准",
    what: "CG009的一般到6.3万元，较重从7.3万元起",
    subject: `${agencies.streets.name}行政处罚裁量基准（自2023年7月1日起施行） 城市管理`,
  },
  {
    mend: "one-reviewer",
    rule: "legal-review/staffing-ratio",
    severity: "warning",
    where: "行政执法人员名册（2024年）",
    what: "执法人员22人，法制审核人员1人",
    subject: agencies.streets.name,
  },
  {
    mend: "too-few-examined",
    rule: "personnel/exam-coverage",
    severity: "warning",
    where: "执法人员培训考试台账（2024年）",
    what: "名册5人，参加考试2人",
    subject: `${agencies.town.name} 2024`,
  },
  {
    mend: "too-little-training",
    rule: "personnel/training-hours",
    severity: "warning",
    where: "执法人员培训考试台账（2024年）",
    what: "两次培训合计28学时",
    subject: `${tooLittleTraining}（${agencies.streets.name}） 2024`,
  },
  {
    mend: "open-problem",
    rule: "oversight/rectified-in-time",
    severity: "warning",
    where: "案卷评查整改台账",
    what: "2025年6月30日到期，仍在整改",
    subject: `${openProblem.about} ${openProblem.problem} ${openProblem.deadline}`,
  },
  ...undisclosed,
];

interface Noted {
  id: string;
  planted?: readonly Planted[];
  lawful?: string;
  open?: string;
}

const notedIn = (
  cases: readonly CityCase[],
  visits: readonly Visit[],
  licences: readonly Licence[],
): Noted[] => [
  ...cases.map(({ id, spec: { planted, lawful, open } }) => ({
    id,
    ...(planted && { planted }),
    ...(lawful !== undefined && { lawful }),
    ...(open !== undefined && { open }),
  })),
  ...visits.map((visit) => ({ ...visit, id: visit.number })),
  ...licences.map((licence) => ({ ...licence, id: licence.number })),
];

const byFirst = (a: readonly string[], b: readonly string[]): number =>
  a.join(" ") < b.join(" ") ? -1 : 1;

const files: readonly (readonly [string, string])[] = [
  [
    "市场监督管理局/行政处罚案件台账（2024年）.xlsx",
    "普通程序案件和不予处罚案件，分上半年、下半年两张工作表；两层表头，标题、填报行、落款；隐藏的数据字典，空的Sheet3",
  ],
  ["市场监督管理局/当场处罚案件登记表.csv", "系统导出，GB18030编码；姓名和证号在一格"],
  ["市场监督管理局/涉企检查台账（2025年7-9月）.csv", "系统导出，UTF-8"],
  [
    "城市管理局/行政处罚台账（2024年）.xlsx",
    "普通程序、当场处罚两张工作表；金额单位（万元）写在标题下面；按季度分节",
  ],
  ["泊云镇/行政处罚台账.xlsx", "表头下有必填行和填写示例；公示、法制审核都在本表"],
  ["全市/法制审核台账.xlsx", "市场监管按案号，城市管理只有案件名称"],
  [
    "全市/行政执法公示台账.xlsx",
    "市场监管的文号写在公示内容里，姓名隐去一部分；城市管理只有当事人和决定日期",
  ],
  ["全市/音像记录台账.xlsx", "三个机关分别按案号、决定书文号、案件名称登记"],
  ["全市/行政强制措施台账.csv", "按处罚案件的案号登记"],
  ["全市/行政检查台账（2024年）.xlsx", "两个机关各一张工作表"],
  ["全市/行政许可办理台账.xlsx", "两个机关各一张工作表"],
  [
    "全市/双公示_行政处罚.xlsx",
    "2018年模板（字段编码行、必填行，万元）和2016年模板（表格说明写在第一列）",
  ],
  ["全市/双公示_行政许可.xlsx", "同上"],
  ["清单/行政执法人员名册（2024年）.xlsx", "三个机关各一张工作表，另有法制审核人员"],
  ["清单/行政执法事项清单.xlsx", "按处罚、检查、许可分节；空的Sheet4"],
  ["清单/乡镇赋权事项清单.csv", "2024年4月1日起赋权"],
  ["清单/行政处罚裁量权基准.xlsx", "三张工作表，违法行为一栏跨阶次合并；城市管理的抄录条文全文"],
  ["清单/音像记录事项清单.xlsx", "全市统一"],
  ["清单/重大执法决定法制审核目录清单.xlsx", "全市统一"],
  ["清单/首违不罚事项清单.xlsx", "全市统一"],
  ["清单/随机抽查事项清单.xlsx", "全市统一，有频次上限"],
  ["清单/执法人员培训考试台账（2024年）.xlsx", "培训、考试两张工作表"],
  ["清单/执法信息事前公开台账.xlsx", "三个机关各一张工作表，机关写在标题里"],
  ["清单/案卷评查整改台账.xlsx", "2025年上半年评查的问题"],
];

export const cityReadme = (
  cases: readonly CityCase[],
  visits: readonly Visit[],
  licences: readonly Licence[],
): string => {
  const noted = notedIn(cases, visits, licences);
  const row = (id: string, { rule, severity, where, what, subject }: Planted): string[] => [
    ...[subject ?? id, rule, severity, where, what],
  ];
  const planted = [
    ...noted.flatMap(({ id, planted: problems = [] }) => problems.map((one) => row(id, one))),
    ...ofAgencies.map((one) => row("", one)),
  ];
  const notes = (field: "lawful" | "open"): string[][] =>
    noted.flatMap(({ id, [field]: note }) => (note === undefined ? [] : [[id, note]]));
  const count = cases.length + visits.length + licences.length;
  return `# 一个市的示例案卷

<!-- 由 scripts/make-city.ts 生成，不要手工修改。 -->

云汐省砚溪市市场监督管理局、砚溪市城市管理局和砚溪市泊云镇人民政府2024年的行政处罚、行政检查、行政强制、行政许可台账，以及全市公布的各种清单，
共${count}个案件（处罚${cases.length}个、检查${visits.length}个、许可${licences.length}个）；另有2025年7月至9月的涉企检查。
各机关的表各有各的填法，一个案件往往散在几张表里。省、市、镇、机关、人员、企业、案件全部是虚构的；统一社会信用代码、身份证号、
执法证号的区划部分（990106）不存在，不可能是任何人的号码。法律名称和条文是真实的，案情是编造的。

重新生成：\`npm run fixtures\`（随机数有种子，每次字节相同）。评查日为2025年10月31日。

${table(["文件", "内容"], files)}

## 评查参数

地方标准没有全国统一的数字，评查时用 \`-p 名称=值\` 设置。

${table(["名称", "值", "含义"], parameters)}

## 放进去的问题

\`src/cli/city.test.ts\` 逐行核对：评查结果与下表必须完全一致，不多也不少。示例案卷（../demo）已经放过的规则不再重复，两处合起来，每一条规则至少有一个问题。

${table(["案件或者对象", "规则", "级别", "位置", "放进去的问题"], planted.sort(byFirst))}

## 容易误伤的合法情形

下列案件没有问题，评查不得指出任何问题。

${table(["案件", "情形"], notes("lawful").sort(byFirst))}

## 应当由人核查的情形

除下列案件和放了问题的案件外，其余案件填写齐全，评查没有一项要人核查。

${table(["案件", "规则和原因"], notes("open").sort(byFirst))}
`;
};
