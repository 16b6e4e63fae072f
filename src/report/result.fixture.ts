import type {
  Basis,
  CaseResult,
  Evidence,
  Finding,
  OutcomeCounts,
  Review,
  WrittenResult,
} from "../model/audit-result.js";

/**
 * One result that exercises every feature of the reports. Every person, company, agency and number in it
 * is invented (区划代码 130599 does not exist).
 */

const agency = "云溪县市场监督管理局";
const otherAgency = "云溪县石桥镇人民政府";
const ledger = "2023年度行政处罚台账.xlsx";

const residentId = "130599199001010016";
const phone = "13800138000";

const place = (cell: string) => ({ file: ledger, sheet: "案件", cell });

const outcomes = (
  pass: number,
  fail: number,
  unknown: number,
  notApplicable: number,
): OutcomeCounts => ({ pass, fail, unknown, notApplicable });

const penaltyLaw = (article: string): Basis => ({
  instrument: "中华人民共和国行政处罚法",
  article,
  from: "2021-07-15",
  to: null,
  mark: "T",
});

const policy: Basis = {
  instrument: "国办发〔2018〕118号",
  article: "6",
  from: "2018-12-05",
  to: null,
  mark: "T",
};

const provincialPolicy: Basis = {
  instrument: "冀测办发〔2019〕7号",
  article: "9",
  from: "2019-03-01",
  to: "2024-03-01",
  mark: "S",
};

const localRules: Basis = {
  instrument: "云溪市行政执法案卷管理办法",
  article: "第十二条第二款",
  from: null,
  to: "2025-12-31",
  mark: "R",
};

const selfContradiction: Basis = {
  instrument: "案卷材料相互矛盾",
  article: null,
  from: null,
  to: null,
  mark: null,
};

const cases: CaseResult[] = [
  {
    id: "云市监罚〔2023〕12号",
    numbers: ["云市监立〔2023〕9号", "云市监罚〔2023〕12号"],
    type: "penalty",
    procedure: "ordinary",
    name: "云溪县晨禾食品有限公司涉嫌经营标签不符合规定的预包装食品案",
    party: "云溪县晨禾食品有限公司",
    agency,
    decidedOn: "2023-12-01",
    fine: 5_000_000,
    sources: [`${ledger}#案件!A7`, "卷/12号/03 公示截图.pdf"],
    outcomes: outcomes(61, 4, 1, 30),
  },
  {
    id: "云市监罚〔2023〕15号",
    numbers: ["云市监罚〔2023〕15号"],
    type: "penalty",
    procedure: "simple",
    name: null,
    party: "乔样本",
    agency,
    decidedOn: "2023-11",
    fine: 50_050,
    sources: [`${ledger}#案件!A8`],
    outcomes: outcomes(40, 2, 2, 52),
  },
  {
    id: "石政罚〔2024〕1号",
    numbers: ["石政罚〔2024〕1号"],
    type: "penalty",
    procedure: null,
    name: '=HYPERLINK("http://example.invalid","点我")',
    party: "+1@危险\x1b]0;标题\x07公司",
    agency: otherAgency,
    decidedOn: null,
    fine: null,
    sources: ["石桥镇.csv#石桥镇!A2"],
    outcomes: outcomes(12, 1, 2, 81),
  },
  {
    id: "石政许〔2024〕3号",
    numbers: ["石政许〔2024〕3号"],
    type: "licence",
    procedure: null,
    name: "云溪县青梧书店申请出版物零售许可",
    party: "云溪县青梧书店",
    agency: otherAgency,
    decidedOn: "2024-02-29",
    fine: null,
    sources: ["石桥镇.csv#石桥镇!A3"],
    outcomes: outcomes(30, 0, 1, 65),
  },
];

const ofCase = (id: string): Pick<Finding, "subject" | "cases"> => ({
  subject: { scope: "case", id },
  cases: [id],
});

const evidence = (
  field: string,
  label: string,
  value: Evidence["value"],
  at: object,
): Evidence => ({
  field,
  label,
  value,
  file: ledger,
  ...at,
});

