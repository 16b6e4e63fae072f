import { type Cell, CellError, cellName, type Merge, type Row } from "../../model/cells.js";
import { CivilDate } from "../../values/civil-date.js";
import type { Budget } from "../budget.js";
import { Unreadable } from "../errors.js";
import { numberCell } from "../number-cell.js";
import type { Shown } from "../number-format.js";
import { notCalculated, type Uncalculated } from "../table.js";
import { mergeOf, rowOf } from "./cell-ref.js";
import { readStringElement, withoutEscapes } from "./cell-text.js";
import { isTrue, XmlScanner } from "../xml-scanner.js";

/** What the cells of a sheet refer to elsewhere in the workbook. */
export interface CellContext {
  strings: readonly string[];
  styles: readonly Shown[];
  dateSystem: 1900 | 1904;
  budget: Budget;
}

export interface Worksheet {
  rows: Row[];
  merges: Merge[];
  uncalculated: Uncalculated;
}

/** Reads the cells of a sheet. Blank cells, however they are formatted, cost nothing and leave nothing. */
export const readWorksheet = (part: Buffer, context: CellContext): Worksheet =>
  new WorksheetReader(part, context).read();

class WorksheetReader {
  readonly #xml: XmlScanner;
  readonly #rows: Row[] = [];
  readonly #merges: Merge[] = [];
  readonly #uncalculated: Uncalculated = { count: 0, first: undefined };
  /** Number of the row being read, for rows that do not say theirs. */
  #row = 0;

  constructor(
    part: Buffer,
    private readonly context: CellContext,
  ) {
    this.#xml = new XmlScanner(part);
  }

  read(): Worksheet {
    const xml = this.#xml;
    let whole = false;
    while (xml.next()) {
      if (xml.opens("sheetData")) this.#readRows();
      else if (xml.opens("mergeCell")) this.#readMerge();
      else if (xml.closes("worksheet")) whole = true;
    }
    if (!whole) throw new Unreadable("file-broken");
    return { rows: inOrder(this.#rows), merges: this.#merges, uncalculated: this.#uncalculated };
  }

  #readRows(): void {
    while (this.#xml.nextInside("sheetData")) {
      if (this.#xml.opens("row")) this.#readRow();
    }
  }

  #readMerge(): void {
    const merge = mergeOf(this.#xml.attribute("ref") ?? "");
    if (merge) this.#merges.push(merge);
    this.context.budget.check("merges", this.#merges.length);
  }

  #readRow(): void {
    const xml = this.#xml;
    const number = rowOf(xml.attribute("r") ?? "");
    const hidden = isTrue(xml.attribute("hidden"));
    this.#row = number ?? this.#row + 1;
    const cells: Cell[] = [];
    let next = 0;
    while (xml.nextInside("row")) {
      if (!xml.opens("c")) continue;
      next = xml.letters("r") || next + 1;
      const cell = this.#readCell(next - 1);
      if (cell === null) continue;
      this.context.budget.spend(this.#row, next, Math.max(0, next - cells.length));
      while (cells.length < next) cells.push(null);
      cells[next - 1] = cell;
    }
    if (cells.length === 0) return;
    this.#rows.push(hidden ? { number: this.#row, cells, hidden } : { number: this.#row, cells });
  }

  #readCell(column: number): Cell {
    const xml = this.#xml;
    const type = xml.attribute("t") ?? "n";
    const style = xml.number("s");
    let raw: string | number = "";
    let calculated = true;
    while (xml.nextInside("c")) {
      if (xml.opens("v")) {
        raw = (type === "s" || type === "n" ? xml.wholeNumber() : undefined) ?? xml.text();
        // The result of a formula may be the empty text; an empty number is none.
        calculated ||= raw !== "" || type === "str";
      } else if (xml.opens("is")) raw = readStringElement(xml, "is", this.context.budget);
      else if (xml.opens("f")) calculated = false;
    }
    if (raw === "") {
      return calculated ? null : this.#noteUncalculated(column);
    }
    if (typeof raw === "string") this.context.budget.checkText(raw);
    return this.#valueOf(type, raw, style);
  }

  #valueOf(type: string, raw: string | number, style: number): Cell {
    const { strings, styles } = this.context;
    if (type === "s") return strings[Number(raw)] || null;
    if (type === "n") return this.#numberOf(raw, styles[style]);
    return this.#textOf(type, String(raw));
  }

  #textOf(type: string, raw: string): Cell {
    switch (type) {
      case "b":
        return isTrue(raw);
      case "e":
        return new CellError(raw);
      case "d":
        return CivilDate.fromIso(raw.slice(0, 10)) ?? raw;
      case "inlineStr":
        return raw;
      default:
        return withoutEscapes(raw);
    }
  }

  #numberOf(raw: string | number, shown: Shown | undefined): Cell {
    const number = Number(raw);
    const isBlank = typeof raw === "string" && raw.trim() === "";
    if (!Number.isFinite(number) || isBlank) return raw;
    return numberCell(number, shown ?? "number", this.context.dateSystem);
  }

  #noteUncalculated(column: number): Cell {
    this.#uncalculated.count++;
    this.#uncalculated.first ??= cellName(column, this.#row);
    return notCalculated;
  }
}

/** Rows as a reader expects them: ascending, one row a number. Nearly every file has them so already. */
const inOrder = (rows: Row[]): Row[] => {
  const ascending = rows.every((row, i) => i === 0 || row.number > (rows[i - 1]?.number ?? 0));
  if (ascending) return rows;
  const byNumber = new Map<number, Row>();
  for (const row of rows) {
    const earlier = byNumber.get(row.number);
    byNumber.set(row.number, earlier ? joined(earlier, row) : row);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
};

const joined = (earlier: Row, later: Row): Row => ({
  ...earlier,
  cells: Array.from(
    { length: Math.max(earlier.cells.length, later.cells.length) },
    (_, i) => later.cells[i] ?? earlier.cells[i] ?? null,
  ),
});
