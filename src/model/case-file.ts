import { z } from "zod";

/**
 * The case file (案卷): what all sources say about one procedure of one agency.
 *
 * This schema is the only description of its shape. It types the code, validates examples in rule
 * files, declares to the expression engine what a rule may read, and documents the fields for rule
 * authors. Values are plain: a date is an ISO day or month (`2023-12-01`, `2023-12`), money is integer
 * fen. Where a value came from stands beside it, in the case's origins (origin.ts).
 */

/** What a field holds; decides how a cell is read, how a rule may use it and how it is shown. */
export type FieldKind =
  "text" | "date" | "time" | "money" | "number" | "boolean" | "enum" | "texts" | "enums";

export interface FieldInfo {
  kind: FieldKind;
  zh: string;
  en: string;
}

const meta = (kind: FieldKind, zh: string, en: string) => ({ kind, zh, en });

const text = (zh: string, en: string) =>
  z
    .string()
    .optional()
    .meta(meta("text", zh, en));
const date = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .optional()
    .meta(meta("date", zh, en));
/** `09:30`, or `2024-03-05 09:30` where the source names the day with it. */
const time = (zh: string, en: string) =>
  z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2} )?\d{2}:\d{2}$/)
    .optional()
    .meta(meta("time", zh, en));
const money = (zh: string, en: string) =>
  z
    .int()
    .optional()
    .meta(meta("money", zh, en));
const number = (zh: string, en: string) =>
  z
    .number()
    .optional()
    .meta(meta("number", zh, en));
const flag = (zh: string, en: string) =>
  z
    .boolean()
    .optional()
    .meta(meta("boolean", zh, en));
const texts = (zh: string, en: string) =>
  z
    .array(z.string())
    .optional()
    .meta(meta("texts", zh, en));
const oneOf = <const T extends readonly [string, ...string[]]>(values: T, zh: string, en: string) =>
  z
    .enum(values)
    .optional()
    .meta(meta("enum", zh, en));
const someOf = <const T extends readonly [string, ...string[]]>(
  values: T,
  zh: string,
  en: string,
) =>
  z
    .array(z.enum(values))
    .optional()
    .meta(meta("enums", zh, en));

const group = <T extends z.ZodRawShape>(zh: string, en: string, shape: T) =>
  z.strictObject(shape).optional().meta({ zh, en });

/** 执法类别: which procedure the case is. */
export const caseKinds = ["penalty", "licence", "inspection", "coercion", "other"] as const;
/** 适用程序: ordinary (普通), simple (简易), expedited (快速办理). */
export const procedures = ["ordinary", "simple", "expedited"] as const;
/** 当事人类型: a sole trader (个体工商户) is kept apart, rules treat it in different ways. */
export const partyKinds = ["citizen", "organisation", "sole-trader"] as const;
/** 处罚种类 of art. 9 of the penalty law; `no-penalty` is 不予处罚, `order` is 责令改正 (not a penalty, art. 28). */
export const penaltyKinds = [
  "warning",
  "circulated-criticism",
  "fine",
  "confiscate-income",
  "confiscate-goods",
  "suspend-licence",
  "downgrade",
  "revoke-licence",
  "restrict-activity",
  "suspend-business",
  "close",
  "ban-from-trade",
  "detention",
  "order",
  "no-penalty",
  "other",
] as const;
/** 送达方式. */
export const serviceModes = [
  "direct",
  "retained",
  "post",
  "public-notice",
  "electronic",
  "entrusted",
  "transferred",
] as const;
/** 法制审核结论. */
export const reviewConclusions = ["agree", "agree-with-changes", "disagree", "return"] as const;
/** 裁量情节: mitigated (减轻) is below the statutory range, lighter (从轻) inside its low part. */
export const leniencies = ["none", "mitigated", "lighter", "usual", "heavier"] as const;
/** How a case's item was found in a benchmark: by code, by the article applied, by its name, by words much alike. */
export const benchmarkMatches = ["code", "article", "name", "words"] as const;
/** 证件状态. */
export const certificateStates = ["valid", "suspended", "cancelled", "expired"] as const;
/** 公示渠道: the agency's own platform or the national enterprise credit system. */
export const publicationChannels = ["own-platform", "enterprise-credit-system", "other"] as const;

