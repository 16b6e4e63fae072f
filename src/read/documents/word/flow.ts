import type { Line, Page, TableCell } from "../../../model/pages.js";

/** How a line of a document without positions looks. */
export interface LineLook {
  centred?: boolean;
  /** Height of the letters in points. */
  size?: number | undefined;
}

/**
 * Collects the lines of a format that has no positions, page by page. Tables are counted anew on each
 * page; a table that goes on over a page break keeps counting its rows.
 */
export class Flow {
  readonly #pages: { lines: Line[]; pictured: number; tables: Map<number, number> }[] = [];
  #page = this.#begin();

  /** The characters of all lines, to hold against a limit. */
  characters = 0;

  #begin(): { lines: Line[]; pictured: number; tables: Map<number, number> } {
    const page = { lines: [], pictured: 0, tables: new Map<number, number>() };
    this.#pages.push(page);
    return page;
  }

  /**
   * @param cell with the number of its table in the whole document.
   * @returns the line's own place, for what is only known behind it.
   */
  add(text: string, { centred, size }: LineLook = {}, cell?: TableCell): TableCell | undefined {
    this.characters += text.length;
    if (text.trim() === "") return undefined;
    const place = cell && { ...cell, table: this.#tableOnPage(cell.table) };
    this.#page.lines.push({
      text,
      box: null,
      size: size ?? null,
      ...(centred && { centred }),
      ...(place && { cell: place }),
      confidence: null,
    });
    return place;
  }

  #tableOnPage(table: number): number {
    const { tables } = this.#page;
    const known = tables.get(table) ?? tables.size;
    tables.set(table, known);
    return known;
  }

  /** A picture that covers so much of its page. */
  picture(share: number): void {
    this.#page.pictured = Math.min(1, this.#page.pictured + share);
  }

  get isPageEmpty(): boolean {
    return this.#page.lines.length === 0 && this.#page.pictured === 0;
  }

  breakPage(): void {
    this.#page = this.#begin();
  }

  /** Pages in their order, without an empty one that a break at the very end leaves. */
  finish(): Page[] {
    if (this.#pages.length > 1 && this.isPageEmpty) this.#pages.pop();
    return this.#pages.map(({ lines, pictured }, i): Page => {
      const about = { number: i + 1, width: null, height: null, lines, pictured };
      if (lines.length > 0) return { ...about, state: "text" };
      if (pictured === 0) return { ...about, state: "blank" };
      return { ...about, state: "unreadable", reason: "not-recognised" };
    });
  }
}
