/** Of one picture, in pixels; dots per inch where the file says them. */
export interface ImageSize {
  width: number;
  height: number;
  dpi?: number;
}

/**
 * The sizes of the pictures in an image file, by its content: one, or one for each page of a TIFF.
 * Undefined where it is none of PNG, JPEG, BMP, GIF, TIFF, WebP, or broken off before it says its size.
 */
export const imageSizes = (bytes: Buffer): ImageSize[] | undefined => {
  try {
    const sizes = readSizes(bytes);
    return sizes?.every(({ width, height }) => width > 0 && height > 0) ? sizes : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const readSizes = (bytes: Buffer): ImageSize[] | undefined => {
  const head = bytes.toString("latin1", 0, 16);
  if (head.startsWith("\x89PNG")) return [png(bytes)];
  if (head.startsWith("\xff\xd8\xff")) return jpeg(bytes);
  if (head.startsWith("BM")) return [bmp(bytes)];
  if (head.startsWith("GIF8"))
    return [{ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }];
  if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) return webp(bytes);
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return tiff(bytes);
  return undefined;
};

const METRE = 39.370_08;

const png = (bytes: Buffer): ImageSize => {
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const density = bytes.subarray(0, 4096).indexOf("pHYs");
  const isPerMetre = density > 0 && bytes[density + 12] === 1;
  return isPerMetre ? { ...size, dpi: bytes.readUInt32BE(density + 4) / METRE } : size;
};

const bmp = (bytes: Buffer): ImageSize => ({
  width: Math.abs(bytes.readInt32LE(18)),
  height: Math.abs(bytes.readInt32LE(22)),
  dpi: bytes.readInt32LE(38) / METRE,
});

const webp = (bytes: Buffer): ImageSize[] | undefined => {
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X")
    return [{ width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }];
  if (kind === "VP8 ") {
    return [{ width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }];
  }
  if (kind !== "VP8L") return undefined;
  const bits = bytes.readUInt32LE(21);
  return [{ width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }];
};

/** The frame of a JPEG; one that ends before it is broken off. */
const jpeg = (bytes: Buffer): ImageSize[] | undefined => {
  let dpi: number | undefined;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
      return [dpi === undefined ? size : { ...size, dpi }];
    }
    if (marker === 0xe0 && bytes[at + 11] === 1) dpi = bytes.readUInt16BE(at + 12);
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
};

const MOST_PAGES = 10_000;
const [WIDTH, HEIGHT, RESOLUTION] = [256, 257, 282] as const;

const tiff = (bytes: Buffer): ImageSize[] => {
  const isLittle = bytes[0] === 0x49;
  const short = (at: number): number =>
    isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  const long = (at: number): number => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const pages: ImageSize[] = [];
  const seen = new Set<number>();
  for (let at = long(4); at !== 0 && !seen.has(at) && pages.length < MOST_PAGES;) {
    seen.add(at);
    const count = short(at);
    const values = new Map<number, number>();
    for (let entry = at + 2; entry < at + 2 + 12 * count; entry += 12) {
      const isShort = short(entry + 2) === 3;
      values.set(short(entry), isShort ? short(entry + 8) : long(entry + 8));
    }
    const size = { width: values.get(WIDTH) ?? 0, height: values.get(HEIGHT) ?? 0 };
    const ratio = values.get(RESOLUTION);
    const dpi = ratio === undefined ? NaN : long(ratio) / long(ratio + 4);
    pages.push(Number.isFinite(dpi) ? { ...size, dpi } : size);
    at = long(at + 2 + 12 * count);
  }
  return pages;
};
