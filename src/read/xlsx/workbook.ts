import { Unreadable } from "../errors.js";
import type { Budget } from "../budget.js";
import type { Zip } from "../zip.js";
import { METADATA_BYTES, relationsOf, requiredPart } from "./package.js";
import { isTrue, XmlScanner } from "../xml-scanner.js";

/** The table of contents of a workbook. */
export interface Workbook {
  /** The year in which its day numbers begin. */
  dateSystem: 1900 | 1904;
  sheets: readonly { name: string; hidden: boolean; part: string }[];
  stringsPart: string | undefined;
  stylesPart: string | undefined;
}

/** Reads what the workbook consists of. Sheets without cells (charts, dialogues, macros) are left out. */
export const readWorkbook = (zip: Zip, budget: Budget): Workbook => {
  const part = relationsOf(zip, "").find(({ type }) => type === "officeDocument")?.part;
  if (part === undefined) throw new Unreadable("not-a-workbook");
  const relations = relationsOf(zip, part);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part;

  const xml = new XmlScanner(requiredPart(zip, part, METADATA_BYTES));
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  let isWorkbook = false;
  while (xml.next()) {
    if (xml.opens("workbook")) isWorkbook = true;
    else if (xml.opens("workbookPr") && isTrue(xml.attribute("date1904"))) dateSystem = 1904;
    else if (xml.opens("sheet")) {
      const relation = byId.get(xml.attribute("id") ?? "");
      const name = xml.attribute("name") ?? "";
      const state = xml.attribute("state") ?? "visible";
      if (!relation) throw new Unreadable("file-broken", { sheet: name });
      if (relation.type !== "worksheet") continue;
      sheets.push({ name, hidden: state !== "visible", part: relation.part });
      budget.check("sheets", sheets.length);
    }
  }
  if (!isWorkbook) throw new Unreadable("not-a-workbook");
  return { dateSystem, sheets, stringsPart: partOf("sharedStrings"), stylesPart: partOf("styles") };
};
