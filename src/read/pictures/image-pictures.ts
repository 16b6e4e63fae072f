import type { Metadata, Sharp } from "sharp";
import {
  PictureError,
  pictureLimits,
  pointsPerInch,
  type PageSource,
  type Picture,
  type PictureLimits,
} from "./picture.js";

/** The long side of A4 in inches: what a picture without a density is taken to show. */
const pageInches = 11.69;

/** Densities outside these are defaults of cameras and programs, not the scanner's. */
const [leastDpi, mostDpi] = [100, 1200];

const densityOf = (metadata: Metadata): number => {
  const given = metadata.density;
  if (given !== undefined && given >= leastDpi && given <= mostDpi) return given;
  return Math.max(metadata.width, metadata.height) / pageInches;
};

/**
 * The pages of a picture file (JPEG, PNG, TIFF with one or more frames, BMP where libvips reads it), upright as
 * its EXIF orientation says, on white. Without a plausible density a picture is taken to show one page of A4.
 * @throws {PictureError} when the file cannot be opened
 */
export const openImagePictures = async (
  bytes: Uint8Array,
  limits: PictureLimits = pictureLimits,
): Promise<PageSource> => {
  const { default: sharp } = await import("sharp");
  const open = (page: number): Sharp =>
    sharp(bytes, { page: page - 1, limitInputPixels: limits.pixels, failOn: "error" });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const large = error instanceof Error && /pixel limit/i.test(error.message);
      throw new PictureError(large ? "picture-too-large" : "picture-broken", { cause: error });
    }
  };
  const metadata = (page: number) => attempt(() => open(page).metadata());

  const count = Math.min((await metadata(1)).pages ?? 1, limits.pages);
  return {
    count,
    size: async (page) => {
      const found = await metadata(page);
      const inches = pointsPerInch / densityOf(found);
      const { width, height } = found.autoOrient;
      return { width: width * inches, height: height * inches };
    },
    picture: async (page): Promise<Picture> => {
      const dpi = densityOf(await metadata(page));
      const { data, info } = await attempt(() =>
        open(page)
          .autoOrient()
          .flatten({ background: "#fff" })
          .toColourspace("srgb")
          .removeAlpha()
          .raw({ depth: "uchar" })
          .toBuffer({ resolveWithObject: true }),
      );
      if (info.channels !== 3) throw new PictureError("picture-broken");
      return { width: info.width, height: info.height, rgb: data, dpi };
    },
    close: () => undefined,
  };
};