const findings: Finding[] = [
  {
    rule: "document/amount-in-words-matches",
    title: "金额大小写应当一致",
    severity: "info",
    area: "document",
    ...ofCase("云市监罚〔2023〕12号"),
    message: "罚款金额50,000元与大写“伍仟元整”不一致",
    remedy: "核对决定书原件，按原件更正台账。",
    basis: [selfContradiction],
    facts: { fine: 5_000_000 },
    evidence: [
      evidence("decision.fine", "罚款金额", 5_000_000, { ...place("L7"), text: "5万" }),
      evidence("decision.fineInWords", "罚款金额大写", "伍仟元整", place("M7")),
    ],
    items: [],
    fingerprint: "0a1b2c3d4e5f6071",
  },
  {
    rule: "publicity/decision-published-in-time",
    title: "决定应当按期公示",
    severity: "error",
    area: "publicity",
    ...ofCase("云市监罚〔2023〕12号"),
    message: "2023-12-01作出决定，2023-12-15公示，相隔10个工作日，超过7个工作日",
    remedy:
      "今后自作出行政处罚决定之日起七个工作日内公示。已经逾期的，如实记录公示日期，不得倒填；属于不予公示情形的，补充不予公示的理由和审批材料，一并归入案卷。",
    basis: [policy, { ...penaltyLaw("48"), mark: "T" }],
    facts: { workingDays: 10, limit: 7 },
    evidence: [
      evidence("decision.date", "决定日期", "2023-12-01", {
        ...place("K7"),
        text: "2023年12月1日",
      }),
      {
        field: "publicity.publishedOn",
        label: "公示日期",
        value: "2023-12-15",
        file: "卷/12号/03 公示截图.pdf",
        page: 4,
        text: "二〇二三年十二月十五日",
        confidence: 0.97,
      },
    ],
    items: ["PEN-PUB-02", "PEN-PUB-03"],
    fingerprint: "1b2c3d4e5f60718a",
  },
  {
    rule: "publicity/personal-data-masked",
    title: "公示文书应当隐去个人信息",
    severity: "error",
    area: "publicity",
    subject: { scope: "document", id: "卷/12号/03 公示截图.pdf#1-2" },
    cases: ["云市监罚〔2023〕12号"],
    message: `公示文书写有未隐去的身份证件号码${residentId}和电话${phone}`,
    remedy: "立即撤下公示文书，隐去个人信息后重新公示。",
    basis: [policy],
    facts: { found: [residentId, phone], certificate: "13050012345" },
    evidence: [
      evidence("party.idNumber", "证件号码", residentId, place("F7")),
      evidence("party.phone", "联系电话", "0319-2345678", place("G7")),
    ],
    items: ["PEN-PUB-05"],
    fingerprint: "2c3d4e5f60718a9b",
  },
  {
    rule: "recording/archived-in-time",
    title: "结案后应当按期归档",
    severity: "warning",
    area: "recording",
    ...ofCase("云市监罚〔2023〕12号"),
    message: "2024-01-10结案，2024-04-02归档，相隔83日，超过30日",
    remedy: "",
    basis: [provincialPolicy, localRules],
    facts: { days: 83, limit: 30 },
    evidence: [
      evidence("closing.date", "结案日期", "2024-01-10", place("X7")),
      evidence("archive.date", "归档日期", "2024-04-02", place("Y7")),
    ],
    items: ["PEN-ARC-01"],
    fingerprint: "3d4e5f60718a9bac",
  },
  {
    rule: "procedure/simple-procedure-allowed",
    title: "简易程序应当符合适用条件",
    severity: "error",
    area: "procedure",
    ...ofCase("云市监罚〔2023〕15号"),
    message: "对公民罚款500.5元，适用了简易程序，超过200元",
    remedy:
      "对公民处200元以下、对法人或者其他组织处3,000元以下罚款或者警告的，方可当场作出决定；其余应当适用普通程序，依次立案、调查、告知、审核、决定。",
    basis: [penaltyLaw("51")],
    facts: { fine: 50_050, limit: 20_000 },
    evidence: [
      evidence("procedure", "适用程序", "simple", { ...place("D8"), text: "当场处罚" }),
      evidence("party.kind", "当事人类型", "citizen", place("E8")),
      evidence("decision.fine", "罚款金额", 50_050, { ...place("L8"), text: "500.50" }),
      evidence("decision.kinds", "处罚种类", ["fine", "warning"], place("N8")),
    ],
    items: ["SIM-01"],
    fingerprint: "4e5f60718a9bacbd",
  },
  {
    rule: "service/served-in-time",
    title: "决定书应当按期送达",
    severity: "warning",
    area: "service",
    ...ofCase("云市监罚〔2023〕15号"),
    message: "送达回证没有送达日期",
    remedy: "补正送达回证；无法补正的，说明情况并附证明材料。",
    basis: [penaltyLaw("61")],
    facts: {},
    evidence: [evidence("service.date", "送达日期", null, place("V8"))],
    items: [],
    fingerprint: "5f60718a9bacbdce",
  },
  {
    rule: "document/law-cited-precisely",
    title: "引用法律应当写明条款",
    severity: "warning",
    area: "document",
    ...ofCase("石政罚〔2024〕1号"),
    message:
      "处罚依据只写了法律名称，没有写明条、款、项：\n“依据《中华人民共和国固体废物污染环境防治法》有关规定”",
    remedy: "写明所依据的法律名称和条、款、项。",
    basis: [{ ...penaltyLaw("59"), mark: "unverified" }],
    facts: {},
    evidence: [
      {
        field: "law.penalty",
        label: "处罚依据",
        value:
          "=cmd|' /C calc'!A0 依据《中华人民共和国固体废物污染环境防治法》有关规定，并参照《云溪市城市生活垃圾管理若干规定（试行）》、《云溪县建筑垃圾运输联合整治工作方案》执行",
        file: "石桥镇.csv",
        sheet: "石桥镇",
        cell: "H2",
      },
    ],
    items: ["LAW-01"],
    fingerprint: "60718a9bacbdcedf",
  },
  {
    rule: "legal-review/staffing-ratio",
    title: "法制审核人员应当达到规定比例",
    severity: "warning",
    area: "legal-review",
    subject: { scope: "agency", id: agency },
    cases: [],
    message: "执法人员64人，法制审核人员2人，占3.1%，不足5%",
    remedy: "按照不低于执法人员总数5%的比例配备法制审核人员。",
    basis: [{ ...policy, article: "13" }],
    facts: { officers: 64, reviewers: 2, ratio: 0.031 },
    evidence: [
      evidence("roster.post", "岗位", "法制审核", { file: "执法人员名册.xls", sheet: "名册" }),
    ],
    items: ["ORG-02"],
    fingerprint: "718a9bacbdcedfe0",
  },
  {
    rule: "personnel/training-hours",
    title: "执法人员每年培训应当满30学时",
    severity: "warning",
    area: "personnel",
    subject: { scope: "officer", id: "13050012345" },
    cases: ["云市监罚〔2023〕12号", "云市监罚〔2023〕15号"],
    message: "执法人员陆样本2023年培训12学时，不足30学时",
    remedy: "安排补训，并登记学时。",
    basis: [policy],
    facts: { hours: 12, limit: 30 },
    evidence: [
      evidence("officers[0].certificate", "执法证号", "13050012345", place("Q7")),
      evidence("roster.hours", "培训学时", 12, {
        file: "执法人员名册.xls",
        sheet: "名册",
        cell: "J9",
      }),
    ],
    items: [],
    fingerprint: "8a9bacbdcedfe0f1",
  },
  {
    rule: "discretion/similar-cases-alike",
    title: "同类案件处罚幅度应当相当",
    severity: "info",
    area: "discretion",
    subject: { scope: "batch", id: "" },
    cases: cases.map(({ id }) => id).concat("云市监罚〔2023〕18号", "云市监罚〔2023〕19号"),
    message: "同一事项、同一阶次的6件案件中，罚款50,000元明显高于其余各件（中位数8,000元）",
    remedy: "复核裁量情节是否记载完整。",
    basis: [{ ...policy, instrument: "国办发〔2022〕27号", article: "12" }],
    facts: { median: 800_000, group: 6 },
    evidence: Array.from({ length: 10 }, (_, index) =>
      evidence("decision.fine", "罚款金额", 500_000 + index * 100_000, place(`L${7 + index}`)),
    ),
    items: [],
    fingerprint: "9bacbdcedfe0f102",
  },
];

