import { codeKey, shapeOf } from "../../values/item-code.js";
import { parseCitations } from "../../values/law-citation.js";
import { keepingSome } from "../../values/remember.js";
import { textKey } from "../../values/text-key.js";
import type { benchmarkMatches, CaseValues } from "../../model/case-file.js";
import type { BenchmarkItem } from "../../model/benchmark.js";
import { LikeWords, type Ranked } from "./like-words.js";
import type { ShelvedTable } from "./tables-in-force.js";

/** An item with the table that it stands in. */
export interface Entry {
  item: BenchmarkItem;
  shelved: ShelvedTable;
}

export interface Match {
  by: (typeof benchmarkMatches)[number];
  entries: readonly Entry[];
}

/** What a case says of its item. */
export interface ItemClues {
  codes: readonly string[];
  names: readonly string[];
  /** The provision applied and the duty broken, as written. */
  penaltyLaw: string;
  dutyLaw: string;
}

/** The clues by which a case's item may be found. The cause (案由) is asked where nothing else says the item. */
export const cluesOf = ({ item, violation, benchmark, law, cause }: CaseValues): ItemClues => {
  const codes = [benchmark?.item, item?.code].flatMap((code) => code ?? []);
  const names = [item?.name, violation?.kind].flatMap((name) => name ?? []);
  return {
    codes,
    names: codes.length + names.length > 0 ? names : [cause].flatMap((text) => text ?? []),
    penaltyLaw: law?.penalty ?? "",
    dutyLaw: law?.violated ?? "",
  };
};

/** Words as much alike as this are taken for one act, if no other entry comes near. */
const floor = 0.75;
/** So much less alike the next one must be. */
const margin = 0.1;
/** Under one article less is asked: it names few acts. */
const floorInArticle = 0.3;
/** As much alike as this may be one act. */
const likely = 0.5;
const mostShown = 3;

const articleKeys = keepingSome((text: string): readonly string[] => [
  ...new Set(
    parseCitations(text).flatMap(({ instrument, article }) =>
      instrument === undefined || article === undefined
        ? []
        : [`${instrument.replace(/^中华人民共和国|[（(].*$/g, "")} ${article}`],
    ),
  ),
]);

const add = <T>(map: Map<string, T[]>, key: string, entry: T): void => {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
};

/** The items of all tables by code, by article and by their words. */
export class ItemSearch {
  readonly #byCode = new Map<string, Entry[]>();
  readonly #byArticle = new Map<string, Entry[]>();
  readonly #byName = new Map<string, Entry[]>();
  readonly #shapes: ReadonlySet<string>;
  readonly #words: LikeWords;
  readonly #alike: (text: string) => readonly Ranked[];
  readonly #hasLike: (name: string) => boolean;

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      const { code, violation, law } = entry.item;
      if (code !== null) add(this.#byCode, codeKey(code), entry);
      add(this.#byName, textKey(violation), entry);
      for (const key of new Set(law.flatMap(articleKeys))) add(this.#byArticle, key, entry);
    }
    this.#shapes = new Set([...this.#byCode.keys()].map(shapeOf));
    this.#words = new LikeWords([...this.#byName.keys()]);
    this.#alike = keepingSome((text) => this.#words.rank(text));
    this.#hasLike = keepingSome((name) => {
      const own = textKey(name);
      const holds = (key: string) => key.includes(own) || own.includes(key);
      return (
        this.#alike(name).some(({ likeness }) => likeness >= likely) ||
        [...this.#byName.keys()].some(holds)
      );
    });
  }