const party = {
  name: text("当事人", "party"),
  kind: oneOf(partyKinds, "当事人类型", "kind of party"),
  creditCode: text("统一社会信用代码", "unified social credit code"),
  registrationNumber: text("工商注册号", "business registration number"),
  organisationCode: text("组织机构代码", "organisation code"),
  taxNumber: text("税务登记号", "tax number"),
  institutionNumber: text("事业单位证书号", "public institution certificate number"),
  socialOrganisationNumber: text("社会组织登记证号", "social organisation number"),
  licenceName: text("主体资格证照名称", "name of licence"),
  idKind: text("证件类型", "kind of identity document"),
  idNumber: text("证件号码", "identity document number"),
  legalRepresentative: text("法定代表人", "legal representative"),
  legalRepresentativeTitle: text("法定代表人职务", "legal representative's post"),
  legalRepresentativeIdKind: text("法定代表人证件类型", "legal representative's kind of document"),
  legalRepresentativeId: text("法定代表人证件号码", "legal representative's identity number"),
  gender: text("性别", "sex"),
  age: number("年龄", "age"),
  birthDate: date("出生日期", "date of birth"),
  address: text("住所", "address"),
  businessAddress: text("经营场所", "business address"),
  phone: text("联系电话", "phone"),
  postcode: text("邮政编码", "postcode"),
  employer: text("工作单位", "employer"),
  contact: text("联系人", "contact or agent"),
};

/** What a roster (执法人员名册) says of a person: joined to officers and reviewers by name and certificate. */
const registration = group("名册登记", "entry in the roster", {
  onRoster: flag("是否在名册", "is on the roster"),
  name: text("名册姓名", "name in the roster"),
  certificate: text("名册证号", "certificate number in the roster"),
  unit: text("所在单位", "unit"),
  post: text("职务", "post"),
  staffKind: text("人员性质", "kind of staff"),
  area: text("执法区域", "area or field of enforcement"),
  certificateKind: text("证件类别", "kind of certificate"),
  issuer: text("发证机关", "issuer"),
  validFrom: date("发证日期", "valid from"),
  validTo: date("有效期至", "valid to"),
  state: oneOf(certificateStates, "证件状态", "state of the certificate"),
  stateFrom: date("注销或暂扣日期", "day of suspension or cancellation"),
  legalQualification: text("法律职业资格", "legal professional qualification"),
  reviewerSince: date("从事审核日期", "reviewer since"),
});

const person = {
  name: text("姓名", "name"),
  certificate: text("证号", "certificate number"),
  registration,
};

const list = <T extends z.ZodRawShape>(zh: string, en: string, shape: T) =>
  z.array(z.strictObject(shape)).optional().meta({ zh, en });

