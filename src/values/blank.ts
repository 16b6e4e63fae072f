import { foldWidth } from "./fold-width.js";

const WORDS = new Set(["", "*", "空", "null", "n/a", "未填", "未记载", "待补"]);
const STROKES = /^(?:[-‐‑‒–—―─−]+|\/+|\\+)$/;

/**
 * Whether a cell says no more than that it is empty: `/`, `——`, `无`, `N/A`, `未记载` ….
 * In columns that ask whether something took place `无` is an answer: pass `wuIsContent` there.
 */
export const isBlankMarker = (text: string, options: { wuIsContent?: boolean } = {}): boolean => {
  const plain = foldWidth(text).trim().toLowerCase();
  if (plain === "无") return options.wuIsContent !== true;
  return WORDS.has(plain) || STROKES.test(plain);
};
