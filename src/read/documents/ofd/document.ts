import { Unreadable } from "../../errors.js";
import { figures, objectsIn, type Figures, type OfdObject } from "./objects.js";
import type { OfdPackage } from "./package.js";

/** What the main part of a document says. */
export interface OfdDocument {
  part: string;
  pages: { id: string; part: string | undefined }[];
  templates: ReadonlyMap<string, string>;
  /** `x y width height` in millimetres, of pages that do not say it themselves. */
  area: Figures;
  /** Drawings that pages refer to. */
  composites: ReadonlyMap<string, OfdObject[]>;
  /** Parts with what was written on top of a page, by the page's id. */
  notes: ReadonlyMap<string, string>;
}

const A4 = [0, 0, 210, 297];

export const readOfdDocument = (archive: OfdPackage, part: string): OfdDocument => {
  const scanner = archive.scan(part);
  const pages: OfdDocument["pages"] = [];
  const templates = new Map<string, string>();
  const resources: string[] = [];
  let area: Figures = A4;
  let notes: ReadonlyMap<string, string> = new Map();
  while (scanner.next()) {
    const id = (): string => scanner.attribute("ID") ?? "";
    const base = (): string | undefined => archive.find(scanner.attribute("BaseLoc") ?? "", part);
    if (scanner.opens("Page")) pages.push({ id: id(), part: base() });
    else if (scanner.opens("TemplatePage")) templates.set(id(), base() ?? "");
    else if (scanner.opens("PhysicalBox")) area = areaIn(scanner.text()) ?? area;
    else if (scanner.opens("DocumentRes") || scanner.opens("PublicRes")) {
      const found = archive.find(scanner.text(), part);
      if (found !== undefined) resources.push(found);
    } else if (scanner.opens("Annotations")) {
      const found = archive.find(scanner.text(), part);
      if (found !== undefined) notes = notesIn(archive, found);
    }
  }
  if (pages.length === 0) throw new Unreadable("file-broken", { part });
  const composites = new Map(resources.flatMap((found) => compositesIn(archive, found)));
  return { part, pages, templates, area, composites, notes };
};

export const areaIn = (written: string): Figures | undefined => {
  const area = figures(written);
  const [, , width = 0, height = 0] = area;
  return width > 0 && height > 0 ? area : undefined;
};

const compositesIn = (archive: OfdPackage, part: string): [string, OfdObject[]][] => {
  const scanner = archive.scan(part);
  const found: [string, OfdObject[]][] = [];
  while (scanner.next()) {
    if (!scanner.opens("CompositeGraphicUnit")) continue;
    found.push([scanner.attribute("ID") ?? "", objectsIn(scanner, "CompositeGraphicUnit")]);
  }
  return found;
};

const notesIn = (archive: OfdPackage, part: string): Map<string, string> => {
  const scanner = archive.scan(part);
  const notes = new Map<string, string>();
  while (scanner.next()) {
    if (!scanner.opens("Page")) continue;
    const page = scanner.attribute("PageID") ?? "";
    while (scanner.nextInside("Page")) {
      if (!scanner.opens("FileLoc")) continue;
      const found = archive.find(scanner.text(), part);
      if (found !== undefined) notes.set(page, found);
    }
  }
  return notes;
};
