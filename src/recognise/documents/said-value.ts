import { caseFields } from "../../model/fields.js";
import type { DocumentWords } from "../../model/document-words.js";
import { amountTwice } from "./said-amount.js";
import type { DocumentField } from "./findings.js";
import type { Said } from "./heads-and-feet.js";
import type { FieldValue } from "./read-field.js";
import { readField } from "./read-field.js";
import { cutText, surenessOf, type SureText } from "./sure-text.js";
import { datePattern } from "./written-forms.js";

/** A value below this was recognised with doubt: of what was misread, hardly anything is above. */
const certainFrom = 0.8;

/** What parts the digits of a number: a point for a comma makes another amount. */
const numberMarks = /[.,，．]/;

const DATE = new RegExp(datePattern, "gu");

/** The part of a text that says the value: a name in a list, the date behind a name. */
const partSaying = (said: SureText, path: string, value: FieldValue): SureText => {
  if (typeof value === "string") {
    const from = said.text.indexOf(value);
    if (from >= 0) return cutText(said, from, from + value.length);
  }
  if (kindOf(path) !== "date") return said;
  const [date, ...others] = said.text.matchAll(DATE);
  return date && others.length === 0
    ? cutText(said, date.index, date.index + date[0].length)
    : said;
};

const kindOf = (path: string): string | undefined =>
  caseFields.get(path.replace(/\[\d+\]/g, ""))?.kind;

const surenessOfValue = (said: SureText, path: string, value: FieldValue): number => {
  if (kindOf(path) !== "money") return surenessOf(partSaying(said, path, value));
  const both = amountTwice(said.text);
  if (!both) return surenessOf(said, numberMarks);
  // Words and figures would have to be misread alike.
  const [words, figures] = [both.words, both.figures].map(
    (part) => cutText(said, ...part).confidence,
  );
  return 1 - (1 - (words ?? 0)) * (1 - (figures ?? 0));
};

const isNumber = /(?:\.number|umentNumber|noticeNumber)$/;

/** Brackets around the year are too small to be told apart in a picture: the usual ones are taken. */
const usualBrackets = (number: string): string =>
  number.replace(/[[【〔［(（](\d{4})[\]】〕］)）]/, "〔$1〕");

const valueOf = (path: string, value: FieldValue, said: Said): FieldValue =>
  typeof value === "string" && said.confidence < 1 && isNumber.test(path)
    ? usualBrackets(value)
    : value;

/** What a text says of a field, by path, each value with how sure it is. */
export const valuesSaid = (
  field: string,
  said: Said,
  words: DocumentWords["words"],
): (readonly [path: string, found: DocumentField])[] =>
  readField(field, said.text, words).map(([path, value]) => {
    const confidence = Math.floor(100 * surenessOfValue(said, path, value)) / 100;
    const { text, page } = said;
    const isDoubtful = confidence < certainFrom;
    return [
      path,
      {
        ...{ value: valueOf(path, value, said), text, page, confidence },
        ...(isDoubtful && { certain: false }),
      },
    ];
  });
