import type { PlacedText } from "../layout/frames.js";
import type { Figures, OfdObject, TextCode } from "./objects.js";

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;

type TextObject = Extract<OfdObject, { type: "text" }>;
type Point = readonly [x: number, y: number];

/** What an object's coordinates go through on their way to the page, in millimetres. */
export type ToPage = (point: Point) => Point;

export const boundaryToParent =
  ({ boundary, matrix }: Pick<OfdObject, "boundary" | "matrix">): ToPage =>
  (point) => {
    const [x, y] = matrix ? transformed(matrix, point) : point;
    return [x + (boundary[0] ?? 0), y + (boundary[1] ?? 0)];
  };

const transformed = (m: Figures, [x, y]: Point): Point => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  return [a * x + c * y + e, b * x + d * y + f];
};

interface Letter {
  letter: string;
  x: number;
  y: number;
}

/** Letters are one text, however they are spaced, up to the gap that parts cells. */
const PIECE_GAP = 1.3;

/** The pieces of an object's text at their places on the page, with the name of their font. */
export const placedTexts = (
  object: TextObject,
  toPage: ToPage,
): (PlacedText & { font: string })[] =>
  piecesOf(lettersOf(object), object).map(({ letters, isVertical }) => {
    const [first] = letters;
    const last = letters.at(-1);
    if (!first || !last) throw new RangeError("A piece of text has letters.");
    const [x, y] = toPage([first.x, first.y]);
    const [right, level] = toPage([first.x + 1, first.y]);
    const [below, lower] = toPage([first.x, first.y + 1]);
    const across: Point = [right - x, level - y];
    const down: Point = [below - x, lower - y];
    const width = isVertical
      ? last.y - first.y + object.size
      : last.x - first.x + widthOf(last.letter, object);
    const scale = Math.hypot(...(isVertical ? down : across)) || 1;
    const columnMiddle = isVertical
      ? toPage([first.x + object.size / 2, first.y - object.size])
      : undefined;
    return {
      text: letters.map(({ letter }) => letter).join(""),
      x: (columnMiddle?.[0] ?? x) * POINTS,
      y: (columnMiddle?.[1] ?? y) * POINTS,
      direction: isVertical ? down : across,
      length: width * scale * POINTS,
      size: object.size * (Math.hypot(...down) || 1) * POINTS,
      font: object.font,
      ...(isVertical && { isVertical }),
    };
  });

const lettersOf = (object: TextObject): Letter[][] => {
  let [x, y] = [0, 0];
  return object.codes.map((code) => {
    [x, y] = [code.x ?? x, code.y ?? y];
    const letters = lettersOfCode(code, x, y, object);
    const last = letters.at(-1);
    if (last) [x, y] = [last.x + widthOf(last.letter, object), last.y];
    return letters;
  });
};

const lettersOfCode = (code: TextCode, x: number, y: number, object: TextObject): Letter[] => {
  const isDown = code.deltaY.length > 0 && code.deltaX.length === 0;
  const letters: Letter[] = [];
  // Distances are counted in UTF-16 units by some writers and in characters by others.
  const characters = [...code.text];
  characters.forEach((letter, i) => {
    letters.push({ letter, x, y });
    y += code.deltaY[i] ?? 0;
    if (!isDown) x += code.deltaX[i] ?? widthOf(letter, object);
  });
  return letters;
};

const widthOf = (letter: string, { size, scale }: TextObject): number =>
  size * scale * (/[\u0000-\u02ff]/.test(letter) ? 0.5 : 1);

interface Piece {
  letters: Letter[];
  isVertical: boolean;
}

const piecesOf = (codes: readonly Letter[][], object: TextObject): Piece[] => {
  const pieces: Piece[] = [];
  for (const letters of codes) {
    let piece: Piece | undefined;
    for (const letter of letters) {
      const last = piece?.letters.at(-1);
      const step = piece && last ? stepTo(last, letter, object) : undefined;
      if (
        piece &&
        step !== undefined &&
        (piece.letters.length === 1 || piece.isVertical === step)
      ) {
        piece.isVertical = step;
        piece.letters.push(letter);
      } else {
        piece = { letters: [letter], isVertical: false };
        pieces.push(piece);
      }
    }
  }
  return pieces.filter(({ letters }) => letters.some(({ letter }) => letter.trim() !== ""));
};

/** How a letter follows the last one: beside it (false), below it (true), or apart (undefined). */
const stepTo = (last: Letter, next: Letter, object: TextObject): boolean | undefined => {
  const [dx, dy] = [next.x - last.x, next.y - last.y];
  const slack = PIECE_GAP * object.size;
  if (Math.abs(dy) < 0.1 * object.size && dx > -slack) {
    return dx - widthOf(last.letter, object) <= slack ? false : undefined;
  }
  const isBelow = Math.abs(dx) < 0.1 * object.size && dy > 0 && dy - object.size <= slack;
  return isBelow ? true : undefined;
};
