import { textKey } from "../values/text-key.js";
import { toSimplified } from "./fold-characters.js";

export type MoneyUnit = "yuan" | "wan";
/** What stands above a table for all its amounts; unclear where it names both. */
export type SheetUnit = MoneyUnit | "unclear";

export interface NormalisedHeader {
  /** Under which the header is looked up. */
  key: string;
  /** The key without a bracket of explanation at its end; only where there is one that adds no meaning. */
  bare?: string;
  /** The unit of the amounts below, where the header names it. */
  unit?: MoneyUnit;
  /** What stood in brackets and is no part of the name: 必填, 万元, yyyy/mm/dd. */
  notes: string[];
}

const opening = /[[{【〔﹝「『〈<]/g;
const closing = /[\]}】〕﹞」』〉>]/g;
/** Pinyin that a converted web page leaves behind a character: 統(tǒng)一. */
const pinyin = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu;
const leading =
  /^(?:[*★☆※●·.、,:;：-]|\d{1,3}[.、)](?!\d)|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)(?=.)|[一二三四五六七八九十]{1,3}、)+/;
const punctuation = /[\s、,，.。·/\\|"'“”‘’\-—–_~:：;；?？!！*★☆※&+()（）]/g;

const requirement = /^(?:.*(?:必填|选填|必录|选录|可选|必须填写|可不填|可为空|非必填)|必要时)$/;
const moneyUnit = /^(?:金额)?(?:单位:?)?(?:人民币:?)?(万元|元)(?:人民币)?$/;
const otherUnit =
  /^(?:单位:?)?(?:㎡|m2|m²|m3|平方米|平米|亩|公顷|立方米|个|件|天|日|工作日|人|吨|千克|公斤|kg|%|份|页|分钟|小时|次|岁|辆|头|只|台)$/i;
const format =
  /^(?:(?:格式|例如?|如):?.*|[ymdhs年月日时分秒/:.\- ]+|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/i;

/**
 * A bracket at the end that says which stage, part or direction is meant belongs to the name:
 * 送达日期（告知书） is not 送达日期.
 */
const telling =
  /告知|听证|立案|决定|结案|检查|强制|催告|移送|复议|诉讼|责令|改正|整改|审批|审核|公示|签发|缴|大写|拟|应|实|起|止|至|前|后|首|末|不|未/;

/** 行政相对人代码_2（组织机构代码）: the ordinal differs between templates, the bracket says what it is. */
const partyCode = /^(?:行政)?相对人代码_?\d\((.+?)\)?$/;

/** A unit that a header ends in without brackets: 罚款金额/万元, 罚没款万元. */
const bareUnit = /(?:[/:：,，](?:单位:?)?|(?<=额|款|所得|货值|价))(万元|元)$/;

const unitOf = (word: string | undefined): MoneyUnit => (word === "万元" ? "wan" : "yuan");

const foldSpelling = (text: string): string =>
  text
    .replaceAll("做出", "作出")
    .replaceAll("帐", "账")
    .replaceAll("其它", "其他")
    .replace(/决定文书(?=文?号|编号)/g, "决定书");

/** Longer than any header with its explanations; a paragraph is not looked at. */
const longest = 200;

/** What a header says once its looks are taken off: spaces, width, numbering, brackets, marks. */
export const normaliseHeader = (header: string): NormalisedHeader => {
  if (header.length > longest) return { key: "", notes: [] };
  let text = textKey(header).replace(opening, "(").replace(closing, ")");
  text = toSimplified(text.replace(pinyin, ""))
    .replace(leading, "")
    .replace(/[*:：★※]+$/, "");
  text = foldSpelling(text);

  const code = partyCode.exec(text);
  if (code?.[1] && !requirement.test(code[1]))
    return { ...normaliseHeader(code[1]), notes: [text] };

  const notes: string[] = [];
  let unit: MoneyUnit | undefined;
  const takeAttribute = (whole: string, inner: string): string => {
    const money = moneyUnit.exec(inner);
    if (money) unit = unitOf(money[1]);
    const isAttribute =
      money ?? (requirement.test(inner) || otherUnit.test(inner) || format.test(inner));
    if (!isAttribute) return whole;
    notes.push(inner);
    return "";
  };
  text = text
    .replace(/\(([^()]*)\)/g, takeAttribute)
    .replace(/\(([^()]*)$/, takeAttribute)
    .replace(bareUnit, (_, word: string) => {
      unit = unitOf(word);
      return "";
    });

  const tail = /^(.+)\(([^()]+)\)$/.exec(text);
  const bare = tail?.[1] && !telling.test(tail[2] ?? "") ? strip(tail[1]) : "";
  return { key: strip(text), ...(bare && { bare }), ...(unit && { unit }), notes };
};

const strip = (text: string): string => text.replace(punctuation, "").toLowerCase();
