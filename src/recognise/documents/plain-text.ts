import { foldWidth, withoutSpace } from "../../values/fold-width.js";

/** Radicals that fonts name instead of the characters, and that Unicode gives no compatibility form. */
const radicals = new Map(
  "⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
    .match(/../gu)
    ?.map((pair) => [pair[0], pair[1]]),
);

const RADICAL = /[\u2E80-\u2FDF\uF900-\uFAFF]/g;

/** The usual characters in place of radicals (⽉, ⺠); width and marks stay as written. */
export const plainText = (text: string): string =>
  text.replace(RADICAL, (one) => radicals.get(one) ?? foldWidth(one));

/** The key under which titles and labels are compared: half-width, no white space, no colon behind. */
export const labelKey = (text: string): string =>
  withoutSpace(foldWidth(plainText(text))).replace(/:$/, "");

/** A label without what stands in brackets: 住所（住址） → 住所. */
export const withoutBrackets = (key: string): string => key.replace(/\([^()]*\)/g, "");