  /**
   * By code or the very name, else by article, else by words; undefined where nothing is certain. Articles and words are
   * looked for in the tables that `isOpen` says.
   */
  find(clues: ItemClues, isOpen: (entry: Entry) => boolean): Match | undefined {
    const byCode = clues.codes.map((code) => this.#byCode.get(codeKey(code))).find(Boolean);
    if (byCode) return { by: "code", entries: byCode };
    const named = clues.names.map((name) => this.#byName.get(textKey(name))).find(Boolean);
    if (named) return { by: "name", entries: withArticle(named, clues) };
    // A code of the tables' own kind that none of them has is of another item, however much the words are alike.
    if (this.#hasOwnCode(clues)) return undefined;
    return this.#byLaw(clues, isOpen) ?? this.#byWords(clues, isOpen);
  }

  /**
   * Whether an item that was not found is not there: its code is of the tables' own kind, and no entry is worded much
   * like it. Words alone never say so, one act is worded in many ways.
   */
  lacks(clues: ItemClues): boolean {
    return this.#hasOwnCode(clues) && !clues.names.some(this.#hasLike);
  }

  /** The entries that may be meant, the likeliest first, for a person to choose from. */
  candidates({ names }: ItemClues): string[] {
    const ranked = names.flatMap((name) => this.#alike(name));
    return ranked.slice(0, mostShown).flatMap(({ key }) => {
      const item = this.#byName.get(key)?.[0]?.item;
      return item ? [[item.code, item.violation].filter(Boolean).join(" ")] : [];
    });
  }

  #hasOwnCode({ codes }: ItemClues): boolean {
    return codes.some((code) => this.#shapes.has(shapeOf(code)));
  }

  /** The one act of the article, or that of its acts which the words are most alike. */
  #byLaw(clues: ItemClues, isOpen: (entry: Entry) => boolean): Match | undefined {
    const keys = articleKeys(clues.penaltyLaw);
    const [key] = keys;
    if (key === undefined || keys.length > 1) return undefined;
    const entries = withDuty((this.#byArticle.get(key) ?? []).filter(isOpen), clues);
    const acts = new Set(entries.map(({ item }) => textKey(item.violation)));
    if (acts.size === 0) return undefined;
    const [only] = acts;
    const [name] = clues.names;
    if (name === undefined) return acts.size === 1 ? { by: "article", entries } : undefined;
    const least = acts.size === 1 ? floorInArticle : floor;
    const best = bestOf(this.#words.rankAmong(name, acts), least);
    const found = best ?? (acts.size === 1 && only?.includes(textKey(name)) ? only : undefined);
    if (found === undefined) return undefined;
    return {
      by: "article",
      entries: entries.filter(({ item }) => textKey(item.violation) === found),
    };
  }

  #byWords(clues: ItemClues, isOpen: (entry: Entry) => boolean): Match | undefined {
    const openUnder = (key: string) => (this.#byName.get(key) ?? []).filter(isOpen);
    const isMeant = ({ key }: Ranked) => openUnder(key).length > 0;
    const found = clues.names
      .map((name) => bestOf(this.#alike(name).filter(isMeant), floor))
      .find(Boolean);
    const entries = found === undefined ? undefined : openUnder(found);
    return entries && { by: "words", entries: withArticle(entries, clues) };
  }
}

/** The likeliest, where it is alike enough and no other comes near. */
const bestOf = ([best, next]: readonly Ranked[], least: number): string | undefined => {
  if (!best || best.likeness < least || !best.saysTheSame) return undefined;
  return next && next.likeness > best.likeness - margin ? undefined : best.key;
};

/** One act may be punished by two laws: then the one applied decides. */
const withArticle = (entries: readonly Entry[], { penaltyLaw }: ItemClues): readonly Entry[] =>
  narrowed(entries, articleKeys(penaltyLaw), ({ law }) => law);

const withDuty = (entries: readonly Entry[], { dutyLaw }: ItemClues): readonly Entry[] =>
  narrowed(entries, articleKeys(dutyLaw), ({ duty }) => duty);

const narrowed = (
  entries: readonly Entry[],
  keys: readonly string[],
  cited: (item: BenchmarkItem) => readonly string[],
): readonly Entry[] => {
  if (keys.length === 0 || entries.length < 2) return entries;
  const own = entries.filter(({ item }) =>
    cited(item).some((text) => articleKeys(text).some((key) => keys.includes(key))),
  );
  return own.length > 0 ? own : entries;
};
