import type { Picture } from "../pictures/picture.js";
import type { Slanted } from "../pictures/sample-picture.js";
import { findBlobs } from "./blobs.js";
import type { Engine, Tensor } from "./engine.js";
import { convexHull, rectangleAt, smallestRectangle, type Point } from "./rectangle.js";

/** A stretch of text in the picture, in pixels. */
export interface Stretch {
  place: Slanted;
  /** Height of the letters' middle part, as the detector marks it, before the place was widened. */
  core: number;
}

/** Text of the page, and how far it leans: radians clockwise. */
export interface Detected {
  stretches: Stretch[];
  lean: number;
}

/** The longer side of what the detector sees. Smaller loses small print, larger costs time. */
const longSide = 1280;

/** A pixel is text from here on, and a blob of pixels from there on: as the model's makers use it. */
const [pixelThreshold, blobThreshold] = [0.3, 0.5];

/** The detector marks shrunken text; its places are widened by this part of area over circumference. */
const widening = 2;

const [leastPixels, mostBlobs] = [12, 1500];

/** Mean and deviation of each channel (blue, green, red) in the pictures that the model was trained with. */
const channels = [
  { from: 2, mean: 0.485, deviation: 0.229 },
  { from: 1, mean: 0.456, deviation: 0.224 },
  { from: 0, mean: 0.406, deviation: 0.225 },
] as const;

/** The picture made smaller by averaging, as the model wants it: sides of whole 32s, one plane a channel. */
export const detectorInput = (picture: Picture, side = longSide): Tensor => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const whole = (length: number) => Math.max(32, Math.round((length * scale) / 32) * 32);
  const [width, height] = [whole(picture.width), whole(picture.height)];
  const data = new Float32Array(3 * width * height);
  const edge = (at: number, of: number, length: number) => Math.floor((at * length) / of);
  for (let y = 0; y < height; y++) {
    const top = edge(y, height, picture.height);
    const bottom = Math.max(top + 1, edge(y + 1, height, picture.height));
    for (let x = 0; x < width; x++) {
      const left = edge(x, width, picture.width);
      const right = Math.max(left + 1, edge(x + 1, width, picture.width));
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row++) {
        for (let at = (row * picture.width + left) * 3; at < (row * picture.width + right) * 3;) {
          red += picture.rgb[at++] ?? 0;
          green += picture.rgb[at++] ?? 0;
          blue += picture.rgb[at++] ?? 0;
        }
      }
      const mean = [red, green, blue].map((sum) => sum / ((bottom - top) * (right - left) * 255));
      channels.forEach((channel, plane) => {
        data[(plane * height + y) * width + x] =
          ((mean[channel.from] ?? 0) - channel.mean) / channel.deviation;
      });
    }
  }
  return { data, shape: [1, 3, height, width] };
};

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How far the long stretches lean; short ones say little about it. */
const leanOf = (places: readonly Slanted[]): number =>
  median(
    places
      .filter(({ width, height }) => Math.max(width, height) > 4 * Math.min(width, height))
      .map(({ angle }) => angle),
  );

/** Radians by which a stretch may lean otherwise than its page before it is taken to stand as the page does. */
const likeThePage = 0.02;

const widened = (place: Slanted): Slanted => {
  const { width, height } = place;
  const by = (width * height * widening) / (2 * (width + height));
  return { ...place, width: width + 2 * by, height: height + 2 * by };
};

/** Where the picture has text. */
export const detectText = async (engine: Engine, picture: Picture): Promise<Detected> => {
  const input = detectorInput(picture);
  const { data } = await engine.detect(input);
  const [, , height = 0, width = 0] = input.shape;
  const [scaleX, scaleY] = [picture.width / width, picture.height / height];
  const toPicture = ({ x, y }: Point): Point => ({ x: (x + 0.5) * scaleX, y: (y + 0.5) * scaleY });
  const found = findBlobs(data, width, height, pixelThreshold, leastPixels, mostBlobs)
    .filter((blob) => blob.sum / blob.pixels >= blobThreshold)
    .map((blob) => convexHull(blob.edges.map(toPicture)))
    .map((hull) => ({ hull, place: smallestRectangle(hull) }));
  const lean = leanOf(found.map(({ place }) => place));
  const stretches = found
    .map(({ hull, place }) => {
      const long = place.width > 4 * place.height;
      const near = Math.abs(place.angle - lean) < likeThePage;
      return long && near ? place : rectangleAt(hull, lean);
    })
    .filter(({ width, height }) => Math.min(width, height) >= 3)
    .map((place) => ({ place: widened(place), core: place.height }));
  return { stretches, lean };
};
