import { Budget } from "./budget.js";
import { Unreadable } from "./errors.js";
import type { Limits } from "./limits.js";
import { Styles } from "./ods/styles.js";
import { type Document, readTable } from "./ods/worksheet.js";
import type { Source } from "./source.js";
import { type Table, uncalculatedWarning } from "./table.js";
import { METADATA_BYTES } from "./xlsx/package.js";
import { XmlScanner } from "./xml-scanner.js";
import { Zip } from "./zip.js";

/**
 * Reads every sheet of an OpenDocument spreadsheet: formula cells by the result that the file holds, dates
 * as `CivilDate`. Throws `Unreadable`.
 *
 * @param file the name that the sheets carry as theirs.
 */
export const readOds = (source: Source, file: string, limits: Limits): Table => {
  const zip = new Zip(source, limits);
  const manifest = zip.read("META-INF/manifest.xml", METADATA_BYTES)?.toString("latin1") ?? "";
  if (/<(?:\w+:)?encryption-data[\s>]/.test(manifest)) throw new Unreadable("file-encrypted");
  const content = zip.read("content.xml");
  if (!content) throw new Unreadable("file-broken", { part: "content.xml" });
  const styles = new Styles();
  const common = zip.read("styles.xml", METADATA_BYTES);
  if (common) takeStyles(new XmlScanner(common), styles);
  const writer = zip.read("meta.xml", METADATA_BYTES)?.toString("utf8") ?? "";
  const calculates = /generator>[^<]*(?:Office|Excel|Calc|WPS|Gnumeric|Google)/i.test(writer);
  const document: Document = { styles, dateSystem: 1900, calculates };
  return readContent(new XmlScanner(content), document, file, new Budget(limits));
};

const takeStyles = (xml: XmlScanner, styles: Styles): void => {
  while (xml.next()) styles.take(xml);
};

const readContent = (xml: XmlScanner, document: Document, file: string, budget: Budget): Table => {
  const table: Table = { sheets: [], warnings: [] };
  let whole = false;
  while (xml.next()) {
    if (xml.opens("table")) {
      const name = xml.attribute("name") ?? "";
      const hidden = document.styles.hidesTable(xml.attribute("style-name"));
      const { rows, uncalculated } = readTable(xml, document, budget);
      table.sheets.push({ file, name, hidden, rows: rows.rows(), merges: rows.merges });
      table.warnings.push(...uncalculatedWarning(file, name, uncalculated));
      budget.check("sheets", table.sheets.length);
    } else if (xml.opens("tracked-changes") || xml.opens("dde-links")) xml.skip();
    else if (xml.closes("document-content")) whole = true;
    else if (xml.opens("null-date")) {
      if (xml.attribute("date-value")?.startsWith("1904")) document.dateSystem = 1904;
    } else document.styles.take(xml);
  }
  if (!whole) throw new Unreadable("file-broken");
  return table;
};
