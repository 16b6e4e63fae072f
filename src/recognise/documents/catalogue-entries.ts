import type { Page } from "../../model/pages.js";
import { foldWidth, withoutSpace } from "../../values/fold-width.js";
import { piecesOf, type Piece } from "./pieces.js";
import { labelKey, plainText } from "./plain-text.js";

/** A line of a dossier's catalogue (卷内目录). */
export interface CatalogueEntry {
  title: string;
  /** The pages that it gives; null where it gives none that can be read. */
  from: number | null;
  to: number | null;
  /** Page of the file on which it stands. */
  page: number;
  /** From 0 to 1. */
  confidence: number;
}

const heads = {
  serial: /^(?:序号?|编号|顺序号|号)$/,
  title:
    /^(?:题名|文件题名|文书题名|文书名称|文件名称|材料名称|文书材料名称|标题|名称|文书|文件材料题名)$/,
  pages: /^(?:页号|页码|页次|起止页号|起止页码|所在页号|所在页码|页)$/,
} as const;

/** Heads of other columns, which part the columns that are read. */
const otherHeads =
  /^(?:文号|文书号|文书文号|责任者|责任人|日期|时间|备|备注|注|份数|页数|件数|数量)$/;

const middleOf = ({ left, right }: Pick<Piece, "left" | "right">): number => (left + right) / 2;

/** The pages that a cell gives: `8-11`, `12`, `第3页至第5页`. */
const pagesIn = (text: string): Pick<CatalogueEntry, "from" | "to"> => {
  const plain = withoutSpace(foldWidth(text)).replace(/[第页]/g, "");
  const [, from, to = from] = /^(\d{1,4})(?:[-—–~至到](\d{1,4}))?$/.exec(plain) ?? [];
  return from === undefined ? { from: null, to: null } : { from: Number(from), to: Number(to) };
};

const isTitle = (text: string): boolean => /\p{Script=Han}{2}/u.test(text);

interface Columns {
  title: [left: number, right: number];
  pages: [left: number, right: number];
  serial: [left: number, right: number];
  /** The lower edge of the heads. */
  bottom: number;
}

/** Where between two heads the fewest pieces are cut, the middle of the widest such stretch. */
const river = (left: number, right: number, body: readonly Piece[]): number => {
  const steps = Array.from({ length: Math.max(1, Math.floor(right - left)) }, (_, i) => left + i);
  const cut = steps.map((x) => body.filter((piece) => piece.left < x && piece.right > x).length);
  const least = Math.min(...cut);
  let best = [0, 0];
  let from = 0;
  for (let i = 0; i <= cut.length; i++) {
    if (cut[i] === least) continue;
    if (i - from > (best[1] ?? 0) - (best[0] ?? 0)) best = [from, i];
    from = i + 1;
  }
  return left + ((best[0] ?? 0) + (best[1] ?? 0)) / 2;
};

/** The columns of a catalogue's table by their heads; undefined where the page has no such table. */
const columnsOf = (pieces: readonly Piece[]): Columns | undefined => {
  const named = (pattern: RegExp) => pieces.find(({ text }) => pattern.test(labelKey(text)));
  const [title, pages] = [named(heads.title), named(heads.pages)];
  const serial = named(heads.serial);
  if (!title || !pages || !serial) return undefined;
  const near = pieces.filter(
    (piece) =>
      Math.abs(piece.top - title.top) < 2 * title.size &&
      (otherHeads.test(labelKey(piece.text)) || [title, pages, serial].includes(piece)),
  );
  const bottom = Math.max(...near.map((piece) => piece.bottom));
  const body = pieces.filter((piece) => piece.top > bottom);
  const bounds = (head: Piece): [number, number] => {
    const before = near.filter((one) => one.right < head.left).sort((a, b) => b.right - a.right)[0];
    const after = near.filter((one) => one.left > head.right).sort((a, b) => a.left - b.left)[0];
    return [
      before ? river(middleOf(before), middleOf(head), body) : 0,
      after ? river(middleOf(head), middleOf(after), body) : Infinity,
    ];
  };
  return { title: bounds(title), pages: bounds(pages), serial: bounds(serial), bottom };
};

const isWithin = (piece: Piece, [left, right]: [number, number]): boolean =>
  middleOf(piece) > left && middleOf(piece) < right;

/** Pieces of one cell, from above to below. */
const textOf = (pieces: readonly Piece[]): string =>
  [...pieces]
    .sort((a, b) => a.top - b.top || a.left - b.left)
    .map(({ text }) => plainText(text))
    .join("");

/** By places: a row reaches half the way to the serial numbers above and below its own. */
const placedEntries = (page: Page): CatalogueEntry[] => {
  const pieces = piecesOf(page);
  const columns = columnsOf(pieces);
  if (!columns) return [];
  const body = pieces.filter((piece) => piece.top >= columns.bottom - 1);
  const serials = body
    .filter((piece) => isWithin(piece, columns.serial) && /^\d{1,3}$/.test(foldWidth(piece.text)))
    .sort((a, b) => a.top - b.top);
  return serials.flatMap((serial, at) => {
    const [above, below] = [serials[at - 1], serials[at + 1]];
    const from = above ? (above.top + serial.top) / 2 : columns.bottom - 1;
    const to = below ? (below.top + serial.top) / 2 : serial.top + (serial.top - from);
    const row = body.filter(
      ({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to + serial.size,
    );
    const inColumn = (column: [number, number]) => row.filter((piece) => isWithin(piece, column));
    const titled = inColumn(columns.title).filter(({ top, bottom }) => (top + bottom) / 2 < to);
    const title = textOf(titled);
    const paged = inColumn(columns.pages).filter(({ top, bottom }) => (top + bottom) / 2 < to);
    const confidence = Math.min(1, ...[...titled, ...paged].map((piece) => piece.confidence));
    return isTitle(title)
      ? [{ title, ...pagesIn(textOf(paged)), page: page.number, confidence }]
      : [];
  });
};

/** By the cells of tables that the file itself describes. */
const celledEntries = (page: Page): CatalogueEntry[] => {
  const cells = page.lines.filter(({ cell }) => cell);
  const headOf = (pattern: RegExp) => cells.find(({ text }) => pattern.test(labelKey(text)))?.cell;
  const [title, pages] = [headOf(heads.title), headOf(heads.pages)];
  if (!title || pages?.table !== title.table) return [];
  const rows = new Set(
    cells.flatMap(({ cell }) =>
      cell && cell.table === title.table && cell.row > title.row ? cell.row : [],
    ),
  );
  const textIn = (row: number, column: number) =>
    cells
      .filter(
        ({ cell }) => cell?.table === title.table && cell.row === row && cell.column === column,
      )
      .map(({ text }) => plainText(text).trim())
      .join("");
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((row) => {
      const name = textIn(row, title.column);
      const given = pagesIn(textIn(row, pages.column));
      return isTitle(name) ? [{ title: name, ...given, page: page.number, confidence: 1 }] : [];
    });
};

/** The entries of a catalogue, in their order; none where its table cannot be made out. */
export const catalogueEntries = (pages: readonly Page[]): CatalogueEntry[] =>
  pages.flatMap((page) => {
    const celled = celledEntries(page);
    return celled.length > 0 ? celled : placedEntries(page);
  });
