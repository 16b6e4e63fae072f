import {
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  PDFString,
} from "pdf-lib";
import type { PDFDocument } from "pdf-lib";

/** Text in UTF-16BE as hexadecimal digits, which is what UniGB-UCS2-H takes. */
const ucs2 = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("");

/** The font by name alone: not embedded, its letters by the UniGB-UCS2-H map. */
const namedFont = (pdf: PDFDocument) => {
  const { context } = pdf;
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: "STSong-Light",
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType0",
      BaseFont: "STSong-Light",
      CIDSystemInfo: {
        Registry: PDFString.of("Adobe"),
        Ordering: PDFString.of("GB1"),
        Supplement: 4,
      },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, [207], 814, 939, 500],
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: "STSong-Light",
      Encoding: "UniGB-UCS2-H",
      DescendantFonts: [descendant],
    }),
  );
};

const widthOf = (letter: string, size: number): number =>
  /[\x20-\x7e]/.test(letter) ? size / 2 : size;

const broken = (text: string, size: number, width: number): string[] => {
  const lines = [""];
  let used = 0;
  for (const letter of text) {
    used += widthOf(letter, size);
    if (used > width) {
      lines.push("");
      used = widthOf(letter, size);
    }
    lines[lines.length - 1] += letter;
  }
  return lines;
};

/** Writes a title and lines with a Chinese font that the PDF only names, as many government systems do. */
export const writeNamedFont = (pdf: PDFDocument, title: string, lines: readonly string[]): void => {
  const font = namedFont(pdf);
  const key = PDFName.of("ST");
  const newPage = () => {
    const page = pdf.addPage([595.28, 841.89]);
    page.node.setFontDictionary(key, font);
    return page;
  };
  let page = newPage();
  let y = 760;
  const put = (text: string, size: number, x: number): void => {
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginText),
      PDFOperator.of(PDFOperatorNames.SetFontAndSize, [key, PDFNumber.of(size)]),
      PDFOperator.of(PDFOperatorNames.MoveText, [PDFNumber.of(x), PDFNumber.of(y)]),
      PDFOperator.of(PDFOperatorNames.ShowText, [PDFHexString.of(ucs2(text))]),
      PDFOperator.of(PDFOperatorNames.EndText),
    );
  };
  put(title, 20, (595.28 - title.length * 20) / 2);
  y -= 40;
  for (const text of lines.flatMap((line) => broken(line, 14, 430))) {
    if (y < 70) {
      page = newPage();
      y = 770;
    }
    put(text, 14, 82);
    y -= 26;
  }
};
