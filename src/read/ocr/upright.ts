import { turnPicture, type Picture, type QuarterTurns } from "../pictures/picture.js";
import { detectText, type Detected, type Stretch } from "./detect-text.js";
import type { Engine } from "./engine.js";
import { readStretch } from "./read-stretches.js";

/** A page whose lines stand as one reads them. */
export interface Upright {
  picture: Picture;
  detected: Detected;
  /** Quarter turns clockwise from the picture that was given. */
  turns: QuarterTurns;
}

/** Stretches tried before the page is believed to stand upright, and how sure they must be on the average. */
const [tried, sure] = [5, 0.9];

const isTall = ({ place }: Stretch): boolean => place.height > 1.5 * place.width;

/** Whether most of the text, by its length, runs from above to below. */
const runsDown = (stretches: readonly Stretch[]): boolean => {
  let [down, all] = [0, 0];
  for (const stretch of stretches) {
    const length = Math.max(stretch.place.width, stretch.place.height);
    all += length;
    if (isTall(stretch)) down += length;
  }
  return down > all / 2;
};

/** How sure the reader is of some of the text: those with a middling length, which cost little. */
const confidenceOf = async (
  engine: Engine,
  picture: Picture,
  { stretches }: Detected,
): Promise<number> => {
  const long = stretches
    .filter(({ place }) => place.width > 3 * place.height)
    .sort((a, b) => a.place.width - b.place.width);
  const from = Math.max(0, Math.floor(long.length / 2) - tried);
  const sample = long.slice(from, from + tried);
  let sum = 0;
  for (const { place } of sample) {
    const { confidences } = await readStretch(engine, picture, place);
    sum += confidences.reduce((all, one) => all + one, 0) / Math.max(1, confidences.length);
  }
  return sample.length === 0 ? 0 : sum / sample.length;
};

/**
 * Turns a page that lies on its side or stands on its head. Where no way of turning makes its text more sure, it
 * stays as it is.
 */
export const makeUpright = async (engine: Engine, picture: Picture): Promise<Upright> => {
  const asGiven: Upright = { picture, detected: await detectText(engine, picture), turns: 0 };
  const { stretches } = asGiven.detected;
  if (stretches.length === 0) return asGiven;
  const sideways = runsDown(stretches);
  let best = { upright: asGiven, confidence: 0 };
  for (const turns of sideways ? ([3, 1] as const) : ([0, 2] as const)) {
    const turned = turnPicture(picture, turns);
    const detected = turns === 0 ? asGiven.detected : await detectText(engine, turned);
    const confidence = await confidenceOf(engine, turned, detected);
    if (confidence > best.confidence) {
      best = { upright: { picture: turned, detected, turns }, confidence };
    }
    if (confidence >= sure) break;
  }
  return best.upright;
};
