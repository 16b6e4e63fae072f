import type { Budget } from "../budget.js";
import type { XmlScanner } from "../xml-scanner.js";

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export const withoutEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;

/**
 * The text of a string element (`si` or `is`) whose opening tag is the current one: its `t`, or those of
 * its rich text runs joined. Phonetic hints (`rPh`) are no part of the text.
 */
export const readStringElement = (xml: XmlScanner, name: "si" | "is", budget: Budget): string => {
  let text = "";
  while (xml.nextInside(name)) {
    if (xml.opens("rPh")) while (xml.nextInside("rPh"));
    else if (xml.opens("t")) {
      text += xml.text();
      budget.checkText(text);
    }
  }
  return withoutEscapes(text);
};
