import { foldWidth, withoutSpace } from "./fold-width.js";
import { keepingSome } from "./remember.js";
import { textKey } from "./text-key.js";

/** How a document number departs from `机关代字〔YYYY〕N号` (GB/T 9704-2012). */
export type DocumentNumberProblem =
  /** Other brackets than 〔〕. */
  | "brackets"
  /** `05号`. */
  | "leading-zero"
  /** `第5号`. */
  | "di"
  /** Nothing that names the agency: `〔2021〕66号`. */
  | "no-prefix"
  /** The serial is more than one number: `Q-4008号`, `17-1号`. */
  | "compound-serial"
  /** The year stands before the agency: `〔2021〕示例综行罚字第1号`. */
  | "year-first"
  /** `号` is missing at the end. */
  | "no-hao"
  /** No document number at all; parseDocumentNumber gives undefined. */
  | "not-a-number";

/** A document number (发文字号), taken apart. */
export interface DocumentNumber {
  /** Agency and kind of document, `凤市监处罚`, with a branch in half-width brackets; empty if there is none. */
  readonly prefix: string;
  readonly year: number;
  /** Letters before the serial: `TQQ` in `〔2020〕TQ第Q-4008号`. */
  readonly series?: string;
  readonly serial: number;
  /** What follows the serial: `-1` in `17-1号`, `之一` in `17号之一`. */
  readonly suffix?: string;
  /** As it was written. */
  readonly text: string;
  readonly wellFormed: boolean;
  readonly problems: readonly DocumentNumberProblem[];
}

const LONGEST = 100;
const OPEN = "〔﹝\\[【(〈<「{〖";
const CLOSE = "〕﹞\\]】)〉>」}〗";
const YEAR = `[${OPEN}](?:19|20)\\d{2}[${CLOSE}]`;
const YEAR_GROUP = `([${OPEN}])((?:19|20)\\d{2})([${CLOSE}])`;
const PREFIX = "[\\p{Script=Han}A-Za-z0-9〇○×*·.()\\-]{1,40}";
const LETTERS = "[A-Za-z]{1,4}-?";
const SERIAL = `(${LETTERS})?(第)?(${LETTERS})?(\\d{1,8})(-\\d{1,4}|之[一二三四五六七八九十\\d]{1,3})?`;
const YEAR_AFTER_PREFIX = new RegExp(
  `^(${PREFIX})?${YEAR_GROUP}${SERIAL}(号)?(之[一二三四五六七八九十\\d]{1,3})?$`,
  "u",
);
const YEAR_FIRST = new RegExp(
  `^${YEAR_GROUP}(${PREFIX}?)(第)?(\\d{1,8})(-\\d{1,4})?号(之[一二三四五六七八九十\\d]{1,3})?$`,
  "u",
);
const TITLE_OR_LABEL = /^.{0,40}(?:决定书|告知书|通知书|意见书|审批表|回证|文号|编号)[》:]?(?=.)/u;
/** Traces of running text, or of a second number. */
const NOT_A_PREFIX = new RegExp(`送达|作出|下达|收到|关于|\\d号|${YEAR}`, "u");

/**
 * A text that is one document number, in any of the forms seen in files: any brackets, `字` and `第`
 * or not, year first or not, branch in a second pair of brackets, letters before the serial. A document
 * title or a bracket around the whole is taken off. Undefined for everything else, templates without
 * a year (`安监罚〔  〕 号`) and numbers that lost a bracket (`监处罚〔202321`) included.
 */
export const parseDocumentNumber = (text: string): DocumentNumber | undefined =>
  text.length > LONGEST ? undefined : parse(text);

/** As it should be written, and as most are: 甲市监罚〔2023〕1号. */
const USUAL = /^([\u4E00-\u9FFF]{1,40})〔((?:19|20)\d{2})〕([1-9]\d{0,7})号$/;
const WORDS_BEFORE = /决定书|告知书|通知书|意见书|审批表|回证|文号|编号|送达|作出|下达|收到|关于/;

/** A usual number, found without looking for all that others may have. */
const parseUsual = (text: string): DocumentNumber | undefined => {
  const [, prefix = "", year, serial] = USUAL.exec(text) ?? [];
  if (serial === undefined || WORDS_BEFORE.test(prefix)) return undefined;
  return {
    ...{ prefix, year: Number(year), serial: Number(serial), text },
    ...{ wellFormed: true, problems: [] },
  };
};

const parse = keepingSome((text) => parseUsual(text) ?? parseAny(text));

const parseAny = (text: string): DocumentNumber | undefined => {
  const plain = unwrap(unwrap(withoutSpace(foldWidth(text))).replace(TITLE_OR_LABEL, ""));
  const parts = readYearAfterPrefix(plain) ?? readYearFirst(plain);
  if (!parts || Number(parts.digits) === 0 || !isPrefix(parts.prefix)) return undefined;
  if (parts.prefix === "" && parts.problems.includes("no-hao")) return undefined;
  const problems = [...parts.problems, ...commonProblems(parts)];
  return {
    prefix: parts.prefix,
    year: Number(parts.year),
    ...(parts.series && { series: parts.series }),
    serial: Number(parts.digits),
    ...(parts.suffix && { suffix: parts.suffix }),
    text,
    wellFormed: problems.length === 0,
    problems,
  };
};

/** All that is wrong with how a document number is written; `not-a-number` if it is none. */
export const documentNumberProblems = (text: string): readonly DocumentNumberProblem[] =>
  parseDocumentNumber(text)?.problems ?? ["not-a-number"];

