import type { Capture } from "../../model/pages.js";
import { CivilDate } from "../../values/civil-date.js";
import { Unreadable } from "../errors.js";
import { imageSizes, type ImageSize } from "./image-sizes.js";
import type { DocumentLimits } from "./limits.js";
import { type Pages, pagesPastLimit, unreadablePage } from "./reader.js";

/**
 * Reads an image file as pages that are pictures, with their size and what the camera says of time and
 * place. What is on them is not recognised here. Throws `Unreadable`.
 */
export const readImage = async (bytes: Buffer, limits: DocumentLimits): Promise<Pages> => {
  const sizes = imageSizes(bytes);
  if (!sizes && !isHeic(bytes)) throw new Unreadable("file-broken");
  const shown = (sizes ?? [undefined]).slice(0, limits.pages);
  const pages = shown.map((size, i) =>
    unreadablePage(i + 1, "not-recognised", size && inPoints(size), 1),
  );
  const capture = await captureOf(bytes);
  return {
    pages: [...pages, ...pagesPastLimit(sizes?.length ?? 1, limits.pages)],
    seals: [],
    ...(capture && { capture }),
  };
};

const isHeic = (bytes: Buffer): boolean =>
  /^ftyp(?:hei|mif|hev|avif)/.test(bytes.toString("latin1", 4, 12));

/** What screens show a picture at that does not say its density, or says one that no scanner has. */
const USUAL_DPI = 96;

const inPoints = ({
  width,
  height,
  dpi = USUAL_DPI,
}: ImageSize): { width: number; height: number } => {
  const density = dpi >= 72 && dpi <= 2400 ? dpi : USUAL_DPI;
  const points = (pixels: number): number => Math.round((pixels * 7200) / density) / 100;
  return { width: points(width), height: points(height) };
};

const captureOf = async (bytes: Buffer): Promise<Capture | undefined> => {
  const { default: exifr } = await import("exifr");
  let tags: Record<string, unknown> | undefined;
  try {
    tags = (await exifr.parse(bytes, { reviveValues: false, gps: true })) as typeof tags;
  } catch {
    // What a camera wrote may be broken where the picture is not.
    return undefined;
  }
  const written = tags?.["DateTimeOriginal"] ?? tags?.["CreateDate"];
  const text = typeof written === "string" && /[1-9]/.test(written) ? written.trim() : null;
  const [latitude, longitude] = [degrees(tags?.["latitude"]), degrees(tags?.["longitude"])];
  if (text === null && latitude === null) return undefined;
  const [, year, month, day] = /^(\d{4})[:\-/](\d{2})[:\-/](\d{2})/.exec(text ?? "") ?? [];
  const date = CivilDate.of(Number(year), Number(month), Number(day)) ?? null;
  return { text, date, latitude, longitude };
};

const degrees = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
