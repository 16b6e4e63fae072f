import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openImagePictures } from "../pictures/image-pictures.js";
import { openPdfPictures } from "../pictures/pdf-pictures.js";
import {
  pageDpi,
  PictureError,
  pictureLimits,
  type PageSource,
  type Picture,
} from "../pictures/picture.js";
import type { PreparedEngine } from "./engine.js";
import { pageKey, pictureKey, type OcrCache } from "./ocr-cache.js";
import { drawingVersions } from "./parts.js";
import { recognisePicture, type RecognisedPage } from "./recognise-page.js";

/** A file whose pages are recognised. */
export interface ScannedFile {
  /** Absolute. */
  path: string;
  format: "pdf" | "image";
  /** Of the bytes that its pages were read from. */
  sha256: string;
}

/** Recognises pages of one file after the other; the last one stays open, and the engine with its models. */
export class PageRecogniser {
  readonly #drawnBy = drawingVersions();
  #last: { sha256: string; source: Promise<PageSource> } | undefined;

  constructor(
    private readonly engine: PreparedEngine,
    private readonly cache?: OcrCache,
  ) {}

  /**
   * What a page says, from the cache where the file, or the picture in another file, was seen before.
   * @throws {PictureError} where the page cannot be drawn, or the file is no longer the same
   */
  async recognise(file: ScannedFile, number: number): Promise<RecognisedPage> {
    const kept = await this.kept(file, number);
    if (kept) return kept;
    const picture = await (await this.#open(file)).picture(number);
    const pictured = pictureKey(picture, this.engine.id);
    const found = (await this.cache?.get(pictured)) ?? (await this.#read(pictured, picture));
    await this.cache?.link(this.#keyOf(file, number), pictured);
    return found;
  }

  /** What the cache has of a page of the file; neither the engine nor what draws pages is loaded for it. */
  async kept(file: ScannedFile, number: number): Promise<RecognisedPage | undefined> {
    return this.cache?.get(this.#keyOf(file, number));
  }

  #keyOf({ sha256 }: ScannedFile, number: number): string {
    return pageKey(sha256, number, pageDpi, `${this.#drawnBy} ${this.engine.id}`);
  }

  async close(): Promise<void> {
    const last = this.#last;
    this.#last = undefined;
    (await last?.source.catch(() => null))?.close();
  }

  async #read(key: string, picture: Picture): Promise<RecognisedPage> {
    const found = await recognisePicture(await this.engine.open(), picture);
    await this.cache?.put(key, found);
    return found;
  }

  async #open(file: ScannedFile): Promise<PageSource> {
    if (this.#last?.sha256 !== file.sha256) {
      await this.close();
      this.#last = { sha256: file.sha256, source: openPictures(file) };
    }
    return this.#last.source;
  }
}

const openPictures = async ({ path, format, sha256 }: ScannedFile): Promise<PageSource> => {
  const bytes = await readFile(path);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new PictureError("picture-broken");
  }
  return format === "pdf"
    ? openPdfPictures(bytes, pageDpi, pictureLimits)
    : openImagePictures(bytes, pictureLimits);
};
