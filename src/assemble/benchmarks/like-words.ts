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
  pairs: number;
}

/** A longer text describes facts and names no act. */
const longest = 200;
/** Alike in less, two texts are of different acts. */
const least = 0.2;

/** Ranks a list of texts by how much they are like another, by an index of their pairs of characters. */
export class LikeWords {
  readonly #texts: Text[] = [];
  /** By pair the places of the texts that have it. */
  readonly #places = new Map<string, number[]>();

  constructor(keys: readonly string[]) {
    for (const key of keys) {
      const text = plain(key.slice(0, longest));
      const pairs = pairsOf(text);
      for (const pair of pairs) {
        const places = this.#places.get(pair);
        if (places) places.push(this.#texts.length);
        else this.#places.set(pair, [this.#texts.length]);
      }
      this.#texts.push({ key, telling: text.replace(TELLING, ""), pairs: pairs.size });
    }
  }

  /** Those that are at all alike, the likeliest first; none for what is longer than any name of an act. */
  rank(text: string): readonly Ranked[] {
    if (text.length > longest) return [];
    const asked = plain(text);
    const pairs = pairsOf(asked);
    const telling = asked.replace(TELLING, "");
    return [...this.#shared(pairs)]
      .flatMap(([place, shared]): Ranked[] => {
        const other = this.#texts[place];
        if (!other) return [];
        const likeness = (2 * shared) / (pairs.size + other.pairs);
        const saysTheSame = other.telling === telling;
        return likeness < least ? [] : [{ key: other.key, likeness, saysTheSame }];
      })
      .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1));
  }

  /** By place of a text how many pairs it shares. */
  #shared(pairs: ReadonlySet<string>): Map<number, number> {
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      for (const place of this.#places.get(pair) ?? []) {
        shared.set(place, (shared.get(place) ?? 0) + 1);
      }
    }
    return shared;
  }
}
