import type { Run } from "./run.js";

const HAN = /^\p{Script=Han}$/u;
const isOneHan = ({ text }: Run): boolean => HAN.test(text);

/**
 * Titles are set with space between all letters (`行 政 处 罚 决 定 书`). Such letters, each a run of its
 * own, become one run without spaces: four or more with the same gap of up to three letters, three where
 * the gap is at most one letter. `年  月  日` of an empty form stays apart.
 *
 * @param runs of one row, from left to right.
 */
export const joinSpacedLetters = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (let at = 0; at < runs.length;) {
    const letters = spacedFrom(runs, at);
    const [first] = letters;
    const last = letters.at(-1);
    if (!first || !last) break;
    const text = letters.map((letter) => letter.text).join("");
    joined.push(letters.length === 1 ? first : { ...first, text, right: last.right });
    at += letters.length;
  }
  return joined;
};

/** The evenly spaced letters that begin with a run; the run alone where it begins none. */
const spacedFrom = (runs: readonly Run[], from: number): Run[] => {
  const first = runs[from];
  const second = runs[from + 1];
  if (!first) return [];
  if (!second || !isOneHan(first)) return [first];
  const gap = second.left - first.right;
  if (gap < 0.1 * first.size || gap > 3 * first.size) return [first];
  const letters = [first];
  for (const next of runs.slice(from + 1)) {
    const last = letters.at(-1) ?? first;
    const isEven = Math.abs(next.left - last.right - gap) <= 0.25 * first.size;
    if (!isOneHan(next) || !isEven || Math.abs(next.size - first.size) > 0.5) break;
    letters.push(next);
  }
  const needed = gap > first.size ? 4 : 3;
  return letters.length >= needed ? letters : [first];
};

/** The same where the reader of the format has already made one run of it, with a space after each letter. */
export const closeSpacedLetters = (run: Run): Run =>
  /^\p{Script=Han}(?: \p{Script=Han}){2,}$/u.test(run.text)
    ? { ...run, text: run.text.replaceAll(" ", "") }
    : run;
