import type { Shown } from "../number-format.js";
import type { XmlScanner } from "../xml-scanner.js";

/** What the styles of a document say of what is read: dates without a day, sheets not shown. */
export class Styles {
  readonly #formats = new Map<string, Shown>();
  readonly #cells = new Map<string, { format: string | undefined; parent: string | undefined }>();
  readonly #hiddenTables = new Set<string>();

  /** Takes up the style that the current tag opens, if it is one that matters here. */
  take(xml: XmlScanner): void {
    if (xml.opens("date-style")) this.#takeDateStyle(xml);
    else if (xml.opens("style")) this.#takeStyle(xml);
  }

  /** How a cell of this style shows a date, if it is for dates; a style may leave that to the one it is made from. */
  shownBy(name: string | undefined): Shown | undefined {
    let style = name;
    for (let i = 0; i < DEEPEST && style !== undefined; i++) {
      const known = this.#cells.get(style);
      if (known?.format !== undefined) return this.#formats.get(known.format);
      style = known?.parent;
    }
    return undefined;
  }

  hidesTable(name: string | undefined): boolean {
    return name !== undefined && this.#hiddenTables.has(name);
  }

  #takeDateStyle(xml: XmlScanner): void {
    const name = xml.attribute("name") ?? "";
    const parts = new Set<string>();
    while (xml.nextInside("date-style")) {
      for (const part of ["year", "month", "day", "day-of-week", "hours"]) {
        if (xml.opens(part)) parts.add(part);
      }
    }
    const isMonth = parts.has("month") && !parts.has("day") && !parts.has("day-of-week");
    this.#formats.set(name, isMonth ? "month" : parts.has("hours") ? "moment" : "day");
  }

  #takeStyle(xml: XmlScanner): void {
    const name = xml.attribute("name") ?? "";
    const format = xml.attribute("data-style-name");
    const parent = xml.attribute("parent-style-name");
    const family = xml.attribute("family");
    if (family === "table-cell") this.#cells.set(name, { format, parent });
    while (xml.nextInside("style")) {
      if (xml.opens("table-properties") && xml.attribute("display") === "false") {
        this.#hiddenTables.add(name);
      }
    }
  }
}

const DEEPEST = 20;
