import type { LabelBook, Labelled } from "./labels.js";
import type { Paragraph } from "./paragraphs.js";

const LONGEST_LABEL = 24;
const BEFORE_LABEL = /[\s,，。;；、]/;

interface Mark {
  label: string;
  from: number;
  /** Behind the colon. */
  to: number;
}

/**
 * What stands behind the labels of a paragraph: `当事人：某公司`, `……，法定代表人：张三，住所：……`. A value ends
 * at the next label, at a wide space and at the end of the sentence; in the midst of one, at a comma.
 */
export const colonValues = (
  { text, page, top, confidence }: Paragraph,
  book: LabelBook,
): Labelled[] => {
  const marks = marksIn(text, book);
  return marks.map(({ label, from, to }, at) => {
    const whole = text.slice(to, marks[at + 1]?.from ?? text.length);
    const end = whole.search(
      from === 0 ? /[。;；\t\u3000]|(?<=\S)\s/ : /[,，。;；\t\u3000]|(?<=\S)\s/,
    );
    const value = end < 0 ? whole : whole.slice(0, end);
    return { label, text: value.trim().replace(/[,，、]$/, ""), page, top, confidence };
  });
};

const marksIn = (text: string, book: LabelBook): Mark[] =>
  [...text.matchAll(/[:：]/g)].flatMap(({ index }) => {
    for (let from = Math.max(0, index - LONGEST_LABEL); from < index; from++) {
      if (from > 0 && !BEFORE_LABEL.test(text[from - 1] ?? "")) continue;
      const label = book.find(text.slice(from, index));
      if (label !== undefined) return { label, from, to: index + 1 };
    }
    return [];
  });