const reviewOf = (
  id: string,
  rule: string,
  title: string,
  missing: string[],
  labels: Evidence[] = [],
): Review => ({
  rule,
  title,
  area: rule.split("/")[0] ?? "",
  subject: { scope: "case", id },
  missing,
  message: `缺少判断“${title}”所需的信息`,
  evidence: labels,
});

const reviews: Review[] = [
  ...["云市监罚〔2023〕12号", "云市监罚〔2023〕15号", "石政罚〔2024〕1号", "石政许〔2024〕3号"].map(
    (id) =>
      reviewOf(id, "legal-review/before-decision", "法制审核应当在决定之前", [
        "legalReview.date",
        "legalReview.reviewers.name",
      ]),
  ),
  reviewOf("石政罚〔2024〕1号", "procedure/hearing-offered", "应当告知听证权利", [
    "param:hearing.fine.organisation",
  ]),
  reviewOf(
    "云市监罚〔2023〕15号",
    "procedure/notice-before-decision",
    "决定前应当告知",
    ["notice.servedOn"],
    [evidence("notice.servedOn", "告知书送达日期", null, { ...place("J8"), text: "2023年" })],
  ),
  {
    ...reviewOf(otherAgency, "publicity/annual-statistics-published", "年度数据应当公开", []),
    subject: { scope: "agency", id: otherAgency },
    message: `没有看到${otherAgency}公开上一年度执法数据的记载`,
  },
];

