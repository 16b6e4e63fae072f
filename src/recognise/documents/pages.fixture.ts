import type { Line, Page, PagedFile } from "../../model/pages.js";

/** Lines as written: `[left, text]` in one row stand level; a text alone has a row of its own. */
export type Row = string | readonly (readonly [left: number, text: string])[];

const size = 12;

const lineOf = (text: string, left: number, top: number, scanned: boolean): Line => ({
  text,
  box: { left, top, width: Math.min(500, text.length * size), height: size },
  size,
  confidence: scanned ? 0.95 : null,
});

/** A page of a form: its title in the middle, rows below. */
export const pageOf = (
  title: string,
  rows: readonly Row[],
  { scanned = false, pictured }: { scanned?: boolean; pictured?: number } = {},
): Page => ({
  ...{ number: 1, width: 595, height: 842, pictured: pictured ?? (scanned ? 1 : 0) },
  state: scanned ? "recognised" : "text",
  lines: [
    {
      ...lineOf(title, 0, 60, scanned),
      box: { left: 298 - title.length * 11, top: 60, width: title.length * 22, height: 22 },
      size: 22,
    },
    ...rows.flatMap((row, at) =>
      (typeof row === "string" ? [[74, row] as const] : row).map(([left, text]) =>
        lineOf(text, left, 100 + at * 28, scanned),
      ),
    ),
  ],
});

export const fileOf = (...pages: readonly Page[]): PagedFile => ({
  ...{ file: "文书.pdf", format: "pdf", seals: [] },
  pages: pages.map((page, at) => ({ ...page, number: at + 1 })),
});
