import { textKey } from "../values/text-key.js";
import { toSimplified } from "./fold-characters.js";

/** Words by the value that they mean, as the vocabulary has them. */
export type Words = Readonly<Record<string, readonly string[]>>;

const punctuation = /[\s、,，.。·;；:：/\\|()（）"'“”‘’《》<>[\]【】_+&\-—–~]/g;

/** Words are compared without spaces, punctuation, width and case of letters. */
export const wordKey = (text: string): string =>
  toSimplified(textKey(text)).replace(punctuation, "").toLowerCase();

const lists = new WeakMap<Words, WordList>();

/** The one value that a word means; undefined for a word that is not in the list. */
export const valueOfWord = (text: string, words: Words): string | undefined => {
  const list = lists.get(words) ?? new WordList(words);
  lists.set(words, list);
  return list.valueOf(text);
};

class WordList {
  private readonly values: ReadonlyMap<string, string>;
  /** Spellings met so far: a column says the same few words again and again. */
  private readonly met = new Map<string, string | undefined>();

  constructor(words: Words) {
    this.values = new Map(
      Object.entries(words).flatMap(([value, names]) =>
        names.map((name) => [wordKey(name), value] as const),
      ),
    );
  }

  valueOf(text: string): string | undefined {
    if (text.length > longestWord) return undefined;
    if (this.met.has(text)) return this.met.get(text);
    const value = this.values.get(wordKey(text));
    if (this.met.size < mostMet) this.met.set(text, value);
    return value;
  }
}

const longestWord = 60;
const mostMet = 1000;

/** 其他-责令改正: the word behind the dash, where there is one. */
const other = /^其他(?:行政处罚)?\s*[-—–:：(（]+\s*(.+?)[)）]?$/s;

/** One enumerated word; 其他-… is what stands behind it if that is known, else `other` where there is such a value. */
export const readWord = (text: string, words: Words): string | undefined => {
  const value = valueOfWord(text, words);
  if (value !== undefined) return value;
  const rest = other.exec(text.trim())?.[1];
  if (rest === undefined) return undefined;
  return valueOfWord(rest, words) ?? ("other" in words ? "other" : undefined);
};

const separator = /[、,，;；/+\n]|并处|和|及|并(?=处|没收|责令|吊销|罚款)/;
/** 罚款5000元, 罚款人民币伍仟元整: the kind with its amount. */
const amount =
  /(?:人民币)?[¥￥]?[\d,.，零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:万?元)整?$/;
const numbering = /^\s*(?:\d{1,2}[.、]|[(（]?[一二三四五六七八九十]{1,2}[)）、]|\d{1,2}[)）])\s*/;

/**
 * Several enumerated words in one cell (警告;罚款). Undefined unless every one is known: a list that
 * leaves one out would be wrong. A word may itself hold a comma (暂扣许可证、执照).
 */
export const readWords = (text: string, words: Words): string[] | undefined => {
  const whole = readWord(text, words);
  if (whole !== undefined) return [whole];
  const parts = text
    .split(separator)
    .map((part) => part.replace(numbering, "").trim())
    .filter((part) => wordKey(part) !== "");
  const values = new Set<string>();
  for (let from = 0; from < parts.length;) {
    const next = nextWord(parts, from, words);
    if (!next) return undefined;
    values.add(next.value);
    from = next.end;
  }
  return values.size > 0 ? [...values] : undefined;
};

const nextWord = (
  parts: readonly string[],
  from: number,
  words: Words,
): { value: string; end: number } | undefined => {
  for (let end = Math.min(parts.length, from + 3); end > from; end--) {
    const text = parts.slice(from, end).join("");
    const value = readWord(text, words) ?? valueOfWord(text.replace(amount, ""), words);
    if (value !== undefined) return { value, end };
  }
  return undefined;
};
