import sharp from "sharp";
import { Chance } from "../city-random.js";

/** How a page came off the scanner. */
export interface Wear {
  /** Degrees clockwise. */
  tilt: number;
  /** Standard deviation of the noise, in levels of 255. */
  noise: number;
  /** Of the JPEG, 1 to 100. */
  quality: number;
  /** Sigma of the blur in pixels; 0 for none. */
  blur: number;
  /** Centre of a red round seal in pixels, if any. */
  seal: { x: number; y: number; text: string } | null;
  seed: number;
}

const sealPicture = (text: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="331" height="331" viewBox="-42 -42 84 84">
  <g fill="#d8232a" stroke="none" font-family="Noto Serif CJK SC" font-size="9.5" opacity="0.85">
  <circle r="39.5" fill="none" stroke="#d8232a" stroke-width="2.4"/>
  <path d="M0,-13 L3.06,-4.2 12.4,-4 4.95,1.6 7.64,10.5 0,5.2 -7.64,10.5 -4.95,1.6 -12.4,-4 -3.06,-4.2 Z"/>
  ${[...text]
    .map((letter, index, all) => {
      const angle = -120 + (240 * index) / Math.max(1, all.length - 1);
      return `<text text-anchor="middle" transform="rotate(${angle}) translate(0,-27.5)">${letter}</text>`;
    })
    .join("")}</g></svg>`);

/** Noise of about a normal distribution: the mean of four even ones. */
const addNoise = (pixels: Buffer, deviation: number, chance: Chance): void => {
  for (let at = 0; at < pixels.length; at += 3) {
    const shift = (chance.next() + chance.next() + chance.next() + chance.next() - 2) * 1.73;
    for (let channel = 0; channel < 3; channel++) {
      const value = (pixels[at + channel] ?? 0) + shift * deviation;
      pixels[at + channel] = Math.max(0, Math.min(255, Math.round(value)));
    }
  }
};

/** A clean page as a scanner would give it: sealed, tilted, blurred, noisy, as JPEG with its 200 dpi. */
export const degrade = async (png: Buffer, wear: Wear): Promise<Buffer> => {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const seal = wear.seal
    ? [
        {
          input: sealPicture(wear.seal.text),
          left: Math.round(wear.seal.x - 165),
          top: Math.round(wear.seal.y - 165),
          blend: "multiply" as const,
        },
      ]
    : [];
  const sealed = await sharp(png).flatten({ background: "#fff" }).composite(seal).png().toBuffer();
  const turned = await sharp(sealed).rotate(wear.tilt, { background: "#fbfaf6" }).png().toBuffer();
  const size = await sharp(turned).metadata();
  let cut = sharp(turned)
    .removeAlpha()
    .extract({
      left: Math.floor((size.width - width) / 2),
      top: Math.floor((size.height - height) / 2),
      width,
      height,
    })
    .linear(0.9, 16);
  if (wear.blur > 0) cut = cut.blur(wear.blur);
  const { data } = await cut.raw().toBuffer({ resolveWithObject: true });
  addNoise(data, wear.noise, new Chance(wear.seed));
  return sharp(data, { raw: { width, height, channels: 3 } })
    .withMetadata({ density: 200 })
    .jpeg({ quality: wear.quality })
    .toBuffer();
};
