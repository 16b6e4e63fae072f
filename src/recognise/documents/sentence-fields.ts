import type { DocumentFields } from "../../model/document-words.js";
import { foldWidth } from "../../values/fold-width.js";
import { parseAmount } from "../../values/parse-amount.js";
import type { Said } from "./heads-and-feet.js";
import type { Paragraph } from "./paragraphs.js";
import { cutText } from "./sure-text.js";
import { amountPattern, compilePattern } from "./written-forms.js";

/** What sentences of a document of this type say, by the patterns of the vocabulary. */
export const saidInSentences = (
  paragraphs: readonly Paragraph[],
  { sentences }: DocumentFields,
  type: string,
): (Said & { field: string })[] =>
  sentences
    .filter(({ in: types }) => types.length === 0 || types.includes(type))
    .flatMap(({ field, pattern }) => {
      const form = compilePattern(pattern);
      return paragraphs.flatMap((paragraph) =>
        [...paragraph.text.matchAll(form)].map((match) => ({
          ...groupOf(paragraph, match),
          field,
        })),
      );
    });

/** What the one group of a pattern matched. */
const groupOf = (paragraph: Paragraph, match: RegExpMatchArray): Said => {
  const [from = 0, to = 0] = match.indices?.[1] ?? [];
  return { ...cutText(paragraph, from, to), page: paragraph.page };
};

const FINE = new RegExp(`罚款(?:金额)?(?:为)?(${amountPattern})(?!以[上下]|以内)`, "dgu");
/** Before an amount that is no fine imposed: paid, owed, quoted, or an opinion of one side. */
const OTHER_MONEY = /(?:缴纳|缴清|每日按|加处|逾期|可以处|并可)[^，。；]{0,6}$/;

/** The fine that a document names, if all amounts in it agree. */
export const fineIn = (paragraphs: readonly Paragraph[]): Said | undefined => {
  const found = paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(FINE)]
      .filter(({ index }) => !OTHER_MONEY.test(paragraph.text.slice(0, index)))
      .map((match) => groupOf(paragraph, match)),
  );
  const amounts = new Set(found.map(({ text }) => parseAmount(foldWidth(text), "yuan")?.fen));
  return amounts.size === 1 && !amounts.has(undefined) ? found[0] : undefined;
};
