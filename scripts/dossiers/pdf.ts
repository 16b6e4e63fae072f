import { PDFDocument, StandardFonts } from "pdf-lib";

/** The day that all files bear, so that they are the same whenever they are made. */
const moment = new Date(Date.UTC(2024, 5, 1, 8, 0, 0));

export const newPdf = async (): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setCreationDate(moment);
  pdf.setModificationDate(moment);
  pdf.setProducer("anjuan fixtures");
  return pdf;
};

const a4 = { width: 595.28, height: 841.89 };

/** Appends the pages of another PDF; says how many there were. */
export const appendPdf = async (pdf: PDFDocument, bytes: Uint8Array): Promise<number> => {
  const other = await PDFDocument.load(bytes);
  const pages = await pdf.copyPages(other, other.getPageIndices());
  for (const page of pages) pdf.addPage(page);
  return pages.length;
};

/** Appends a page that is one picture, edge to edge. */
export const appendPicture = async (pdf: PDFDocument, jpeg: Uint8Array): Promise<void> => {
  const page = pdf.addPage([a4.width, a4.height]);
  page.drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, ...a4 });
};

export const appendBlank = (pdf: PDFDocument): void => {
  pdf.addPage([a4.width, a4.height]);
};

/** Puts the dossier's page number in the upper right corner, as a numbering machine does, from a given page on. */
export const stampPages = async (
  pdf: PDFDocument,
  from: number,
  skip: ReadonlySet<number> = new Set(),
): Promise<void> => {
  const font = await pdf.embedFont(StandardFonts.CourierBold);
  let printed = 0;
  pdf.getPages().forEach((page, i) => {
    if (i + 1 < from || skip.has(i + 1)) return;
    printed += 1;
    page.drawText(String(printed).padStart(3, "0"), { x: 535, y: 808, size: 13, font });
  });
};

export const savePdf = (pdf: PDFDocument): Promise<Uint8Array> => pdf.save();

export const countPages = async (bytes: Uint8Array): Promise<number> =>
  (await PDFDocument.load(bytes)).getPageCount();
