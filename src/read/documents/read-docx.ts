import { posix } from "node:path";
import { cfbMagic } from "../cfb.js";
import { Unreadable } from "../errors.js";
import { bufferSource } from "../source.js";
import { XmlScanner } from "../xml-scanner.js";
import { Zip } from "../zip.js";
import type { DocumentLimits } from "./limits.js";
import { type Pages, unreadablePage } from "./reader.js";
import { Flow } from "./word/flow.js";
import { readStyles, type WordStyles } from "./word/styles.js";
import { WordWalk } from "./word/walk.js";

const MAIN = "word/document.xml";

/**
 * Reads a Word document: each paragraph is a line, cells of tables carry their place, pages end where
 * breaks are set and where Word last ended them. Headers stand in front of the first page, footers and
 * notes behind the last one, each once; those with nothing but a page number are left out. Deleted and
 * hidden text, comments and automatic numbers of lists are no text. Throws `Unreadable`.
 */
export const readDocx = (bytes: Buffer, limits: DocumentLimits): Pages => {
  if (bytes.subarray(0, 8).equals(cfbMagic)) throw new Unreadable("file-encrypted");
  const zip = new Zip(bufferSource(bytes), limits);
  const main = zip.read(MAIN);
  if (!main) throw new Unreadable("file-broken", { part: MAIN });
  const styles = readStyles(zip.read("word/styles.xml"));
  const flow = new Flow();
  const check = (): void => {
    if (flow.characters > limits.characters) {
      throw new Unreadable("too-much-text", { limit: limits.characters });
    }
  };
  const margins = marginsOf(zip, main);
  for (const part of margins.header) addMargin(zip, part, styles, flow);
  new WordWalk(flow, styles).walk(new XmlScanner(main), check);
  for (const part of margins.footer) addMargin(zip, part, styles, flow);
  for (const part of ["word/footnotes.xml", "word/endnotes.xml"]) addPart(zip, part, styles, flow);
  const pages = flow.finish();
  return {
    pages: pages.map((page) => (page.number > limits.pages ? past(page.number) : page)),
    seals: [],
  };
};

const past = (number: number): Pages["pages"][number] => unreadablePage(number, "past-limit");

interface Margins {
  header: string[];
  footer: string[];
}

/** The parts of headers and footers, each once, as the sections refer to them. */
const marginsOf = (zip: Zip, main: Buffer): Margins => {
  const targets = relationsOf(zip);
  const margins: Margins = { header: [], footer: [] };
  new WordWalk(new Flow(), new Map(), (kind, id) => {
    const target = targets.get(id);
    if (target !== undefined && !margins[kind].includes(target)) margins[kind].push(target);
  }).walk(new XmlScanner(main));
  return margins;
};

const relationsOf = (zip: Zip): Map<string, string> => {
  const part = zip.read("word/_rels/document.xml.rels");
  const targets = new Map<string, string>();
  if (!part) return targets;
  const scanner = new XmlScanner(part);
  while (scanner.next()) {
    const id = scanner.opens("Relationship") ? scanner.attribute("Id") : undefined;
    const target = scanner.attribute("Target");
    if (id !== undefined && target !== undefined) targets.set(id, posix.join("word", target));
  }
  return targets;
};

const PAGE_NUMBER = /^[\s\d第页共/—–-]*$/;

const addMargin = (zip: Zip, part: string, styles: WordStyles, flow: Flow): void => {
  const own = new Flow();
  addPart(zip, part, styles, own);
  for (const { lines } of own.finish()) {
    for (const { text, size, centred } of lines) {
      if (PAGE_NUMBER.test(text)) continue;
      flow.add(text, { size: size ?? undefined, ...(centred && { centred }) });
    }
  }
};

const addPart = (zip: Zip, part: string, styles: WordStyles, flow: Flow): void => {
  const bytes = zip.read(part);
  if (bytes) new WordWalk(flow, styles).walk(new XmlScanner(bytes));
};
