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
  "officer-roster",
  "benchmark-table",
] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Ledgers hold a case in every row, of this kind unless the row says otherwise. */
export const ledgerCaseKind: Partial<Record<SheetKind, (typeof caseKinds)[number]>> = {
  "penalty-ledger": "penalty",
  "licence-ledger": "licence",
  "inspection-ledger": "inspection",
  "coercion-ledger": "coercion",
};

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
  "row.reviewReceivedOn": ["date", "法制审核受理日期", "day on which the review began"],
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
  "row.licenceFrom": ["date", "许可有效期自", "licence valid from"],

  "roster.name": ["text", "姓名", "name"],
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

/** Whether a column of that kind of sheet can fill the field. */
export const isFieldOf = (path: string, kind: SheetKind): boolean => {
  if (path.startsWith("row.")) return true;
  if (path.startsWith("roster.")) return kind === "officer-roster";
  if (path.startsWith("tier.")) return kind === "benchmark-table";
  return kind in ledgerCaseKind;
};
