import type { Matrix, OperatorList } from "./pdfjs.js";

export interface Drawn {
  /** Whether anything at all is drawn. */
  isAny: boolean;
  /** How much of the page pictures cover, from 0 to 1. */
  pictured: number;
}

const paintingOperators = [
  "stroke",
  "closeStroke",
  "fill",
  "eoFill",
  "fillStroke",
  "eoFillStroke",
  "closeFillStroke",
  "closeEOFillStroke",
  "constructPath",
  "showText",
  "showSpacedText",
  "nextLineShowText",
  "nextLineSetSpacingShowText",
  "shadingFill",
  "rawFillPath",
];

/** Pictures smaller than this part of a page are bullets and rules. */
const SMALLEST_PICTURE = 0.001;

/**
 * What a page draws besides text. Pictures are not unpacked, so pdf.js leaves no operator where they are
 * drawn, only the transformation in front of it: one behind which nothing is painted before it ends is
 * the place of a picture.
 *
 * @param operators numbers of the operators by name.
 * @param toPage from the file's coordinates to the page's.
 */
export const drawnOn = (
  { fnArray, argsArray }: OperatorList,
  operators: Readonly<Record<string, number>>,
  toPage: Matrix,
  page: { width: number; height: number },
): Drawn => {
  const painting = new Set(paintingOperators.map((name) => operators[name]));
  const stack: Level[] = [{ matrix: toPage, isMoved: false, isPainted: false }];
  let isAny = false;
  let covered = 0;
  const end = (): void => {
    const level = stack.pop();
    if (!level?.isMoved || level.isPainted) return;
    const share = shareOf(page, level.matrix);
    if (share < SMALLEST_PICTURE) return;
    covered += share;
    paint();
  };
  const paint = (): void => {
    isAny = true;
    for (const level of stack) level.isPainted = true;
  };
  const begin = (args: unknown): void => {
    const matrix = (stack.at(-1) as Level).matrix;
    const own = Array.isArray(args) && isMatrix(args[0]) ? times(matrix, args[0]) : matrix;
    stack.push({ matrix: own, isMoved: false, isPainted: false });
  };
  fnArray.forEach((operator, i) => {
    const args = argsArray[i];
    const level = stack.at(-1);
    if (!level) stack.push({ matrix: toPage, isMoved: false, isPainted: false });
    else if (operator === operators["save"]) begin(undefined);
    else if (operator === operators["paintFormXObjectBegin"]) begin(args);
    else if (operator === operators["restore"] || operator === operators["paintFormXObjectEnd"])
      end();
    else if (operator === operators["transform"] && isMatrix(args)) {
      level.matrix = times(level.matrix, args);
      level.isMoved = true;
    } else if (painting.has(operator)) paint();
  });
  while (stack.length > 0) end();
  return { isAny, pictured: Math.min(1, Math.round(covered * 1000) / 1000) };
};

interface Level {
  matrix: Matrix;
  isMoved: boolean;
  isPainted: boolean;
}

const isMatrix = (args: unknown): args is Matrix =>
  Array.isArray(args) && args.length === 6 && args.every((part) => typeof part === "number");

/** First `b`, then `a`. */
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** How much of the page the unit square covers under a transformation. */
const shareOf = (page: { width: number; height: number }, [a, b, c, d, e, f]: Matrix): number => {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const width = Math.min(page.width, Math.max(...xs)) - Math.max(0, Math.min(...xs));
  const height = Math.min(page.height, Math.max(...ys)) - Math.max(0, Math.min(...ys));
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (page.width * page.height);
};
