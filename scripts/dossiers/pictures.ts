import sharp, { type OutputInfo, type Raw } from "sharp";
import { Chance } from "../city-random.js";

/** A number of its own for every name. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);

const dataUri = (bytes: Buffer, kind: "png" | "jpeg"): string =>
  `data:image/${kind};base64,${bytes.toString("base64")}`;

const star =
  "M0-1 .2245-.309 .951-.309 .363.118 .588.809 0 .382-.588.809-.363.118-.951-.309-.2245-.309z";

/** A round red seal: the agency's name along the rim, a star in the middle. */
export const drawSeal = async (agency: string): Promise<string> => {
  const letters = [...agency];
  const step = Math.min(30, 264 / (letters.length - 1));
  const around = letters
    .map((letter, i) => {
      const angle = (i - (letters.length - 1) / 2) * step;
      return `<text transform="rotate(${angle} 120 120) translate(120 42)" text-anchor="middle" font-size="27" font-family="Noto Serif CJK SC" font-weight="bold">${letter}</text>`;
    })
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><g fill="#d01818"><circle cx="120" cy="120" r="114" fill="none" stroke="#d01818" stroke-width="6"/>${around}<path transform="translate(120 122) scale(36)" d="${star}"/></g></svg>`;
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toBuffer();
  return dataUri(png, "png");
};

/** Shakes the brightness of every sample by up to `strength`, the same way for the same seed. */
export const addNoise = (samples: Uint8Array, seed: string, strength: number): void => {
  const chance = new Chance(seedOf(seed));
  const table = Array.from({ length: 4093 }, () => (chance.next() - 0.5) * 2 * strength);
  let at = 0;
  for (let i = 0; i < samples.length; i++) {
    if (i % 8191 === 0) at = Math.floor(chance.next() * table.length);
    samples[i] = Math.max(0, Math.min(255, (samples[i] ?? 0) + (table[(at + i) % 4093] ?? 0)));
  }
};

/** Width, height and channels alone: what else is said of raw samples would have them changed again. */
const shapeOf = ({ width, height, channels }: OutputInfo): Raw => ({
  width,
  height,
  channels,
});

/** An invented place: ground, a building, boxes; no two seeds alike. */
export const drawScene = async (seed: string, width = 720, height = 400): Promise<Buffer> => {
  const chance = new Chance(seedOf(seed));
  const between = (low: number, high: number): number => low + chance.next() * (high - low);
  const grey = (light: number): string =>
    `rgb(${[0, 0, 0].map(() => Math.round(light * 2.55 + between(-14, 14))).join(",")})`;
  const horizon = between(0.4, 0.6) * height;
  const boxes = Array.from({ length: 9 }, () => {
    const w = between(40, 170);
    const h = between(30, 150);
    const x = between(0, width - w);
    const y = Math.min(height - h, horizon - h / 2 + between(0, 120));
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${grey(between(25, 65))}" stroke="#222"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="${horizon}" fill="${grey(82)}"/><rect y="${horizon}" width="100%" height="${height - horizon}" fill="${grey(48)}"/>${boxes.join("")}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .blur(1.2)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addNoise(data, `${seed}:noise`, 9);
  return sharp(data, { raw: shapeOf(info) })
    .jpeg({ quality: 52 })
    .toBuffer();
};

export const sceneUri = async (seed: string): Promise<string> =>
  dataUri(await drawScene(seed), "jpeg");

/** A page as a scanner gives it: tilted a little, uneven light, specks, colours of the seal kept. */
export const scanned = async (
  page: Buffer,
  seed: string,
  quality: { jpeg: number; tilt: number; noise: number; grey?: boolean },
): Promise<Buffer> => {
  const chance = new Chance(seedOf(seed));
  const tilt = (chance.next() - 0.5) * 2 * quality.tilt;
  const { width, height } = await sharp(page).metadata();
  const turned = await sharp(page)
    .flatten({ background: "#ffffff" })
    .rotate(tilt, { background: "#f6f4ef" })
    .toBuffer();
  const size = await sharp(turned).metadata();
  const { data, info } = await sharp(turned)
    .extract({
      left: Math.floor((size.width - width) / 2),
      top: Math.floor((size.height - height) / 2),
      width,
      height,
    })
    .linear(0.9, 14)
    .blur(0.6)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addNoise(data, `${seed}:noise`, quality.noise);
  const picture = sharp(data, { raw: shapeOf(info) });
  const toned = quality.grey ? picture.greyscale() : picture;
  return toned.jpeg({ quality: quality.jpeg, chromaSubsampling: "4:2:0" }).toBuffer();
};
