import type { Page } from "../../model/pages.js";
import type { RecognisedPage } from "./recognise-page.js";

/** Which pages are recognised: those without usable text, all, or none. */
export const ocrModes = ["auto", "always", "off"] as const;
export type OcrMode = (typeof ocrModes)[number];

/** A page with fewer letters than this, most of it pictures, is a scan with a stamp or a number of its own text. */
const [fewLetters, mostlyPictures] = [40, 0.6];

const lettersOf = (page: Page): number =>
  page.lines.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0);

const isScan = (page: Page): boolean =>
  page.state === "unreadable"
    ? page.reason === "not-recognised" || page.reason === "no-text-in-font"
    : page.state === "text" && page.pictured >= mostlyPictures && lettersOf(page) < fewLetters;

/** Whether a page of a PDF or a picture is to be recognised. A page with text beside a photo keeps its text. */
export const isWanted = (page: Page, mode: OcrMode): boolean => {
  if (mode === "off" || page.reason === "past-limit") return false;
  return isScan(page) || (mode === "always" && page.state !== "blank");
};

/** The page as recognition leaves it. What the file itself says is given up only for text. */
export const replaced = (page: Page, found: RecognisedPage): Page => {
  if (found.state !== "recognised" && page.state === "text") return page;
  return {
    number: page.number,
    width: found.width,
    height: found.height,
    state: found.state,
    ...(found.state === "unreadable" ? { reason: "nothing-legible" as const } : {}),
    lines: found.lines,
    pictured: page.pictured,
    ...(found.turned === 0 ? {} : { turned: found.turned }),
  };
};

/** The page where recognition came to nothing: what the file itself says stays. */
export const unrecognised = (page: Page, reason: NonNullable<Page["reason"]>): Page =>
  page.state === "text" ? page : { ...page, state: "unreadable", reason };
