import { parseChineseInteger } from "./chinese-number.js";
import { foldWidth, withoutSpace } from "./fold-width.js";

/** A reference to a provision of law: instrument, article (条), paragraph (款), item (项). */
export interface LawCitation {
  /** The title without 《》; absent where the text does not make clear whose article it is. */
  readonly instrument?: string;
  /** `124`, or `120之一` for an inserted article. */
  readonly article?: string;
  readonly paragraph?: number;
  readonly item?: number;
}

/**
 * The provisions a text cites, in order: `《食品安全法》第一百二十四条第一款第（一）项`, Arabic or Chinese
 * numbers, several joined by `、` or `和`, ranges with `至` spelt out. A title counts for the references
 * that follow it in the sentence; one that none follow is cited as a whole. Titles of case documents
 * (《行政处罚决定书》) are not law.
 */
export const parseCitations = (text: string): LawCitation[] => {
  const reader = new CitationReader();
  const plain = withoutSpace(foldWidth(text)).replace(SHORT_TITLE, "");
  for (const token of tokensOf(plain)) reader.take(token);
  return reader.finish();
};

const SHORT_TITLE = /\(以下(?:简称|称)[^()]{0,60}\)/g;
const LONGEST_TITLE = 120;
const CASE_DOCUMENT =
  /(?:决定书|告知书|通知书|意见书|催告书|申请书|审批表|登记表|呈批表|笔录|回证|清单|报告|合同|协议|营业执照|许可证)$/;

const NUMBER = "(?:\\d{1,4}|[〇○零一二三四五六七八九十百千两廿卅]{1,9})";
const BRACKETED = `(?:\\(${NUMBER}\\)|${NUMBER})`;
const LIST = `${BRACKETED}(?:[、,和及至-]${BRACKETED}|\\(${NUMBER}\\)){0,20}`;
const REFERENCE = new RegExp(
  `第(${LIST})(条|款|项)(?:之([一二三四五六七八九十]{1,3}|\\d{1,2}))?`,
  "gy",
);
/** What may stand before 第 when the reference still belongs to the title read last. */
const CARRIES_OVER =
  /(?:^|[》)、,;:和及与或至的之中据照反合了条款项目]|之[一二三四五六七八九十\d]{1,3}|(?:该|同)(?:法|条例|办法|规定|规则))$/;

type Level = "条" | "款" | "项";

type Token =
  | { readonly kind: "title"; readonly title: string }
  | { readonly kind: "end" }
  | {
      readonly kind: "reference";
      readonly level: Level;
      readonly numbers: readonly number[];
      readonly inserted?: number;
      /** Ties to the title before it. */
      readonly carries: boolean;
      /** 至 before it: the end of a range. */
      readonly closesRange: boolean;
    };

function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const glyph = text[at];
    if (glyph === "《") {
      const end = endOfTitle(text, at);
      if (end !== undefined) {
        yield { kind: "title", title: text.slice(at + 1, end) };
        at = end + 1;
        continue;
      }
    } else if (glyph === "。") {
      yield { kind: "end" };
    } else if (glyph === "第") {
      const reference = referenceAt(text, at);
      if (reference) {
        yield reference.token;
        at = reference.end;
        continue;
      }
    }
    at++;
  }
}

/** Where the 》 stands that closes the title, titles inside it (`《关于印发《…》的通知》`) passed over. */
const endOfTitle = (text: string, start: number): number | undefined => {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST_TITLE); at++) {
    if (text[at] === "《") depth++;
    if (text[at] === "》" && --depth === 0) return at;
  }
  return undefined;
};

const referenceAt = (text: string, at: number): { token: Token; end: number } | undefined => {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const numbers = numbersIn(match[1] ?? "");
  const inserted = match[3] === undefined ? undefined : readNumber(match[3]);
  if (!numbers) return undefined;
  const before = text.slice(Math.max(0, at - 8), at);
  const token: Token = {
    kind: "reference",
    level: match[2] as Level,
    numbers,
    ...(inserted !== undefined && { inserted }),
    carries: CARRIES_OVER.test(before),
    closesRange: /至$/.test(before),
  };
  return { token, end: at + match[0].length };
};

