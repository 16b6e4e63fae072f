import type { Line } from "../../../model/pages.js";
import { closeSpacedLetters, joinSpacedLetters } from "./letter-spacing.js";
import { rowsOf } from "./rows.js";
import { bottomOf, type Run, topOf } from "./run.js";

/** A gap wider than so many letters stands between two cells of a table, not inside a line. */
const CELL_GAP = 1.5;
/** A gap wider than this part of a letter is a space. */
const SPACE_GAP = 0.2;

/**
 * The lines that runs form, in reading order: from above to below, within a row from left to right. Runs
 * beside each other are one line unless a gap of more than one and a half letters parts them; two cells of
 * a table are two lines. Text that is drawn twice to look bold counts once.
 */
export const linesOf = (runs: readonly Run[]): Line[] =>
  rowsOf(runs.filter(({ text }) => text.trim() !== "")).flatMap(linesOfRow);

const linesOfRow = (row: readonly Run[]): Line[] => {
  const ordered = [...row].sort((a, b) => a.left - b.left || a.right - b.right);
  const runs = joinSpacedLetters(withoutRepeats(ordered)).map(closeSpacedLetters);
  const lines: Run[][] = [];
  let line: Run[] = [];
  let right = -Infinity;
  for (const run of runs) {
    const previous = line.at(-1);
    if (previous && run.left - right > CELL_GAP * Math.max(previous.size, run.size)) {
      lines.push(line);
      line = [];
    }
    line.push(run);
    right = line.length === 1 ? run.right : Math.max(right, run.right);
  }
  return [...lines, line].filter(({ length }) => length > 0).map(lineOf);
};

const lineOf = (runs: readonly Run[]): Line => {
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const top = Math.min(...runs.map(topOf));
  const bottom = Math.max(...runs.map(bottomOf));
  const widest = runs.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
  return {
    text: joinedText(runs).trim(),
    box: rounded({ left, top, width: right - left, height: bottom - top }),
    size: hundredths(widest.size),
    confidence: null,
  };
};

const joinedText = (runs: readonly Run[]): string => {
  let text = "";
  let last: Run | undefined;
  for (const run of runs) {
    const isApart =
      last !== undefined && run.left - last.right > SPACE_GAP * Math.min(last.size, run.size);
    text += isApart && !/\s$/.test(text) && !/^\s/.test(run.text) ? ` ${run.text}` : run.text;
    last = run;
  }
  return text;
};

export const hundredths = (points: number): number => Math.round(points * 100) / 100;

const rounded = (box: NonNullable<Line["box"]>): NonNullable<Line["box"]> => ({
  left: hundredths(box.left),
  top: hundredths(box.top),
  width: hundredths(box.width),
  height: hundredths(box.height),
});

/**
 * Drops what is drawn a second time at nearly the same place. Letters that are doubled one by one arrive
 * as runs that overlap by whole letters: of these only the rest is kept.
 */
const withoutRepeats = (ordered: readonly Run[]): Run[] => {
  const kept: Run[] = [];
  for (const run of ordered) {
    const rest = kept.slice(-REPEATS_BACK).reduceRight<Run | undefined>(restBehind, run);
    if (rest) kept.push(rest);
  }
  return kept;
};

const REPEATS_BACK = 4;

/** What of a run does not repeat the end of an earlier one; undefined where it repeats all. */
const restBehind = (run: Run | undefined, earlier: Run): Run | undefined => {
  if (!run || Math.abs(run.baseline - earlier.baseline) > 0.25 * run.size) return run;
  const overlap = Math.min(earlier.right, run.right) - run.left;
  const letters = [...run.text];
  const width = (run.right - run.left) / letters.length;
  if (overlap < 0.5 * width) return run;
  const count = Math.min(letters.length, Math.round(overlap / width));
  const repeated = letters.slice(0, count).join("");
  if (!isAt(earlier, repeated, run.left, width)) return run;
  if (count === letters.length) return undefined;
  return { ...run, text: letters.slice(count).join(""), left: run.left + count * width };
};

/** Whether a run holds a text at about this place. */
const isAt = (run: Run, text: string, left: number, width: number): boolean => {
  const letters = [...run.text].length;
  const perLetter = (run.right - run.left) / letters;
  for (let at = run.text.indexOf(text); at >= 0; at = run.text.indexOf(text, at + 1)) {
    const place = run.left + [...run.text.slice(0, at)].length * perLetter;
    if (Math.abs(place - left) < 0.5 * Math.max(width, perLetter)) return true;
  }
  return false;
};
