import type { DocumentFields } from "../../model/document-words.js";
import { groupBy } from "../../values/group-by.js";
import { foldWidth } from "../../values/fold-width.js";
import { parseAmount } from "../../values/parse-amount.js";
import type { Said } from "./heads-and-feet.js";
import { withoutQuotations } from "./operative-part.js";
import type { Paragraph } from "./paragraphs.js";
import { cutText, joinTexts } from "./sure-text.js";
import { amountPattern, compilePattern } from "./written-forms.js";

/** What a sentence says of a field: as it stands there, or by what it means. */
export type SaidOf = Said & { field: string; value?: boolean | string };

/** The texts of a document in which sentences are looked for: one by one, and page by page. */
export interface Texts {
  each: readonly Paragraph[];
  pages: readonly Paragraph[];
}

/** The text of each page as one, its parts on lines of their own. */
export const byPage = (parts: readonly Paragraph[]): Paragraph[] =>
  [...groupBy(parts, ({ page }) => String(page))].map(([page, all]) => ({
    ...joinTexts(all, "\n"),
    ...{ page: Number(page), top: 0 },
  }));

/** What sentences of a document of this type say, by the patterns of the vocabulary. */
export const saidInSentences = (
  texts: Texts,
  { sentences }: DocumentFields,
  type: string,
): SaidOf[] =>
  sentences
    .filter(({ in: types }) => types.length === 0 || types.includes(type))
    .flatMap(({ field, pattern, value, lines }) => {
      const form = compilePattern(pattern);
      return texts[lines ? "pages" : "each"].flatMap((paragraph) =>
        [...paragraph.text.matchAll(form)].map((match) => ({
          ...(value === undefined
            ? groupOf(paragraph, match)
            : { ...wholeOf(paragraph, match), value }),
          field,
        })),
      );
    });

/** What a pattern matched. */
const wholeOf = (paragraph: Paragraph, { 0: whole, index = 0 }: RegExpMatchArray): Said => ({
  ...cutText(paragraph, index, index + whole.length),
  page: paragraph.page,
});

/** What the one group of a pattern matched. */
const groupOf = (paragraph: Paragraph, match: RegExpMatchArray): Said => {
  const [from = 0, to = 0] = match.indices?.[1] ?? [];
  return { ...cutText(paragraph, from, to), page: paragraph.page };
};

const NO_RANGE = "(?!以[上下内]|至|到|[-—–~～])";
const FINES = [
  new RegExp(`罚款(?:金额)?(?:为)?(${amountPattern})${NO_RANGE}`, "dgu"),
  new RegExp(`处以?(${amountPattern})的?(?:行政)?罚款`, "dgu"),
];
/** Before an amount that is no fine imposed: paid, owed, quoted, or an opinion of one side. */
const OTHER_MONEY =
  /(?:缴纳|缴清|每日按|加处|逾期|可以?处?|并可|最高|最低|不超过|以[上下内]|至|到)[^，。；]{0,6}$/;

/** Without what it quotes from statutes. */
const unquoted = (paragraph: Paragraph): Paragraph => {
  const { page, top, confidence } = paragraph;
  const text = withoutQuotations(paragraph.text);
  return text === paragraph.text ? paragraph : { text, page, top, confidence };
};

/** The fine that a document names, if all amounts in it agree. */
export const fineIn = (paragraphs: readonly Paragraph[]): Said | undefined => {
  const found = paragraphs.map(unquoted).flatMap((paragraph) =>
    FINES.flatMap((form) => [...paragraph.text.matchAll(form)])
      .filter(({ index }) => !OTHER_MONEY.test(paragraph.text.slice(0, index)))
      .map((match) => groupOf(paragraph, match)),
  );
  const amounts = new Set(found.map(({ text }) => parseAmount(foldWidth(text), "yuan")?.fen));
  return amounts.size === 1 && !amounts.has(undefined) ? found[0] : undefined;
};
