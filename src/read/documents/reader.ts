import type { Capture, Page, Seal } from "../../model/pages.js";
import type { DocumentLimits } from "./limits.js";

/** What a reader of one format gives of a document. */
export interface Pages {
  pages: Page[];
  seals: Seal[];
  capture?: Capture;
}

/**
 * Reads the bytes of one format. Throws `Unreadable`; any other error breaks the file.
 *
 * @param pageDone called after each page that took time.
 */
export type DocumentReader = (
  bytes: Buffer,
  limits: DocumentLimits,
  pageDone: () => void,
) => Promise<Pages> | Pages;

/** A page of which nothing could be read. */
export const unreadablePage = (
  number: number,
  reason: NonNullable<Page["reason"]>,
  size: Pick<Page, "width" | "height"> = { width: null, height: null },
  pictured = 0,
): Page => ({ number, ...size, state: "unreadable", reason, lines: [], pictured });

/** The pages behind the last one that is read. */
export const pagesPastLimit = (count: number, limit: number): Page[] =>
  Array.from({ length: Math.max(0, count - limit) }, (_, i) =>
    unreadablePage(limit + 1 + i, "past-limit"),
  );
