import { RE2JS } from "re2js";
import { keepingSome } from "../values/remember.js";

/*
 * Patterns are searched for in linear time by RE2JS, which takes some twenty times as long as JavaScript's
 * own regular expressions. These may hang, but not on a pattern that can be tried at a place of the text in
 * few ways only; for such patterns, most of those in rules, they are used.
 */

/** More ways than this are left to RE2JS. */
const mostWays = 1_000;

/** Characters that stand for themselves in both engines, in and outside of brackets. */
const plain = /^[\p{L}\p{Nd}，。；：、“”《》〔〕（）;,:/ ]$/u;

/** Counts the ways in which a pattern can be tried at one place of a text; NaN for what it does not know. */
class WayCounter {
  #rest: string[];

  constructor(pattern: string) {
    this.#rest = [...pattern];
  }

  count(): number {
    const ways = this.#alternatives();
    return this.#rest.length === 0 ? ways : NaN;
  }

  #take(wanted: string): boolean {
    if (this.#rest[0] !== wanted) return false;
    this.#rest.shift();
    return true;
  }

  #alternatives(): number {
    let ways = this.#sequence();
    while (this.#take("|")) ways += this.#sequence();
    return ways;
  }

  #sequence(): number {
    let ways = 1;
    while (this.#rest.length > 0 && this.#rest[0] !== "|" && this.#rest[0] !== ")") {
      const isAnchor = this.#take("^") || this.#take("$");
      if (!isAnchor) ways *= this.#repeated(this.#part());
    }
    return ways;
  }

  /** A character, characters in brackets, or a group. */
  #part(): number {
    if (this.#take("(")) {
      const ways = this.#alternatives();
      return this.#take(")") ? ways : NaN;
    }
    if (this.#take("[")) {
      this.#take("^");
      while (plain.test(this.#rest[0] ?? "")) this.#rest.shift();
      return this.#take("]") ? 1 : NaN;
    }
    return plain.test(this.#rest.shift() ?? "") ? 1 : NaN;
  }

  /** `?`, `{n}` and `{m,n}` behind a part that can be tried in so many ways. */
  #repeated(ways: number): number {
    const [, whole = "", least = "0", , most = least] =
      /^(\{(\d{1,3})(,(\d{1,3}))?\})/.exec(this.#rest.slice(0, 9).join("")) ?? [];
    const [from, to] = this.#take("?") ? [0, 1] : whole ? [Number(least), Number(most)] : [1, 1];
    this.#rest.splice(0, whole.length);
    let sum = from > to ? NaN : 0;
    for (let times = from; times <= to; times++) sum += ways ** times;
    return sum;
  }
}

/** Whether JavaScript's own regular expressions can search for it without ever taking long. */
export const isQuick = (pattern: string): boolean => new WayCounter(pattern).count() <= mostWays;

/** Whether some part of a text has the pattern. */
export const searchFor = (pattern: string): ((text: string) => boolean) => {
  if (isQuick(pattern)) {
    const quick = new RegExp(pattern, "u");
    return (text) => quick.test(text);
  }
  const compiled = RE2JS.compile(pattern);
  // It takes a hundred times as long, and laws and grounds are the same in case after case.
  return keepingSome((text) => compiled.matcher(text).find());
};
