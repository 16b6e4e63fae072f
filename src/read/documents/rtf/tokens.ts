/** What an RTF file is made of. */
export type RtfToken =
  | { type: "open" }
  | { type: "close" }
  | { type: "word"; word: string; value: number | undefined }
  /** One byte of text, in the code page of its place. */
  | { type: "byte"; byte: number };

const [BACKSLASH, OPEN, CLOSE, CR, LF, APOSTROPHE, ASTERISK, MINUS, SPACE] = [
  0x5c, 0x7b, 0x7d, 0x0d, 0x0a, 0x27, 0x2a, 0x2d, 0x20,
] as const;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

const LONGEST_WORD = 32;

/** Cuts RTF into groups, control words and bytes of text; symbols are words of one character. */
export function* rtfTokens(bytes: Buffer): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at++] as number;
    if (byte === OPEN) yield { type: "open" };
    else if (byte === CLOSE) yield { type: "close" };
    else if (byte === CR || byte === LF || byte === 0) continue;
    else if (byte !== BACKSLASH) yield { type: "byte", byte };
    else if (isLetter(bytes[at])) {
      const start = at;
      while (isLetter(bytes[at]) && at - start < LONGEST_WORD) at++;
      const word = bytes.toString("latin1", start, at);
      const figures = at;
      if (bytes[at] === MINUS) at++;
      while (isDigit(bytes[at]) && at - figures < 12) at++;
      const value = at > figures ? Number(bytes.toString("latin1", figures, at)) : undefined;
      if (bytes[at] === SPACE) at++;
      // Raw bytes may follow, in which nothing is a token.
      if (word === "bin") at += Math.max(0, value ?? 0);
      else yield { type: "word", word, value };
    } else if (bytes[at] === APOSTROPHE) {
      const code = parseInt(bytes.toString("latin1", at + 1, at + 3), 16);
      at += 3;
      if (Number.isFinite(code)) yield { type: "byte", byte: code };
    } else {
      const symbol = bytes[at++];
      if (symbol === undefined) return;
      const word = symbol === CR || symbol === LF ? "par" : String.fromCharCode(symbol);
      yield symbol === ASTERISK || word === "par" || /[~_|:-]/.test(word)
        ? { type: "word", word, value: undefined }
        : { type: "byte", byte: symbol };
    }
  }
}
