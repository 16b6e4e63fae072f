import { parseChineseInteger } from "../../values/chinese-number.js";
import { parseAmount } from "../../values/parse-amount.js";

export type QuantityUnit = "yuan" | "times" | "percent" | "days" | "months" | "count";

/** A number with its unit; without one where the words leave it out (`二百` in 二百以上五百元以下). */
export interface Quantity {
  unit: QuantityUnit | null;
  /** Fen, multiples, percent, days or months. */
  value: number;
}

const N = "[0-9.,〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟点半]+";

/** One quantity in a longer text, as the source of a regular expression without groups. */
export const QUANTITY = `(?:百分之${N}|千分之${N}|${N}分之${N}|\\d+/\\d+|等值|(?:人民币)?${N}(?:个百分点|元|倍半?|%|‰|成|日|天|个月|月|年|次)?)`;

const readNumber = (text: string): number | undefined => {
  if (/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  if (text === "半") return 0.5;
  if (text === "两") return 2;
  const [whole = "", fraction] = text.split("点");
  const integer = parseChineseInteger(whole);
  if (fraction === undefined || integer === undefined) return integer;
  const digits = [...fraction].map((digit) => parseChineseInteger(digit) ?? 10);
  return digits.length > 0 && digits.every((digit) => digit < 10)
    ? Number(`${integer}.${digits.join("")}`)
    : undefined;
};

/** 一百万一十元: a place is left out without 零, and the number is more likely a slip than meant. */
const SKIPS_A_PLACE = /[万亿][一二三四五六七八九]十?元?$/;

const moneyOf = (text: string): Quantity | undefined => {
  if (SKIPS_A_PLACE.test(text)) return undefined;
  const amount = parseAmount(text, "yuan");
  return amount && amount.unitInText && !amount.approximate
    ? { unit: "yuan", value: amount.fen }
    : undefined;
};

type Reader = readonly [form: RegExp, read: (...parts: string[]) => Quantity | undefined];

const scaled = (unit: QuantityUnit, text: string, by = 1): Quantity | undefined => {
  const value = readNumber(text);
  return value === undefined ? undefined : { unit, value: scaledBy(value, by) };
};

/** 0.3 × 10 and 3 ÷ 10 as people write them. */
const scaledBy = (value: number, by: number): number => Number((value * by).toPrecision(15));

const fraction = (top: string, bottom: string): Quantity | undefined => {
  const [a, b] = [readNumber(top), readNumber(bottom)];
  return a === undefined || !b ? undefined : { unit: "percent", value: (a * 100) / b };
};

const readers: readonly Reader[] = [
  [/^百分之(.+)$/, (n = "") => scaled("percent", n)],
  [/^千分之(.+)$/, (n = "") => scaled("percent", n, 0.1)],
  [/^(.+)分之(.+)$/, (bottom = "", top = "") => fraction(top, bottom)],
  [/^(\d+)\/(\d+)$/, (top = "", bottom = "") => fraction(top, bottom)],
  [/^(.+)(?:%|个百分点)$/, (n = "") => scaled("percent", n)],
  [/^(.+)‰$/, (n = "") => scaled("percent", n, 0.1)],
  [/^(.+)成$/, (n = "") => scaled("percent", n, 10)],
  [/^等值$/, () => ({ unit: "times", value: 1 })],
  [/^(.+)倍半$/, (n = "") => scaled("times", n.concat("点五").replace(/^(\d+)点五$/, "$1.5"))],
  [/^(.+)倍$/, (n = "") => scaled("times", n)],
  [/^(.+)[日天]$/, (n = "") => scaled("days", n)],
  [/^(.+?)个?月$/, (n = "") => scaled("months", n)],
  [/^(.+)年$/, (n = "") => scaled("months", n, 12)],
  [/^(.+)次$/, (n = "") => scaled("count", n)],
  [/^(.+元|.*万)$/, (text = "") => moneyOf(text)],
];

/** A quantity alone; undefined for what is none, or what is not certain (`三千五`, `一百万一十元`). */
export const readQuantity = (text: string): Quantity | undefined => {
  const plain = text.replace(/^人民币/, "");
  for (const [form, read] of readers) {
    const match = form.exec(plain);
    if (match) return read(...match.slice(1));
  }
  const value = readNumber(plain);
  return value === undefined ? undefined : { unit: null, value };
};
