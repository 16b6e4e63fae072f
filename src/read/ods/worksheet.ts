import { type Cell, CellError, cellName } from "../../model/cells.js";
import { CivilDate } from "../../values/civil-date.js";
import type { Budget } from "../budget.js";
import { fractionOfDay, numberCell } from "../number-cell.js";
import { SheetRows } from "../sheet-rows.js";
import { notCalculated, type Uncalculated } from "../table.js";
import { isTrue, type XmlScanner } from "../xml-scanner.js";
import { readCellText } from "./cell-text.js";
import type { Styles } from "./styles.js";

export interface Worksheet {
  rows: SheetRows;
  uncalculated: Uncalculated;
}

/** What a document says for all its tables. */
export interface Document {
  styles: Styles;
  /** The year in which its day numbers begin. */
  dateSystem: 1900 | 1904;
  /** Whether the program that wrote it calculates: then a formula without a result gives the empty text. */
  calculates: boolean;
}

/** Reads the cells of the table whose opening tag is the current one. */
export const readTable = (xml: XmlScanner, document: Document, budget: Budget): Worksheet =>
  new TableReader(xml, document, budget).read();

class TableReader {
  readonly #rows: SheetRows;
  readonly #uncalculated: Uncalculated = { count: 0, first: undefined };
  /** Styles that cells have where they name none: from which column on, ascending. */
  readonly #columnStyles: { until: number; style: string | undefined }[] = [];
  /** Number of the row being read. */
  #row = 1;

  constructor(
    private readonly xml: XmlScanner,
    private readonly document: Document,
    private readonly budget: Budget,
  ) {
    this.#rows = new SheetRows(budget);
  }

  read(): Worksheet {
    const { xml } = this;
    while (xml.nextInside("table")) {
      if (xml.opens("table-column")) this.#takeColumn();
      else if (xml.opens("table-row")) this.#readRow();
      else if (xml.opens("shapes") || xml.opens("forms")) xml.skip();
    }
    return { rows: this.#rows, uncalculated: this.#uncalculated };
  }

  #takeColumn(): void {
    const before = this.#columnStyles.at(-1)?.until ?? 0;
    const until = before + repeats(this.xml, "number-columns-repeated");
    this.#columnStyles.push({ until, style: this.xml.attribute("default-cell-style-name") });
  }

  #readRow(): void {
    const { xml } = this;
    const count = repeats(xml, "number-rows-repeated");
    const visibility = xml.attribute("visibility") ?? "visible";
    const rowStyle = xml.attribute("default-cell-style-name");
    const filled: Run[] = [];
    let column = 0;
    while (xml.nextInside("table-row")) {
      const name = ["table-cell", "covered-table-cell"].find((cell) => xml.opens(cell));
      if (name === undefined) continue;
      const width = repeats(xml, "number-columns-repeated");
      const cell = this.#readCell(name, column, rowStyle);
      if (cell !== null && cell !== "") filled.push({ column, width, cell });
      column += width;
    }
    if (filled.length > 0) this.#put(filled, count, visibility !== "visible");
    this.#row += count;
  }

  #put(filled: readonly Run[], count: number, hidden: boolean): void {
    this.budget.check("rows", this.#row + count - 1);
    for (const { column, width } of filled) this.budget.check("columns", column + width);
    for (let row = this.#row; row < this.#row + count; row++) {
      if (hidden) this.#rows.hide(row);
      for (const { column, width, cell } of filled) {
        for (let at = column; at < column + width; at++) this.#rows.put(row, at, cell);
      }
    }
  }

  #readCell(name: string, column: number, rowStyle: string | undefined): Cell {
    const { xml } = this;
    this.#takeMerge(column);
    const isFormula = xml.attribute("formula") !== undefined;
    const type = xml.attribute("value-type");
    const stored = xml.attribute(storedIn[type ?? ""] ?? "string-value");
    const style = xml.attribute("style-name") ?? rowStyle ?? this.#styleOf(column);
    const text = readCellText(xml, name, this.budget);
    if (isFormula && shownError.test(text)) return new CellError(text);
    if (isFormula && type === undefined && text === "" && !this.document.calculates) {
      return this.#noteUncalculated(column);
    }
    if (type === undefined || type === "string") return stored || text;
    if (stored === undefined) return text;
    return this.#valueOf(type, stored, style) ?? text;
  }

  #valueOf(type: string, stored: string, style: string | undefined): Cell | undefined {
    switch (type) {
      case "boolean":
        return isTrue(stored);
      case "date":
        return dateCell(stored, this.document, style);
      case "time":
        return partOfDay(stored);
      case "float":
        return numberIn(stored, this.document, style);
      default:
        return numberIn(stored, this.document, undefined);
    }
  }

  #takeMerge(column: number): void {
    const height = repeats(this.xml, "number-rows-spanned");
    const width = repeats(this.xml, "number-columns-spanned");
    const top = this.#row - 1;
    this.#rows.merge(top, column, top + height - 1, column + width - 1);
  }

  #styleOf(column: number): string | undefined {
    return this.#columnStyles.find(({ until }) => column < until)?.style;
  }

  #noteUncalculated(column: number): Cell {
    this.#uncalculated.count++;
    this.#uncalculated.first ??= cellName(column, this.#row);
    return notCalculated;
  }
}

interface Run {
  column: number;
  /** Cells side by side that hold the same. */
  width: number;
  cell: Cell;
}

/** The attribute that holds a value of the type. */
const storedIn: Readonly<Record<string, string>> = {
  float: "value",
  percentage: "value",
  currency: "value",
  date: "date-value",
  time: "time-value",
  boolean: "boolean-value",
};

/** What the programs show where a formula fails. */
const shownError = /^(?:#[A-Z\d/_]+[!?]?|Err:\d{3})$/;

/** A count in an attribute; one where there is none that makes sense. */
const repeats = (xml: XmlScanner, attribute: string): number => {
  const count = Number(xml.attribute(attribute) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
};

const numberIn = (
  stored: string,
  { styles, dateSystem }: Document,
  style: string | undefined,
): Cell | undefined => {
  const number = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(number)) return undefined;
  return numberCell(number, styles.shownBy(style) ?? "number", dateSystem);
};

/** By way of the number that a workbook of Excel would hold, so that both are dates in the same cases. */
const dateCell = (
  stored: string,
  { styles, dateSystem }: Document,
  style: string | undefined,
): Cell | undefined => {
  const day = CivilDate.fromIso(stored.slice(0, 10));
  if (!day) return undefined;
  const number = day.first + (dateSystem === 1900 ? 25_569 : 24_107) + fractionOfDay(stored);
  return numberCell(number, styles.shownBy(style) ?? "day", dateSystem);
};

/** `PT10H30M00S`, as the number that a workbook of Excel would hold. */
const partOfDay = (stored: string): number | undefined => {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(stored);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = parts.slice(1).map((part = "0") => Number(part));
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86_400;
};
