import { nameKey } from "./names.js";

const hidden = /[*×＊#]+|某+|X{2,}/gi;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Longer than any name; a pattern made of more would be slow to match. */
const longest = 200;

/**
 * Whether two names are one where the files hide a part of it: 王*锋 and 王大锋, 甲市某某商行 and 甲市诚信商行.
 * Equal names are one too, and a name with and without a bracket behind it; two different names of which
 * none is masked are not.
 */
export const sameName = (a: string, b: string): boolean => {
  const [x, y] = [nameKey(a), nameKey(b)];
  if (x === y) return true;
  if (x.length > longest || y.length > longest) return false;
  if (fitsMask(x, y) || fitsMask(y, x)) return true;
  return withoutBracket(x) === y || withoutBracket(y) === x;
};

/** 某商店（王大锋）: publications name the owner behind the shop. */
const withoutBracket = (name: string): string => name.replace(/[(（][^()（）]*[)）]$/, "");

const fitsMask = (mask: string, name: string): boolean => {
  const parts = mask.split(hidden);
  if (parts.length === 1 || parts.length > 6 || parts.every((part) => part === "")) return false;
  return new RegExp(`^${parts.map(escaped).join(".{1,30}?")}$`, "u").test(name);
};

/** Whether part of a name is hidden. */
export const isMasked = (name: string): boolean => nameKey(name).search(hidden) >= 0;

/** Half of the last place that a figure in 万元 with two decimals shows: 50 yuan. */
const mostRounding = 5_000;
const hundredYuan = 10_000;

/** Whether two amounts in fen are one, of which one was rounded to 万元 with two decimals. */
export const sameAmount = (a: number, b: number): boolean =>
  a === b || (Math.abs(a - b) <= mostRounding && (a % hundredYuan === 0 || b % hundredYuan === 0));

/** Whether an amount is a round one, and so perhaps not the exact one of two. */
export const isRound = (fen: number): boolean => fen % hundredYuan === 0;

/** Whether one of two amounts in fen may be the other in 万元, with none, one or two decimals. */
export const mayBeRounded = (a: number, b: number): boolean =>
  [1_000_000, 100_000, 10_000].some(
    (place) => Math.abs(a - b) <= place / 2 && (a % place === 0 || b % place === 0),
  );
