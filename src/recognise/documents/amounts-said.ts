import { foldWidth } from "../../values/fold-width.js";
import { parseAmount } from "../../values/parse-amount.js";
import type { DocumentField } from "./findings.js";
import type { Paragraph } from "./paragraphs.js";

const WORDS =
  "[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿一二两三四五六七八九十百千]+[元圆](?:[壹贰叁肆伍陆柒捌玖一二三四五六七八九]角)?(?:零?[壹贰叁肆伍陆柒捌玖一二三四五六七八九]分)?[整正]?";
const LABEL = "(?:人民币|大写|小写|即|为|RMB|:)*";
/** A bare number of one or two digits numbers something else. */
const FIGURES = "(¥?\\d[\\d,]*(?:\\.\\d+)?(?:万?元)|¥\\d[\\d,.]*万?|\\d[\\d,]{2,}(?:\\.\\d+)?)整?";

const forms: readonly { form: RegExp; words: number; figures: number }[] = [
  { form: new RegExp(`(${WORDS})\\(${LABEL}${FIGURES}\\)`, "gu"), words: 1, figures: 2 },
  { form: new RegExp(`${FIGURES}\\(${LABEL}(${WORDS})\\)`, "gu"), words: 2, figures: 1 },
  {
    form: new RegExp(`(${WORDS})[,、]?\\(?小写\\)?:?(?:人民币)?${FIGURES}`, "gu"),
    words: 1,
    figures: 2,
  },
];

/** One character recognised wrongly makes another amount. */
const SURE = 0.9;

const figuresIn = (text: string): number | undefined =>
  parseAmount(/[元万¥]/.test(text) ? text : `${text}元`, "yuan")?.fen;

/** The amounts that a document gives in words and in figures, each once: 捌仟元整（¥9,000.00）. */
export const amountsSaid = (
  paragraphs: readonly Paragraph[],
): readonly (readonly [path: string, field: DocumentField])[] => {
  const found = new Map<string, readonly [string, DocumentField][]>();
  for (const { text, page, confidence } of paragraphs) {
    const plain = foldWidth(text).replace(/\s/g, "");
    for (const { form, words, figures } of forms) {
      for (const match of plain.matchAll(form)) {
        const inWords = match[words] ?? "";
        const fen = figuresIn(match[figures] ?? "");
        const said = {
          ...{ text: match[0], page, confidence },
          ...(confidence < SURE && { certain: false as const }),
        };
        if (fen === undefined || found.has(match[0])) continue;
        const path = `documents.amounts[${found.size}]`;
        found.set(match[0], [
          [`${path}.words`, { ...said, value: inWords }],
          [`${path}.figures`, { ...said, value: fen }],
        ]);
      }
    }
  }
  return [...found.values()].flat();
};
