import type { Picture } from "../pictures/picture.js";

/** Pixels are looked at in squares of this side: the mean of a square is free of the scanner's noise. */
const square = 4;

/** Part of each side that is left out: shadows of the paper's edge. */
const border = 0.02;

/** How much darker than the paper a square with something on it is, in levels of 255. */
const darker = 20;

/** Squares of a hundred thousand that dust may darken. One letter of the text's size is more. */
const dust = 5;

/**
 * Whether nothing is drawn on the page: no writing, no seal, no picture. When in doubt it is not blank, so that no
 * page is passed over that somebody has written on.
 */
export const isBlank = (picture: Picture): boolean => {
  const [columns, rows] = [picture.width, picture.height].map((side) => Math.floor(side / square));
  const counts = new Uint32Array(256);
  let squares = 0;
  const inside = (at: number, of = 0) => at >= of * border && at < of * (1 - border);
  for (let row = 0; row < (rows ?? 0); row++) {
    for (let column = 0; column < (columns ?? 0); column++) {
      if (!inside(row, rows) || !inside(column, columns)) continue;
      const level = darkest(picture, column * square, row * square);
      counts[level] = (counts[level] ?? 0) + 1;
      squares++;
    }
  }
  let paper = 0;
  for (let passed = 0; paper < 255 && passed * 2 < squares; paper++) passed += counts[paper] ?? 0;
  let marked = 0;
  counts.forEach((count, level) => {
    if (Math.abs(level - paper) > darker) marked += count;
  });
  return squares > 0 && marked * 100_000 <= dust * squares;
};

/** Mean of a square in its darkest channel, so that a pale seal counts. */
const darkest = (picture: Picture, left: number, top: number): number => {
  const sums: [number, number, number] = [0, 0, 0];
  for (let y = top; y < top + square; y++) {
    for (let at = (y * picture.width + left) * 3, x = 0; x < square; x++, at += 3) {
      sums[0] += picture.rgb[at] ?? 0;
      sums[1] += picture.rgb[at + 1] ?? 0;
      sums[2] += picture.rgb[at + 2] ?? 0;
    }
  }
  return Math.floor(Math.min(...sums) / (square * square));
};
