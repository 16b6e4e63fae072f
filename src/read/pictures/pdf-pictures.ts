import type { PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import {
  pageDpi,
  PictureError,
  pictureLimits,
  pointsPerInch,
  type PageSource,
  type Picture,
  type PictureLimits,
} from "./picture.js";

let library: Promise<PDFiumLibrary> | null = null;

/** PDFium is loaded once a process, at first use: it is 5 MB of WASM. */
const pdfium = (): Promise<PDFiumLibrary> =>
  (library ??= import("@hyzyla/pdfium").then(({ PDFiumLibrary }) => PDFiumLibrary.init()));

const withoutAlpha = (rgba: Uint8Array): Uint8Array => {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
};

/** The scale that gives the wished density, or the highest that stays within the limit of pixels. */
const scaleFor = (width: number, height: number, dpi: number, pixels: number): number =>
  Math.min(dpi / pointsPerInch, Math.sqrt(pixels / (width * height)));

const load = async (bytes: Uint8Array): Promise<PDFiumDocument> => {
  const loaded = await pdfium();
  try {
    return await loaded.loadDocument(bytes);
  } catch (error) {
    const encrypted = error instanceof Error && /password|security/i.test(error.message);
    throw new PictureError(encrypted ? "file-encrypted" : "picture-broken", { cause: error });
  }
};

/** The smallest scale at which a page still shows letters: 36 dpi. Larger pages are refused. */
const smallestScale = 0.5;

/**
 * The pages of a PDF, drawn as a reader would show them, rotation and annotations included.
 * A page that would have more pixels than the limit is drawn less dense; see `Picture.dpi`.
 * @throws {PictureError} when the file cannot be opened
 */
export const openPdfPictures = async (
  bytes: Uint8Array,
  dpi: number = pageDpi,
  limits: PictureLimits = pictureLimits,
): Promise<PageSource> => {
  const document = await load(bytes);
  const count = Math.min(document.getPageCount(), limits.pages);
  const page = (number: number) => {
    if (!(number >= 1 && number <= count)) throw new PictureError("picture-broken");
    try {
      return document.getPage(number - 1);
    } catch (error) {
      throw new PictureError("picture-broken", { cause: error });
    }
  };
  const size = (number: number) => {
    const { originalWidth: width, originalHeight: height } = page(number).getOriginalSize();
    if (!(width > 0 && height > 0)) throw new PictureError("picture-broken");
    return { width, height };
  };
  const picture = async (number: number): Promise<Picture> => {
    const { width, height } = size(number);
    const scale = scaleFor(width, height, dpi, limits.pixels);
    if (scale < smallestScale) throw new PictureError("picture-too-large");
    try {
      const drawn = await page(number).render({ scale, renderFormFields: true });
      return {
        width: drawn.width,
        height: drawn.height,
        rgb: withoutAlpha(drawn.data),
        dpi: scale * pointsPerInch,
      };
    } catch (error) {
      throw new PictureError("picture-broken", { cause: error });
    }
  };
  return {
    count,
    size: (number) => Promise.resolve().then(() => size(number)),
    picture,
    close: () => {
      document.destroy();
    },
  };
};
