import { foldWidth } from "../../values/fold-width.js";
import { parseAmount } from "../../values/parse-amount.js";

const IN_WORDS =
  /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:[零壹贰叁肆伍陆柒捌玖]分)?[整正]?/u;
const IN_FIGURES = /\d[\d.,，．]*\d|\d/u;

/** An amount that a text says in words (大写) and in figures, each with where it stands. */
export interface AmountTwice {
  fen: number;
  words: [from: number, to: number];
  figures: [from: number, to: number];
}

/** Whether figures mean an amount of fen, whatever a recogniser put between their digits. */
const mean = (figures: string, fen: number): boolean => {
  const digits = foldWidth(figures).replace(/\D/g, "");
  return digits === String(fen) || digits === String(fen / 100);
};

/** The amount that a text says twice and alike: 捌仟元整（¥8,000.00). Undefined where it says it once, or otherwise. */
export const amountTwice = (text: string): AmountTwice | undefined => {
  const words = IN_WORDS.exec(text);
  const fen = words ? parseAmount(words[0], "yuan")?.fen : undefined;
  if (!words || fen === undefined) return undefined;
  const to = words.index + words[0].length;
  const beside = text.slice(0, words.index) + " ".repeat(words[0].length) + text.slice(to);
  const figures = IN_FIGURES.exec(beside);
  if (!figures || !mean(figures[0], fen)) return undefined;
  const { 0: digits, index } = figures;
  return { fen, words: [words.index, to], figures: [index, index + digits.length] };
};
