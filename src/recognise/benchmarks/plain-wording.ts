import { foldWidth, withoutSpace } from "../../values/fold-width.js";

/** A comma that groups digits: 5,000. */
const PARTING_COMMA = /(?<!\d),|,(?!\d{3}(?!\d))/g;

/**
 * The words of a tier in one form: half-width, no white space, one kind of dash; ，；： stay Chinese, so that a half-width
 * comma is one between digits.
 */
export const plainWording = (text: string): string =>
  text
    .split("，")
    .map((part) => withoutSpace(foldWidth(part)).replace(PARTING_COMMA, "，"))
    .join("，")
    .replaceAll(/[-‐‑‒–—―−~～〜∼]+/g, "-")
    .replaceAll(";", "；")
    .replaceAll(":", "：")
    .replaceAll(/[。；]+$/g, "");
