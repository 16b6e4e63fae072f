import type { Picture } from "./picture.js";

/** A rectangle in a picture that may stand aslant: pixels, and radians clockwise from level. */
export interface Slanted {
  /** Its centre. */
  x: number;
  y: number;
  width: number;
  height: number;
  angle: number;
}

/**
 * The pixels of a slanted rectangle as a level picture of `width` × `height`, three bytes a pixel. Between pixels it is
 * bilinear; where the rectangle is larger than the result, each pixel is the mean of several samples.
 * Outside of the picture it is as its border.
 */
export const samplePicture = (
  picture: Picture,
  place: Slanted,
  width: number,
  height: number,
): Uint8Array => {
  const result = new Uint8Array(width * height * 3);
  const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)];
  const [stepX, stepY] = [place.width / width, place.height / height];
  const [tapsX, tapsY] = [taps(stepX), taps(stepY)];
  const sums = [0, 0, 0];
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      sums.fill(0);
      for (let tapY = 0; tapY < tapsY; tapY++) {
        const v = (row + (tapY + 0.5) / tapsY) * stepY - place.height / 2;
        for (let tapX = 0; tapX < tapsX; tapX++) {
          const u = (column + (tapX + 0.5) / tapsX) * stepX - place.width / 2;
          addPixel(picture, place.x + u * cos - v * sin, place.y + u * sin + v * cos, sums);
        }
      }
      for (let channel = 0; channel < 3; channel++) {
        result[to++] = Math.round((sums[channel] ?? 0) / (tapsX * tapsY));
      }
    }
  }
  return result;
};

/** Samples along one side of a pixel. Four are plenty: smaller pictures are asked for only as thumbnails. */
const taps = (step: number): number => Math.max(1, Math.min(4, Math.round(step)));

const clamp = (value: number, limit: number): number =>
  value < 0 ? 0 : value > limit ? limit : value;

/** Adds the colour at a point; pixel centres lie at half coordinates. */
const addPixel = (picture: Picture, x: number, y: number, sums: number[]): void => {
  const { width, height, rgb } = picture;
  const left = clamp(x - 0.5, width - 1);
  const top = clamp(y - 0.5, height - 1);
  const [column, row] = [Math.floor(left), Math.floor(top)];
  const [right, low] = [left - column, top - row];
  const here = (row * width + column) * 3;
  const next = column + 1 < width ? 3 : 0;
  const below = row + 1 < height ? width * 3 : 0;
  for (let channel = 0; channel < 3; channel++) {
    const at = here + channel;
    const above = (rgb[at] ?? 0) * (1 - right) + (rgb[at + next] ?? 0) * right;
    const under = (rgb[at + below] ?? 0) * (1 - right) + (rgb[at + below + next] ?? 0) * right;
    sums[channel] = (sums[channel] ?? 0) + above * (1 - low) + under * low;
  }
};
