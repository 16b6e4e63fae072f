/** Boxes to tick, as the symbol fonts of Word number them. */
const boxes: Readonly<Record<number, string>> = {
  0x52: "☑",
  0x53: "☒",
  0x54: "☒",
  0x6f: "□",
  0x71: "□",
  0xa3: "□",
  0xa8: "□",
  0xfb: "✗",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/**
 * The character that a symbol of a font stands for; U+FFFD where the font is not known.
 *
 * @param code hexadecimal, as `F0FE`.
 */
export const symbolOf = (code: string, font: string): string => {
  const number = parseInt(code, 16);
  if (!Number.isFinite(number)) return "";
  if (/wingdings/i.test(font)) return boxes[number & 0xff] ?? "\ufffd";
  return number >= 0xe000 && number <= 0xf8ff ? "\ufffd" : String.fromCodePoint(number & 0xffff);
};
