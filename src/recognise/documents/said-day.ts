import { parseDate } from "../../values/parse-date.js";

/** The zero of 二〇二四年, which is drawn as a circle and recognised as brackets, a letter or two of them. */
const ZERO = /^二[^一二三四五六七八九十年月日\d]{1,2}(?=[〇○零一二三四五六七八九]{2}年)/u;

/** The day that a text is, as ISO; of a year in characters the second can only be a zero. */
export const dayIn = (text: string): string | undefined => {
  const date = parseDate(text) ?? parseDate(text.replace(/\s/g, "").replace(ZERO, "二〇"));
  return date?.precision === "day" ? date.iso : undefined;
};
