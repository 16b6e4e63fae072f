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
interface Patch {
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
const findSeals = (picture: Picture): Patch[] => {
  const cell = Math.max(2, Math.round(picture.dpi * rasterInches));
  const { red, columns, rows } = redRaster(picture, cell);
  return findBlobs(red, columns, rows, cell / 2, 8, 50).flatMap(({ edges }) => {
    const xs = edges.map(({ x }) => x);
    const ys = edges.map(({ y }) => y);
    const patch = {
      left: Math.min(...xs) * cell,
      top: Math.min(...ys) * cell,
      right: (Math.max(...xs) + 1) * cell,
      bottom: (Math.max(...ys) + 1) * cell,
    };
    const sides = [patch.right - patch.left, patch.bottom - patch.top].map(
      (side) => side / picture.dpi,
    );
    const [short, long] = [Math.min(...sides), Math.max(...sides)];
    return short >= leastSide && long <= mostSide && long / short <= mostRatio ? [patch] : [];
  });
};

/**
 * The picture without its red seals: their ink becomes as light as paper, as it is in the red of the picture, so that black
 * text under them can be read. Red that is not shaped like a seal, such as a heading, stays.
 */
export const withoutSeals = (picture: Picture): Picture => {
  const seals = findSeals(picture);
  if (seals.length === 0) return picture;
  const rgb = Uint8Array.from(picture.rgb);
  for (const seal of seals) {
    const ink = sealInk(picture, seal);
    for (let y = seal.top; y < Math.min(seal.bottom, picture.height); y++) {
      for (let x = seal.left; x < Math.min(seal.right, picture.width); x++) {
        const at = (y * picture.width + x) * 3;
        const strength = redness(rgb, at);
        if (strength < redEnough / 3) continue;
        rgb.fill(Math.min(255, ((rgb[at] ?? 0) * 245) / ink), at, at + 3);
      }
    }
  }
  return { ...picture, rgb };
};

/** How bright a seal's ink is in red: the median of its pixels. */
const sealInk = (picture: Picture, seal: Patch): number => {
  const counts = new Uint32Array(256);
  let pixels = 0;
  for (let y = seal.top; y < Math.min(seal.bottom, picture.height); y++) {
    for (let x = seal.left; x < Math.min(seal.right, picture.width); x++) {
      const at = (y * picture.width + x) * 3;
      if (redness(picture.rgb, at) < redEnough) continue;
      const red = picture.rgb[at] ?? 0;
      counts[red] = (counts[red] ?? 0) + 1;
      pixels++;
    }
  }
  let level = 0;
  for (let passed = 0; level < 255 && passed * 2 < pixels; level++) passed += counts[level] ?? 0;
  return Math.max(1, level);
};

/** Darker than this is black ink. */
const darkEnough = 110;

/** Part of a line's ink that is red where a seal lies over it. All red is a red line, not a sealed one. */
const [leastRed, mostRed] = [0.03, 0.85];

/** Whether red and black ink meet in a stretch of text. */
export const isUnderSeal = (picture: Picture, place: Slanted): boolean => {
  const width = Math.max(1, Math.round(place.width / 2));
  const height = Math.max(1, Math.round(place.height / 2));
  const rgb = samplePicture(picture, place, width, height);
  let [red, dark] = [0, 0];
  for (let at = 0; at < rgb.length; at += 3) {
    if (redness(rgb, at) >= redEnough) red++;
    else if (Math.max(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0) < darkEnough) dark++;
  }
  return red >= leastRed * (red + dark) && red <= mostRed * (red + dark) && red > 0;
};
