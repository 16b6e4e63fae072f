import { foldWidth } from "./fold-width.js";

const WORDS = new Set(["", "*", "空", "null", "n/a", "未填", "未记载", "待补"]);
const STROKES = /^(?:[-‐‑‒–—―─−]+|\/+|\\+)$/;

/** What no such word begins with: most cells need no closer look. */
const SOMETHING = /^[\u4E00-\u9FFF0-9A-MO-Za-mo-z](?<![空未待无])/;

/**
 * Whether a cell says no more than that it is empty: `/`, `——`, `无`, `N/A`, `未记载` ….
 * In columns that ask whether something took place `无` is an answer: pass `wuIsContent` there.
 */
export const isBlankMarker = (text: string, options: { wuIsContent?: boolean } = {}): boolean => {
  if (SOMETHING.test(text)) return false;
  const plain = foldWidth(text).trim().toLowerCase();
  if (plain === "无") return options.wuIsContent !== true;
  return WORDS.has(plain) || STROKES.test(plain);
};
