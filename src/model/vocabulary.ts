import { z } from "zod";
import { caseGroups, caseFields, type Field, type FieldGroup } from "./fields.js";
import { certificateStates, type caseKinds, type FieldKind } from "./case-file.js";

/**
 * The words that agencies use (rules/vocabulary/*.yaml), as data: which header means which field, which
 * word means which value, and what makes a sheet a ledger.
 */

export const sheetKinds = [
  "penalty-ledger",
  "licence-ledger",
  "inspection-ledger",
  "coercion-ledger",
  "review-ledger",
  "publicity-ledger",
  "recording-ledger",
  "officer-roster",
  "benchmark-table",
  "item-catalogue",
  "township-grant",
  "recording-list",
  "review-catalogue",
  "no-penalty-list",
  "random-inspection-list",
  "training-ledger",
  "rectification-ledger",
  "disclosure-ledger",
] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Ledgers hold a case in every row, of this kind unless the row says otherwise. */
export const ledgerCaseKind: Partial<Record<SheetKind, (typeof caseKinds)[number]>> = {
  "penalty-ledger": "penalty",
  "licence-ledger": "licence",
  "inspection-ledger": "inspection",
  "coercion-ledger": "coercion",
};

/**
 * Ledgers of one stage (台账) name cases that other ledgers hold: legal reviews, publications, recordings.
 * A row that no case is found for is a case only if it has a number of its own.
 */
export const stageLedgers: ReadonlySet<SheetKind> = new Set([
  "review-ledger",
  "publicity-ledger",
  "recording-ledger",
]);

/** Whether rows of the sheet speak of cases. */
export const isLedger = (kind: SheetKind): boolean =>
  kind in ledgerCaseKind || stageLedgers.has(kind);

const kinds = z.array(z.enum(sheetKinds)).default([]);
const strings = z.array(z.string()).default([]);

export const headerEntrySchema = z.strictObject({
  /** Name of the column in exports made by programs; several entries may share one. */
  id: z.string().optional(),
  /** Path of the field this header fills: `decision.date`, `roster.validTo`, `tier.standard`. */
  field: z.string(),
  /** The usual header. */
  header: z.string(),
  also: strings,
  /**
   * Sheet kinds in which the header has this meaning; all kinds that know the field where empty. An
   * entry that names the kind goes before one that names none.
   */
  in: kinds,
  /** Unit of an amount that the header does not name, where the template fixes it. */
  unit: z.enum(["yuan", "wan"]).optional(),
});

/** What the values of a column look like as a whole. */
export const columnShapes = [
  /** 1, 2, 3 … */
  "sequence",
  /** Every value a word or two (较轻, 二档). */
  "short",
  /** One value stands for several rows, merged or written again. */
  "repeating",
  "credit-code",
  "organisation-code",
  "registration-number",
  "resident-id",
] as const;
export type ColumnShape = (typeof columnShapes)[number];

/**
 * One meaning of a header that has several. It holds if everything it asks for is so. Fields are
 * named in full (`decision.date`) or by group (`decision`).
 */
export const choiceSchema = z.strictObject({
  /** Left out: then the column stays unmapped and is reported. */
  field: z.string().optional(),
  in: kinds,
  /** The nearest understood column to the left fills one of these. */
  after: strings,
  /** The nearest understood column to the right fills one of these. */
  before: strings,
  /** Some column of the sheet fills one of these. */
  has: strings,
  /** No column of the sheet fills any of these. */
  without: strings,
  /** Every value contains one of these. */
  contains: strings,
  /** No value contains any of these. */
  lacks: strings,
  shape: z.enum(columnShapes).optional(),
  /** The sheet's title or name contains one of these. */
  title: strings,
});

export const ambiguousHeaderSchema = z.strictObject({
  headers: z.array(z.string()).min(1),
  /** Sheet kinds in which they are ambiguous; all where empty. */
  in: kinds,
  /** The first that holds is meant; if none does, the column stays unmapped. */
  choices: z.array(choiceSchema),
});

/** What a sheet must have to be of a kind. Fields are named in full or by group. */
export const sheetRuleSchema = z.strictObject({
  kind: z.enum(sheetKinds),
  /** Of each list at least one must be there. */
  needs: z.array(z.array(z.string()).min(1)),
  /** None of these may be there. */
  unless: strings,
  /** One of these must stand in the title, or in the name of the sheet or file; any where empty. */
  titles: strings,
});

export const vocabularySchema = z.strictObject({
  headers: z.array(headerEntrySchema).default([]),
  ambiguous: z.array(ambiguousHeaderSchema).default([]),
  /** Of the kinds a sheet could be, the one with most columns understood; among equals the first. */
  sheets: z.array(sheetRuleSchema).default([]),
  /** Path → value (`true` and `false` for yes and no) → words that mean it. */
  words: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
});

