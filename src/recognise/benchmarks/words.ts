import type { ResultBase, Subject } from "../../model/benchmark.js";

const bases: readonly (readonly [form: RegExp, base: ResultBase])[] = [
  [/(?:违法|非法)(?:所得|收入)(?:金额|数额)?$/, "illegal-income"],
  [/货值(?:金额)?$/, "goods-value"],
  [/损失(?:金额|数额|额)?$/, "loss"],
  [
    /^(?:应缴|应纳|应当缴纳|欠缴|未缴|少缴|未缴纳|拖欠)\p{Script=Han}*(?:费|费用|税款|款|款额|金额|数额)$/u,
    "unpaid-fee",
  ],
  [/合同(?:总?价款|总?价|金额|总额)$/, "contract-price"],
  [/(?:工程总?造价|总投资额|总投资|投资额)$/, "project-cost"],
  [/^(?:原|前次|上次|上一次)?(?:处)?罚款(?:数额|金额)$/, "previous-fine"],
];

/** What a base is by its name; `other` for one that only its name describes. */
export const baseNamed = (name: string): ResultBase =>
  bases.find(([form]) => form.test(name))?.[1] ?? "other";

const counted: readonly (readonly [words: string, counted: string])[] = [
  ["平方米", "m2"],
  ["立方米", "m3"],
  ["公顷", "hectare"],
  ["公里", "km"],
  ["公斤", "kg"],
  ["千克", "kg"],
  ["延米", "m"],
  ["车次", "trip"],
  ["辆次", "trip"],
  ["辆", "vehicle"],
  ["车", "vehicle"],
  ["艘", "vessel"],
  ["亩", "mu"],
  ["吨", "tonne"],
  ["米", "m"],
  ["人", "head"],
  ["名", "head"],
  ["头", "head"],
  ["只", "head"],
  ["株", "plant"],
  ["棵", "plant"],
  ["日", "day"],
  ["天", "day"],
  ["月", "month"],
  ["次", "time"],
  ["户", "household"],
  ["处", "item"],
  ["项", "item"],
  ["件", "item"],
  ["个", "item"],
  ["张", "item"],
  ["台", "item"],
  ["套", "item"],
  ["份", "item"],
  ["条", "item"],
  ["块", "item"],
  ["枚", "item"],
  ["起", "item"],
];

/** A counted unit with what is counted: 处设施, as the source of a regular expression without groups. */
export const COUNTED = `(?:${counted.map(([word]) => word).join("|")})(?:(?!罚款|处以?|计)[^\\d〇零一二三四五六七八九十百千万两以上下，；]){0,8}?`;

/** Which unit is counted, by the words that begin with it. */
export const countedNamed = (text: string): string =>
  counted.find(([word]) => text.startsWith(word))?.[1] ?? "item";

const subjects: readonly (readonly [form: RegExp, subject: Subject])[] = [
  [/责任人|主管人员|负责人|法定代表人|直接责任|经营者/, "responsible-person"],
  [/^(?:公民|个人|自然人|居民)$/, "citizen"],
  [
    /^(?:单位|企业|机构|公司|法人|法人(?:或者|和|及|、)(?:其他|非法人)组织|企事业单位|企业事业单位|建设单位|\p{Script=Han}{1,8}单位)$/u,
    "organisation",
  ],
];

/** Whom 对…处 is about; undefined for words that name neither persons nor organisations. */
export const subjectNamed = (text: string): Subject | undefined =>
  subjects.find(([form]) => form.test(text))?.[1];
