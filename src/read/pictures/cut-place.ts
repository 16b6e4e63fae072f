import type { Box } from "../../model/pages.js";
import { pointsPerInch, type Picture } from "./picture.js";
import { samplePicture } from "./sample-picture.js";

export interface CutOptions {
  /** Points to show around the place. */
  margin: number;
  /** Bytes that the cut may take; it is made coarser until it fits. */
  bytes: number;
}

const cutOptions: CutOptions = { margin: 6, bytes: 60_000 };

/** Below this many pixels a side nothing could be read any more. */
const leastSide = 16;

/**
 * The part of a page that shows a place, as JPEG, straight as the place is.
 * @param box in points of the page as `Page.turned` has it
 * @param turned degrees clockwise from the picture to that page
 * @returns null where the place lies outside the picture, or cannot be shown in so few bytes
 */
export const cutPlace = async (
  picture: Picture,
  box: Box,
  turned = 0,
  options: Partial<CutOptions> = {},
): Promise<Uint8Array | null> => {
  const { margin, bytes } = { ...cutOptions, ...options };
  const { default: sharp } = await import("sharp");
  const scale = picture.dpi / pointsPerInch;
  const [width, height] = [(box.width + 2 * margin) * scale, (box.height + 2 * margin) * scale];
  const limit = Math.hypot(picture.width, picture.height);
  if (!(width >= 1 && height >= 1 && width <= limit && height <= limit)) return null;
  const angle = (turned * Math.PI) / 180;
  const upright = uprightSize(picture, turned);
  const x = (box.left - margin) * scale + width / 2 - upright.width / 2;
  const y = (box.top - margin) * scale + height / 2 - upright.height / 2;
  const centre = {
    x: picture.width / 2 + x * Math.cos(angle) + y * Math.sin(angle),
    y: picture.height / 2 - x * Math.sin(angle) + y * Math.cos(angle),
  };
  if (centre.x < 0 || centre.y < 0 || centre.x > picture.width || centre.y > picture.height) {
    return null;
  }
  for (let part = 1; Math.min(width, height) * part >= leastSide; part *= 0.7) {
    const [wide, high] = [Math.round(width * part), Math.round(height * part)];
    const cut = samplePicture(picture, { ...centre, width, height, angle: -angle }, wide, high);
    const jpeg = await sharp(cut, { raw: { width: wide, height: high, channels: 3 } })
      .jpeg({ quality: 80 })
      .toBuffer();
    if (jpeg.length <= bytes) return jpeg;
  }
  return null;
};

/** Width and height of a picture once it is turned by about a quarter, in its own unit. */
export const uprightSize = (
  { width, height }: { width: number; height: number },
  turned: number,
): { width: number; height: number } =>
  Math.round(turned / 90) % 2 === 0 ? { width, height } : { width: height, height: width };