const sha = (seed: string): string => seed.repeat(32);

/** The result. */
export const resultFixture: WrittenResult = {
  schema: "anjuan.audit/1",
  tool: { name: "anjuan", version: "0.1.0" },
  run: {
    asOf: "2024-06-30",
    lang: "zh",
    rules: 96,
    inputs: [
      { file: ledger, kind: "spreadsheet", sha256: sha("a1"), status: "read", reason: null },
      {
        file: "Thumbs.db",
        kind: "other",
        sha256: null,
        status: "ignored",
        reason: "temporary-file",
      },
      { file: "石桥镇.csv", kind: "csv", sha256: sha("b2"), status: "read", reason: null },
      {
        file: "加密/2022年度台账（移交版）.xlsx",
        kind: "spreadsheet",
        sha256: sha("c3"),
        status: "unread",
        reason: "file-encrypted",
      },
      {
        file: "损坏\x1b[31m.csv",
        kind: "csv",
        sha256: sha("d4"),
        status: "unread",
        reason: "reason-of-a-later-version",
      },
      {
        file: "评查报告.xlsx",
        kind: "spreadsheet",
        sha256: sha("e5"),
        status: "ignored",
        reason: "own-output",
      },
    ],
  },
  summary: {
    cases: cases.length,
    findings: { error: 3, warning: 5, info: 2 },
    outcomes: outcomes(143, 10, 7, 228),
    indicators: [
      {
        id: "publicity-in-time-rate",
        title: { zh: "按期公示率", en: "published in time" },
        scope: "agency",
        period: null,
        subject: agency,
        value: 0.5,
        numerator: 1,
        denominator: 2,
      },
      {
        id: "publicity-in-time-rate",
        title: { zh: "按期公示率", en: "published in time" },
        scope: "agency",
        period: "2024",
        subject: otherAgency,
        value: null,
        numerator: 0,
        denominator: 0,
      },
    ],
  },
  cases,
  findings,
  reviews,
  rules: findings.map(({ rule, area, subject, severity, title, basis }) => ({
    id: rule,
    area,
    scope: subject.scope,
    severity,
    title: { zh: title, en: `English title of ${rule}` },
    basis,
    outcomes: outcomes(3, 1, 0, 0),
  })),
  parameters: [
    {
      key: "hearing.fine.organisation",
      title: {
        zh: "对单位应当告知听证的罚款（元）",
        en: "fine from which an organisation has a right to a hearing (yuan)",
      },
    },
  ],
  diagnostics: [
    {
      level: "error",
      code: "file-unread",
      file: "加密/2022年度台账（移交版）.xlsx",
      message: "文件有密码保护",
    },
    {
      level: "warning",
      code: "column-not-mapped",
      ...place("T3"),
      message: "列“备注\x9b2J二”不知道对应什么字段，没有使用",
    },
    ...Array.from({ length: 6 }, (_, index) => ({
      level: "warning" as const,
      code: "cell-not-understood",
      ...place(`J${9 + index}`),
      message: `“2023年${13 + index}月”不能读作“告知日期”`,
    })),
    { level: "warning", code: "code-of-a-later-version", file: "石桥镇.csv", message: "" },
    {
      level: "info",
      code: "sheet-hidden",
      file: ledger,
      sheet: "Sheet3",
      message: "工作表是隐藏的，没有使用",
    },
  ],
};
