import stringWidth from "string-width";

/** Never at the start of a line (行首禁则). */
const closing = /^[\p{Pe}\p{Pf}，。、；：？！,.;:?!…%‰°℃·～—々ー」』】〉》〕）］｝”’]$/u;
/** Never at the end of a line (行尾禁则). */
const opening = /^[\p{Ps}\p{Pi}￥¥$＄#№§“‘]$/u;
/** Stays with the figure before it: `5,000元`, `第57条`. */
const counter = /^[元条款项目号点个件份次人天日月年时分秒页卷周倍米岁]$/u;
/** Characters between which a line may break anywhere. */
const ideographic =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Nearly all text consists of these, whose width is known without a table: two columns, then one. */
const plain = /^[\x20-\x7E·–—‘’“”…›─\u4E00-\u9FFF\u3000-\u301F\uFF01-\uFF60]*$/;
const narrow = /[\x20-\x7E·–—‘’“”…›─]/g;

/** Columns that a text takes on a terminal. */
export const displayWidth = (text: string): number =>
  plain.test(text) ? 2 * text.length - (text.match(narrow)?.length ?? 0) : stringWidth(text);

const split = (text: string): string[] =>
  plain.test(text) ? [...text] : Array.from(graphemes.segment(text), ({ segment }) => segment);

const natureOf = (character: string) => ({
  closing: closing.test(character),
  opening: opening.test(character),
  counter: counter.test(character),
  digit: /[\d０-９]/.test(character),
  ideographic: ideographic.test(character),
  blank: /^\s+$/.test(character),
});

const natures = new Map<string, ReturnType<typeof natureOf>>();

/** What a character is to typesetting. Remembered, since a report has few different ones. */
const nature = (character: string): ReturnType<typeof natureOf> => {
  let known = natures.get(character);
  if (!known) {
    known = natureOf(character);
    natures.set(character, known);
  }
  return known;
};

/** Whether a line may break between two characters that no blank separates. */
const mayBreak = (before: string, after: string): boolean => {
  const [left, right] = [nature(before), nature(after)];
  if (right.closing || left.opening || (left.digit && right.counter)) return false;
  return left.ideographic || right.ideographic;
};

/** The pieces of a text that stay together on a line, each with whether a blank stood before it. */
const pieces = (text: string): { text: string; spaced: boolean }[] => {
  const found: { text: string; spaced: boolean }[] = [];
  let last = "";
  for (const character of split(text)) {
    if (nature(character).blank) {
      last = " ";
      continue;
    }
    const piece = found.at(-1);
    if (piece && last !== " " && !mayBreak(last, character)) piece.text += character;
    else found.push({ text: character, spaced: last === " " });
    last = character;
  }
  return found;
};

const wrapLine = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const append = (part: string, partWidth: number, gap: string): void => {
    if (line !== "" && used + gap.length + partWidth > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    const lead = line === "" ? "" : gap;
    line += lead + part;
    used += lead.length + partWidth;
  };
  for (const piece of pieces(text)) {
    const gap = piece.spaced ? " " : "";
    const pieceWidth = displayWidth(piece.text);
    if (pieceWidth <= width) {
      append(piece.text, pieceWidth, gap);
      continue;
    }
    // Longer than a whole line, a path for instance: break it where the line ends.
    for (const [at, character] of split(piece.text).entries()) {
      append(character, displayWidth(character), at === 0 ? gap : "");
    }
  }
  return [...lines, line];
};

/**
 * A text in lines of at most so many columns, by the rules of Chinese typesetting: no line begins with
 * closing punctuation or ends with opening punctuation; words and figures stay whole where they fit.
 * Only blanks are ever lost. Line breaks of the text are kept.
 */
export const wrap = (text: string, width: number): string[] =>
  text.split("\n").flatMap((line) => wrapLine(line, Math.max(width, 2)));

/** The text with blanks behind it, so many columns wide. */
export const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - displayWidth(text)));