const LIST_PART = new RegExp(`([、,和及至-]?)\\(?(${NUMBER})\\)?`, "g");

/** `一、三` and `三至五` as numbers; undefined if one of them is none. */
const numbersIn = (list: string): number[] | undefined => {
  const numbers: number[] = [];
  for (const [, separator = "", digits = ""] of list.matchAll(LIST_PART)) {
    const number = readNumber(digits);
    if (number === undefined || number === 0) return undefined;
    if (/[至-]/.test(separator)) numbers.push(...upTo(numbers.at(-1) ?? number, number));
    else numbers.push(number);
  }
  return numbers;
};

const LONGEST_RANGE = 100;

/** The numbers after `start` up to `end`; only `end` where the range cannot be meant. */
const upTo = (start: number, end: number): number[] =>
  end > start && end - start <= LONGEST_RANGE
    ? Array.from({ length: end - start }, (_, index) => start + 1 + index)
    : [end];

const readNumber = (text: string): number | undefined =>
  /^\d+$/.test(text) ? Number(text) : parseChineseInteger(text);

/** Puts titles, articles, paragraphs and items together as they come. */
class CitationReader {
  readonly #citations: LawCitation[] = [];
  #instrument: string | undefined;
  #article: string | undefined;
  #paragraph: number | undefined;
  #lastNumber = 0;
  #lastLevel: Level | undefined;
  /** The provision read last; it is complete once something follows that does not narrow it. */
  #open: LawCitation | undefined;

  take(token: Token): void {
    if (token.kind === "title") this.#takeTitle(token.title);
    else if (token.kind === "end") this.#startOver(undefined);
    else this.#takeReference(token);
  }

  finish(): LawCitation[] {
    this.#close();
    return this.#citations;
  }

  #takeTitle(title: string): void {
    if (title === "" || CASE_DOCUMENT.test(title)) return this.#startOver(undefined);
    this.#startOver(title);
    this.#open = { instrument: title };
  }

  #startOver(instrument: string | undefined): void {
    this.#close();
    this.#instrument = instrument;
    this.#article = undefined;
    this.#paragraph = undefined;
    this.#lastLevel = undefined;
  }

  #takeReference(token: Token & { kind: "reference" }): void {
    if (!token.carries) this.#startOver(undefined);
    if (token.level !== "条" && this.#article === undefined) return;
    const numbers = this.#spelledOut(token);
    numbers.forEach((number, index) => {
      const isLast = index === numbers.length - 1;
      this.#takeNumber(token.level, number, isLast ? token.inserted : undefined);
    });
  }

  /** `第三条至第五条` is three articles. */
  #spelledOut(token: Token & { kind: "reference" }): readonly number[] {
    const [first, ...others] = token.numbers;
    if (first === undefined || !token.closesRange || this.#lastLevel !== token.level) {
      return token.numbers;
    }
    return [...upTo(this.#lastNumber, first), ...others];
  }

  #takeNumber(level: Level, number: number, inserted: number | undefined): void {
    // A second 款 or 项 stands beside the one before it; the first narrows what is open.
    const narrows =
      (level === "款" && this.#lastLevel === "条") ||
      (level === "项" && (this.#lastLevel === "条" || this.#lastLevel === "款"));
    const completesTitle = level === "条" && this.#open?.article === undefined;
    if (narrows || completesTitle) this.#open = undefined;
    this.#close();
    if (level === "条") {
      this.#article = inserted === undefined ? String(number) : `${number}之${chinese(inserted)}`;
      this.#paragraph = undefined;
    }
    if (level === "款") this.#paragraph = number;
    this.#open = {
      ...(this.#instrument !== undefined && { instrument: this.#instrument }),
      ...(this.#article !== undefined && { article: this.#article }),
      ...(this.#paragraph !== undefined && { paragraph: this.#paragraph }),
      ...(level === "项" && { item: number }),
    };
    this.#lastLevel = level;
    this.#lastNumber = number;
  }

  #close(): void {
    if (this.#open) this.#citations.push(this.#open);
    this.#open = undefined;
  }
}

const chinese = (number: number): string => {
  const digits = [..."〇一二三四五六七八九"];
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 ? "" : (digits[number % 10] ?? "");
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : (digits[tens] ?? "")}十${ones}`;
};
