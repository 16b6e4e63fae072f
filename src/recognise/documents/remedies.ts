import { parseChineseInteger } from "../../values/chinese-number.js";
import { foldWidth } from "../../values/fold-width.js";
import type { DocumentField } from "./findings.js";
import type { FieldValue } from "./read-field.js";
import type { Paragraph } from "./paragraphs.js";

const TERM = /([一二两三四五六七八九十百\d]{1,4})(日|天|个月)/g;
const RECONSIDERATION = /(?:申请|提起|提出)(?:行政)?复议|复议申请/;
const LAWSUIT = /(?:提起|提出)(?:行政)?诉讼|向[^。]{0,40}法院起诉|起诉/;
/** Says that reconsideration comes before the court. */
const FIRST =
  /(?:应当?|须|必须|需|需要)(?:依法)?先(?:行|依法)?[^。]{0,60}复议|先行?(?:依法)?(?:向[^。]{0,50})?(?:申请|提起)(?:行政)?复议|复议前置|复议决定(?:仍|还)?(?:不服|有异议)|不服(?:行政)?复议决定|(?:收到|接到)(?:行政)?复议决定/;
const REFUSED = /(?:不服|有异议)(?=[^]{0,120}(?:复议|诉讼|起诉))/;
const TOLD = /复议|诉讼|起诉/;

interface Part {
  text: string;
  term: string | undefined;
  terms: number;
}

/** `六十日` → 60日, `两个月` → 2个月. */
const termOf = ([, count = "", unit = ""]: readonly string[]): string | undefined => {
  const number = /^\d+$/.test(count)
    ? Number(count)
    : parseChineseInteger(count.replace("两", "二"));
  return number === undefined ? undefined : `${number}${unit === "天" ? "日" : unit}`;
};

const partOf = (text: string): Part => {
  const terms = [...text.matchAll(TERM)].map((match) => termOf(match));
  return { text, terms: terms.length, term: terms.length === 1 ? terms[0] : undefined };
};

/** The parts of the text that tell of reconsideration and of the lawsuit, each with what stands before its verb. */
const partsOf = (text: string): { reconsideration?: Part; lawsuit?: Part } => {
  const first = RECONSIDERATION.exec(text);
  const behind = first ? first.index + first[0].length : 0;
  const lawsuitBehind = LAWSUIT.exec(text.slice(behind));
  if (first && lawsuitBehind) {
    const end = behind + lawsuitBehind.index + lawsuitBehind[0].length;
    return {
      reconsideration: partOf(text.slice(0, behind)),
      lawsuit: partOf(text.slice(behind, end)),
    };
  }
  if (first && !LAWSUIT.test(text)) return { reconsideration: partOf(text.slice(0, behind)) };
  const lawsuit = LAWSUIT.exec(text);
  if (!first && lawsuit) {
    return { lawsuit: partOf(text.slice(0, lawsuit.index + lawsuit[0].length)) };
  }
  return {};
};

/** A body is named between 向 and the verb. */
const bodyIn = (text: string, end: RegExp): string | undefined => {
  const from = text.lastIndexOf("向");
  if (from < 0) return undefined;
  const body = text
    .slice(from + 1)
    .replace(end, "")
    .replace(/(?:依法|书面)$/, "");
  return body.length > 0 && body.length <= 60 ? body : undefined;
};

/** From the sentence that begins with who does not accept the decision to the end of what is told. */
const toldIn = (
  paragraphs: readonly Paragraph[],
): { text: string; start: Paragraph } | undefined => {
  const at = paragraphs.findIndex(({ text }) => REFUSED.test(text) && TOLD.test(text));
  const start = paragraphs[at];
  if (!start) return undefined;
  const others = paragraphs.slice(at + 1, at + 4).filter(({ text }) => TOLD.test(text));
  const text = foldWidth([start, ...others].map((one) => one.text).join("")).replace(/\s/g, "");
  const refused = text.search(REFUSED);
  return { text: text.slice(text.lastIndexOf("。", refused) + 1), start };
};

/** Whether it says that reconsideration comes first; open where it offers the court as well. */
const saysFirst = (text: string): boolean | undefined => {
  if (!FIRST.test(text)) return false;
  return /直接[^。]{0,40}(?:诉讼|起诉)/.test(text) ? undefined : true;
};

/** What it tells of the remedies, and whether it was read to the end: then also what it leaves out. */
export const remediesIn = (
  paragraphs: readonly Paragraph[],
  isWhole: boolean,
): readonly (readonly [path: string, field: DocumentField])[] => {
  const told = toldIn(paragraphs);
  if (!told) return [];
  const { text, start } = told;
  const mentioned = paragraphs
    .filter((one) => one.text.includes("复议"))
    .map((one) => foldWidth(one.text).replace(/\s/g, ""))
    .join("");
  const { reconsideration, lawsuit } = partsOf(text);
  if (!reconsideration && !lawsuit) return [];
  const said = { text: start.text.slice(0, 300), page: start.page, confidence: start.confidence };
  const to =
    reconsideration &&
    bodyIn(reconsideration.text, /(?:申请|提起|提出)(?:行政)?复议$|提出复议申请$|复议申请$/);
  const court = lawsuit && /([^,。;、向]{2,30}法院)/.exec(lawsuit.text)?.[1];
  const values: [string, FieldValue | undefined][] = [
    ["reconsiderationTerm", reconsideration?.term],
    ["reconsiderationTo", to],
    ["reconsiderationFirst", saysFirst(mentioned)],
    ["litigationTerm", lawsuit?.term],
    ["court", court],
  ];
  // A term that stands elsewhere in the text may be the one that is missed.
  const termsInAll = [...text.matchAll(TERM)].length;
  const termsFound = (reconsideration?.terms ?? 0) + (lawsuit?.terms ?? 0);
  const hasOthers = termsInAll > termsFound;
  const lacks = [
    ...(reconsideration ? [] : ["申请行政复议的途径"]),
    ...(reconsideration?.terms === 0 && !hasOthers ? ["申请行政复议的期限"] : []),
    ...(reconsideration && to === undefined && !text.includes("向") ? ["行政复议机关"] : []),
    ...(lawsuit ? [] : ["提起行政诉讼的途径"]),
    ...(lawsuit?.terms === 0 && !hasOthers ? ["提起行政诉讼的期限"] : []),
    ...(lawsuit && !text.includes("法院") ? ["受理的人民法院"] : []),
  ];
  if (isWhole) values.push(["lacks", lacks]);
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [[`documents.remedies.${name}`, { ...said, value }] as const],
  );
};