export const caseSchema = z.strictObject({
  kind: oneOf(caseKinds, "案件类别", "kind of case"),
  sector: text("执法领域", "sector of the agency"),
  procedure: oneOf(procedures, "适用程序", "procedure"),
  number: text("案号", "case number"),
  name: text("案件名称", "name of the case"),
  cause: text("案由", "cause"),
  source: text("案件来源", "source of the case"),
  year: text("年度", "year"),
  region: text("行政区划", "region"),
  status: text("案件状态", "state of the case"),
  major: flag("是否重大案件", "is a major case"),
  complex: flag("是否复杂疑难", "is a complex case"),
  criminal: flag("是否涉嫌犯罪", "suspected crime"),
  remark: text("备注", "remark"),
  remarks: text("备注和未识别栏目的文字", "remarks and the text of columns not mapped"),
  item: group("执法事项", "item enforced", {
    code: text("事项编码", "item code"),
    name: text("执法事项", "item"),
  }),
  clue: group("案源", "clue", { date: date("来源日期", "day of the clue") }),
  party: group("当事人", "party", party),
  parties: list("各当事人", "all parties", party),
  violation: group("违法行为", "violation", {
    kind: text("违法行为类型", "kind of violation"),
    facts: text("违法事实", "facts"),
    date: date("违法时间", "day of the violation"),
    endDate: date("违法行为终了日", "day on which the violation ended"),
    place: text("违法地点", "place"),
    continuing: flag("是否连续或继续", "continuing"),
    safetyHarm: flag(
      "涉及生命健康安全、金融安全且有危害后果",
      "harm to life, health or financial safety",
    ),
    evidence: text("证据", "evidence"),
    illegalGains: money("违法所得", "illegal gains"),
    goodsValue: money("货值金额", "value of goods"),
    quantity: number("涉案数量", "quantity"),
    quantityUnit: text("计量单位", "unit of quantity"),
    loss: money("损失金额", "loss"),
    contractPrice: money("合同价款", "contract price"),
    projectCost: money("工程造价", "project cost"),
    unpaidFee: money("应缴费用", "fee that was not paid"),
    timesInYear: number("一年内违法次数", "times within a year"),
  }),
  law: group("法律依据", "law applied", {
    violated: text("违反条款", "provision violated"),
    penalty: text("处罚依据", "provision for the penalty"),
    rectification: text("责令改正依据", "provision for the correction order"),
  }),
  benchmark: group("裁量基准", "discretion benchmark", {
    name: text("裁量基准名称", "name of the benchmark"),
    item: text("裁量基准条目", "row of the benchmark"),
    applied: flag("是否适用裁量基准", "the benchmark was applied"),
    issuer: text("基准制定机关", "maker of the benchmark"),
    tier: text("裁量阶次", "tier"),
    factors: text("从轻从重情节", "circumstances for lighter or heavier"),
    leniency: oneOf(leniencies, "从轻减轻从重", "lighter, mitigated or heavier"),
    leniencyGround: text("减轻从轻理由", "ground for leniency"),
    deviationApproved: flag("偏离基准已批准", "departure from the benchmark approved"),
    deviationApprover: text("偏离基准批准人", "who approved the departure"),
    found: flag("基准表有此事项", "the benchmark table has the item"),
    tierFound: flag("基准表有此阶次", "the benchmark table has the tier"),
    effectiveFrom: date("基准施行日期", "benchmark in force from"),
    effectiveTo: date("基准失效日期", "benchmark in force to"),
    tierMinimum: money("阶次下限", "lower end of the tier"),
    tierMaximum: money("阶次上限", "upper end of the tier"),
    tierText: text("阶次文字", "text of the tier"),
    tierConditions: text("阶次适用条件", "conditions of the tier"),
    lowerIncluded: flag("下限含本数", "the lower end belongs to the tier"),
    upperIncluded: flag("上限含本数", "the upper end belongs to the tier"),
    statutoryMinimum: money("法定下限", "lower end of the statutory range"),
    statutoryMaximum: money("法定上限", "upper end of the statutory range"),
    statutoryText: text("法定幅度文字", "text of the statutory range"),
    statutoryLaw: text("基准所载条文", "provision quoted in the benchmark table"),
    title: text("适用的基准表", "benchmark table applied"),
    entry: text("适用的基准条目", "row of the benchmark table applied"),
    matchedBy: oneOf(benchmarkMatches, "对应基准条目的方法", "how the row was found"),
    candidates: texts("可能对应的基准条目", "rows that may be meant"),
    tierByFigures: text("登记数值对应的阶次", "tier that the figures on record call for"),
    tierFitsFigures: flag("所引阶次与登记数值相符", "the tier claimed fits the figures on record"),
    tierOpenAbove: flag("阶次没有上限", "the tier has no upper end"),
    computation: text("阶次金额的计算", "how the tier's range was worked out"),
    statutoryComputation: text("法定金额的计算", "how the statutory range was worked out"),
    needs: text("计算所缺的数值", "figures that working out lacks"),
  }),
  filing: group("立案", "filing", {
    date: date("立案日期", "day of filing"),
    registeredOn: date("立案登记日期", "day on which the filing was registered"),
    documentNumber: text("立案文号", "filing document number"),
    approver: text("立案批准人", "approved by"),
    extended: flag("立案延期", "filing extended"),
    approvedOn: date("立案审批日期", "day on which the filing was approved"),
  }),
  inspection: group("检查", "inspection", {
    date: date("检查日期", "day of inspection"),
    from: time("检查开始时间", "time at which the inspection began"),
    to: time("检查结束时间", "time at which the inspection ended"),
    place: text("检查地点", "place of inspection"),
    number: text("检查编号", "inspection number"),
    name: text("检查名称", "name of inspection"),
    form: text("检查形式", "form of inspection"),
    mode: text("检查方式", "way of inspection"),
    object: text("检查对象", "inspected"),
    item: text("检查事项", "inspected matter"),
    result: text("检查结果", "result"),
    resultOn: date("检查结果日期", "day of the result"),
    handling: text("处理意见", "handling"),
    plan: text("检查计划", "plan"),
    planned: flag("是否计划内检查", "within the plan"),
    specialApproval: text("计划外检查审批", "approval of an inspection outside the plan"),
    noticeNumber: text("检查通知书文号", "document number of the inspection notice"),
    noticedOn: date("检查通知日期", "day of the inspection notice"),
    codeShown: flag("是否扫码亮码", "inspection code shown"),
    certificatesShown: flag("是否出示证件", "certificates shown"),
    problemsFound: flag("是否发现问题", "problems found"),
    caseFiled: flag("是否立案", "a case was filed"),
    joint: flag("是否联合检查", "joint inspection"),
  }),
  inquiry: group("询问", "inquiry", {
    date: date("询问日期", "day of inquiry"),
    from: time("询问开始时间", "time at which the inquiry began"),
    to: time("询问结束时间", "time at which the inquiry ended"),
    place: text("询问地点", "place of the inquiry"),
    officers: texts("询问人", "officers who asked"),
  }),
  investigation: group("调查", "investigation", {
    endDate: date("调查终结日期", "end of investigation"),
    unit: text("承办机构", "handling unit"),
  }),
  recusal: group("回避", "recusal", {
    requested: flag("是否申请回避", "recusal was asked for"),
    requestedOn: date("申请回避日期", "day of the request"),
    decision: text("回避决定", "decision on the recusal"),
    decidedOn: date("回避决定日期", "day of the decision on the recusal"),
  }),
  preservation: group("先行登记保存", "registered preservation of evidence", {
    documentNumber: text("先行登记保存文号", "document number"),
    date: date("先行登记保存日期", "day of the preservation"),
    approvedOn: date("先行登记保存审批日期", "day of its approval"),
    handledOn: date("先行登记保存处理日期", "day on which it was dealt with"),
    handling: text("先行登记保存处理情况", "how it was dealt with"),
  }),
  sampling: group("抽样检测", "sampling and testing", {
    takenOn: date("抽样日期", "day of the sample"),
    reportedOn: date("检测报告日期", "day of the test report"),
    toldOn: date("检测结果告知日期", "day on which the result was told"),
  }),
  correction: group("责令改正", "order to correct", {
    ordered: flag("是否责令改正", "correction was ordered"),
    orderedOn: date("责令改正日期", "day of the order"),
    documentNumber: text("责令改正文号", "document number of the order"),
    deadline: date("改正期限", "deadline"),
    result: text("整改情况", "result"),
    recheckedOn: date("复查日期", "day of the recheck"),
  }),
  coercion: group("行政强制", "coercive measures", {
    taken: flag("是否采取强制措施", "coercive measures taken"),
    kind: text("强制种类", "kind"),
    documentNumber: text("强制决定书号", "document number"),
    from: date("强制开始日期", "from"),
    to: date("强制结束日期", "to"),
    extension: text("延长期限", "extension"),
    extendedTo: date("延长后期限", "extended to"),
    extensionApprovedOn: date("延长审批日期", "day on which the extension was approved"),
    approver: text("强制批准人", "approved by"),
    approvedOn: date("强制审批日期", "day of approval"),
    urgent: flag("是否情况紧急", "urgent"),
    testingDays: number("检测检验期间（天）", "days of testing"),
    testingTold: flag("检测期间已书面告知", "testing time was told in writing"),
    handling: text("强制处理情况", "how it was dealt with"),
    handledOn: date("强制处理日期", "day on which it was dealt with"),
    goods: text("查封扣押物品", "goods sealed or seized"),
  }),
  notice: group("事先告知", "prior notice", {
    documentNumber: text("告知书文号", "document number of the notice"),
    date: date("告知日期", "day of the notice"),
    servedOn: date("告知书送达日期", "day on which the notice was served"),
    fine: money("拟处罚金额", "fine announced"),
    content: text("拟处罚内容", "penalty announced"),
    defenceDays: number("陈述申辩期限（工作日）", "working days given for a defence"),
    renewed: flag("重新告知", "a new notice was given"),
    kinds: someOf(penaltyKinds, "告知处罚种类", "kinds of penalty announced"),
    law: text("告知处罚依据", "provision announced"),
  }),
  defence: group("陈述申辩", "statement and defence", {
    made: flag("是否陈述申辩", "the party defended itself"),
    waived: flag("是否放弃陈述申辩", "the party waived its defence in writing"),
    date: date("陈述申辩日期", "day of the defence"),
    text: text("陈述申辩情况", "what the party said"),
    review: text("陈述申辩复核意见", "what was found on the defence"),
  }),
  hearing: group("听证", "hearing", {
    noticeNumber: text("听证告知书文号", "document number of the hearing notice"),
    offered: flag("是否告知听证权利", "the right to a hearing was told"),
    requested: flag("是否申请听证", "a hearing was asked for"),
    withdrawn: flag("是否撤回听证", "the request was withdrawn"),
    requestedOn: date("听证申请日期", "day of the request"),
    notifiedOn: date("听证通知送达日期", "day on which the hearing was notified"),
    held: flag("是否举行听证", "a hearing was held"),
    date: date("听证日期", "day of the hearing"),
    host: text("听证主持人", "presided over by"),
    result: text("听证结论", "result of the hearing"),
    recorded: flag("是否有听证笔录", "minutes of the hearing"),
  }),
  legalReview: group("法制审核", "legal review", {
    done: flag("是否法制审核", "legal review done"),
    submittedOn: date("送审日期", "day of submission"),
    receivedOn: date("法制审核受理日期", "day on which the review began"),
    date: date("法制审核日期", "day of the review"),
    opinion: text("法制审核意见", "opinion"),
    conclusion: oneOf(reviewConclusions, "审核结论", "conclusion"),
    documentNumber: text("法制审核意见书文号", "document number of the opinion"),
    reviewers: list("法制审核人员", "reviewers", person),
    qualification: text("法律职业资格证号", "reviewer's legal qualification"),
    adopted: text("审核意见采纳情况", "how the opinion was followed"),
    unit: text("法制审核机构", "reviewing unit"),
    passedLater: flag("再次审核通过", "a later review passed it"),
    extended: flag("法制审核延期", "the time for the review was extended"),
  }),
  discussion: group("集体讨论", "collective discussion", {
    held: flag("是否集体讨论", "collective discussion held"),
    date: date("集体讨论日期", "day of the discussion"),
    conclusion: text("集体讨论结论", "conclusion"),
    attendees: texts("出席人员", "attendees"),
    voters: texts("表决人员", "those who voted"),
  }),
  decision: group("处罚决定", "decision", {
    number: text("决定书文号", "decision document number"),
    date: date("决定日期", "day of the decision"),
    agency: text("处罚机关", "agency"),
    agencyCode: text("处罚机关统一社会信用代码", "agency's credit code"),
    entrusted: text("受委托组织", "entrusted body"),
    maker: text("决定审批人", "approved by"),
    approvedOn: date("处罚审批日期", "day of approval"),
    kinds: someOf(penaltyKinds, "处罚种类", "kinds of penalty"),
    content: text("处罚内容", "content"),
    fine: money("罚款金额", "fine"),
    fineInWords: text("罚款金额大写", "fine in words"),
    confiscated: money("没收金额", "amount confiscated"),
    confiscatedGoods: text("没收物品", "goods confiscated"),
    total: money("罚没总金额", "total amount"),
    licenceAction: text("暂扣或吊销证照", "licence suspended or revoked"),
    suspendedFrom: date("暂扣或停产起", "suspended from"),
    suspendedTo: date("暂扣或停产止", "suspended to"),
    payBy: date("缴款期限", "to be paid by"),
    validUntil: date("处罚有效期", "valid until"),
    extension: text("办案期限延长", "extension of the term"),
    extensionDays: number("批准延长天数", "days of extension approved"),
    excludedDays: number("扣除天数", "days not counted"),
    excludedFor: text("扣除事由", "why days are not counted"),
    noPenalty: flag("是否不予处罚", "no penalty was imposed"),
    changedOn: date("决定变更撤销日期", "day on which it was changed or revoked"),
    change: text("决定变更撤销情况", "how it was changed or revoked"),
    impactAssessed: flag("是否经济影响评估", "economic impact assessed"),
  }),
  licence: group("行政许可", "licence", {
    appliedOn: date("许可申请日期", "day of the application"),
    acceptedOn: date("许可受理日期", "day of acceptance"),
    acceptanceNumber: text("受理通知书文号", "number of the acceptance notice"),
    supplementToldOn: date("补正告知日期", "day on which missing papers were named"),
    supplementTimes: number("补正次数", "times that papers were asked for"),
    extended: flag("是否延长审查期限", "term of the decision extended"),
    extensionToldOn: date("延长告知日期", "day on which the extension was told"),
    excludedDays: number("许可扣除天数", "days not counted"),
    promisedDays: number("承诺办结时限", "working days promised"),
    granted: flag("是否准予许可", "granted"),
    refusalReason: text("不予许可理由", "reasons of the refusal"),
    remediesTold: flag("是否告知救济途径", "remedies were told"),
    issuedOn: date("许可证件颁发日期", "day on which the licence was issued"),
    deliveredOn: date("许可送达日期", "day of delivery"),
  }),
  service: group("送达", "service", {
    date: date("送达日期", "day of service"),
    dispatchedOn: date("寄出或首次送达日期", "day of dispatch or first attempt"),
    mode: oneOf(serviceModes, "送达方式", "way of service"),
    recipient: text("受送达人", "recipient"),
    servers: texts("送达人", "servers"),
    earlierAttempts: text("此前送达情况", "earlier attempts"),
    noticeDays: number("公告天数", "days of public notice"),
    noticedOn: date("公告日期", "day of the public notice"),
    consent: flag("是否同意电子送达", "electronic service agreed"),
  }),
  payment: group("缴款", "payment", {
    date: date("缴款日期", "day of payment"),
    bankedOn: date("入库日期", "day on which it reached the treasury"),
    amount: money("实缴金额", "amount paid"),
    receiptNumber: text("罚没票据号", "receipt number"),
    state: text("履行情况", "state of payment"),
    done: flag("是否履行", "paid or carried out"),
    instalments: text("延期分期情况", "deferral or instalments"),
    deferred: flag("是否延期分期", "deferral or instalments approved"),
    surcharge: money("加处罚款", "surcharge"),
    remindedOn: date("催告日期", "day of the reminder"),
    mode: text("缴款方式", "way of payment"),
    onSpot: flag("是否当场收缴", "collected on the spot"),
    onSpotGround: text("当场收缴理由", "ground for collecting on the spot"),
  }),
  enforcement: group("强制执行", "compulsory execution", {
    state: text("强制执行情况", "state of compulsory execution"),
    applied: flag("是否申请强制执行", "application made"),
    appliedOn: date("申请强制执行日期", "day of the application"),
  }),
  remedy: group("救济", "remedies", {
    reconsideration: text("行政复议情况", "administrative reconsideration"),
    litigation: text("行政诉讼情况", "litigation"),
  }),
  transfer: group("移送", "transfer", {
    date: date("移送日期", "day of transfer"),
    to: text("移送单位", "transferred to"),
    decision: text("移送决定", "decision on the transfer"),
  }),
  closing: group("结案", "closing", {
    date: date("结案日期", "day of closing"),
    kind: text("结案方式", "way of closing"),
    approver: text("结案批准人", "approved by"),
    approvedOn: date("结案审批日期", "day of approval"),
  }),
  archive: group("归档", "archive", {
    date: date("归档日期", "day of archiving"),
    number: text("档号", "archive number"),
    pages: number("页数", "pages"),
    retention: text("保管期限", "retention"),
  }),
  officers: list("执法人员", "officers", person),
  certificates: list("执法证号", "certificate numbers", {
    number: text("执法证号", "certificate number"),
    owner: text("名册中的持证人", "holder in the roster"),
  }),
  allOfficersListed: flag("人员栏列出全部执法人员", "the column is meant for all officers"),
  dossier: group("案卷", "dossier", {
    whole: flag("案卷完整可读", "the dossier is whole and could be read"),
    types: texts("卷内文书类型", "types of documents in the dossier"),
  }),
  stages: list("程序环节", "stages of the procedure", {
    stage: text("环节", "stage"),
    present: flag("有文书记录", "has a document"),
  }),
  evidence: list("决定书列明的证据", "evidence named in the decision", {
    name: text("证据名称", "evidence"),
    present: flag("卷内有此证据", "is in the dossier"),
  }),
  entries: list("卷内目录", "catalogue of the dossier", {
    title: text("题名", "title"),
    from: number("目录所载页号", "page given"),
    present: flag("卷内有此文书", "is in the dossier"),
    actual: number("实际页号", "page on which it stands"),
  }),
  documents: list("文书", "documents", {
    type: text("文书类型", "type of document"),
    title: text("文书名称", "title of the document"),
    file: text("文件", "file"),
    page: number("页码", "page"),
    listed: flag("卷内目录已列", "listed in the catalogue"),
    printedPage: number("印制页号", "page number that it bears"),
    pages: number("笔录页数", "pages of the record"),
    date: date("日期", "day"),
    from: time("开始时间", "from"),
    to: time("结束时间", "to"),
    place: text("地点", "place"),
    interviewed: text("被询问人", "who was asked"),
    officers: texts("所列执法人员", "officers listed"),
    recorder: text("所列记录人", "recorder listed"),
    introduced: texts("表明身份的执法人员", "officers who introduced themselves"),
    certificatesShown: text("出示证件的记载", "what is said of certificates shown"),
    officersSigned: texts("执法人员签名", "officers who signed"),
    recorderSigned: text("记录人签名", "recorder who signed"),
    partySigned: text("当事人签名", "who signed for the party"),
    refusal: text("拒绝签名或者签收的注明", "note of the refusal"),
    witnesses: text("见证人签名", "witnesses who signed"),
    recorded: text("音像记录的注明", "note of a recording"),
    shows: text("证明内容", "what it proves"),
    maker: text("拍摄人", "who took it"),
    capturedOn: date("照片自身记录的拍摄日期", "day by the camera's own clock"),
    namedOn: date("文件名中的日期", "day in the file's name"),
    copyNote: text("与原件核对的注明", "note that it was checked against the original"),
    copySource: text("复制件出处", "where the original is, or who gave it"),
    device: text("监控设备", "monitoring device"),
    deviceReview: text("监控设备的法制和技术审核", "legal and technical review of the device"),
    devicePublished: text("监控设备设置地点的公布", "publication of where the device is"),
    deviceNotice: text("监控记录的告知", "notice of what was recorded"),
    serves: texts("送达的文书", "documents served"),
    recipient: text("受送达人", "recipient"),
    mode: oneOf(serviceModes, "送达方式", "way of service"),
    receivedBy: text("收件人签名", "who signed for the document"),
    servers: texts("送达人签名", "servers who signed"),
    datedOn: date("落款日期", "day at its foot"),
    whole: flag("全文可读", "its text is whole and could be read"),
    creditCode: text("统一社会信用代码", "unified social credit code"),
    idNumber: text("居民身份证号", "resident identity number"),
    amounts: list("大小写金额", "amounts in words and figures", {
      words: text("大写", "in words"),
      figures: money("小写", "in figures"),
    }),
    citations: list("引用条文", "provisions cited", {
      law: text("法律名称", "instrument"),
      article: number("条", "article"),
      clause: text("引用处的下文", "what the provision is cited for"),
    }),
    personalNumbers: texts("没有隐去的个人号码", "personal numbers not masked"),
    covers: texts("写明的要素", "elements stated"),
    lacks: texts("没有写明的要素", "elements not stated"),
    unsettled: texts("不能确定的要素", "elements that may be stated"),
    remedies: group("救济告知", "remedies told", {
      reconsiderationTerm: text("申请复议的期限", "time to ask for reconsideration"),
      reconsiderationTo: text("复议机关", "body of reconsideration"),
      reconsiderationFirst: flag("写明应当先申请复议", "says that reconsideration comes first"),
      litigationTerm: text("起诉的期限", "time to sue"),
      court: text("受理法院", "court"),
      lacks: texts("没有写明的救济事项", "what is not told of the remedies"),
    }),
  }),
  publicity: group("公示", "publication", {
    published: flag("是否公示", "published"),
    publishedOn: date("公示日期", "day of publication"),
    until: date("公示截止期", "published until"),
    url: text("公示网址", "web address"),
    channel: oneOf(publicationChannels, "公示载体", "channel"),
    channelName: text("公示载体名称", "name of the channel"),
    exemption: text("不予公示理由", "ground for not publishing"),
    dataSource: text("数据来源单位", "source of the data"),
    dataSourceCode: text("数据来源单位代码", "code of the source"),
    reporter: text("报送人员", "reporter"),
    reportedOn: date("报送时间", "day of report"),
    stage: text("公示阶段", "stage of publication"),
    content: text("公示内容", "what was published"),
    withdrawnOn: date("公示撤下日期", "day of withdrawal"),
    withdrawalGround: text("公示撤下理由", "ground of withdrawal"),
    number: text("公示的文号", "number published"),
    party: text("公示的当事人", "party published"),
    fine: money("公示的罚款金额", "fine published"),
    decidedOn: date("公示的决定日期", "day of the decision published"),
  }),
  publications: list("各渠道公示", "publications on several channels", {
    channel: oneOf(publicationChannels, "公示载体", "channel"),
    channelName: text("公示载体名称", "name of the channel"),
    publishedOn: date("公示日期", "day of publication"),
    url: text("公示网址", "web address"),
  }),
  audioVisual: group("音像记录情况", "state of the recordings", {
    done: flag("是否音像记录", "recorded by audio or video"),
  }),
  recordings: list("音像记录", "audio-visual record", {
    stage: text("记录环节", "stage recorded"),
    from: date("记录开始时间", "from"),
    to: date("记录结束时间", "to"),
    minutes: number("时长", "minutes"),
    device: text("设备编号", "device"),
    person: text("记录人", "recorded by"),
    file: text("文件名", "file"),
    mode: text("记录方式", "way of recording"),
    place: text("记录地点", "place of recording"),
    date: date("记录日期", "day of recording"),
    uploadedOn: date("上传日期", "day of upload"),
    retention: text("存储期限", "retention"),
    deletedOn: date("删除日期", "day of deletion"),
    found: flag("文件在卷", "the file is there"),
    playable: flag("文件可以播放", "the file can be played"),
    seconds: number("文件实际时长（秒）", "length of the file in seconds"),
    madeOn: date("文件制作日期", "day on which the file was made"),
  }),
  duties: list("清单要求的音像记录", "recordings that the agency's list asks for", {
    act: text("应当记录的事项", "act to be recorded"),
    required: flag("是否应当记录", "must be recorded"),
    recorded: flag("是否已有记录", "is recorded"),
  }),
  catalogue: group("事项清单", "item catalogue", {
    found: flag("执法事项清单的对应事项", "entry of the item catalogue"),
    name: text("清单事项名称", "name in the catalogue"),
    agency: text("清单实施主体", "agency in the catalogue"),
    agencyMatches: flag("执法事项清单的实施主体", "agency in the item catalogue"),
  }),
  grant: group("赋权", "powers granted to townships", {
    found: flag("赋权清单的对应事项", "entry of the list of grants"),
    agency: text("赋权清单承接主体", "agency granted the power"),
    from: date("赋权起始日期", "granted from"),
    to: date("赋权终止日期", "granted to"),
    isGrantee: flag("属于承接主体", "is a township granted powers"),
  }),
  reviewDuty: group("法制审核目录", "catalogue of decisions to be reviewed", {
    found: flag("法制审核目录的对应事项", "entry of the catalogue of reviews"),
    entry: text("目录事项", "entry of the catalogue"),
  }),
  noPenaltyList: group("不予处罚清单", "list of acts not punished", {
    found: flag("不予处罚清单的对应事项", "entry of the list of acts not punished"),
    first: flag("属于首违不罚", "not punished the first time"),
    conditions: text("清单条件", "conditions of the list"),
  }),
});

/** The plain values of one case. */
export type CaseValues = z.infer<typeof caseSchema>;
