import { TextDecoder } from "node:util";

/** Encodings by the code page of Windows. Text of an unknown one would be wrong; it becomes U+FFFD. */
const byPage: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  1257: "windows-1257",
  1258: "windows-1258",
  54936: "gb18030",
  65001: "utf-8",
};

/** Code pages by the character set that a font names. */
const byCharset: Readonly<Record<number, number>> = {
  0: 1252,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

export const pageOfCharset = (charset: number): number | undefined => byCharset[charset];

const decoders = new Map<number, TextDecoder | undefined>();

export const decodePage = (bytes: readonly number[], page: number): string => {
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  if (!decoders.has(page)) {
    const encoding = byPage[page];
    decoders.set(page, encoding === undefined ? undefined : new TextDecoder(encoding));
  }
  const decoder = decoders.get(page);
  return decoder ? decoder.decode(Uint8Array.from(bytes)) : "\ufffd".repeat(bytes.length);
};
