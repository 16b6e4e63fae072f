import { chineseNumeral } from "../../values/chinese-numeral.js";
import { parseCitations, type LawCitation } from "../../values/law-citation.js";

/** `《水污染防治法》第八十二条第一款第（一）项`. */
export const provisionText = ({ instrument, article, paragraph, item }: LawCitation): string => {
  const [number, inserted] = (article ?? "").split("之");
  const parts = [
    instrument === undefined ? "" : `《${instrument}》`,
    article === undefined ? "" : `第${numeral(number ?? "")}条${inserted ? `之${inserted}` : ""}`,
    paragraph === undefined ? "" : `第${numeral(String(paragraph))}款`,
    item === undefined ? "" : `第（${numeral(String(item))}）项`,
  ];
  return parts.join("");
};

const numeral = (digits: string): string =>
  /^\d{1,4}$/.test(digits) ? chineseNumeral(Number(digits)) : digits;

/** What stands before the quoted words of a provision: 《…》第六十九条：…. */
const HEAD = /^\s*(?:\d{1,2}[、.．]\s*)?《[^《》]{2,80}》[^：:\n。]{0,60}/gm;

/** The provisions that a cell rests on, without those that their quoted words refer to. */
export const provisionsIn = (text: string, lawName?: string): string[] => {
  const heads = text.match(HEAD) ?? [text];
  const named = lawName?.replace(/^《|》$/g, "");
  const found = heads
    .flatMap((head) => parseCitations(head))
    .flatMap((citation) => {
      if (citation.instrument !== undefined) return [provisionText(citation)];
      return named === undefined || citation.article === undefined
        ? []
        : [provisionText({ ...citation, instrument: named })];
    });
  return [...new Set(found)];
};
