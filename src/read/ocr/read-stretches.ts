import type { Picture } from "../pictures/picture.js";
import { samplePicture, type Slanted } from "../pictures/sample-picture.js";
import { decodeSteps, type ReadText } from "./ctc.js";
import type { Engine } from "./engine.js";

/** The height that the recogniser reads. */
const lineHeight = 48;

/** Widths are rounded up to this, so that few shapes occur and the padding stays small. */
const widthStep = 32;

/** Beyond this a line is squeezed: 80 full characters. */
const longest = 80 * lineHeight;

/** A line cut out of the page, level, `lineHeight` high. */
const cutLine = (picture: Picture, place: Slanted): { rgb: Uint8Array; width: number } => {
  const natural = Math.ceil((place.width / place.height) * lineHeight);
  const width = Math.max(8, Math.min(longest, natural));
  return { rgb: samplePicture(picture, place, width, lineHeight), width };
};

/** Fills one plane a channel (blue, green, red), from -1 to 1; what is right of the line stays 0. */
const recogniserInput = (rgb: Uint8Array, width: number, padded: number): Float32Array => {
  const data = new Float32Array(3 * lineHeight * padded);
  for (let y = 0, at = 0; y < lineHeight; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      for (let channel = 0; channel < 3; channel++) {
        data[((2 - channel) * lineHeight + y) * padded + x] = (rgb[at + channel] ?? 0) / 127.5 - 1;
      }
    }
  }
  return data;
};

/** Reads one stretch of text, level or slanted. */
export const readStretch = async (
  engine: Engine,
  picture: Picture,
  place: Slanted,
): Promise<ReadText> => {
  const { rgb, width } = cutLine(picture, place);
  const padded = Math.ceil(width / widthStep) * widthStep;
  const data = recogniserInput(rgb, width, padded);
  const steps = await engine.recognise({ data, shape: [1, 3, lineHeight, padded] });
  const read = decodeSteps(steps.data, engine.characters);
  return { ...read, places: read.places.map((place) => Math.min(1, (place * padded) / width)) };
};

/** A reading that another one contradicts is no surer than a coin's toss. */
const disputed = 0.5;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * The surer of two readings of one line, less sure where they differ; all of it where it is not clear which characters
 * stand for which.
 */
export const agree = (one: ReadText, other: ReadText): ReadText => {
  if (one.text === other.text) return one;
  const [kept, left] =
    mean(other.confidences) > mean(one.confidences) ? [other, one] : [one, other];
  const aligned = kept.text.length === left.text.length;
  const confidences = kept.confidences.map((value, at) =>
    aligned && kept.text[at] === left.text[at] ? value : Math.min(value, disputed),
  );
  return { ...kept, confidences };
};
