import type { Budget } from "../budget.js";
import { readStringElement } from "./cell-text.js";
import { XmlScanner } from "../xml-scanner.js";

/** The texts that cells refer to by their number (`sharedStrings.xml`). */
export const readSharedStrings = (part: Buffer, budget: Budget): string[] => {
  const xml = new XmlScanner(part);
  const strings: string[] = [];
  while (xml.next()) {
    if (!xml.opens("si")) continue;
    strings.push(readStringElement(xml, "si", budget));
    budget.check("cells", strings.length);
  }
  return strings;
};
