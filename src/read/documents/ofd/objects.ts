import type { XmlScanner } from "../../xml-scanner.js";

/** Four figures or six, in millimetres. */
export type Figures = readonly number[];

export interface TextCode {
  text: string;
  /** Undefined where it goes on from the code before. */
  x: number | undefined;
  y: number | undefined;
  /** From each letter to the next. */
  deltaX: number[];
  deltaY: number[];
}

interface Placed {
  /** `x y width height` within what the object stands in. */
  boundary: Figures;
  /** From the object's own coordinates to those of its boundary. */
  matrix: Figures | undefined;
}

export type OfdObject =
  | (Placed & { type: "text"; font: string; size: number; scale: number; codes: TextCode[] })
  | (Placed & { type: "image" | "path" })
  | (Placed & { type: "composite"; resource: string });

const types = {
  TextObject: "text",
  ImageObject: "image",
  PathObject: "path",
  CompositeObject: "composite",
} as const;
const names = Object.keys(types) as (keyof typeof types)[];

/** The visible objects up to the tag that closes `container`, through layers and blocks. */
export const objectsIn = (scanner: XmlScanner, container: string): OfdObject[] => {
  const objects: OfdObject[] = [];
  while (scanner.nextInside(container)) {
    const name = names.find((known) => scanner.opens(known));
    if (!name) continue;
    if (scanner.attribute("Visible") === "false") scanner.skip();
    else objects.push(readObject(scanner, name));
  }
  return objects;
};

const readObject = (scanner: XmlScanner, name: keyof typeof types): OfdObject => {
  const placed = {
    boundary: figures(scanner.attribute("Boundary")),
    matrix: matrixIn(scanner.attribute("CTM")),
  };
  const type = types[name];
  switch (type) {
    case "text": {
      const font = scanner.attribute("Font") ?? "";
      const size = Number(scanner.attribute("Size") ?? 0);
      const scale = Number(scanner.attribute("HScale") ?? 1) || 1;
      return { ...placed, type, font, size, scale, codes: codesIn(scanner) };
    }
    case "composite": {
      const resource = scanner.attribute("ResourceID") ?? "";
      scanner.skip();
      return { ...placed, type, resource };
    }
    case "image":
    case "path":
      scanner.skip();
      return { ...placed, type };
  }
};

const codesIn = (scanner: XmlScanner): TextCode[] => {
  const codes: TextCode[] = [];
  while (scanner.nextInside("TextObject")) {
    if (!scanner.opens("TextCode")) continue;
    const [x, y] = [scanner.attribute("X"), scanner.attribute("Y")];
    const [deltaX, deltaY] = [scanner.attribute("DeltaX"), scanner.attribute("DeltaY")];
    const text = scanner.text();
    codes.push({
      text,
      x: x === undefined ? undefined : Number(x),
      y: y === undefined ? undefined : Number(y),
      deltaX: deltas(deltaX, text.length),
      deltaY: deltas(deltaY, text.length),
    });
  }
  return codes;
};

/** `3.5 g 2 4.2 5`: single distances, and after `g` how many times the next one counts. */
export const deltas = (written: string | undefined, most: number): number[] => {
  const parts = (written ?? "").trim().split(/\s+/).filter(Boolean);
  const distances: number[] = [];
  for (let at = 0; at < parts.length && distances.length < most;) {
    const isRepeat = parts[at] === "g";
    const count = isRepeat ? Number(parts[at + 1]) : 1;
    const distance = Number(parts[isRepeat ? at + 2 : at]);
    at += isRepeat ? 3 : 1;
    if (!Number.isFinite(distance) || !(count > 0)) continue;
    for (let i = 0; i < count && distances.length < most; i++) distances.push(distance);
  }
  return distances;
};

export const figures = (written: string | undefined): number[] =>
  (written ?? "")
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);

const matrixIn = (written: string | undefined): Figures | undefined => {
  const matrix = figures(written);
  return matrix.length === 6 && matrix.every(Number.isFinite) ? matrix : undefined;
};
