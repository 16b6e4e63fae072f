import type { Picture } from "../pictures/picture.js";
import { samplePicture, type Slanted } from "../pictures/sample-picture.js";
import { findBlobs } from "./blobs.js";

/** How much redder than green and blue ink of a seal is, in levels of 255. */
const redEnough = 45;

const redness = (rgb: Uint8Array, at: number): number =>
  (rgb[at] ?? 0) - Math.max(rgb[at + 1] ?? 0, rgb[at + 2] ?? 0);

/** Sides of a seal or a finger's print in inches. A red heading is wider, its rule flatter. */
const [leastSide, mostSide, mostRatio] = [0.4, 2.6, 1.8];

/** Red is looked for on a raster of this many inches: closes the gaps between the signs of a seal. */
const rasterInches = 0.04;

/** A place of the picture in pixels. */
export interface Patch {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Which cells of a coarse raster hold red. */
const redRaster = (picture: Picture, cell: number) => {
  const [columns, rows] = [Math.ceil(picture.width / cell), Math.ceil(picture.height / cell)];
  const red = new Float32Array(columns * rows);
  for (let y = 0, at = 0; y < picture.height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < picture.width; x++, at += 3) {
      if (redness(picture.rgb, at) >= redEnough) {
        const index = row + Math.floor(x / cell);
        red[index] = (red[index] ?? 0) + 1;
      }
    }
  }
  return { red, columns, rows };
};

/** Where the picture has something of a seal's colour, size and shape. */
export const findSeals = (picture: Picture): Patch[] => {
  const cell = Math.max(2, Math.round(picture.dpi * rasterInches));
  const { red, columns, rows } = redRaster(picture, cell);
  return findBlobs(red, columns, rows, cell / 2, 8, 50).flatMap(({ edges }) => {
    const xs = edges.map(({ x }) => x);
    const ys = edges.map(({ y }) => y);
    const patch = {
      left: Math.max(0, Math.min(...xs) - 1) * cell,
      top: Math.max(0, Math.min(...ys) - 1) * cell,
      right: (Math.max(...xs) + 2) * cell,
      bottom: (Math.max(...ys) + 2) * cell,
    };
    const sides = [patch.right - patch.left, patch.bottom - patch.top].map(
      (side) => side / picture.dpi,
    );
    const [short, long] = [Math.min(...sides), Math.max(...sides)];
    return short >= leastSide && long <= mostSide && long / short <= mostRatio ? [patch] : [];
  });
};

/** Thin strokes of a seal are paler than this says of the rest; within a seal less is enough. */
const reddish = 20;

/** How a seal is taken away: what one way leaves of it, or takes from the text with it, the other does not. */
export interface Cleaning {
  /** JPEG keeps colour coarser than brightness: ink has grey edges. Inches around it that are cleaned too. */
  edge: number;
  /** From this part of the ink's red on, a pixel on a seal is paper; black text is far below. */
  paperFrom: number;
}

/** Little of the seal is left, and thin strokes of black text stay. */
export const thorough: Cleaning = { edge: 0.03, paperFrom: 0.95 };

/** Text stays as it is, and outlines of the seal stay with it. */
export const gentle: Cleaning = { edge: 0, paperFrom: 1 };

/** Which pixels of the picture lie on a seal's ink or its edges. */
const inkMask = (picture: Picture, seals: readonly Patch[], edgeInches: number): Uint8Array => {
  const { width, height, rgb } = picture;
  const mask = new Uint8Array(width * height);
  const edge = Math.round(picture.dpi * edgeInches);
  eachPixel(picture, seals, (x, y, at) => {
    if (redness(rgb, at) < reddish) return;
    const [left, right] = [Math.max(0, x - edge), Math.min(width, x + edge + 1)];
    for (let row = Math.max(0, y - edge); row <= Math.min(height - 1, y + edge); row++) {
      mask.fill(1, row * width + left, row * width + right);
    }
  });
  return mask;
};

const eachPixel = (
  { width, height }: Picture,
  patches: readonly Patch[],
  visit: (x: number, y: number, at: number) => void,
): void => {
  for (const patch of patches) {
    for (let y = patch.top; y < Math.min(patch.bottom, height); y++) {
      for (let x = patch.left; x < Math.min(patch.right, width); x++) {
        visit(x, y, (y * width + x) * 3);
      }
    }
  }
};

const paper = 245;

/**
 * The picture without its red seals: in red light their ink is as bright as paper, so that black text under them can be
 * read. Red that is not shaped like a seal, such as a heading, stays.
 */
export const withoutSeals = (picture: Picture, cleaning: Cleaning): Picture => {
  const seals = findSeals(picture);
  if (seals.length === 0) return picture;
  const rgb = Uint8Array.from(picture.rgb);
  const mask = inkMask(picture, seals, cleaning.edge);
  for (const seal of seals) {
    const brightest = sealInk(picture, seal) * cleaning.paperFrom;
    eachPixel(picture, [seal], (_x, _y, at) => {
      if (!mask[at / 3]) return;
      const red = Math.min(paper, ((picture.rgb[at] ?? 0) * paper) / brightest);
      rgb.fill(red, at, at + 3);
    });
  }
  return { ...picture, rgb };
};

/** How bright a seal's ink is in red: the median of its pixels. */
const sealInk = (picture: Picture, seal: Patch): number => {
  const counts = new Uint32Array(256);
  let pixels = 0;
  eachPixel(picture, [seal], (_x, _y, at) => {
    if (redness(picture.rgb, at) < redEnough) return;
    const red = picture.rgb[at] ?? 0;
    counts[red] = (counts[red] ?? 0) + 1;
    pixels++;
  });
  let level = 0;
  for (let passed = 0; level < 255 && passed * 2 < pixels; level++) passed += counts[level] ?? 0;
  return Math.max(1, level);
};

/** Darker than this is black ink. */
const darkEnough = 110;

/** Part of a line's ink that is red where a seal lies over it. All red outside a seal is a red line. */
const [leastRed, mostRed] = [0.03, 0.85];

/** Whether a line and a seal touch. Lines are nearly level. */
const meet = ({ x, y, width, height }: Slanted, seal: Patch): boolean =>
  x + width / 2 > seal.left &&
  x - width / 2 < seal.right &&
  y + height / 2 > seal.top &&
  y - height / 2 < seal.bottom;

/** Whether red and black ink meet in a stretch of text, or a seal covers its ink. */
export const isUnderSeal = (picture: Picture, seals: readonly Patch[], place: Slanted): boolean => {
  const width = Math.max(1, Math.round(place.width / 2));
  const height = Math.max(1, Math.round(place.height / 2));
  const rgb = samplePicture(picture, place, width, height);
  let [red, dark] = [0, 0];
  for (let at = 0; at < rgb.length; at += 3) {
    if (redness(rgb, at) >= redEnough) red++;
    else if (Math.max(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0) < darkEnough) dark++;
  }
  const inSeal = seals.some((seal) => meet(place, seal));
  const most = inSeal ? 1 : mostRed;
  return red > 0 && red >= leastRed * (red + dark) && red <= most * (red + dark);
};
