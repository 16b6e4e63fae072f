import type { DocumentFormat } from "../../model/pages.js";
import { Unreadable } from "../errors.js";
import type { DocumentLimits } from "./limits.js";
import type { DocumentReader, Pages } from "./reader.js";

/** The libraries behind a format are loaded when the first file of it comes. */
const readers: Readonly<Record<DocumentFormat, () => Promise<DocumentReader>>> = {
  pdf: async () => (await import("./read-pdf.js")).readPdf,
  docx: async () => (await import("./read-docx.js")).readDocx,
  doc: async () => (await import("./read-doc.js")).readDoc,
  rtf: async () => (await import("./read-rtf.js")).readRtf,
  ofd: async () => (await import("./read-ofd.js")).readOfd,
  text: async () => (await import("./read-text.js")).readText,
  image: async () => (await import("./read-image.js")).readImage,
};

/**
 * Reads the pages of a document in this process. What is not trusted goes through `ReaderPool` instead,
 * which can end it. Throws `Unreadable`; any other error breaks the file.
 */
export const readBytes = async (
  bytes: Buffer,
  format: DocumentFormat,
  limits: DocumentLimits,
  pageDone: () => void,
): Promise<Pages> => {
  if (bytes.length === 0) throw new Unreadable("file-empty");
  const read = await readers[format]();
  return read(bytes, limits, pageDone);
};
