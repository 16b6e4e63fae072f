import { textKey } from "../../values/text-key.js";

/** A text of the list, and how much of its pairs of characters it shares with the one asked for: 0 to 1. */
export interface Ranked {
  key: string;
  likeness: number;
  /** Whether neither denies, counts or bounds what the other does not. */
  saysTheSame: boolean;
}

/** Words that frame an act and do not tell it from another. */
const FRAME = /涉嫌|行为|的|案$|[，。、；：“”"（）()《》]/g;

/** What turns an act into another by one character: 未办理 and 办理, 一万元以上 and 不足一万元. */
const TELLING = /[^不未无非逾超上下满足\d〇零一二三四五六七八九十百千万两]/g;

const plain = (text: string): string => textKey(text).replace(FRAME, "");

const pairsOf = (text: string): Set<string> => {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
};

interface Text {
  key: string;
  telling: string;
  pairs: ReadonlySet<string>;
}

const textOf = (key: string): Text => {
  const text = plain(key.slice(0, longest));
  return { key, telling: text.replace(TELLING, ""), pairs: pairsOf(text) };
};

const rankedAs = (asked: Text, other: Text, shared: number): Ranked => ({
  key: other.key,
  likeness: (2 * shared) / (asked.pairs.size + other.pairs.size),
  saysTheSame: other.telling === asked.telling,
});

const byLikeness = (a: Ranked, b: Ranked): number =>
  b.likeness - a.likeness || (a.key < b.key ? -1 : 1);

/** A longer text describes facts and names no act. */
const longest = 200;
/** Alike in less, two texts are of different acts. */
const least = 0.2;

/** Ranks a list of texts by how much they are like another, by an index of their pairs of characters. */
export class LikeWords {
  readonly #texts = new Map<string, Text>();
  /** By pair the texts that have it. */
  readonly #having = new Map<string, Text[]>();

  constructor(keys: readonly string[]) {
    for (const key of keys) {
      const text = textOf(key);
      this.#texts.set(key, text);
      for (const pair of text.pairs) {
        const texts = this.#having.get(pair);
        if (texts) texts.push(text);
        else this.#having.set(pair, [text]);
      }
    }
  }

  /** Those that are at all alike, the likeliest first; none for what is longer than any name of an act. */
  rank(text: string): readonly Ranked[] {
    if (text.length > longest) return [];
    const asked = textOf(text);
    const shared = new Map<Text, number>();
    for (const pair of asked.pairs) {
      for (const other of this.#having.get(pair) ?? []) {
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    const found: Ranked[] = [];
    for (const [other, count] of shared) {
      const ranked = rankedAs(asked, other, count);
      if (ranked.likeness >= least) found.push(ranked);
    }
    return found.sort(byLikeness);
  }

  /** The same of some texts of the list alone. */
  rankAmong(text: string, keys: Iterable<string>): readonly Ranked[] {
    if (text.length > longest) return [];
    const asked = textOf(text);
    const found: Ranked[] = [];
    for (const key of keys) {
      const other = this.#texts.get(key);
      if (!other) continue;
      let shared = 0;
      for (const pair of asked.pairs) if (other.pairs.has(pair)) shared++;
      const ranked = rankedAs(asked, other, shared);
      if (ranked.likeness >= least) found.push(ranked);
    }
    return found.sort(byLikeness);
  }
}
