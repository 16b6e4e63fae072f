import type { PlacedText } from "../layout/frames.js";
import type { Matrix, PdfAnnotation, PdfViewport, TextItem } from "./pdfjs.js";

/** The texts of a page at their places on the page as it is shown. */
export const placedTexts = (
  items: readonly TextItem[],
  styles: Readonly<Record<string, { vertical?: boolean } | undefined>>,
  viewport: PdfViewport,
): PlacedText[] =>
  items.flatMap((item) => {
    if (item.str.trim() === "") return [];
    const isVertical = styles[item.fontName]?.vertical === true;
    const [a, b, c, d, e, f] = item.transform;
    const [x, y] = moved(viewport.transform, e, f);
    const across = turned(viewport.transform, a, b);
    const up = turned(viewport.transform, c, d);
    const direction = isVertical ? ([-up[0], -up[1]] as const) : across;
    const length = isVertical ? item.height : item.width;
    const size = Math.hypot(...up) || Math.hypot(...across);
    return [{ text: item.str, x, y, direction, length, size, ...(isVertical && { isVertical }) }];
  });

/** What people typed into a form or wrote on top of a page, which is no part of the page's own text. */
export const annotatedTexts = (
  annotations: readonly PdfAnnotation[],
  viewport: PdfViewport,
): PlacedText[] =>
  annotations.flatMap((annotation) => {
    const [x1, y1, x2, y2] = annotation.rect ?? [];
    const rows = typedRows(annotation);
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
    const [ax, ay] = moved(viewport.transform, x1, y1);
    const [bx, by] = moved(viewport.transform, x2, y2);
    const height = Math.abs(by - ay) / Math.max(1, rows.length);
    const size = Math.min(12, height);
    return rows.map((text, i) => ({
      text,
      x: Math.min(ax, bx),
      y: Math.min(ay, by) + height * i + (height + size) / 2 - 0.14 * size,
      direction: [1, 0] as const,
      length: Math.min(Math.abs(bx - ax), size * [...text].length),
      size,
    }));
  });

const typedRows = (annotation: PdfAnnotation): string[] => {
  const { subtype, fieldType, fieldValue, textContent, hidden } = annotation;
  if (hidden) return [];
  const isField = subtype === "Widget" && (fieldType === "Tx" || fieldType === "Ch");
  const values = isField ? [fieldValue].flat() : subtype === "FreeText" ? (textContent ?? []) : [];
  return values
    .flatMap((value) => (typeof value === "string" ? value.split(/\r\n?|\n/) : []))
    .filter((row) => row.trim() !== "");
};

const turned = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y,
  m[1] * x + m[3] * y,
];

const moved = (m: Matrix, x: number, y: number): readonly [number, number] => {
  const [dx, dy] = turned(m, x, y);
  return [dx + m[4], dy + m[5]];
};
