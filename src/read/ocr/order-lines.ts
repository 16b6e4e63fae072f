import type { Box } from "../../model/pages.js";

/** Part of the lower of two heights that must overlap for both to stand in one row. */
const sameRow = 0.5;

const overlap = (a: Box, b: Box): number =>
  (Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)) /
  Math.min(a.height, b.height);

/**
 * Reading order: rows from above to below, within a row from left to right. A row is what overlaps with the
 * place that opened it; its tall neighbours (a label over two lines) do not pull further lines in.
 */
export const inReadingOrder = <T extends { box: Box }>(lines: readonly T[]): T[] => {
  const rows: { opener: Box; lines: T[] }[] = [];
  const middle = ({ box }: T) => box.top + box.height / 2;
  for (const line of [...lines].sort((a, b) => middle(a) - middle(b) || a.box.left - b.box.left)) {
    const row = rows.at(-1);
    if (row && overlap(row.opener, line.box) >= sameRow) row.lines.push(line);
    else rows.push({ opener: line.box, lines: [line] });
  }
  return rows.flatMap((row) => row.lines.sort((a, b) => a.box.left - b.box.left));
};
