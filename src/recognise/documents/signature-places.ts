import type { DocumentFields } from "../../model/document-words.js";
import type { Page } from "../../model/pages.js";
import type { LabelBook } from "./labels.js";
import { rowsOn, type PageRow } from "./page-rows.js";
import { labelKey, withoutBrackets } from "./plain-text.js";
import { datePattern } from "./written-forms.js";

/** A place where somebody signs, and what stands there. */
export interface SignaturePlace {
  /** Field of the case file that says who did. */
  field: string;
  /** What stands there without dates, part by part. */
  signed: readonly string[];
  /** Names alone on the next line, which may belong to it. */
  below: readonly string[];
  /** What stands there says that nothing does: ／, 无. */
  struckOut: boolean;
  /** The whole row, as it stands. */
  said: PageRow;
}

/** Field of who signed for the party. */
export const partySigned = "documents.partySigned";

const SIGN = "(?:签名|签字|签章|盖章|捺印|按手印)";

/** `检查人（签名）：`, `被询问人（签名、捺印）`, `当事人签名：`, and `送达人签名` before a box. */
const PLACE = new RegExp(
  `([^\\s:;,。、_]{1,24}?)\\s*(?:\\([^()]{0,16}${SIGN}[^()]{0,16}\\)\\s*:?|${SIGN}(?:或者?${SIGN})?\\s*(?::|(?=\\s|$)))`,
  "gu",
);

/** Dates, filled in or not, and what else stands beside signatures. */
const BESIDE = new RegExp(
  `${datePattern}|(?:\\d*\\s*年)?\\s*\\d*\\s*月\\s*\\d*\\s*日|\\d{1,2}\\s*[时:]\\s*\\d{1,2}分?|日期:?|(?:执法)?证(?:件)?号(?:码)?:?\\s*[\\dA-Z]*|\\d+`,
  "gu",
);

/** What else a form asks for in the same row: `联系方式：`. */
const OTHER_LABEL = /(?<=^|\s)\p{Script=Han}{2,12}:/u;

const STRUCK_OUT = /^[\s_]*(?:[/∕／\\]|无|[-—]{1,4})[\s_]*$/u;

/** The parts of what stands at a place: names, and what may be one. */
export const partsOf = (text: string): string[] =>
  text
    .replace(BESIDE, " ")
    .split(/[\s_,.。、;:()]+/u)
    .filter((part) => part !== "" && !/^[/∕\\-]+$/.test(part));

/** Knows places for signatures by the vocabulary's labels. */
export class SignatureBook {
  constructor(
    private readonly words: DocumentFields["signatures"],
    private readonly labels: LabelBook,
  ) {}

  /** Whether the party signs documents of a type. */
  hasParty(type: string): boolean {
    return this.words.some(({ field, in: types }) => field === partySigned && types.includes(type));
  }

  /** The places for signatures in a document of a type. Those of people whom nobody knows end the ones before. */
  placesIn(pages: readonly Page[], type: string): SignaturePlace[] {
    const words = this.words.filter(({ in: types }) => types.includes(type));
    if (words.length === 0) return [];
    return pages.flatMap((page) => {
      const rows = rowsOn(page);
      return rows.flatMap((row, at) => this.#placesIn(row, rows[at + 1], words));
    });
  }

  #placesIn(
    row: PageRow,
    next: PageRow | undefined,
    words: DocumentFields["signatures"],
  ): SignaturePlace[] {
    const found = [...row.text.matchAll(PLACE)];
    return found.flatMap(({ 0: whole, 1: label = "", index }, at) => {
      const field = fieldOf(label, words);
      const behind = row.text.slice(index + whole.length, found[at + 1]?.index);
      const text = behind.slice(0, behind.match(OTHER_LABEL)?.index);
      if (field === undefined) return [];
      const beside = partsOf(text);
      // The heads of columns: what stands beside a label is another.
      if (beside.some((part) => part.length > 1 && this.labels.begins(part))) return [];
      const below = next && found.length === 1 ? namesBelow(next.text) : [];
      const struckOut = STRUCK_OUT.test(text);
      return { field, signed: beside, below, struckOut, said: row };
    });
  }
}

/** The field of the longest label that the words before 签名 end with. */
const fieldOf = (label: string, words: DocumentFields["signatures"]): string | undefined => {
  const keys = [labelKey(label), withoutBrackets(labelKey(label))];
  const [best] = words
    .flatMap(({ field, labels }) => labels.map((one) => ({ field, key: labelKey(one) })))
    .filter(({ key }) => keys.some((one) => one.endsWith(key) && !/[被受]$/.test(before(one, key))))
    .sort((a, b) => b.key.length - a.key.length);
  return best?.field;
};

const before = (text: string, end: string): string => text.slice(0, -end.length);

/** A line of names and dates alone: signatures that did not fit beside their label. */
const namesBelow = (text: string): string[] => {
  if (text.includes(":") || text.search(PLACE) >= 0) return [];
  const parts = partsOf(text);
  return parts.every((part) => /^\p{Script=Han}{1,4}$/u.test(part)) ? parts : [];
};
