import type { Entry } from "./demo-case.js";

/** A column of a ledger: what it holds, and how the agency calls it. */
export interface Column {
  field: keyof Entry | "sequence";
  kind: "text" | "date" | "amount" | "number";
  header: string;
  width: number;
}

export interface ColumnGroup {
  /** Heading over several columns; a group of one column has none. */
  heading?: string;
  columns: readonly Column[];
}

const column =
  (kind: Column["kind"]) =>
  (field: Column["field"], header: string, width = 12): Column => ({ field, kind, header, width });

const text = column("text");
const date = column("date");
const amount = column("amount");
const number = column("number");

const group = (heading: string, ...columns: Column[]): ColumnGroup => ({ heading, columns });
const alone = (only: Column): ColumnGroup => ({ columns: [only] });

/** The register of ordinary cases: two rows of headings, as bureaus rule it. */
export const registerGroups: readonly ColumnGroup[] = [
  alone(text("sequence", "序\n号", 5)),
  group(
    "案件基本情况",
    text("caseNumber", "案件编号", 22),
    text("name", "案件名称", 34),
    text("source", "案件来源"),
    date("clue", "线索\n登记日期", 13),
    text("procedure", "办案\n程序", 9),
    text("item", "执法事项", 30),
    text("itemCode", "事项编码", 15),
    date("violation", "违法行为\n发生时间", 13),
    date("violationEnd", "违法行为\n终了日期", 13),
    text("major", "是否重\n大案件", 8),
    text("complex", "是否复杂\n疑难案件", 9),
  ),
  group(
    "当事人",
    text("party", "当事人名称", 24),
    text("partyKind", "主体类型", 16),
    text("creditCode", "统一社\n会信用\n代码", 22),
    text("id", "身份证\n号码", 22),
    text("legalRepresentative", "法定代表人\n（负责人）", 11),
  ),
  group("执法人员", text("officers", "姓名", 16), text("certificates", "执法证号", 15)),
  group(
    "立案与调查",
    date("filed", "立案日期", 13),
    date("investigated", "调查终\n结日期", 13),
    number("excludedDays", "扣除\n天数", 7),
    text("excludedFor", "扣除事由", 16),
    text("extension", "办案期限\n延长情况", 12),
    number("extensionDays", "批准延\n长天数", 8),
  ),
  group(
    "法律适用与裁量",
    text("violated", "违反条款", 26),
    text("penaltyLaw", "处罚依据", 26),
    text("tier", "裁量\n等级", 8),
    text("leniency", "从轻减轻\n从重", 9),
    text("ground", "裁量理由", 26),
    text("deviation", "调整适用裁量\n基准是否批准", 13),
  ),
  group(
    "法制审核",
    text("reviewed", "是否法\n制审核", 8),
    date("submitted", "送审日期", 13),
    date("reviewedOn", "法制审\n核日期", 13),
    text("opinion", "法制审\n核意见", 14),
    text("reviewer", "法制审\n核人员", 10),
    text("passedLater", "再次审核\n是否通过", 9),
  ),
  group(
    "告知、陈述申辩和听证",
    text("notice", "行政处罚\n告知书文号", 22),
    date("noticeServed", "告知书\n送达日期", 13),
    amount("noticeFine", "拟罚款金额\n（元）", 12),
    text("defence", "是否提出\n陈述申辩", 9),
    date("defenceOn", "陈述申\n辩日期", 13),
    text("defenceReview", "陈述申辩\n复核意见", 24),
    text("hearing", "是否申\n请听证", 8),
    text("hearingWithdrawn", "是否撤回\n听证申请", 9),
    date("hearingNotified", "听证通知\n送达日期", 13),
    date("hearingOn", "听证举\n行日期", 13),
    text("hearingHost", "听证\n主持人", 9),
  ),
  group(
    "集体讨论",
    text("discussed", "是否集\n体讨论", 8),
    date("discussedOn", "集体讨\n论日期", 13),
    text("discussion", "集体讨\n论结论", 24),
  ),
  group(
    "处罚决定",
    text("number", "行政处罚决定书\n文号", 22),
    date("decided", "处罚决\n定日期", 13),
    text("agency", "处罚机关", 20),
    text("kinds", "处罚\n种类", 12),
    amount("fine", "罚款金额\n（元）", 12),
    amount("confiscated", "没收金额\n（元）", 12),
  ),
  group(
    "送达与执行",
    date("served", "送达日期", 13),
    text("serviceMode", "送达\n方式", 10),
    date("dispatched", "首次送\n达日期", 13),
    date("paid", "缴款日期", 13),
    amount("paidAmount", "实缴金额\n（元）", 12),
    text("performance", "履行\n情况", 9),
    text("deferred", "是否批准\n延期分期", 9),
    date("reminded", "催告书\n送达日期", 13),
    date("appliedToCourt", "申请强制\n执行日期", 13),
  ),
  group(
    "公示",
    date("published", "公示日期", 13),
    text("channel", "公示载体", 22),
    text("notPublishedFor", "不予公示\n理由", 12),
  ),
  group(
    "结案归档",
    text("status", "案件状态", 9),
    date("closed", "结案日期", 13),
    text("closedHow", "结案方式", 14),
    date("archived", "归档日期", 13),
  ),
  alone(text("remark", "备注", 24)),
  alone(text("batch", "平台推\n送批次", 12)),
];

/** The list of on-the-spot cases, exported by a program: one row of headings. */
export const simpleColumns: readonly Column[] = [
  text("sequence", "序号"),
  text("number", "决定书文号"),
  date("decided", "处罚决定日期"),
  text("agency", "处罚机关"),
  text("procedure", "适用程序"),
  text("name", "案件名称"),
  date("clue", "发现日期"),
  date("violation", "违法时间"),
  text("item", "处罚事项"),
  text("itemCode", "事项代码"),
  text("party", "当事人"),
  text("partyKind", "当事人类型"),
  text("creditCode", "统一社会信用代码"),
  text("id", "身份证号"),
  text("legalRepresentative", "负责人"),
  text("officers", "执法人员（执法证号）"),
  text("penaltyLaw", "处罚依据"),
  text("tier", "裁量阶次"),
  text("kinds", "处罚种类"),
  amount("fine", "罚款金额(元)"),
  date("served", "送达日期"),
  text("serviceMode", "送达方式"),
  date("paid", "缴款日期"),
  text("performance", "履行情况"),
  date("published", "公示日期"),
  text("channel", "公示平台"),
  date("closed", "结案日期"),
  date("archived", "归档日期"),
  text("remark", "备注"),
];
