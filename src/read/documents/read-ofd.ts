import type { Page } from "../../model/pages.js";
import { Unreadable } from "../errors.js";
import { bufferSource } from "../source.js";
import { Zip } from "../zip.js";
import { arrange, type PlacedText } from "./layout/frames.js";
import { legible } from "./layout/legible.js";
import type { DocumentLimits } from "./limits.js";
import { areaIn, type OfdDocument, readOfdDocument } from "./ofd/document.js";
import { figures, objectsIn, type OfdObject } from "./ofd/objects.js";
import { OfdPackage } from "./ofd/package.js";
import { boundaryToParent, placedTexts, POINTS, type ToPage } from "./ofd/placed-texts.js";
import { sealsIn } from "./ofd/seals.js";
import { type Pages, pagesPastLimit, unreadablePage } from "./reader.js";

/**
 * Reads an OFD file (GB/T 33190): text with its places, of pages, their templates and notes; seals with
 * the names they carry, present and not verified. Throws `Unreadable`.
 */
export const readOfd = (
  bytes: Buffer,
  limits: DocumentLimits,
  pageDone: () => void = () => undefined,
): Pages => {
  const archive = new OfdPackage(new Zip(bufferSource(bytes), limits));
  const { documents, signatures } = entriesOf(archive);
  const pages: Page[] = [];
  const numbers = new Map<string, number>();
  let count = 0;
  for (const part of documents) {
    const document = readOfdDocument(archive, part);
    for (const { id, part: page } of document.pages) {
      const number = ++count;
      numbers.set(id, number);
      if (count > limits.pagesListed) {
        throw new Unreadable("too-many-pages", { limit: limits.pagesListed });
      }
      if (number > limits.pages) continue;
      pages.push(readPage(archive, document, { id, page, number }));
      pageDone();
    }
  }
  const seals = signatures.flatMap((list) => sealsIn(archive, list, numbers));
  return { pages: [...pages, ...pagesPastLimit(count, limits.pages)], seals };
};

const ENTRY = "OFD.xml";

const entriesOf = (archive: OfdPackage): { documents: string[]; signatures: string[] } => {
  const scanner = archive.scan(ENTRY);
  const documents: string[] = [];
  const signatures: string[] = [];
  while (scanner.next()) {
    const list = scanner.opens("DocRoot")
      ? documents
      : scanner.opens("Signatures")
        ? signatures
        : undefined;
    const found = list && archive.find(scanner.text(), ENTRY);
    if (found !== undefined) list?.push(found);
  }
  if (documents.length === 0) throw new Unreadable("file-broken", { part: ENTRY });
  return { documents, signatures };
};

interface Wanted {
  id: string;
  page: string | undefined;
  number: number;
}

const readPage = (archive: OfdPackage, document: OfdDocument, wanted: Wanted): Page => {
  const { number } = wanted;
  try {
    if (wanted.page === undefined) return unreadablePage(number, "page-broken");
    return shownPage(drawingOf(archive, document, wanted.page, wanted.id), document, number);
  } catch (error) {
    // What explodes is no matter of one page.
    if (error instanceof Unreadable && error.reason === "file-broken") {
      return unreadablePage(number, "page-broken");
    }
    throw error;
  }
};

interface Drawing {
  area: readonly number[];
  objects: OfdObject[];
}

const drawingOf = (
  archive: OfdPackage,
  document: OfdDocument,
  part: string,
  id: string,
): Drawing => {
  const page = contentOf(archive, part, document);
  const note = document.notes.get(id);
  const written = note === undefined ? [] : notesOn(archive, note);
  const below = page.templates.flatMap(
    (template) => contentOf(archive, template, document).objects,
  );
  return { area: page.area, objects: [...below, ...page.objects, ...written] };
};

const contentOf = (
  archive: OfdPackage,
  part: string,
  { area: usual, templates: known }: OfdDocument,
): Drawing & { templates: string[] } => {
  const scanner = archive.scan(part);
  const objects: OfdObject[] = [];
  const templates: string[] = [];
  let area = usual;
  while (scanner.next()) {
    if (scanner.opens("PhysicalBox")) area = areaIn(scanner.text()) ?? area;
    else if (scanner.opens("Template")) {
      const found = known.get(scanner.attribute("TemplateID") ?? "");
      if (found !== undefined) templates.push(found);
    } else if (scanner.opens("Content")) objects.push(...objectsIn(scanner, "Content"));
  }
  return { area, objects, templates };
};

/** What was written on top of a page; each note has a place of its own. */
const notesOn = (archive: OfdPackage, part: string): OfdObject[] => {
  const scanner = archive.scan(part);
  const objects: OfdObject[] = [];
  while (scanner.next()) {
    if (!scanner.opens("Appearance")) continue;
    const [left = 0, top = 0] = figures(scanner.attribute("Boundary"));
    objects.push(
      ...objectsIn(scanner, "Appearance").map((object) => {
        const [x = 0, y = 0, ...size] = object.boundary;
        return { ...object, boundary: [x + left, y + top, ...size] };
      }),
    );
  }
  return objects;
};

const shownPage = ({ area, objects }: Drawing, document: OfdDocument, number: number): Page => {
  const [left = 0, top = 0, width = 0, height = 0] = area;
  const toPage: ToPage = ([x, y]) => [x - left, y - top];
  const found = collect(objects, toPage, document, 0);
  const text = legible(
    found.texts.map((placed) => ({ ...placed, str: placed.text, fontName: placed.font })),
  );
  const texts = text.items.map((item) => ({ ...item, text: item.str }));
  const { lines, ...size } = arrange(texts, width * POINTS, height * POINTS);
  const pictured = Math.min(1, Math.round((1000 * found.pictured) / (width * height)) / 1000);
  if (text.isLost) return unreadablePage(number, "no-text-in-font", size, pictured);
  if (lines.length > 0) return { number, ...size, state: "text", lines, pictured };
  if (objects.length > 0) return unreadablePage(number, "not-recognised", size, pictured);
  return { number, ...size, state: "blank", lines, pictured: 0 };
};

interface Collected {
  texts: (PlacedText & { font: string })[];
  /** Square millimetres. */
  pictured: number;
}

const DEEPEST = 8;

const collect = (
  objects: readonly OfdObject[],
  toPage: ToPage,
  document: OfdDocument,
  depth: number,
): Collected => {
  const found: Collected = { texts: [], pictured: 0 };
  for (const object of objects) {
    const inner: ToPage = (point) => toPage(boundaryToParent(object)(point));
    if (object.type === "text") found.texts.push(...placedTexts(object, inner));
    else if (object.type === "image") {
      const [, , width = 0, height = 0] = object.boundary;
      found.pictured += width * height;
    } else if (object.type === "composite" && depth < DEEPEST) {
      const parts = document.composites.get(object.resource) ?? [];
      const below = collect(parts, inner, document, depth + 1);
      found.texts.push(...below.texts);
      found.pictured += below.pictured;
    }
  }
  return found;
};
