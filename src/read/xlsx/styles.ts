import { type Shown, shownByBuiltIn, shownByCode } from "../number-format.js";
import { XmlScanner } from "../xml-scanner.js";

/** What the number format of each cell style shows, by the style's number (`styles.xml`). */
export const readStyles = (part: Buffer): Shown[] => {
  const xml = new XmlScanner(part);
  const spelt = new Map<number, Shown>();
  let styles: Shown[] = [];
  while (xml.next()) {
    if (xml.opens("numFmts")) readFormats(xml, spelt);
    else if (xml.opens("cellXfs")) styles = readCellStyles(xml, spelt);
  }
  return styles;
};

const readFormats = (xml: XmlScanner, spelt: Map<number, Shown>): void => {
  while (xml.nextInside("numFmts")) {
    if (!xml.opens("numFmt")) continue;
    spelt.set(Number(xml.attribute("numFmtId")), shownByCode(xml.attribute("formatCode") ?? ""));
  }
};

const readCellStyles = (xml: XmlScanner, spelt: ReadonlyMap<number, Shown>): Shown[] => {
  const styles: Shown[] = [];
  while (xml.nextInside("cellXfs")) {
    if (!xml.opens("xf")) continue;
    const id = Number(xml.attribute("numFmtId"));
    styles.push(spelt.get(id) ?? shownByBuiltIn(id));
  }
  return styles;
};
