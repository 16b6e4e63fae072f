import type { Page } from "../../../model/pages.js";
import { Flow } from "../word/flow.js";
import { decodePage, pageOfCharset } from "./code-pages.js";
import { applySetting, firstState, type RtfEncodings, type RtfState } from "./state.js";

/** Square twips of an A4 page. */
const PAGE_AREA = 11_906 * 16_838;

/** Groups whose content is no text of the document. */
const silent = new Set(
  "fonttbl colortbl stylesheet info pict object fldinst header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata datastore nonshppict bkmkstart bkmkend pnseclvl mmathPr template operator author title".split(
    " ",
  ),
);

/** Groups that old programs may ignore and that hold text. */
const known = new Set(["shppict", "shpinst", "shptxt", "fldrslt", "footnote"]);

const symbols: Readonly<Record<string, string>> = {
  tab: "\t",
  "~": "\u00a0",
  _: "-",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
};

/** Follows the words of RTF and collects its paragraphs. */
export class RtfReader {
  readonly flow = new Flow();
  readonly #encodings: RtfEncodings = { page: firstState.page, fonts: new Map() };
  readonly #groups: RtfState[] = [];
  #state = { ...firstState };
  #font: number | undefined;
  #isInFonts = false;
  #fontsDepth = 0;
  #ignorable = false;
  #toSkip = 0;
  #bytes: number[] = [];
  #text = "";
  #size: number | undefined;
  #table = -1;
  #row = 0;
  #column = 0;
  #wasInTable = false;
  /** A footnote stands within the text that it explains; its lines come at the end. */
  #note: { depth: number; text: string } | undefined;
  readonly #notes: string[] = [];
  #pictureWidth = 0;
  #depth = 0;
  #lowest = 0;

  /** Whether all groups are closed. */
  get isWhole(): boolean {
    return this.#depth === 0 && this.#lowest === 0;
  }

  open(): void {
    this.#flush();
    this.#depth++;
    this.#groups.push({ ...this.#state });
  }

  close(): void {
    this.#flush();
    if (this.#note?.depth === this.#depth) this.#endNote(this.#note.text);
    this.#depth--;
    this.#lowest = Math.min(this.#lowest, this.#depth);
    this.#state = this.#groups.pop() ?? this.#state;
    this.#ignorable = false;
    this.#toSkip = 0;
    if (this.#isInFonts && this.#groups.length < this.#fontsDepth) this.#isInFonts = false;
  }

  #endNote(text: string): void {
    this.#endLine();
    this.#note = undefined;
    this.#text = text;
  }

  byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (!this.#isUnseen) this.#bytes.push(byte);
  }

  get #isUnseen(): boolean {
    return this.#state.isSilent || this.#state.isHidden || this.#state.isDeleted;
  }

  word(word: string, value: number | undefined): void {
    if (word === "u") return this.#unicode(value ?? 0);
    this.#flush();
    if (word === "*") {
      this.#ignorable = true;
      return;
    }
    const isFirst = this.#ignorable;
    this.#ignorable = false;
    if (word === "footnote") {
      this.#note = { depth: this.#depth, text: this.#text };
      this.#text = "";
      return;
    }
    if (word === "fonttbl") [this.#isInFonts, this.#fontsDepth] = [true, this.#groups.length];
    if (silent.has(word) || (isFirst && !known.has(word))) {
      this.#state.isSilent = true;
      return;
    }
    if (this.#isInFonts) return this.#fontWord(word, value);
    if (applySetting(this.#state, this.#encodings, word, value)) return;
    if (word === "picwgoal") this.#pictureWidth = value ?? 0;
    else if (word === "pichgoal") {
      this.flow.picture((this.#pictureWidth * (value ?? 0)) / PAGE_AREA);
    } else if (!this.#isUnseen) this.#layout(word);
  }

  #fontWord(word: string, value: number | undefined): void {
    if (word === "f") this.#font = value;
    if (word !== "fcharset" || this.#font === undefined) return;
    const page = pageOfCharset(value ?? 0);
    if (page !== undefined && value !== 0) this.#encodings.fonts.set(this.#font, page);
  }

  #layout(word: string): void {
    switch (word) {
      case "par":
      case "line":
      case "sect":
        return this.#endLine();
      case "page":
        this.#endLine();
        return this.flow.breakPage();
      case "pagebb":
        if (!this.flow.isPageEmpty) this.flow.breakPage();
        return;
      case "cell":
      case "nestcell":
        this.#endLine(true);
        this.#column++;
        return;
      case "row":
      case "nestrow":
        this.#row++;
        this.#column = 0;
        return;
      default:
        this.#text += symbols[word] ?? "";
    }
  }

  #unicode(value: number): void {
    this.#flush();
    this.#toSkip = this.#state.skip;
    if (this.#isUnseen) return;
    this.#take(String.fromCharCode(value & 0xffff));
  }

  #flush(): void {
    this.#toSkip = 0;
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    this.#take(decodePage(bytes, this.#state.page));
  }

  #take(text: string): void {
    this.#text += text;
    if (text.trim() !== "") this.#size ??= this.#state.size;
  }

  #endLine(endsCell = false): void {
    if (this.#note) {
      this.#notes.push(this.#text);
      this.#text = "";
      return;
    }
    const isInTable = this.#state.isInTable || endsCell;
    if (isInTable && !this.#wasInTable) {
      this.#table++;
      this.#row = 0;
      this.#column = 0;
    }
    this.#wasInTable = isInTable;
    const cell = { table: this.#table, row: this.#row, column: this.#column, span: 1 };
    const look = { centred: this.#state.centred, size: this.#size };
    this.flow.add(this.#text, look, isInTable ? cell : undefined);
    this.#text = "";
    this.#size = undefined;
  }

  finish(): Page[] {
    this.#endLine();
    for (const note of this.#notes) this.flow.add(note);
    return this.flow.finish();
  }
}
