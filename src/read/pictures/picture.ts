/** Pixels of a page as it is shown: three bytes a pixel (red, green, blue), row by row from the top. */
export interface Picture {
  width: number;
  height: number;
  rgb: Uint8Array;
  /** Pixels to the inch. */
  dpi: number;
}

/** The pages of one file as pictures. Pages count from 1. Close it when done. */
export interface PageSource {
  readonly count: number;
  /** Width and height of a page in points. */
  size(page: number): Promise<{ width: number; height: number }>;
  /** @throws {PictureError} */
  picture(page: number): Promise<Picture>;
  close(): void;
}

/** Why a picture could not be had. */
export type PictureReason =
  /** Damaged, or not what it claims to be. */
  | "picture-broken"
  /** More pixels than the limit. */
  | "picture-too-large"
  /** Protected by a password. */
  | "file-encrypted";

export class PictureError extends Error {
  override readonly name = "PictureError";

  constructor(
    readonly reason: PictureReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** What a picture may cost. 25 million pixels are A3 at 350 dpi, and 75 MB. */
export interface PictureLimits {
  pixels: number;
  /** Pages of one file, frames of a TIFF. */
  pages: number;
}

export const pictureLimits: PictureLimits = { pixels: 25_000_000, pages: 5_000 };

/** How dense a page is drawn: what scanners of offices use, and what the reader's models are at their best with. */
export const pageDpi = 200;

export const pointsPerInch = 72;

/** Quarter turns clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** The picture turned clockwise by quarters. */
export const turnPicture = (picture: Picture, turns: QuarterTurns): Picture => {
  if (turns === 0) return picture;
  const { width, height, rgb, dpi } = picture;
  const turned = new Uint8Array(rgb.length);
  const wide = turns === 2 ? width : height;
  const [start, step, rowStep] = {
    1: [(height - 1) * width, -width, 1],
    2: [height * width - 1, -1, -width],
    3: [width - 1, width, -1],
  }[turns] as [number, number, number];
  const high = turns === 2 ? height : width;
  for (let y = 0, to = 0; y < high; y++) {
    for (let x = 0, at = start + y * rowStep; x < wide; x++, at += step, to += 3) {
      turned[to] = rgb[at * 3] ?? 0;
      turned[to + 1] = rgb[at * 3 + 1] ?? 0;
      turned[to + 2] = rgb[at * 3 + 2] ?? 0;
    }
  }
  return { width: wide, height: high, rgb: turned, dpi };
};
