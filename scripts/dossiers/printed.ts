import { amountInWords } from "../../src/values/amount-in-words.js";
import { dayOf } from "../demo-values.js";

/** A value and the words in which a document prints it. */
export interface Printed {
  printed: string;
  /** A day as ISO, a moment as `2024-03-05T09:20`, money in fen, a number with 〔〕, else the words themselves. */
  value: string | number;
}

export type DayForm = "plain" | "padded" | "dots" | "dashes" | "spaced" | "han";

const chineseDigits = "〇一二三四五六七八九";

const inChinese = (number: number): string => {
  if (number < 10) return chineseDigits.charAt(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? chineseDigits.charAt(tens) : ""}十${ones > 0 ? chineseDigits.charAt(ones) : ""}`;
};

const two = (number: number): string => String(number).padStart(2, "0");

/** A day in one of the forms that agencies write. */
export const printDay = (iso: string, form: DayForm): Printed => {
  const { year, month, day = 1 } = dayOf(iso);
  const forms: Record<DayForm, string> = {
    plain: `${year}年${month}月${day}日`,
    padded: `${year}年${two(month)}月${two(day)}日`,
    dots: `${year}.${month}.${day}`,
    dashes: iso,
    spaced: `${year} 年 ${month} 月 ${day} 日`,
    han: `${[...String(year)].map((d) => chineseDigits.charAt(Number(d))).join("")}年${inChinese(month)}月${inChinese(day)}日`,
  };
  return { printed: forms[form], value: iso };
};

/** `2024-03-05T09:20` as `2024年3月5日9时20分`; the day is always written plainly, whatever form the rest has. */
export const printMoment = (moment: string): Printed => {
  const [day = "", time = ""] = moment.split("T");
  return { printed: printDay(day, "plain").printed + printTime(time), value: moment };
};

/** The end of a period that began on the same day: `10时40分`. */
export const printEnd = (moment: string): Printed => ({
  printed: printTime(moment.split("T")[1] ?? ""),
  value: moment,
});

const printTime = (time: string): string => {
  const [hours = "0", minutes = "0"] = time.split(":");
  return `${Number(hours)}时${Number(minutes) === 0 ? "00" : minutes}分`;
};

export type MoneyForm = "plain" | "commas" | "wan" | "capitals" | "both" | "bothYen" | "words";

const withSeparators = (yuan: number): string =>
  String(yuan).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");

/** Whole yuan in one of the forms that agencies write; the value is in fen. */
export const printYuan = (yuan: number, form: MoneyForm): Printed => {
  const capitals = amountInWords(yuan * 100);
  const forms: Record<MoneyForm, string> = {
    plain: `${yuan}元`,
    commas: `${withSeparators(yuan)}.00元`,
    wan: yuan % 1000 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`,
    capitals: `人民币${capitals}`,
    both: `人民币${capitals}（¥${withSeparators(yuan)}.00）`,
    bothYen: `${withSeparators(yuan)}元（大写：${capitals}）`,
    words: `${capitals}(￥${yuan}.00)`,
  };
  return { printed: forms[form], value: yuan * 100 };
};

/** A document number in the brackets that an agency uses; the value always has 〔〕. */
export const printNumber = (number: string, brackets: string): Printed => ({
  printed: number.replace("〔", brackets.charAt(0)).replace("〕", brackets.charAt(1)),
  value: number,
});
