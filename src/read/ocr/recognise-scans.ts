import { createHash } from "node:crypto";
import type { Page, PagedFile } from "../../model/pages.js";
import { openImagePictures } from "../pictures/image-pictures.js";
import { openPdfPictures } from "../pictures/pdf-pictures.js";
import {
  pageDpi,
  PictureError,
  pictureLimits,
  type PageSource,
  type PictureLimits,
} from "../pictures/picture.js";
import type { PreparedEngine } from "./engine.js";
import { pageKey, type OcrCache } from "./ocr-cache.js";
import { recognisePicture, type RecognisedPage } from "./recognise-page.js";

/** Which pages are recognised: those without usable text, all, or none. */
export type OcrMode = "auto" | "always" | "off";

export interface ScanOptions {
  engine: PreparedEngine;
  cache?: OcrCache;
  limits?: PictureLimits;
  /** Called after each page that had to be recognised, so that whoever waits sees that work goes on. */
  onPage?: (page: number) => void;
}

/** A page with fewer letters than this, most of it pictures, is a scan with a stamp or a number of its own text. */
const [fewLetters, mostlyPictures] = [40, 0.6];

const lettersOf = (page: Page): number =>
  page.lines.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0);

const isScan = (page: Page): boolean =>
  page.state === "unreadable"
    ? page.reason === "not-recognised" || page.reason === "no-text-in-font"
    : page.state === "text" && page.pictured >= mostlyPictures && lettersOf(page) < fewLetters;

const isWanted = (page: Page, mode: OcrMode): boolean => {
  if (mode === "off" || page.reason === "past-limit") return false;
  return isScan(page) || (mode === "always" && page.state !== "blank");
};

/** The page as recognition leaves it. What the file itself says is given up only for text. */
const replaced = (page: Page, found: RecognisedPage): Page => {
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

const broken = (page: Page): Page =>
  page.state === "text" ? page : { ...page, state: "unreadable", reason: "page-broken" };

/** Opens the file at the first page that is not in the cache. */
const lazily = (open: () => Promise<PageSource>) => {
  let source: Promise<PageSource> | null = null;
  return {
    get: () => (source ??= open()),
    close: async () => {
      (await source?.catch(() => null))?.close();
    },
  };
};

/**
 * Recognises the pages of a PDF or a picture file that have no usable text, and keeps the others as they are. A page with
 * text of its own beside a photo keeps its text. A page that cannot be drawn stays unreadable.
 * @param bytes the whole file
 */
export const recogniseScans = async (
  document: PagedFile,
  bytes: Uint8Array,
  mode: OcrMode,
  { engine, cache, limits = pictureLimits, onPage }: ScanOptions,
): Promise<PagedFile> => {
  const { format } = document;
  if (format !== "pdf" && format !== "image") return document;
  if (!document.pages.some((page) => isWanted(page, mode))) return document;
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const source = lazily(() =>
    format === "pdf" ? openPdfPictures(bytes, pageDpi, limits) : openImagePictures(bytes, limits),
  );
  const recognise = async (number: number): Promise<RecognisedPage> => {
    const key = pageKey(fileHash, number, pageDpi, engine.id);
    const kept = await cache?.get(key);
    if (kept) return kept;
    const picture = await (await source.get()).picture(number);
    const found = await recognisePicture(await engine.open(), picture);
    await cache?.put(key, found);
    onPage?.(number);
    return found;
  };
  const pages: Page[] = [];
  try {
    for (const page of document.pages) {
      if (!isWanted(page, mode)) pages.push(page);
      else pages.push(await replacedOrBroken(page, recognise));
    }
  } finally {
    await source.close();
  }
  return { ...document, pages };
};

const replacedOrBroken = async (
  page: Page,
  recognise: (number: number) => Promise<RecognisedPage>,
): Promise<Page> => {
  try {
    return replaced(page, await recognise(page.number));
  } catch (error) {
    if (error instanceof PictureError) return broken(page);
    throw error;
  }
};
