import type { TableCell } from "../../../model/pages.js";
import { isTrue, type XmlScanner } from "../../xml-scanner.js";
import type { Flow, LineLook } from "./flow.js";
import { MergedCells } from "./merged-cells.js";
import { DEFAULT_STYLE, halfPoints, type WordStyles } from "./styles.js";
import { symbolOf } from "./symbols.js";

/** What is no text of the document: deleted or moved away, earlier looks, doubles for old programs, readings. */
const notText = new Set([
  "del",
  "moveFrom",
  "Fallback",
  "rPrChange",
  "pPrChange",
  "tcPrChange",
  "trPrChange",
  "tblPrChange",
  "sectPrChange",
  "numberingChange",
  "rt",
]);

interface Paragraph {
  text: string;
  look: LineLook;
  /** Of the runs with text, the first that says its size. */
  size: number | undefined;
  endsSection: boolean;
}

interface Table {
  id: number;
  row: number;
  column: number;
  span: number;
  merged: MergedCells;
}

/** Square English metric units of an A4 page. */
const PAGE_AREA = 7_560_000 * 10_692_000;

/** Walks over a part of a Word document and gives its paragraphs to a flow of lines. */
export class WordWalk {
  /** A text box stands within a paragraph and has paragraphs of its own. */
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Table[] = [];
  #tableCount = 0;
  #isHidden = false;
  #runSize: number | undefined;

  constructor(
    private readonly flow: Flow,
    private readonly styles: WordStyles,
    /** Told the ids of headers and footers. */
    private readonly referred: (kind: "header" | "footer", id: string) => void = () => undefined,
  ) {}

  /** @param checked called after each paragraph. */
  walk(scanner: XmlScanner, checked: () => void = () => undefined): void {
    while (scanner.next()) {
      const { name } = scanner;
      if (!scanner.opensAny) {
        this.#close(name);
        if (name === "p") checked();
      } else if (notText.has(name)) scanner.skip();
      else this.#open(scanner, name);
    }
  }

  #open(scanner: XmlScanner, name: string): void {
    const value = (): string | undefined => scanner.attribute("val");
    switch (name) {
      case "p":
        this.#paragraphs.push({
          text: "",
          look: this.#lookOf(DEFAULT_STYLE),
          size: undefined,
          endsSection: false,
        });
        return;
      case "pStyle":
        return this.#restyle(value() ?? "");
      case "jc":
        return this.#align(value());
      case "pageBreakBefore":
        if (isOn(value())) this.#breakPage(true);
        return;
      case "sectPr":
        return this.#endSection(true);
      case "type":
        if (value() === "continuous") this.#endSection(false);
        return;
      case "headerReference":
      case "footerReference":
        return this.referred(
          name === "headerReference" ? "header" : "footer",
          scanner.attribute("id") ?? "",
        );
      default:
        if (!this.#openTable(scanner, name)) this.#openRun(scanner, name);
    }
  }

  #openTable(scanner: XmlScanner, name: string): boolean {
    const table = this.#tables.at(-1);
    switch (name) {
      case "tbl":
        this.#openNewTable();
        return true;
      case "tr":
        if (table) Object.assign(table, { row: table.row + 1, column: 0, span: 0 });
        return true;
      case "gridBefore":
        if (table) table.column += spanOf(scanner);
        return true;
      case "tc":
        if (table) Object.assign(table, { column: table.column + table.span, span: 1 });
        table?.merged.open();
        return true;
      case "vMerge":
        table?.merged.merge(scanner.attribute("val"));
        return true;
      case "gridSpan":
        if (table) table.span = spanOf(scanner);
        return true;
      default:
        return false;
    }
  }

  #openNewTable(): void {
    const merged = new MergedCells();
    this.#tables.push({ id: this.#tableCount++, row: -1, column: 0, span: 0, merged });
  }

  #openRun(scanner: XmlScanner, name: string): void {
    switch (name) {
      case "r":
        this.#isHidden = false;
        this.#runSize = undefined;
        return;
      case "vanish":
        this.#isHidden = isOn(scanner.attribute("val"));
        return;
      case "sz":
        this.#runSize = halfPoints(scanner.attribute("val"));
        return;
      case "t":
        return this.#write(scanner.text());
      case "tab":
        // Among the properties of a paragraph it sets a stop, with a place.
        if (scanner.attribute("pos") === undefined) this.#write("\t");
        return;
      case "noBreakHyphen":
        return this.#write("-");
      case "sym":
        return this.#write(
          symbolOf(scanner.attribute("char") ?? "", scanner.attribute("font") ?? ""),
        );
      case "br":
        if (scanner.attribute("type") === "page") this.#breakPage(true);
        else this.#endLine();
        return;
      case "cr":
        return this.#endLine();
      case "lastRenderedPageBreak":
        return this.#breakPage(false);
      case "extent":
        return this.#picture(Number(scanner.attribute("cx")), Number(scanner.attribute("cy")));
    }
  }

  #close(name: string): void {
    switch (name) {
      case "p": {
        this.#endLine();
        const ended = this.#paragraphs.pop();
        if (ended?.endsSection) this.#breakPage(true);
        return;
      }
      case "r":
        this.#isHidden = false;
        return;
      case "tc": {
        const table = this.#tables.at(-1);
        table?.merged.close(table.row, table.column);
        return;
      }
      case "tbl":
        this.#tables.pop();
    }
  }

  #lookOf(style: string): LineLook {
    const { size } = this.styles.get("") ?? {};
    return { size, ...this.styles.get(style) };
  }

  #restyle(style: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.look = this.#lookOf(style);
  }

  /** Tables are aligned too; that does not concern their paragraphs. */
  #align(value: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.look = { ...paragraph.look, centred: value === "center" };
  }

  #endSection(isNewPage: boolean): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.endsSection = isNewPage;
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#isHidden) return;
    paragraph.text += text;
    if (text.trim() !== "") paragraph.size ??= this.#runSize;
  }

  #endLine(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const look = { ...paragraph.look, size: paragraph.size ?? paragraph.look.size };
    const place = this.flow.add(paragraph.text, look, this.#cell());
    this.#tables.at(-1)?.merged.line(place);
    paragraph.text = "";
    paragraph.size = undefined;
  }

  #cell(): TableCell | undefined {
    const table = this.#tables.at(-1);
    return table && { table: table.id, row: table.row, column: table.column, span: table.span };
  }

  /** Word notes where a page ended when it last showed the document, also behind a break that is set. */
  #breakPage(isSet: boolean): void {
    this.#endLine();
    if (isSet || !this.flow.isPageEmpty) this.flow.breakPage();
  }

  #picture(width: number, height: number): void {
    if (width > 0 && height > 0) this.flow.picture((width * height) / PAGE_AREA);
  }
}

const isOn = (value: string | undefined): boolean =>
  value === undefined || isTrue(value) || value === "on";

const spanOf = (scanner: XmlScanner): number => {
  const span = Number(scanner.attribute("val"));
  return Number.isInteger(span) && span > 0 && span < 1000 ? span : 1;
};