export type HeaderEntry = z.infer<typeof headerEntrySchema>;
export type Choice = z.infer<typeof choiceSchema>;
export type AmbiguousHeader = z.infer<typeof ambiguousHeaderSchema>;
export type SheetRule = z.infer<typeof sheetRuleSchema>;
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** The vocabulary that several files make together; for the words of a field, a later file replaces. */
export const mergeVocabularies = (parts: readonly Vocabulary[]): Vocabulary => ({
  headers: parts.flatMap((part) => part.headers),
  ambiguous: parts.flatMap((part) => part.ambiguous),
  sheets: parts.flatMap((part) => part.sheets),
  words: Object.assign({}, ...parts.map((part) => part.words)) as Vocabulary["words"],
});

/** Fields of sheets that are not ledgers, and what ledgers hold beside the case itself. */
const otherFields: Record<string, readonly [kind: FieldKind, zh: string, en: string]> = {
  "row.sequence": ["text", "序号", "number of the row"],
  "row.technical": ["text", "系统字段", "field of the exporting system"],
  "row.partyCode": ["text", "信用代码或身份证号", "credit code or identity number"],
  "row.observers": ["texts", "列席人员", "observers"],
  "row.reviewNeeded": ["boolean", "是否需法制审核", "legal review needed"],
  "row.hearing": ["text", "听证情况", "what became of the hearing"],
  "row.coercionPeriod": ["text", "强制起止", "period of the coercive measure"],
  "row.suspensionPeriod": ["text", "停产停业期限", "period of suspension"],
  "row.recordingPeriod": ["text", "记录起止", "period of the recording"],
  "row.recordingRetention": ["text", "音像存储期限", "retention of the recording"],
  "row.repairState": ["text", "修复状态", "state of credit repair"],
  "row.licenceKind": ["text", "许可类别", "kind of licence"],
  "row.licenceDocument": ["text", "行政许可决定文书名称", "name of the licence decision"],
  "row.licenceCertificate": ["text", "许可证书名称", "name of the licence certificate"],
  "row.licenceNumber": ["text", "许可编号", "licence number"],
  "row.servedDocument": ["text", "送达文书名称", "document served"],
  "row.publisher": ["text", "公示责任人", "responsible for the publication"],
  "row.updatedOn": ["date", "公示更新日期", "day of the update"],
  "row.marked": ["text", "是否标注", "marked"],
  "row.storage": ["text", "存储位置", "place of storage"],
  "row.licenceFrom": ["date", "许可有效期自", "licence valid from"],

  "roster.name": ["text", "名册姓名", "name in the roster"],
  "roster.certificate": ["text", "执法证号", "certificate number"],
  "roster.idNumber": ["text", "身份证号", "identity number"],
  "roster.gender": ["text", "性别", "sex"],
  "roster.birthDate": ["date", "出生日期", "date of birth"],
  "roster.ethnicity": ["text", "民族", "ethnicity"],
  "roster.politicalStatus": ["text", "政治面貌", "political status"],
  "roster.education": ["text", "学历", "education"],
  "roster.phone": ["text", "联系电话", "phone"],
  "roster.unit": ["text", "工作单位", "unit"],
  "roster.department": ["text", "所属机构", "department"],
  "roster.post": ["text", "职务", "post"],
  "roster.rank": ["text", "职级", "rank"],
  "roster.staffKind": ["text", "人员性质", "kind of staff"],
  "roster.area": ["text", "执法区域", "area or field of enforcement"],
  "roster.certificateKind": ["text", "执法类别", "kind of certificate"],
  "roster.issuer": ["text", "发证机关", "issuer"],
  "roster.validFrom": ["date", "发证日期", "valid from"],
  "roster.validTo": ["date", "有效期至", "valid to"],
  "roster.state": ["enum", "证件状态", "state of the certificate"],
  "roster.stateFrom": ["date", "注销或暂扣日期", "day of suspension or cancellation"],
  "roster.legalQualification": ["text", "法律职业资格", "legal professional qualification"],
  "roster.reviewerSince": ["date", "从事审核日期", "reviewer since"],
  "roster.trainingHours": ["number", "培训学时", "hours of training"],
  "roster.examScore": ["text", "考试成绩", "examination result"],
  "roster.remark": ["text", "备注", "remark"],

  "tier.itemCode": ["text", "事项编码", "item code"],
  "tier.violation": ["text", "违法行为", "violation"],
  "tier.subitem": ["text", "违法行为子项", "part of the violation"],
  "tier.violatedLaw": ["text", "违反条款", "provision violated"],
  "tier.lawName": ["text", "法规规章", "name of the law"],
  "tier.law": ["text", "法律依据", "provision for the penalty"],
  "tier.statutory": ["text", "法定幅度", "statutory range"],
  "tier.level": ["text", "裁量阶次", "tier"],
  "tier.conditions": ["text", "适用条件", "conditions"],
  "tier.standard": ["text", "裁量标准", "what the tier carries"],
  "tier.otherStandard": ["text", "其他处罚标准", "penalties beside the fine"],
  "tier.weight": ["text", "裁量权重", "weight of the factor"],
  "tier.minimum": ["money", "下限", "lower end"],
  "tier.maximum": ["money", "上限", "upper end"],
  "tier.replanting": ["text", "补种标准", "trees to be replanted"],
  "tier.order": ["text", "行政命令", "order beside the penalty"],
  "tier.authority": ["text", "处罚权限", "who may impose it"],
  "tier.public": ["text", "是否公开", "public"],
  "tier.issuer": ["text", "制定机关", "issuer"],
  "tier.effectiveFrom": ["date", "施行日期", "in force from"],
  "tier.effectiveTo": ["date", "失效日期", "in force to"],
  "tier.remark": ["text", "备注", "remark"],
  "tier.fault": ["text", "基准表的问题", "what is wrong with the table"],
  "tier.faultItem": ["text", "有问题的条目", "row that is wrong"],
  "tier.faultDetail": ["text", "问题的内容", "what it is about"],

  "itemList.code": ["text", "事项编码", "item code"],
  "itemList.name": ["text", "事项名称", "item"],
  "itemList.subitem": ["text", "子项", "part of the item"],
  "itemList.kind": ["text", "职权类型", "kind of power"],
  "itemList.law": ["text", "设定依据", "basis"],
  "itemList.agency": ["text", "实施主体", "agency"],
  "itemList.unit": ["text", "承办机构", "unit"],
  "itemList.duty": ["text", "责任事项", "duties"],
  "itemList.accountability": ["text", "追责情形", "accountability"],
  "itemList.from": ["date", "起始日期", "from"],
  "itemList.to": ["date", "终止日期", "to"],
  "itemList.remark": ["text", "备注", "remark"],

  "grantList.code": ["text", "事项编码", "item code"],
  "grantList.name": ["text", "赋权事项", "item"],
  "grantList.law": ["text", "设定依据", "basis"],
  "grantList.grantedBy": ["text", "原实施主体", "agency that had the power"],
  "grantList.agency": ["text", "承接主体", "township"],
  "grantList.mode": ["text", "赋权方式", "way of the grant"],
  "grantList.from": ["date", "赋权日期", "from"],
  "grantList.to": ["date", "终止日期", "to"],
  "grantList.remark": ["text", "备注", "remark"],

  "toRecord.kind": ["text", "执法类别", "kind of act"],
  "toRecord.item": ["text", "执法事项", "item"],
  "toRecord.stage": ["text", "执法环节", "stage"],
  "toRecord.act": ["text", "记录事项", "act to be recorded"],
  "toRecord.duty": ["text", "记录要求", "must or may"],
  "toRecord.place": ["text", "记录场所", "place"],
  "toRecord.mode": ["text", "记录方式", "way of recording"],
  "toRecord.person": ["text", "记录人", "recorded by"],
  "toRecord.start": ["text", "开始记录时间", "recording begins"],
  "toRecord.content": ["text", "记录内容", "content"],
  "toRecord.end": ["text", "结束记录时间", "recording ends"],
  "toRecord.limit": ["text", "执法时限要求", "time limit"],
  "toRecord.category": ["text", "执法记录类别", "category"],
  "toRecord.retention": ["text", "存储期限", "retention"],
  "toRecord.remark": ["text", "备注", "remark"],

  "toReview.kind": ["text", "执法类别", "kind of act"],
  "toReview.item": ["text", "审核事项", "decision to be reviewed"],
  "toReview.materials": ["text", "提交材料", "papers"],
  "toReview.focus": ["text", "审核重点", "focus"],
  "toReview.law": ["text", "审核依据", "basis"],
  "toReview.unit": ["text", "承办机构", "unit"],
  "toReview.reviewUnit": ["text", "审核机构", "reviewing unit"],
  "toReview.limit": ["text", "审核时限", "time limit"],
  "toReview.remark": ["text", "备注", "remark"],

  "lenient.code": ["text", "事项编码", "item code"],
  "lenient.violation": ["text", "违法行为", "violation"],
  "lenient.conditions": ["text", "适用条件", "conditions"],
  "lenient.law": ["text", "法律依据", "basis"],
  "lenient.measures": ["text", "配套监管措施", "measures"],
  "lenient.result": ["text", "处理方式", "result"],
  "lenient.remark": ["text", "备注", "remark"],

  "random.code": ["text", "事项编码", "item code"],
  "random.name": ["text", "抽查事项", "item"],
  "random.subitem": ["text", "抽查子项", "part of the item"],
  "random.law": ["text", "抽查依据", "basis"],
  "random.agency": ["text", "抽查主体", "agency"],
  "random.object": ["text", "抽查对象", "inspected"],
  "random.share": ["text", "抽查比例", "share"],
  "random.frequency": ["text", "抽查频次", "frequency"],
  "random.mode": ["text", "抽查方式", "way"],
  "random.staff": ["text", "检查人员要求", "staff"],
  "random.remark": ["text", "备注", "remark"],

  "training.name": ["text", "姓名", "name"],
  "training.certificate": ["text", "执法证号", "certificate number"],
  "training.unit": ["text", "工作单位", "unit"],
  "training.year": ["text", "年度", "year"],
  "training.date": ["date", "培训日期", "day"],
  "training.topic": ["text", "培训内容", "topic"],
  "training.hours": ["number", "培训学时", "hours"],
  "training.score": ["text", "考试成绩", "result"],
  "training.examined": ["boolean", "是否参加考试", "examined"],
  "training.remark": ["text", "备注", "remark"],

  "rectification.case": ["text", "案号", "case"],
  "rectification.name": ["text", "案件名称", "name of the case"],
  "rectification.agency": ["text", "责任单位", "agency"],
  "rectification.problem": ["text", "存在问题", "problem"],
  "rectification.rule": ["text", "规则编号", "rule"],
  "rectification.measure": ["text", "整改措施", "measure"],
  "rectification.deadline": ["date", "整改期限", "deadline"],
  "rectification.responsible": ["text", "责任人", "responsible"],
  "rectification.state": ["text", "整改情况", "state"],
  "rectification.doneOn": ["date", "完成时间", "done on"],
  "rectification.remark": ["text", "备注", "remark"],

  "disclosure.agency": ["text", "公开主体", "agency"],
  "disclosure.content": ["text", "公开内容", "what was to be published"],
  "disclosure.stage": ["text", "公开阶段", "stage of publication"],
  "disclosure.year": ["text", "年度", "year"],
  "disclosure.published": ["boolean", "是否公开", "published"],
  "disclosure.publishedOn": ["date", "公开日期", "day of publication"],
  "disclosure.updated": ["boolean", "是否及时更新", "kept up to date"],
  "disclosure.updatedOn": ["date", "更新日期", "day of the update"],
  "disclosure.channel": ["text", "公开载体", "channel"],
  "disclosure.url": ["text", "公开网址", "web address"],
  "disclosure.responsible": ["text", "责任人", "responsible"],
  "disclosure.remark": ["text", "备注", "remark"],
};

