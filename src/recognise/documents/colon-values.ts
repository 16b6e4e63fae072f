import type { LabelBook, Labelled } from "./labels.js";
import type { Paragraph } from "./paragraphs.js";
import { cutText, trimmedText } from "./sure-text.js";

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
export const colonValues = (paragraph: Paragraph, book: LabelBook): Labelled[] => {
  const { page, top } = paragraph;
  const marks = marksIn(paragraph.text, book);
  return marks.map(({ label, from, to }, at) => {
    const beyond = trimmedText(cutText(paragraph, to, marks[at + 1]?.from));
    const end = beyond.text.search(from === 0 ? /[。;；\s]/ : /[,，。;；\s]/);
    const value = end < 0 ? beyond : cutText(beyond, 0, end);
    const said = cutText(value, 0, value.text.replace(/[,，、]$/, "").length);
    return { label, ...said, page, top, beyond };
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
