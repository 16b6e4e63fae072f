import { Unreadable } from "../errors.js";

/** Text in the code page of a workbook. Throws `Unreadable` where the bytes are none in it. */
export const byteText = (data: Buffer, start: number, length: number, codePage: number): string => {
  const bytes = data.subarray(start, start + length);
  if (bytes.length < length) throw new Unreadable("file-broken");
  if (bytes.every((byte) => byte < 0x80)) return bytes.toString("latin1");
  try {
    return new TextDecoder(labels[codePage] ?? `windows-${codePage}`, { fatal: true }).decode(
      bytes,
    );
  } catch {
    throw new Unreadable("encoding-unknown");
  }
};

/** GB18030 has all of GBK; the decoder called gbk loses characters. */
const labels: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};
