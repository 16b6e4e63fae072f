import type { Slanted } from "../pictures/sample-picture.js";
import type { ReadText } from "./ctc.js";

/** A part of what was read in one stretch, and where it stands. */
export interface Part {
  read: ReadText;
  place: Slanted;
}

/**
 * Free room between two characters, in widths of one: from here on there is a space, and from there on two cells of a
 * form. The recogniser tells places to a fifth of a width.
 */
const [space, cell] = [0.55, 1.1];

/** Neighbours whose distance says how wide a character is; with fewer it follows from the line's height. */
const fewNeighbours = 2;

/** Width of a character over the height of its stretch, which the detector makes wider than the letters. */
const usualWidth = 0.87;

/** Full-width marks fill one half of their room, and are taken for half-width ones. */
const mark = /[，。、；：！？（）《》〔〕【】“”‘’[\]():;,.]/u;

const halfWidth = /[\u0020-\u007e]/u;
const ideograph = /\p{Script=Han}/u;

/** The room that a character may take on one side of its middle, in widths. */
const halfOf = (character: string): number =>
  mark.test(character) ? 0.8 : halfWidth.test(character) ? 0.25 : 0.5;

const median = (values: number[]): number | undefined =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The width of a full character, the stretch's whole width being 1. */
const characterWidth = ({ text, places }: ReadText, place: Slanted): number => {
  const distances = places.flatMap((at, index) => {
    const [one = "", next = ""] = [text[index], text[index + 1]];
    return ideograph.test(one) && ideograph.test(next) ? [(places[index + 1] ?? at) - at] : [];
  });
  const usual = (usualWidth * place.height) / Math.max(1, place.width);
  return distances.length < fewNeighbours ? usual : (median(distances) ?? usual);
};

/** The part of a slanted place between two points of its length, from 0 to 1. */
const between = (place: Slanted, from: number, to: number): Slanted => {
  const along = ((from + to) / 2 - 0.5) * place.width;
  return {
    ...place,
    x: place.x + along * Math.cos(place.angle),
    y: place.y + along * Math.sin(place.angle),
    width: (to - from) * place.width,
  };
};

/** Free room before each character, in widths of one. */
const gapsOf = ({ text, places }: ReadText, width: number): number[] =>
  places.map((at, index) => {
    const before = places[index - 1];
    if (before === undefined) return 0;
    const taken = halfOf(text[index - 1] ?? "") + halfOf(text[index] ?? "");
    return (at - before) / width - taken;
  });

const nothing = (): ReadText => ({ text: "", confidences: [], places: [] });

/**
 * Parts what was read at wide gaps, and writes spaces for narrower ones: the detector takes a label, its value and the
 * next label of a row for one line. A title with even spaces between its letters stays whole.
 */
export const partLine = (read: ReadText, place: Slanted): Part[] => {
  const width = characterWidth(read, place);
  const gaps = gapsOf(read, width);
  const parts = [nothing()];
  const add = (text: string, confidence: number, at: number): void => {
    const last = parts.at(-1);
    if (!last) return;
    last.text += text;
    last.confidences.push(confidence);
    last.places.push(at);
  };
  read.places.forEach((at, index) => {
    const [before = "", character = ""] = [read.text[index - 1], read.text[index]];
    const gap = gaps[index] ?? 0;
    const isSpaced = before !== " " && character !== " ";
    if (gap > cell) parts.push(nothing());
    else if (gap > space && isSpaced && !mark.test(before + character)) add(" ", 1, at);
    add(character, read.confidences[index] ?? 0, at);
  });
  return parts.map((part, index) => {
    const left = index === 0 ? 0 : Math.max(0, (part.places[0] ?? 0) - width / 2);
    const right = index === parts.length - 1 ? 1 : (part.places.at(-1) ?? 0) + width / 2;
    return { read: part, place: between(place, left, Math.max(left, Math.min(1, right))) };
  });
};
