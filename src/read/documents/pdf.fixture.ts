import { deflateSync } from "node:zlib";

/** Objects of a PDF from number 1 on, without `obj` and `endobj`; the first one is the catalog. */
export const pdfOf = (objects: readonly (string | Buffer)[]): Buffer => {
  const parts = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  let offset = parts[0]!.length;
  const places: number[] = [];
  objects.forEach((object, i) => {
    const bytes = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from("\nendobj\n"),
    ]);
    places.push(offset);
    offset += bytes.length;
    parts.push(bytes);
  });
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

export const stream = (content: string | Buffer, more = ""): Buffer => {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
};

interface PageGiven {
  content: string;
  /** More entries of the page's dictionary. */
  more?: string;
}

/** Objects 3 to 9: fonts /H (horizontal), /V (vertical), neither embedded, /N (numbers of glyphs only). */
const fonts = [
  "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
  "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [5 0 R] >>",
  "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 6 0 R >>",
  "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [8 0 R] >>",
  "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 9 0 R >>",
  "<< /Type /FontDescriptor /FontName /ABCDEF+Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
];

/** A PDF of pages of 600 × 800 points with the fonts /H, /V and /N and a picture /Im. */
export const pagesPdf = (
  pages: readonly PageGiven[],
  extra: readonly (string | Buffer)[] = [],
): Buffer => {
  const first = 11 + extra.length;
  const resources = `<< /Font << /H 3 0 R /V 4 0 R /N 7 0 R >> /XObject << /Im 10 0 R >> >>`;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const written = pages.flatMap(({ content, more = "" }, i) => [
    `<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * i + 1} 0 R ${more} >>`,
    stream(content),
  ]);
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 600 800] /Resources ${resources} >>`,
    ...fonts,
    stream(
      Buffer.alloc(300, 120),
      "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    ),
    ...extra,
    ...written,
  ]);
};

const hex = (text: string): string => {
  const bytes = Buffer.from(text, "utf16le").swap16();
  return `<${bytes.toString("hex")}>`;
};

interface Written {
  x: number;
  /** From the top of the page. */
  y: number;
  size?: number;
  font?: "H" | "V" | "N";
  /** The four figures in front of the place in a text matrix. */
  matrix?: string;
  /** More operators in front of the text. */
  set?: string;
}

/** Shows a text on a page of 800 points. */
export const show = (
  text: string,
  { x, y, size = 10, font = "H", matrix = "1 0 0 1", set = "" }: Written,
): string => `BT /${font} ${size} Tf ${set} ${matrix} ${x} ${800 - y} Tm ${hex(text)} Tj ET\n`;
