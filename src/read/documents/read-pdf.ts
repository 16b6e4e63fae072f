import type { Page, Seal } from "../../model/pages.js";
import { Unreadable } from "../errors.js";
import { arrange } from "./layout/frames.js";
import type { DocumentLimits } from "./limits.js";
import { drawnOn } from "./pdf/drawn.js";
import { legible } from "./layout/legible.js";
import type { PdfAnnotation, PdfPage } from "./pdf/pdfjs.js";
import { withPdf } from "./pdf/pdfjs.js";
import { annotatedTexts, placedTexts } from "./pdf/placed-texts.js";
import { type Pages, pagesPastLimit, unreadablePage } from "./reader.js";

/**
 * Reads the text of a PDF as lines with their places. A page without text is unreadable, unless nothing
 * at all is drawn on it. Of a digital signature it only says on which page it shows: pdf.js does not tell
 * by whom. Throws `Unreadable`.
 */
export const readPdf = async (
  bytes: Buffer,
  limits: DocumentLimits,
  pageDone: () => void = () => undefined,
): Promise<Pages> => {
  if (!bytes.subarray(0, 1024).includes("%PDF-") || isTruncated(bytes)) {
    throw new Unreadable("file-broken");
  }
  try {
    return await withPdf(bytes, async (document, operators) => {
      const { numPages } = document;
      if (numPages > limits.pagesListed) {
        throw new Unreadable("too-many-pages", { limit: limits.pagesListed });
      }
      const read: Pages = { pages: [], seals: [] };
      for (let number = 1; number <= Math.min(numPages, limits.pages); number++) {
        const { page, seals } = await document
          .getPage(number)
          .then((found) => readPage(found, number, operators))
          .catch(() => ({ page: unreadablePage(number, "page-broken"), seals: [] }));
        read.pages.push(page);
        read.seals.push(...seals);
        pageDone();
      }
      read.pages.push(...pagesPastLimit(numPages, limits.pages));
      return read;
    });
  } catch (error) {
    throw isPassword(error) ? new Unreadable("file-encrypted") : error;
  }
};

/**
 * Whether the end of the file is missing: no end mark, or objects behind the last one. pdf.js would rebuild
 * what is left, and pages or their contents would be missing without a word.
 */
const isTruncated = (bytes: Buffer): boolean => {
  const end = bytes.lastIndexOf("%%EOF");
  return end < 0 || /\d+ \d+ obj\b/.test(bytes.toString("latin1", end));
};

const isPassword = (error: unknown): boolean =>
  error instanceof Error && error.name === "PasswordException";

/** A page with fewer letters is looked at for what else it shows. */
const LITTLE_TEXT = 50;

const readPage = async (
  page: PdfPage,
  number: number,
  operators: Readonly<Record<string, number>>,
): Promise<{ page: Page; seals: Seal[] }> => {
  try {
    const viewport = page.getViewport({ scale: 1 });
    const { items, styles } = await page.getTextContent({ disableNormalization: true });
    const annotations = await page.getAnnotations();
    const text = legible(items);
    const texts = [
      ...placedTexts(text.items, styles, viewport),
      ...annotatedTexts(annotations, viewport),
    ];
    const { lines, ...size } = arrange(texts, viewport.width, viewport.height);
    const letters = lines.reduce((sum, line) => sum + line.text.length, 0);
    const drawn =
      letters < LITTLE_TEXT
        ? drawnOn(await page.getOperatorList(), operators, viewport.transform, viewport)
        : { isAny: true, pictured: 0 };
    const { pictured } = drawn;
    const seals = annotations
      .filter(isSignature)
      .map(() => ({ page: number, name: null, date: null }));
    if (text.isLost) {
      return { page: unreadablePage(number, "no-text-in-font", size, pictured), seals };
    }
    if (lines.length > 0)
      return { page: { number, ...size, state: "text", lines, pictured }, seals };
    if (drawn.isAny) {
      return { page: unreadablePage(number, "not-recognised", size, pictured), seals };
    }
    return { page: { number, ...size, state: "blank", lines, pictured: 0 }, seals };
  } finally {
    page.cleanup();
  }
};

const isSignature = ({ fieldType, hasAppearance }: PdfAnnotation): boolean =>
  fieldType === "Sig" && hasAppearance === true;
