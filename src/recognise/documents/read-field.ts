import type { DocumentWords } from "../../model/document-words.js";
import { caseFields } from "../../model/fields.js";
import { isBlankMarker } from "../../values/blank.js";
import { parseChineseInteger } from "../../values/chinese-number.js";
import { parseDocumentNumber } from "../../values/document-number.js";
import { codeText, foldWidth } from "../../values/fold-width.js";
import { parseMomentSpan, writtenMoment } from "../../values/moment.js";
import { parsePeople, splitNames } from "../../values/names.js";
import { parseAmount } from "../../values/parse-amount.js";
import { parseDate } from "../../values/parse-date.js";
import { valueOfWord } from "../word-list.js";
import { amountTwice } from "./said-amount.js";
import { dayIn } from "./said-day.js";
import { plainText } from "./plain-text.js";
import { datePattern } from "./written-forms.js";

export type FieldValue = string | number | boolean | string[];

/** A longer text is no value of a field: something else was taken with it. */
const LONGEST = 400;

const lists = new Set(["officers", "legalReview.reviewers"]);
const spans = new Set(["inspection", "inquiry", "documents"]);

/** Whether a field is a list of people, each with a certificate. */
export const isList = (path: string): boolean => lists.has(path);

/**
 * A text taken as the value of a field, as entries of path and value: a list of people gives several, a
 * stretch of time three. Nothing for what is blank or not certain.
 */
export const readField = (
  path: string,
  given: string,
  words: DocumentWords["words"],
): readonly (readonly [path: string, value: FieldValue])[] => {
  const text = plainText(given).trim();
  if (isBlankMarker(text) || /^[／∕/\s]*$/.test(text) || text.includes("\ufffd")) return [];
  if (text.length > LONGEST) return [];
  if (lists.has(path)) return people(path, text);
  if (spans.has(path)) return span(path, text);
  const value = plainValue(path, text, words);
  return value === undefined ? [] : [[path, value]];
};

const plainValue = (
  path: string,
  text: string,
  words: DocumentWords["words"],
): FieldValue | undefined => {
  switch (caseFields.get(path)?.kind) {
    case "date":
      return dateIn(text);
    case "money":
      return parseAmount(foldWidth(text), "yuan")?.fen ?? amountTwice(text)?.fen;
    case "number":
      if (path === "notice.defenceDays") return workingDaysIn(text);
      return /^\d{1,6}$/.test(codeText(text)) ? Number(codeText(text)) : parseChineseInteger(text);
    case "enum":
      return valueOfWord(text, words[path] ?? {});
    case "texts":
      return namesIn(text);
    case "text":
      return textValue(path, text);
    default:
      return undefined;
  }
};

/** Of the terms of the penalty law only these are working days where the text says no more than 日 (art. 85). */
const inWorkingDays = new Set([2, 3, 5, 7]);

/** `五个工作日`, `三日`. */
const workingDaysIn = (text: string): number | undefined => {
  const [, count = "", working] =
    /^([一二三四五六七八九十]{1,3}|\d{1,2})(个?工作日|个?工作天)?(?:日|天)?$/.exec(
      codeText(text),
    ) ?? [];
  const days = /^\d+$/.test(count) ? Number(count) : parseChineseInteger(count);
  return days !== undefined && (working || inWorkingDays.has(days)) ? days : undefined;
};

const DATE = new RegExp(datePattern, "gu");

/** The one date in a short text that beside it holds at most names and a time of day. */
const dateIn = (text: string): string | undefined => {
  const whole = parseDate(text)?.iso ?? dayIn(text);
  if (whole) return whole;
  const found = text.match(DATE) ?? [];
  return found.length === 1 && text.length <= 40 ? parseDate(found[0])?.iso : undefined;
};

const NAME = /^[\p{Script=Han}·]{2,15}$/u;

/** Forms that a text must have, by the end of the path. */
const forms: readonly (readonly [path: RegExp, read: (text: string) => string | undefined])[] = [
  [/(?:party\.name|recipient)$/, (text) => named(text)],
  [/creditCode$/, (text) => matching(codeText(text), /^[0-9A-Z]{18}$/)],
  [/idNumber$/, (text) => matching(codeText(text), /^\d{17}[\dX]$/)],
  [/phone$/, (text) => matching(codeText(text), /^[\d-]{7,20}$/)],
  [/receiptNumber$/, (text) => matching(codeText(text), /^[0-9A-Z-]{4,30}$/)],
  [/legalReview\.opinion$/, (text) => opinionIn(text)],
  [/(?:legalRepresentative|host)$/, (text) => matching(text, NAME)],
  [/^documents\.(?:recorder|interviewed)$/, (text) => namesIn(text)?.join("、")],
  [/(?:decision\.number|umentNumber|noticeNumber)$/, (text) => numbered(text)],
];

/** A name ends where more is said of who bears it: 张三，男，1980年出生; 某公司（以下简称甲公司）. */
const named = (text: string): string | undefined => {
  const name = text.split(/[,，。；;]|[（(](?:以下|下称)/)[0]?.replace(/\s+/g, "") ?? "";
  return /^(?=.*\p{L}).{2,60}$/u.test(name) ? name : undefined;
};

/** An opinion ends where it is signed. */
const opinionIn = (text: string): string | undefined => {
  const opinion = text.replace(/\s/g, "").split(SIGNED)[0] ?? "";
  return /\p{Script=Han}/u.test(opinion) ? opinion : undefined;
};

const SIGNED =
  /(?:审核|审查|承办|负责)人(?:员)?(?:[（(]?签[名字][）)]?)?[：:]|[（(]?签[名字章]|\d{4}年\d/;

const matching = (text: string, form: RegExp): string | undefined =>
  form.test(text) ? text : undefined;

const numbered = (text: string): string | undefined =>
  parseDocumentNumber(text) ? text.replace(/\s+/g, "") : undefined;

const textValue = (path: string, text: string): string | undefined => {
  const form = forms.find(([suffix]) => suffix.test(path));
  if (form) return form[1](text);
  const value = text.replace(/\n/g, "").replace(/(?<!\w)\s+|\s+(?!\w)/g, "");
  return /[\p{Script=Han}\p{L}\d]/u.test(value) ? value : undefined;
};

/** Without posts in brackets: 宋怀瑾（局长）. */
const namesIn = (text: string): string[] | undefined => {
  const names = splitNames(text.replace(/[（(][^（()）]*[)）]/g, ""));
  return names.length > 0 && names.every((name) => NAME.test(name)) ? names : undefined;
};

const people = (path: string, text: string): [string, FieldValue][] => {
  // What was cut off in the midst of a bracket names only some of them.
  if (/[（(][^）)]*$/.test(text)) return [];
  const plain = text.replace(/[（(](?:执法)?证(?:件)?号(?:码)?[:：]?\s*/g, "（");
  const found = parsePeople(plain);
  if (found.some(({ name }) => !NAME.test(name))) return [];
  return found.flatMap(({ name, certificate }, at): [string, FieldValue][] => [
    [`${path}[${at}].name`, name],
    ...(certificate === undefined
      ? []
      : [[`${path}[${at}].certificate`, certificate] satisfies [string, FieldValue]]),
  ]);
};

const span = (path: string, text: string): [string, FieldValue][] => {
  const found = parseMomentSpan(text.replace(/\s+/g, ""));
  if (!found?.from.date) return [];
  return [
    [`${path}.date`, found.from.date.iso],
    [`${path}.from`, writtenMoment(found.from)],
    [`${path}.to`, writtenMoment(found.to)],
  ];
};
