import type { DocumentType } from "../../model/document-words.js";
import type { Line, Page } from "../../model/pages.js";
import { bodyLines } from "./page-text.js";
import { withoutSpace } from "../../values/fold-width.js";
import { labelKey, plainText } from "./plain-text.js";
import { slipsTo } from "./slips.js";

export interface FoundTitle {
  /** Null where it looks like a title and is none that is known. */
  type: DocumentType | null;
  line: Line;
  /** As written, without the spaces between its letters. */
  title: string;
  /** From 0 to 1. */
  confidence: number;
}

/** A line is large if its letters are so much taller than the page's usual ones. */
const LARGE = 1.15;
/** How far the middle of a centred line may be from the page's, as a part of its width. */
const CENTRED = 0.06;
/** Titles stand in this upper part of the page, or among so many first lines where there are no places. */
const UPPER = 0.4;
const FIRST_LINES = 4;
/** Of a page with more lines only the first are looked at. */
const MOST_LINES = 300;
/** Shorter titles are too near to other words for slips to be forgiven. */
const SLIP_FROM = 5;

/** How sure a document is by its name in another place than at its head. */
const ANYWHERE = 0.8;

const AGENCY = /(?:局|委员会|政府|厅|办事处|管委会|大队|支队|总队|中心|院|公司)$/;
const DOCUMENT_WORD = /(?:书|表|录|单|证|函|报告|意见|公告|目录|案卷|方案|清单)(?:\([^()]*\))?$/;
const TRIAL = /\((?:试行|副本|存根|样式)\)$/;
const NUMBER_BEHIND = /[\p{Script=Han}()\d]{0,20}[〔[【(]\d{4}[〕\]】)]第?\d+号$/u;

/** Knows documents by the titles at the head of their first pages. */
export class TitleBook {
  readonly #byKey = new Map<string, DocumentType>();
  /** By names that other documents call it. */
  readonly #byCall = new Map<string, DocumentType>();

  readonly #anywhere = new Map<string, DocumentType>();

  constructor(types: readonly DocumentType[]) {
    for (const type of types) {
      for (const name of type.anywhere) this.#anywhere.set(labelKey(name), type);
      for (const name of type.also) this.#byCall.set(labelKey(name), type);
      for (const title of [type.title.zh, ...type.titles]) this.#byKey.set(labelKey(title), type);
    }
  }

  /** The type that a title names: alone, behind the agency's name, or before the document's number. */
  typeOf(text: string): DocumentType | undefined {
    const key = labelKey(text).replace(TRIAL, "");
    return (
      this.#byKey.get(key) ??
      this.#byKey.get(key.replace(/\([^()]*\)$/, "")) ??
      this.#behindAgency(key) ??
      this.#beforeNumber(key)
    );
  }

  /** The type that another document calls by a title or a shorter name. */
  typeCalled(text: string): DocumentType | undefined {
    const key = labelKey(text);
    return (
      this.typeOf(text) ?? this.#byCall.get(key) ?? this.#byCall.get(key.replace(/\([^()]*\)$/, ""))
    );
  }

  /** The title of a document that begins on this page, known or not; undefined where none does. */
  titleOn(page: Page): FoundTitle | undefined {
    const lines = bodyLines(page).slice(0, MOST_LINES);
    const usual = usualSize(lines);
    const heads = lines.filter((line, at) => isHead(line, at, page, usual, lines));
    const known = heads.flatMap((line) => this.#known(line) ?? []);
    if (known[0]) return known[0];
    const pictured = page.state === "recognised" ? this.#inPicture(lines) : undefined;
    if (pictured) return pictured;
    const other = heads.find(
      (line) => isLarge(line, usual) && DOCUMENT_WORD.test(labelKey(line.text)) && !isSeries(line),
    );
    return other && { type: null, line: other, title: titleText(other), confidence: 0.5 };
  }

  /** A certificate by the name that is printed on it, wherever that stands. */
  #inPicture(lines: readonly Line[]): FoundTitle | undefined {
    for (const line of lines) {
      const type = this.#anywhere.get(labelKey(line.text));
      if (type && isAlone(line, lines)) {
        return {
          type,
          line,
          title: titleText(line),
          confidence: ANYWHERE * (line.confidence ?? 1),
        };
      }
    }
    return undefined;
  }

  #known(line: Line): FoundTitle | undefined {
    const type = this.typeOf(line.text);
    if (type) return { type, line, title: titleText(line), confidence: line.confidence ?? 1 };
    if (line.confidence === null) return undefined;
    const slipped = this.#slipped(labelKey(line.text));
    return slipped && { type: slipped, line, title: titleText(line), confidence: 0.7 };
  }

  #behindAgency(key: string): DocumentType | undefined {
    for (let at = 4; at < key.length - 3; at++) {
      const type = AGENCY.test(key.slice(0, at)) ? this.#byKey.get(key.slice(at)) : undefined;
      if (type) return type;
    }
    return undefined;
  }

  #beforeNumber(key: string): DocumentType | undefined {
    if (!NUMBER_BEHIND.test(key)) return undefined;
    for (let end = key.length - 8; end >= 4; end--) {
      const type = this.#byKey.get(key.slice(0, end));
      if (type) return type;
    }
    return undefined;
  }

  /** The one type whose title was misread by one character. */
  #slipped(key: string): DocumentType | undefined {
    if (key.length < SLIP_FROM) return undefined;
    const near = [...this.#byKey].filter(
      ([title]) => title.length >= SLIP_FROM && slipsTo(key, title),
    );
    const types = new Set(near.map(([, type]) => type));
    return types.size === 1 ? near[0]?.[1] : undefined;
  }
}

const titleText = ({ text }: Line): string => withoutSpace(plainText(text));

/** `安全生产行政执法文书`: the name of the series, above the title. */
const isSeries = ({ text }: Line): boolean => /执法文书$/.test(labelKey(text));

const usualSize = (lines: readonly Line[]): number => {
  const sizes = lines.flatMap(({ size, text }) =>
    size === null ? [] : Array<number>(text.length).fill(size),
  );
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
};

const isLarge = ({ size }: Line, usual: number): boolean =>
  size !== null && usual > 0 && size >= LARGE * usual;

/** Whether nothing stands beside a line. */
const isAlone = (line: Line, lines: readonly Line[]): boolean =>
  lines.every(({ box }) => {
    if (!line.box || !box || box === line.box) return true;
    return box.top >= line.box.top + line.box.height || box.top + box.height <= line.box.top;
  });

/** Whether a line stands where titles do, and as they do; never a cell of a table or a part of a sentence. */
const isHead = (
  line: Line,
  at: number,
  page: Page,
  usual: number,
  lines: readonly Line[],
): boolean => {
  if (line.cell) return false;
  if (!line.box || page.width === null || page.height === null) {
    return (
      at < FIRST_LINES && (line.size === null || line.centred === true || isLarge(line, usual))
    );
  }
  const { left, top, width } = line.box;
  if (top > UPPER * page.height || !isAlone(line, lines)) return false;
  const isCentred = Math.abs(left + width / 2 - page.width / 2) < CENTRED * page.width;
  return isLarge(line, usual) || (isCentred && at < FIRST_LINES);
};
