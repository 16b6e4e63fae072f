import type { Box, Line } from "../../model/pages.js";
import { pointsPerInch, turnPicture, type Picture } from "../pictures/picture.js";
import type { Slanted } from "../pictures/sample-picture.js";
import { isBlank } from "./blank-page.js";
import type { Stretch } from "./detect-text.js";
import type { Engine } from "./engine.js";
import { joinBroken, type PlacedLine } from "./join-lines.js";
import { inReadingOrder } from "./order-lines.js";
import { partLine } from "./part-line.js";
import { agree, readStretch } from "./read-stretches.js";
import { findSeals, gentle, isUnderSeal, thorough, withoutSeals, type Patch } from "./seals.js";
import { makeUpright } from "./upright.js";

/** What a page's picture says. */
export interface RecognisedPage {
  state: "recognised" | "blank" | "unreadable";
  lines: Line[];
  /** Size of the page in points, turned as its lines are. */
  width: number;
  height: number;
  /** Degrees clockwise by which the picture was turned so that its lines stand straight; places are on that page. */
  turned: number;
}

/** Stands for writing that is there and could not be read at all. */
export const illegible = "\uFFFD";

/** Points: what is smaller and says nothing is a speck or part of a rule, not writing. */
const leastWriting = 9;

/** A page without a line as sure as this says nothing to rely on. */
const legible = 0.5;

/** Height of a letter over the height that the detector marks for it. */
const letterHeight = 2.6;

/** Room that letters take, and what the place of a line has more than them, in widths of one. */
const [wide, narrow, around] = [1, 0.5, 0.4];

/**
 * Height of a line's letters in points: as the detector marks it, which is too much for short lines, and no more than the
 * room that each of its letters has.
 */
const sizeOf = (text: string, box: Box, marked: number): number => {
  const letters = [...text].map((one) => (/[\u0020-\u007e]/u.test(one) ? narrow : wide));
  return Math.min(marked, box.width / letters.reduce<number>((sum, one) => sum + one, around));
};

const inPoints = (place: Slanted, picture: Picture, lean: number): Box => {
  const scale = pointsPerInch / picture.dpi;
  const [x, y] = [place.x - picture.width / 2, place.y - picture.height / 2];
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
  return {
    left: (x * cos + y * sin + (picture.width - place.width) / 2) * scale,
    top: (y * cos - x * sin + (picture.height - place.height) / 2) * scale,
    width: place.width * scale,
    height: place.height * scale,
  };
};

/** Two places are enough, and keep the cache small. */
const sureness = (confidences: readonly number[]) => {
  const rounded = confidences.map((value) => Math.floor(value * 100) / 100);
  return { confidence: Math.min(...rounded), confidences: rounded };
};

/** The ways in which a page is looked at, all turned alike. */
interface Views {
  /** As it is, seals and all. */
  sealed: Picture;
  /** With its seals taken away. */
  thorough: Picture;
  gentle: Picture;
  /** Where the seals are. */
  seals: readonly Patch[];
}

/**
 * The lines in a stretch of text. Text under a seal is read from two pictures: what is left of the seal, or lost with it, shows where they
 * differ.
 */
const readLines = async (
  engine: Engine,
  views: Views,
  { place, core }: Stretch,
  lean: number,
): Promise<PlacedLine[]> => {
  const picture = views.thorough;
  const plain = await readStretch(engine, picture, place);
  const read = isUnderSeal(views.sealed, views.seals, place)
    ? agree(plain, await readStretch(engine, views.gentle, place))
    : plain;
  return partLine(read, place).flatMap((part) => {
    const box = inPoints(part.place, picture, lean);
    const empty = part.read.text.trim() === "";
    if (empty && Math.min(box.width, box.height) < leastWriting) return [];
    return {
      text: empty ? illegible : part.read.text,
      box,
      size: sizeOf(part.read.text, box, (core * letterHeight * pointsPerInch) / picture.dpi),
      ...(empty ? { confidence: 0 } : sureness(part.read.confidences)),
      ...(isUnderSeal(views.sealed, views.seals, part.place) ? { underSeal: true } : {}),
    };
  });
};

const stateOf = (lines: readonly Line[], picture: Picture): RecognisedPage["state"] => {
  if (lines.some(({ confidence }) => (confidence ?? 0) >= legible)) return "recognised";
  return lines.length === 0 && isBlank(picture) ? "blank" : "unreadable";
};

/**
 * Reads the text of a page's picture. A line's confidence is that of its least certain character: one wrong digit
 * makes a number wrong. Text is given as read, however little sense it makes.
 */
export const recognisePicture = async (engine: Engine, given: Picture): Promise<RecognisedPage> => {
  const cleaned = withoutSeals(given, thorough);
  const { picture, detected, turns } = await makeUpright(engine, cleaned);
  const sealed = turnPicture(given, turns);
  const views: Views = {
    sealed,
    seals: findSeals(sealed),
    thorough: picture,
    gentle: cleaned === given ? picture : turnPicture(withoutSeals(given, gentle), turns),
  };
  const lines: PlacedLine[] = [];
  for (const stretch of detected.stretches) {
    lines.push(...(await readLines(engine, views, stretch, detected.lean)));
  }
  const scale = pointsPerInch / picture.dpi;
  const state = stateOf(lines, given);
  return {
    state,
    lines: state === "recognised" ? joinBroken(inReadingOrder(lines)) : [],
    width: picture.width * scale,
    height: picture.height * scale,
    turned: turns * 90 - (detected.lean * 180) / Math.PI,
  };
};
