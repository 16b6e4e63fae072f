import type { Line, Page } from "../../model/pages.js";
import { bodyLines, topsOf } from "./page-text.js";
import type { LabelBook, Labelled } from "./labels.js";

/** A cell, or what stands between tabs and wide spaces. */
interface Part {
  text: string;
  top: number;
  confidence: number;
}

/**
 * What stands beside the labels of tables that the file describes, and of lines that are parted by tabs or
 * wide spaces: the part behind a label is its value, unless it is a label itself.
 */
export const rowValues = (page: Page, book: LabelBook): Labelled[] =>
  [...cellRows(page), ...partedLines(page)].flatMap((parts) =>
    parts.flatMap(({ text, top, confidence }, at) => {
      const label = book.find(text);
      if (label === undefined) return [];
      const next = parts[at + 1];
      const value = next && book.find(next.text) === undefined ? next : undefined;
      return {
        ...{ label, text: value?.text ?? "", page: page.number, top },
        confidence: Math.min(confidence, value?.confidence ?? 1),
      };
    }),
  );

const sureOf = ({ confidence }: Line): number => confidence ?? 1;

const cellRows = (page: Page): Part[][] => {
  const rows = new Map<string, Map<number, Part>>();
  page.lines.forEach((line, top) => {
    if (!line.cell) return;
    const { table, row, column } = line.cell;
    const cells = rows.get(`${table}.${row}`) ?? new Map<number, Part>();
    rows.set(`${table}.${row}`, cells);
    const cell = cells.get(column);
    if (cell) {
      cell.text += `\n${line.text}`;
      cell.confidence = Math.min(cell.confidence, sureOf(line));
    } else cells.set(column, { text: line.text, top, confidence: sureOf(line) });
  });
  return [...rows.values()].map((cells) =>
    [...cells].sort(([a], [b]) => a - b).map(([, part]) => part),
  );
};

const partedLines = (page: Page): Part[][] => {
  const topOf = topsOf(page);
  return bodyLines(page)
    .filter(({ cell, box }) => !cell && !box)
    .map((line) =>
      line.text
        .split(/\t|\u3000+| {2,}/)
        .filter((text) => text.trim() !== "")
        .map((text) => ({ text, top: topOf(line), confidence: sureOf(line) })),
    );
};
