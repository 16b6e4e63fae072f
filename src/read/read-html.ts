import { Budget } from "./budget.js";
import { decodeText } from "./csv/decode-text.js";
import { Unreadable } from "./errors.js";
import { attributeIn, shownText, type Token, tokensOf } from "./html/tokens.js";
import type { Limits } from "./limits.js";
import { SheetRows } from "./sheet-rows.js";
import type { Table } from "./table.js";

/**
 * Reads a web page that a system exported under the name of a workbook as the one sheet that Excel makes
 * of it: its tables below each other, lines of text between them as rows. Every cell is text or blank.
 * Throws `Unreadable`.
 *
 * @param file the name that the sheet carries as its file; its last part names the sheet.
 */
export const readHtml = (bytes: Uint8Array, file: string, limits: Limits): Table => {
  const html = decodeText(bytes);
  const page = new Page(new Budget(limits));
  for (const token of tokensOf(html)) page.take(token);
  const rows = page.finish();
  const name = file.slice(file.lastIndexOf("/") + 1);
  return {
    sheets: [{ file, name, hidden: false, rows: rows.rows(), merges: rows.merges }],
    warnings: [],
  };
};

/** As browsers have it. */
const [MOST_COLUMNS, MOST_ROWS] = [1000, 65_534];

interface OpenCell {
  text: string;
  width: number;
  height: number;
}

class Page {
  readonly #rows: SheetRows;
  #row = 0;
  #column = 0;
  #inRow = false;
  #cell: OpenCell | undefined;
  /** Text outside of cells. */
  #loose = "";
  /** By column, the last row that a cell from above reaches into. */
  #taken: number[] = [];
  /** Elements open within one that is not shown. */
  #unseen: string[] = [];
  #tables = 0;

  constructor(private readonly budget: Budget) {
    this.#rows = new SheetRows(budget);
  }

  take(token: Token): void {
    if ("text" in token) this.#takeText(token.text);
    else if (this.#unseen.length > 0 || this.#isUnseen(token)) this.#takeUnseen(token);
    else this.#takeTag(token);
  }

  finish(): SheetRows {
    this.#endRow();
    this.#endLine();
    if (this.#tables === 0) throw new Unreadable("not-a-workbook");
    return this.#rows;
  }

  #takeText(raw: string): void {
    if (this.#unseen.length > 0) return;
    if (!this.#cell) {
      this.#loose += shownText(raw);
      this.budget.checkText(this.#loose);
      return;
    }
    this.#cell.text += shownText(raw);
    this.budget.checkText(this.#cell.text);
  }

  #isUnseen({ name, closing, attributes }: Exclude<Token, { text: string }>): boolean {
    return (
      !closing &&
      !spanning.has(name) &&
      !empty.has(name) &&
      hides(attributes) &&
      !attributes.endsWith("/")
    );
  }

  /** A date may carry figures that are not shown. */
  #takeUnseen({ name, closing, attributes }: Exclude<Token, { text: string }>): void {
    if (spanning.has(name)) {
      this.#unseen = [];
      this.#takeTag({ name, closing, attributes });
    } else if (closing) {
      const open = this.#unseen.lastIndexOf(name);
      if (open >= 0) this.#unseen.length = open;
    } else if (!empty.has(name)) this.#unseen.push(name);
  }

  #takeTag({ name, closing, attributes }: Exclude<Token, { text: string }>): void {
    switch (name) {
      case "table":
        this.#endRow();
        this.#endLine();
        this.#taken = [];
        if (!closing) this.#tables++;
        return;
      case "tr":
        this.#endRow();
        if (!closing) this.#beginRow(attributes);
        return;
      case "td":
      case "th":
        this.#endCell();
        if (!closing) this.#beginCell(attributes);
        return;
      case "br":
      case "p":
      case "div":
        if (this.#cell) {
          if (name === "br" || this.#cell.text.trim() !== "") this.#cell.text += "\n";
        } else this.#endLine();
    }
  }

  #beginRow(attributes: string): void {
    this.#endLine();
    this.#row++;
    this.#column = 0;
    this.#inRow = true;
    if (hides(attributes)) this.#rows.hide(this.#row);
  }

  #beginCell(attributes: string): void {
    if (!this.#inRow) this.#beginRow("");
    const span = (name: string, most: number): number => {
      const count = Number.parseInt(attributeIn(attributes, name) ?? "", 10);
      return count > 1 ? Math.min(count, most) : 1;
    };
    this.#cell = {
      text: "",
      width: span("colspan", MOST_COLUMNS),
      height: span("rowspan", MOST_ROWS),
    };
  }

  #endCell(): void {
    const cell = this.#cell;
    if (!cell) return;
    this.#cell = undefined;
    while ((this.#taken[this.#column] ?? 0) >= this.#row) this.#column++;
    const right = this.#column + cell.width;
    this.budget.check("columns", right);
    this.#rows.put(this.#row, this.#column, tidy(cell.text));
    this.#rows.merge(this.#row - 1, this.#column, this.#row + cell.height - 2, right - 1);
    for (let at = this.#column; at < right; at++) this.#taken[at] = this.#row + cell.height - 1;
    this.#column = right;
  }

  #endRow(): void {
    this.#endCell();
    this.#inRow = false;
  }

  #endLine(): void {
    const text = tidy(this.#loose);
    this.#loose = "";
    if (text !== "") this.#rows.put(++this.#row, 0, text);
  }
}

/** Elements that structure the page; what is open within them ends with them. */
const spanning = new Set(["table", "tbody", "thead", "tr", "td", "th"]);
const empty = new Set(["br", "img", "input", "hr", "col", "meta", "link"]);

const hides = (attributes: string): boolean =>
  attributes.includes("none") && /display\s*:\s*none/i.test(attributeIn(attributes, "style") ?? "");

const tidy = (text: string): string => text.replace(/ *\n */g, "\n").trim();