/**
 * The key under which two spellings of one document number are equal: `〔2021〕05号`, `[2021]5号` and
 * `（2021）第5号` agree; `罚决字` and `罚告字` do not. Any other text gives its textKey.
 */
export const documentNumberKey = (text: string): string =>
  text.length > LONGEST ? textKey(text) : keyOf(text);

const keyOf = keepingSome((text): string => {
  const number = parseDocumentNumber(text);
  if (!number) return textKey(text);
  const prefix = number.prefix.replace(/字+(?=\(|$)/gu, "").toUpperCase();
  const series = (number.series ?? "").toUpperCase();
  return `${prefix}〔${number.year}〕${series}${number.serial}${number.suffix ?? ""}号`;
});

/** The canonical form, `凤市监处罚〔2025〕17号`. */
export const formatDocumentNumber = (
  number: Pick<DocumentNumber, "prefix" | "year" | "series" | "serial" | "suffix">,
): string => {
  const { prefix, year, series = "", serial, suffix = "" } = number;
  return suffix.startsWith("之")
    ? `${prefix}〔${year}〕${series}${serial}号${suffix}`
    : `${prefix}〔${year}〕${series}${serial}${suffix}号`;
};

const IN_TEXT = new RegExp(
  `[\\p{Script=Han}A-Za-z0-9〇]{1,40}${YEAR}(?:${LETTERS})?第?(?:${LETTERS})?\\d{1,8}(?:-\\d{1,4})?号`,
  "gu",
);
/** Much longer texts are no titles of what was published. */
const LONGEST_TEXT = 2000;

/** The document numbers in a text that also says other things: 行政处罚决定书（甲市监罚〔2023〕1号）公示. */
export const findDocumentNumbers = (text: string): string[] => {
  const plain = withoutSpace(foldWidth(text.slice(0, LONGEST_TEXT)));
  return [...plain.matchAll(IN_TEXT)].flatMap(([found]) =>
    parseDocumentNumber(found)?.prefix ? found : [],
  );
};

interface Parts {
  readonly prefix: string;
  readonly year: string;
  readonly series: string;
  readonly digits: string;
  readonly suffix: string;
  readonly brackets: string;
  readonly hasDi: boolean;
  readonly problems: readonly DocumentNumberProblem[];
}

const readYearAfterPrefix = (plain: string): Parts | undefined => {
  const match = YEAR_AFTER_PREFIX.exec(bracketsRoundBeforeYear(plain));
  if (!match) return undefined;
  const [, prefix = "", open = "", year = "", close = "", before = "", di, after = ""] = match;
  const [, , , , , , , , digits = "", inner = "", hao, outer = ""] = match;
  if ((inner && outer) || (outer && !hao)) return undefined;
  return {
    prefix,
    year,
    series: (before + after).replace(/-/g, ""),
    digits,
    suffix: inner + outer,
    brackets: open + close,
    hasDi: di !== undefined,
    problems: hao === undefined ? ["no-hao"] : [],
  };
};

const readYearFirst = (plain: string): Parts | undefined => {
  const match = YEAR_FIRST.exec(plain);
  if (!match) return undefined;
  const [, open = "", year = "", close = "", prefix = "", di, digits = "", inner = ""] = match;
  const outer = match[8] ?? "";
  if ((inner && outer) || /[\d-]$/.test(prefix)) return undefined;
  return {
    prefix,
    year,
    series: "",
    digits,
    suffix: inner + outer,
    brackets: open + close,
    hasDi: di !== undefined,
    problems: ["year-first"],
  };
};

const commonProblems = (parts: Parts): DocumentNumberProblem[] => [
  ...(parts.brackets === "〔〕" ? [] : ["brackets" as const]),
  ...(parts.digits.startsWith("0") ? ["leading-zero" as const] : []),
  ...(parts.hasDi ? ["di" as const] : []),
  ...(parts.prefix === "" ? ["no-prefix" as const] : []),
  ...(parts.series || parts.suffix ? ["compound-serial" as const] : []),
];

const isPrefix = (prefix: string): boolean =>
  prefix === "" ||
  (/[\p{Script=Han}A-Za-z]/u.test(prefix) &&
    !NOT_A_PREFIX.test(prefix) &&
    prefix.split("(").length === prefix.split(")").length);

const BRACKETS = new RegExp(`[${OPEN}${CLOSE}]`, "gu");
const LAST_YEAR = new RegExp(`^.*(?=${YEAR})`, "u");

/** Brackets around a branch (`〔冷〕`) become round; the year's own, the last, stay to be judged. */
const bracketsRoundBeforeYear = (plain: string): string =>
  plain.replace(LAST_YEAR, (prefix) =>
    prefix.replace(BRACKETS, (bracket) => (OPEN.includes(bracket) ? "(" : ")")),
  );

const ANY_YEAR = new RegExp(YEAR, "u");

/** Without quotation marks or brackets around the whole, and without a bracket that never closes. */
const unwrap = (plain: string): string => {
  const bare = plain.replace(/^["“《']+|["”》']+$/gu, "");
  const inner = /^\((.*)\)$/u.exec(bare)?.[1];
  if (inner !== undefined && ANY_YEAR.test(inner)) return inner;
  return bare.startsWith("(") && bare.split("(").length > bare.split(")").length
    ? bare.slice(1)
    : bare;
};
