import { type Cell, CellError, cellName } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { Budget } from "./budget.js";
import { decodeText } from "./csv/decode-text.js";
import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";
import { fractionOfDay, numberCell } from "./number-cell.js";
import { type Shown, shownByCode } from "./number-format.js";
import { SheetRows } from "./sheet-rows.js";
import { notCalculated, type Table, type Uncalculated, uncalculatedWarning } from "./table.js";
import { XmlScanner } from "./xml-scanner.js";

/**
 * Reads a workbook as one XML text, the form of Excel 2003 that many systems export under the name of
 * .xls. Throws `Unreadable`.
 *
 * @param file the name that the sheets carry as theirs.
 */
export const readXml = (bytes: Buffer, file: string, limits: Limits): Table => {
  const budget = new Budget(limits);
  const xml = new XmlScanner(Buffer.from(decodeText(bytes)));
  const styles = new Map<string, Shown>();
  const table: Table = { sheets: [], warnings: [] };
  let whole = false;
  while (xml.next()) {
    if (xml.opens("Style")) takeStyle(xml, styles);
    else if (xml.opens("Worksheet")) {
      const name = xml.attribute("Name") ?? "";
      const { hidden, rows, uncalculated } = new WorksheetReader(xml, styles, budget).read();
      table.sheets.push({ file, name, hidden, rows: rows.rows(), merges: rows.merges });
      table.warnings.push(...uncalculatedWarning(file, name, uncalculated));
      budget.check("sheets", table.sheets.length);
    } else if (xml.closes("Workbook")) whole = true;
  }
  if (!whole) throw new Unreadable("file-broken");
  return table;
};

const takeStyle = (xml: XmlScanner, styles: Map<string, Shown>): void => {
  const id = xml.attribute("ID") ?? "";
  const parent = styles.get(xml.attribute("Parent") ?? "");
  if (parent) styles.set(id, parent);
  while (xml.nextInside("Style")) {
    if (xml.opens("NumberFormat")) styles.set(id, shownByName(xml.attribute("Format") ?? ""));
  }
};

/** `Short Date` and its like are names of formats, not codes. */
const shownByName = (format: string): Shown => {
  if (/^(?:General|Short|Medium|Long) Date$/.test(format)) return "day";
  return /^(?:[A-Z][a-z/]+ ?)+$/.test(format) ? "number" : shownByCode(format);
};

class WorksheetReader {
  readonly #rows: SheetRows;
  readonly #uncalculated: Uncalculated = { count: 0, first: undefined };
  #hidden = false;
  /** Number of the row being read. */
  #row = 0;

  constructor(
    private readonly xml: XmlScanner,
    private readonly styles: ReadonlyMap<string, Shown>,
    private readonly budget: Budget,
  ) {
    this.#rows = new SheetRows(budget);
  }

  read(): { hidden: boolean; rows: SheetRows; uncalculated: Uncalculated } {
    const { xml } = this;
    while (xml.nextInside("Worksheet")) {
      if (xml.opens("Row")) this.#readRow();
      else if (xml.opens("Visible")) this.#hidden = xml.text().trim() !== "SheetVisible";
    }
    return { hidden: this.#hidden, rows: this.#rows, uncalculated: this.#uncalculated };
  }

  #readRow(): void {
    const { xml } = this;
    this.#row = place(xml.attribute("Index")) ?? this.#row + 1;
    if (xml.attribute("Hidden") === "1") this.#rows.hide(this.#row);
    const alike = count(xml.attribute("Span"));
    let column = -1;
    while (xml.nextInside("Row")) {
      if (!xml.opens("Cell")) continue;
      column = (place(xml.attribute("Index")) ?? column + 2) - 1;
      const [across, down] = [
        count(xml.attribute("MergeAcross")),
        count(xml.attribute("MergeDown")),
      ];
      this.#rows.merge(this.#row - 1, column, this.#row - 1 + down, column + across);
      this.#readCell(column);
      column += across;
    }
    this.#row += alike;
  }

  #readCell(column: number): void {
    const { xml } = this;
    const shown = this.styles.get(xml.attribute("StyleID") ?? "");
    let calculated = xml.attribute("Formula") === undefined;
    while (xml.nextInside("Cell")) {
      if (xml.opens("Data")) {
        const type = xml.attribute("Type") ?? "String";
        this.#rows.put(this.#row, column, cellOf(type, this.#readData(), shown));
        calculated = true;
      } else if (xml.opensAny) xml.skip();
    }
    if (calculated) return;
    this.#uncalculated.count++;
    this.#uncalculated.first ??= cellName(column, this.#row);
    this.#rows.put(this.#row, column, notCalculated);
  }

  /** The text of a cell; parts of it may be set in fonts of their own. */
  #readData(): string {
    const { xml } = this;
    let text = xml.text();
    while (xml.nextInside("Data")) {
      text += xml.text();
      this.budget.checkText(text);
    }
    return text;
  }
}

const place = (text: string | undefined): number | undefined => {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

const count = (text: string | undefined): number => place(text) ?? 0;

const cellOf = (type: string, text: string, shown: Shown | undefined): Cell => {
  const number = Number(text);
  const isNumber = text.trim() !== "" && Number.isFinite(number);
  switch (type) {
    case "Number":
      return isNumber ? numberCell(number, shown ?? "number", 1900) : text;
    case "DateTime":
      return dateCell(text, shown);
    case "Boolean":
      return text.trim() === "1";
    case "Error":
      return new CellError(text);
    default:
      return text;
  }
};

/** By way of the number that other workbooks hold, so that both are dates in the same cases. */
const dateCell = (text: string, shown: Shown | undefined): Cell => {
  const day = CivilDate.fromIso(text.trim().slice(0, 10));
  if (!day) return text;
  const number = day.first + 25_569 + fractionOfDay(text.trim());
  return numberCell(number, shown === undefined || shown === "number" ? "day" : shown, 1900);
};
