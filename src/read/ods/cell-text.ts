import type { Budget } from "../budget.js";
import type { XmlScanner } from "../xml-scanner.js";

/**
 * The paragraphs of the cell whose opening tag is the current one, a line each. Comments and drawings
 * that lie on the cell are no part of it.
 */
export const readCellText = (xml: XmlScanner, cell: string, budget: Budget): string => {
  const lines: string[] = [];
  let length = 0;
  while (xml.nextInside(cell)) {
    if (xml.opens("p")) {
      const line = readParagraph(xml, budget);
      length += line.length + 1;
      budget.checkLength(length - 1);
      lines.push(line);
    } else if (xml.opensAny) xml.skip();
  }
  return lines.join("\n");
};

const readParagraph = (xml: XmlScanner, budget: Budget): string => {
  let text = xml.text();
  while (xml.nextInside("p")) {
    if (xml.opens("annotation") || xml.opens("ruby-text")) xml.skip();
    else if (xml.opens("s")) text += " ".repeat(spaces(xml, budget));
    else if (xml.opens("tab")) text += "\t";
    else if (xml.opens("line-break")) text += "\n";
    text += xml.text();
    budget.checkText(text);
  }
  return text;
};

const spaces = (xml: XmlScanner, budget: Budget): number => {
  const count = Number(xml.attribute("c") ?? 1);
  if (!Number.isInteger(count) || count < 0) return 1;
  budget.checkLength(count);
  return count;
};
