import type { Page } from "../../model/pages.js";
import type { LabelBook, Labelled } from "./labels.js";
import type { Paragraph } from "./paragraphs.js";
import { type Piece, piecesOf } from "./pieces.js";
import { joinTexts, type SureText } from "./sure-text.js";

/** A label on the page, of one piece or of several one below the other or letter-spaced. */
interface PlacedLabel {
  label: string;
  pieces: readonly Piece[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Lines of one cell follow each other closer than this, as a part of their height; rows of a table do not. */
const CLOSE = 0.7;
/** A label stands in the middle of its row: no further from the value's middle than this part of its height. */
const LEVEL = 0.8;
/** A value may seem to begin so much before its label ends: places in pictures are only about right. */
const OVERLAP = 0.5;
const MOST_LINES = 3;
/** A page in more pieces is no form that anybody filled in. */
const MOST_PIECES = 3000;

/**
 * What stands to the right of the labels of a form, by their places: a value lies between its label and the
 * next one of the row, its lines close together and level with the label. What is not level is left out.
 */
export const gridValues = (page: Page, book: LabelBook): Labelled[] => {
  const pieces = formPieces(page);
  const labels = placedLabels(pieces, book);
  const taken = new Set(labels.flatMap((label) => label.pieces));
  const rest = pieces.filter((piece) => !taken.has(piece));
  return labels.map((label) => {
    const value = hasColon(label) ? [] : valueOf(label, labels, rest);
    return {
      ...{ ...joinTexts(rowsOf(value)), label: label.label },
      ...{ page: page.number, top: label.top },
    };
  });
};

/** What stands close together on a form and is no label: the text of boxes, without the signatures under it. */
export const looseBlocks = (page: Page, book: LabelBook): Paragraph[] => {
  const pieces = formPieces(page);
  const taken = new Set(placedLabels(pieces, book).flatMap((label) => label.pieces));
  const rest = pieces.filter((piece) => !taken.has(piece)).sort((a, b) => a.top - b.top);
  return blocksOf(rest).map((block) => ({
    ...{ ...joinTexts(rowsOf(block)), page: page.number },
    top: block[0]?.top ?? 0,
  }));
};

/** What stands behind a colon is read with its sentence. */
const hasColon = ({ pieces }: PlacedLabel): boolean => /[:：]$/.test(pieces.at(-1)?.text ?? "");

const formPieces = (page: Page): Piece[] => {
  const pieces = piecesOf(page);
  return pieces.length > MOST_PIECES ? [] : pieces;
};

const placedLabels = (pieces: readonly Piece[], book: LabelBook): PlacedLabel[] => {
  const found: PlacedLabel[] = [];
  const taken = new Set<Piece>();
  for (const piece of pieces) {
    if (taken.has(piece)) continue;
    const parts = below(piece, pieces, book) ?? beside(piece, pieces, book);
    const label = parts && book.find(parts.map(({ text }) => text).join(""));
    if (!parts || label === undefined) continue;
    for (const part of parts) taken.add(part);
    found.push({
      ...{ label, pieces: parts },
      left: Math.min(...parts.map(({ left }) => left)),
      right: Math.max(...parts.map(({ right }) => right)),
      top: Math.min(...parts.map(({ top }) => top)),
      bottom: Math.max(...parts.map(({ bottom }) => bottom)),
    });
  }
  return found;
};

/** The piece with those under it that make it a label; the longest such label. */
const below = (
  first: Piece,
  pieces: readonly Piece[],
  book: LabelBook,
): readonly Piece[] | undefined => {
  let parts = [first];
  let best = book.find(first.text) === undefined ? undefined : parts;
  while (parts.length < MOST_LINES) {
    const last = parts.at(-1) ?? first;
    const next = pieces.find(
      (piece) =>
        piece.top - last.bottom > -0.2 * last.size &&
        piece.top - last.bottom < CLOSE * last.size &&
        Math.abs(middle(piece) - middle(last)) < last.size,
    );
    if (!next || !book.begins([...parts, next].map(({ text }) => text).join(""))) break;
    parts = [...parts, next];
    if (book.find(parts.map(({ text }) => text).join("")) !== undefined) best = parts;
  }
  return best;
};

/** Letter-spaced labels: `名 称`, `地 址`. */
const beside = (
  first: Piece,
  pieces: readonly Piece[],
  book: LabelBook,
): readonly Piece[] | undefined => {
  if (first.text.length > 2 || !book.begins(first.text)) return undefined;
  const next = pieces.find(
    (piece) => piece.left > first.right && Math.abs(piece.top - first.top) < 0.3 * first.size,
  );
  if (!next || next.text.length > 2) return undefined;
  return book.find(first.text + next.text) === undefined ? undefined : [first, next];
};

/** Whether a piece stands in the middle of a label's height. */
const isLevel = (piece: Piece, { top, bottom }: PlacedLabel): boolean =>
  Math.abs(piece.top + piece.bottom - top - bottom) < piece.size;

/** Whether a label stands before a piece in its row: then the piece is its value, not that of a label above or below. */
const isRowOf = (label: PlacedLabel, piece: Piece): boolean =>
  label.right < piece.left && isLevel(piece, label);

const middle = ({ left, right }: Piece): number => (left + right) / 2;

const valueOf = (
  label: PlacedLabel,
  labels: readonly PlacedLabel[],
  rest: readonly Piece[],
): Piece[] => {
  const level = (label.top + label.bottom) / 2;
  const size = label.pieces[0]?.size ?? 0;
  const next = labels
    .filter(
      ({ left, top, bottom }) =>
        left > label.right - 1 && top - size / 2 < level && level < bottom + size / 2,
    )
    .reduce((nearest, { left }) => Math.min(nearest, left), Infinity);
  const right = label.right - OVERLAP * size;
  const beside = rest
    .filter(({ left }) => left > right && left < next)
    .filter((piece) => isLevel(piece, label) || !labels.some((other) => isRowOf(other, piece)))
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const block = blocksOf(beside).find((pieces) => {
    const top = Math.min(...pieces.map((piece) => piece.top));
    const bottom = Math.max(...pieces.map((piece) => piece.bottom));
    return Math.abs((top + bottom) / 2 - level) < LEVEL * size;
  });
  return block ?? [];
};

/** Pieces whose lines follow each other closely. */
const blocksOf = (pieces: readonly Piece[]): Piece[][] => {
  const blocks: Piece[][] = [];
  let bottom = -Infinity;
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (last && piece.top - bottom < CLOSE * piece.size) last.push(piece);
    else blocks.push([piece]);
    bottom = last && blocks.at(-1) === last ? Math.max(bottom, piece.bottom) : piece.bottom;
  }
  return blocks;
};

/** The texts of the lines; what is far apart in one keeps a space. */
const rowsOf = (pieces: readonly Piece[]): SureText[] => {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (last?.[0] && piece.top - last[0].top < 0.5 * piece.size) last.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) =>
    joinTexts(
      [...row].sort((a, b) => a.left - b.left),
      " ",
    ),
  );
};