const otherValues: Record<string, readonly string[]> = { "roster.state": certificateStates };

/** Every field that a header can be mapped to: the case file's, `roster.*`, `tier.*`, `row.*`. */
export const sheetFields: ReadonlyMap<string, Field> = new Map([
  ...caseFields,
  ...Object.entries(otherFields).map(([path, [kind, zh, en]]): [string, Field] => [
    path,
    { path, kind, zh, en, ...(otherValues[path] && { values: otherValues[path] }) },
  ]),
]);

const listPaths = (group: FieldGroup): string[] => [
  ...(group.list ? [group.path] : []),
  ...Object.values(group.groups).flatMap(listPaths),
];
const lists = listPaths(caseGroups);

/** Whether a case has the field several times: `officers.name`, `legalReview.reviewers.certificate`. */
export const isInList = (path: string): boolean =>
  lists.some((list) => path.startsWith(`${list}.`));

/** Sheets that are no ledgers of cases have fields of their own: the group by which they are named. */
const kindOfFields: Readonly<Record<string, SheetKind>> = {
  roster: "officer-roster",
  tier: "benchmark-table",
  itemList: "item-catalogue",
  grantList: "township-grant",
  toRecord: "recording-list",
  toReview: "review-catalogue",
  lenient: "no-penalty-list",
  random: "random-inspection-list",
  training: "training-ledger",
  rectification: "rectification-ledger",
  disclosure: "disclosure-ledger",
};

/** The kinds of sheet that hold no cases, with the group of their fields: `roster`, `training`. */
export const registerKinds: readonly { kind: SheetKind; group: string }[] = Object.entries(
  kindOfFields,
).map(([group, kind]) => ({ kind, group }));

/** The one kind of sheet that has the field, for fields that no ledger of cases has. */
export const kindOfField = (path: string): SheetKind | undefined =>
  kindOfFields[path.split(".", 1)[0] ?? ""];

/** Whether a column of that kind of sheet can fill the field. */
export const isFieldOf = (path: string, kind: SheetKind): boolean => {
  if (path.startsWith("row.")) return true;
  const own = kindOfField(path);
  return own === undefined ? isLedger(kind) : kind === own;
};
