/**
 * Letters that no Chinese document means: control characters, private use, unassigned, and scripts that
 * the numbers of glyphs fall into when a font does not say what they stand for.
 */
const FOREIGN =
  /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd\u0100-\u024f\u0250-\u02af\u0300-\u036f\u0530-\u1cff\u1d00-\u1fff\u2c00-\u2dff\ua000-\uabff\ufb00-\ufdff\ufe70-\ufefe]/u;

/** Of a font's letters; names and quotations in other languages stay below. */
const FOREIGN_SHARE = 0.3;
/** Of the page's letters; with more from such fonts the page says less than it shows. */
const LOST_SHARE = 0.2;
const LOST_LETTERS = 40;

/** A piece of text with the name of its font in the file. */
interface Item {
  str: string;
  fontName: string;
}

export interface Legible<I> {
  items: I[];
  /** Whether so many letters have no text that the page cannot count as read. */
  isLost: boolean;
}

/**
 * Takes out what is not text: letters of fonts that give numbers of glyphs instead of characters. Where
 * these are few, a U+FFFD stands for each, so that nobody takes them for text.
 */
export const legible = <I extends Item>(items: readonly I[]): Legible<I> => {
  const fonts = new Map<string, { letters: number; foreign: number }>();
  for (const { str, fontName } of items) {
    const font = fonts.get(fontName) ?? { letters: 0, foreign: 0 };
    for (const letter of str) {
      if (letter === " ") continue;
      font.letters++;
      if (FOREIGN.test(letter)) font.foreign++;
    }
    fonts.set(fontName, font);
  }
  const lost = new Set<string>();
  let all = 0;
  let gone = 0;
  for (const [name, { letters, foreign }] of fonts) {
    all += letters;
    if (foreign < FOREIGN_SHARE * letters || foreign === 0) continue;
    lost.add(name);
    gone += letters;
  }
  return {
    items: items.map((item) => ({ ...item, str: shown(item.str, lost.has(item.fontName)) })),
    isLost: gone > LOST_LETTERS || gone > LOST_SHARE * all,
  };
};

const shown = (text: string, isLost: boolean): string =>
  isLost ? text.replace(/\S|\p{Cc}/gu, "\ufffd") : text.replace(/\p{Cc}/gu, "\ufffd");
