import type { Page } from "../../model/pages.js";
import { bodyLines, topsOf } from "./page-text.js";
import type { LabelBook, Labelled } from "./labels.js";
import { cutText, joinTexts, sureText, type SureText } from "./sure-text.js";

/** A cell, or what stands between tabs and wide spaces. */
interface Part extends SureText {
  top: number;
}

/**
 * What stands beside the labels of tables that the file describes, and of lines that are parted by tabs or
 * wide spaces: the part behind a label is its value, unless it is a label itself.
 */
export const rowValues = (page: Page, book: LabelBook): Labelled[] =>
  [...cellRows(page), ...partedLines(page)].flatMap((parts) =>
    parts.flatMap(({ text, top }, at) => {
      const label = book.find(text);
      if (label === undefined) return [];
      const next = parts[at + 1];
      const value = next && book.find(next.text) === undefined ? next : undefined;
      const said: SureText = value ?? { text: "", confidence: 1 };
      return { ...said, label, page: page.number, top };
    }),
  );

const cellRows = (page: Page): Part[][] => {
  const rows = new Map<string, Map<number, Part>>();
  page.lines.forEach((line, top) => {
    if (!line.cell) return;
    const { table, row, column } = line.cell;
    const cells = rows.get(`${table}.${row}`) ?? new Map<number, Part>();
    rows.set(`${table}.${row}`, cells);
    const cell = cells.get(column);
    const said = sureText(line);
    cells.set(
      column,
      cell ? { ...joinTexts([cell, said], "\n"), top: cell.top } : { ...said, top },
    );
  });
  return [...rows.values()].map((cells) =>
    [...cells].sort(([a], [b]) => a - b).map(([, part]) => part),
  );
};

const partedLines = (page: Page): Part[][] => {
  const topOf = topsOf(page);
  return bodyLines(page)
    .filter(({ cell, box }) => !cell && !box)
    .map((line) => {
      const said = sureText(line);
      return [...said.text.matchAll(/(?:(?!\t|\u3000| {2})[^])+/g)]
        .map(({ 0: text, index }) => cutText(said, index, index + text.length))
        .filter(({ text }) => text.trim() !== "")
        .map((part) => ({ ...part, top: topOf(line) }));
    });
};
