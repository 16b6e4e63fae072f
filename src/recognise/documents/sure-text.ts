import type { Line } from "../../model/pages.js";
import { plainText } from "./plain-text.js";

/** A text of a document, and how sure it is that it says so. */
export interface SureText {
  text: string;
  /** From 0 to 1: that of its least certain letter or digit. 1 where the file holds the text. */
  confidence: number;
  /** That of each UTF-16 unit, where the text was recognised from a picture. */
  confidences?: readonly number[];
}

/** Under a seal no character is surer than this: what the seal hides of it, nobody sees. */
const underSeal = 0.75;

const counted = /[\p{L}\p{N}]/u;

/** Whether every unit of the text has its confidence. */
const isTold = ({ text, confidences }: SureText): boolean => confidences?.length === text.length;

/**
 * How sure a text is: that of its least certain letter or digit. Marks and brackets say nothing that a value could be
 * mistaken for.
 *
 * @param also further characters that count, such as the point of a number
 */
export const surenessOf = (said: SureText, also?: RegExp): number => {
  if (!isTold(said)) return said.confidence;
  let least = 1;
  for (let at = 0; at < said.text.length; at++) {
    const character = said.text[at] ?? "";
    if (!counted.test(character) && !also?.test(character)) continue;
    least = Math.min(least, said.confidences?.[at] ?? said.confidence);
  }
  return least;
};

const surely = (text: string, confidences: readonly number[]): SureText => {
  const said = { text, confidence: 1, confidences };
  return { ...said, confidence: surenessOf(said) };
};

/** A recognised text of which nothing is surer than this; one that the file holds as it is. */
export const noSurer = (said: SureText, most: number): SureText =>
  said.confidences || said.confidence < 1
    ? {
        text: said.text,
        confidence: Math.min(most, said.confidence),
        ...(said.confidences && {
          confidences: said.confidences.map((one) => Math.min(most, one)),
        }),
      }
    : said;

/** The text of a line. The rule on which somebody signed (`_方仲平_`) is no part of it. */
export const sureText = (line: Line): SureText => {
  const text = plainText(line.text);
  const { confidence } = line;
  if (confidence === null) return { text, confidence: 1 };
  const most = line.underSeal ? underSeal : 1;
  const plain = text.replaceAll("_", " ");
  if (line.confidences?.length !== text.length) {
    return { text: plain, confidence: Math.min(most, confidence) };
  }
  return surely(
    plain,
    line.confidences.map((one) => Math.min(most, one)),
  );
};

/** A part of a text, from one place to the one before another. */
export const cutText = (said: SureText, from: number, to = said.text.length): SureText => {
  const text = said.text.slice(from, to);
  if (!said.confidences || !isTold(said)) return { text, confidence: said.confidence };
  return surely(text, said.confidences.slice(from, to));
};

/** A text without the white space around it. */
export const trimmedText = (said: SureText): SureText => {
  const from = said.text.length - said.text.trimStart().length;
  return cutText(said, from, from + said.text.trim().length);
};

/** Texts one after the other, with something between them. */
export const joinTexts = (parts: readonly SureText[], between = ""): SureText => {
  const text = parts.map((part) => part.text).join(between);
  const confidence = Math.min(1, ...parts.map((part) => part.confidence));
  if (!parts.some(({ confidences }) => confidences)) return { text, confidence };
  const gap = Array.from({ length: between.length }, () => 1);
  const confidences = parts.flatMap((part, at) => [
    ...(at > 0 ? gap : []),
    ...(isTold(part) && part.confidences
      ? part.confidences
      : Array.from({ length: part.text.length }, () => part.confidence)),
  ]);
  return surely(text, confidences);
};
