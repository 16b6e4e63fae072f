import { parseChineseInteger } from "./chinese-number.js";
import { foldWidth, withoutSpace } from "./fold-width.js";

/** What a bare number counts: yuan (元) or ten thousands of yuan (万元). */
export type AmountUnit = "yuan" | "wan";

export interface ParsedAmount {
  /** The amount in fen (分). */
  readonly fen: number;
  /** The source says about so much: `约`, `余`, `左右`. */
  readonly approximate: boolean;
  /** The text states the unit itself; otherwise the caller's unit was used. */
  readonly unitInText: boolean;
}

/**
 * One amount of money, in digits (`5,000.00元`, `0.5万元`), in capitals (大写, `伍仟元整`), mixed
 * (`5万伍仟元`), or in both, which must agree: `罚款人民币伍仟元整（¥5,000.00）`. A unit
 * in the text outranks `unit`.
 *
 * Undefined for everything else: ranges, several amounts, fractions of a fen, colloquial `三千五`, misread
 * characters (`叁佰万兀`), an amount for each of several (`各罚款`), and words that change what the number
 * means. Exact: digits are moved as text, never multiplied as floats.
 */
export const parseAmount = (text: string, unit: AmountUnit): ParsedAmount | undefined => {
  if (text.length > LONGEST || /\d，\d/.test(text)) return undefined;
  const folded = foldWidth(text).trim().replace(/^'/, "");
  if (/[\d.,]\s+[\d.,]/.test(folded)) return undefined;
  const plain = withoutSpace(folded).replace(IN_BRACKETS, "$1").replace(BRACKETED_UNIT, "$1");
  const match = WHOLE.exec(plain);
  if (!match) return undefined;
  const [, first = "", bracketed, labelled] = match;
  const second = bracketed ?? labelled;
  return second === undefined ? parseSingle(first, unit) : parsePair(first, second, unit);
};

const LONGEST = 120;
const IN_BRACKETS = /^\(([^()]*)\)$/;
const BRACKETED_UNIT = /(?<=\d)\((万元|元|万)(?:\)|$)/;
const LABEL =
  "(?:行政罚款|罚没款|罚款|并处以?|处以?|没收|违法所得|人民币|金额|数额|共计|合计|大写|小写|\\((?:大写|小写|人民币)\\)|计|为|是|RMB|CNY)";
const LEAD = `(?:${LABEL}(?:${LABEL}|[:,])*)?`;
const SIZE =
  "[0-9.,¥约近大余多左右上下零〇○一二两三四五六七八九十百千万亿廿卅元圆圓角分整正壹贰叁肆伍陆柒捌玖拾佰仟貳叄參陸萬億兩]+";
const WHOLE = new RegExp(
  `^${LEAD}(${SIZE}?)(?:\\(${LEAD}(${SIZE})\\)?|[,;、]?\\(?(?=[大小]写|\\([大小]写)${LEAD}(${SIZE})\\)?)?(?:的?(?:行政)?罚款)?[。;]?$`,
);

/** Words and digits of one amount. The half without a unit counts yuan, or else what the caller says. */
const parsePair = (first: string, second: string, unit: AmountUnit): ParsedAmount | undefined => {
  const halves = [first, second];
  const stated = halves.map((half) => parseSingle(half, "yuan")).find((half) => half?.unitInText);
  const units: AmountUnit[] = stated ? ["yuan", unit] : [unit];
  for (const each of units) {
    const [a, b] = halves.map((half) => parseSingle(half, each));
    if (a && b && a.fen === b.fen) {
      return {
        fen: a.fen,
        approximate: a.approximate || b.approximate,
        unitInText: a.unitInText || b.unitInText,
      };
    }
  }
  return undefined;
};

const APPROXIMATELY = /^(?:大约|约|近)/;
const OR_SO = /(?:左右|上下)$/;
const AND_MORE =
  /(?<=[\d一二三四五六七八九十百千万亿元壹贰叁肆伍陆柒捌玖拾佰仟])[余多](?=[十百千万亿元]|$)/;

const parseSingle = (text: string, unit: AmountUnit): ParsedAmount | undefined => {
  const plain = text.replace(/[圆圓]/g, "元");
  const exact = plain.replace(APPROXIMATELY, "").replace(OR_SO, "").replace(AND_MORE, "");
  const hasSign = exact.startsWith("¥");
  const size = hasSign ? exact.slice(1) : exact;
  const unitInText = /[元角分万亿萬億]/.test(size) || (hasSign && unit === "yuan");
  // ¥ means yuan, and so, in all likelihood, does a bare 伍仟; in a column of 万元 neither is certain.
  if (!unitInText && unit === "wan" && (hasSign || /[百佰千仟]/.test(size))) return undefined;
  const fen = unitInText ? parseStated(size) : parseBare(size, unit);
  return fen === undefined ? undefined : { fen, approximate: exact !== plain, unitInText };
};

const parseBare = (size: string, unit: AmountUnit): number | undefined => {
  if (PLAIN_NUMBER.test(size)) return decimalToFen(size, unit === "wan" ? 6 : 2);
  return wholeToFen(parseWhole(size), unit === "wan" ? 1_000_000 : 100);
};

const SMALL_CHANGE =
  /^(?:零?([1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖貳叄參陸])角)?(?:零?([1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖貳叄參陸])分)?[整正]?$/;

const parseStated = (size: string): number | undefined => {
  const at = size.indexOf("元");
  if (at < 0)
    return /[角分]/.test(size) ? parseChange(size) : parseYuan(size.replace(/[整正]$/, ""));
  const yuan = parseYuan(size.slice(0, at));
  const change = parseChange(size.slice(at + 1));
  if (yuan === undefined || change === undefined) return undefined;
  const fractionTwice = change > 0 && size.slice(0, at).includes(".");
  const fen = yuan + change;
  return fractionTwice || !Number.isSafeInteger(fen) ? undefined : fen;
};

const parseChange = (text: string): number | undefined => {
  const match = SMALL_CHANGE.exec(text);
  return match ? singleDigit(match[1]) * 10 + singleDigit(match[2]) : undefined;
};

const PLAIN_NUMBER = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/;
const NUMBER_WITH_MAGNITUDE = /^([\d.,]+)([十百千]?[万亿]|万亿|[十百千])$/;
const MAGNITUDES = new Map([
  ["十", 1],
  ["百", 2],
  ["千", 3],
  ["万", 4],
  ["亿", 8],
]);

/** The yuan before 元, in fen. */
const parseYuan = (text: string): number | undefined => {
  if (PLAIN_NUMBER.test(text)) {
    // 1.5000元 is a numbered item run into its amount as often as a number.
    return /\.\d{3}/.test(text) ? undefined : decimalToFen(text, 2);
  }
  const scaled = NUMBER_WITH_MAGNITUDE.exec(unifyUnits(text));
  if (scaled) {
    const [, number = "", units = ""] = scaled;
    const places = [...units].reduce((sum, unit) => sum + (MAGNITUDES.get(unit) ?? 0), 2);
    return PLAIN_NUMBER.test(number) ? decimalToFen(number, places) : undefined;
  }
  return wholeToFen(parseWhole(text), 100);
};

const parseWhole = (text: string): number | undefined =>
  parseChineseInteger(text) ?? parseMixed(unifyUnits(text));

const ANY_DIGIT = "[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖貳叄參陸]";
const MIXED = new RegExp(
  `^(?:([1-9]\\d{0,3}|[^\\d万亿]{1,7})亿)?(?:([1-9]\\d{0,3}|[^\\d万亿]{1,7})万)?(?:(${ANY_DIGIT})千)?(?:(${ANY_DIGIT})百)?(?:(${ANY_DIGIT})十)?$`,
);
const WAN_AND_FOUR_DIGITS = /^([1-9]\d{0,3})万([1-9]\d{3})$/;

/** `5万伍仟`, `2万3千`, `23万5000`: digits and words in one number, every place named. */
const parseMixed = (text: string): number | undefined => {
  const pair = WAN_AND_FOUR_DIGITS.exec(text);
  if (pair) return Number(pair[1]) * 10_000 + Number(pair[2]);
  const match = MIXED.exec(text);
  if (!match || text === "") return undefined;
  const [, yi, wan, thousands, hundreds, tens] = match;
  const high = [yi, wan].map((part) => (part === undefined ? 0 : readCount(part)));
  const [yiCount, wanCount] = high;
  if (yiCount === undefined || wanCount === undefined) return undefined;
  return (
    yiCount * 1e8 +
    wanCount * 1e4 +
    singleDigit(thousands) * 1000 +
    singleDigit(hundreds) * 100 +
    singleDigit(tens) * 10
  );
};

const readCount = (text: string): number | undefined => {
  const count = /^\d+$/.test(text) ? Number(text) : parseChineseInteger(text);
  return count !== undefined && count >= 1 && count < 10_000 ? count : undefined;
};

const singleDigit = (glyph: string | undefined): number =>
  glyph === undefined ? 0 : /^\d$/.test(glyph) ? Number(glyph) : (parseChineseInteger(glyph) ?? 0);

const UNIT_SPELLINGS = new Map([
  ["拾", "十"],
  ["佰", "百"],
  ["仟", "千"],
  ["萬", "万"],
  ["億", "亿"],
]);

const unifyUnits = (text: string): string =>
  text.replace(/[拾佰仟萬億]/g, (glyph) => UNIT_SPELLINGS.get(glyph) ?? glyph);

const wholeToFen = (count: number | undefined, fenEach: number): number | undefined => {
  if (count === undefined) return undefined;
  const fen = count * fenEach;
  return Number.isSafeInteger(fen) ? fen : undefined;
};

/** A decimal number with its point moved so many places to the right; undefined if it is not whole. */
const decimalToFen = (number: string, places: number): number | undefined => {
  const [whole = "", fraction = ""] = number.replace(/,/g, "").split(".");
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const fen = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  return Number.isSafeInteger(fen) ? fen : undefined;
};

/**
 * A number from a numeric cell, in fen. A cell holds a binary float, so the noise of 0.1 + 0.2 is
 * rounded away (at the sixth decimal of 万元, the fourth of 元); what then is no whole number of fen, or
 * was more than noise, is undefined, and so is a negative number.
 */
export const numberAsAmount = (number: number, unit: AmountUnit): number | undefined => {
  if (!(number >= 0 && number < 1e14)) return undefined;
  const rounded = number.toFixed(unit === "wan" ? 6 : 4);
  const fenPerUnit = unit === "wan" ? 1_000_000 : 100;
  const noise = Math.max(0.5e-6 / fenPerUnit, number * 4 * Number.EPSILON);
  if (Math.abs(number - Number(rounded)) > noise) return undefined;
  return decimalToFen(rounded, unit === "wan" ? 6 : 2);
};
