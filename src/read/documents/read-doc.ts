import { CompoundFile } from "../cfb.js";
import { Unreadable } from "../errors.js";
import { bufferSource } from "../source.js";
import type { DocumentLimits } from "./limits.js";
import type { Pages } from "./reader.js";
import { Flow } from "./word/flow.js";

/**
 * Reads a document of Word 97 to 2003: each paragraph is a line, the cells of a table's row are parted by
 * tabs. Such a file does not say where its pages end: it is one page. Headers stand in front, notes and
 * text boxes behind. Throws `Unreadable`.
 */
export const readDoc = async (bytes: Buffer, limits: DocumentLimits): Promise<Pages> => {
  checkKind(bytes);
  const { default: WordExtractor } = await import("word-extractor");
  const document = await new WordExtractor().extract(bytes);
  // The texts of its characters as they are, quotation marks included.
  const asIs = { filterUnicode: false };
  const parts = [
    document.getHeaders({ ...asIs, includeFooters: false }),
    document.getBody(asIs),
    document.getTextboxes(asIs),
    document.getFootnotes(asIs),
    document.getEndnotes(asIs),
  ];
  const flow = new Flow();
  for (const line of parts.flatMap((part) => part.split("\n"))) {
    flow.add(line.replace(/\p{Cc}/gu, (control) => (control === "\t" ? "\t" : "")).trimEnd());
  }
  if (flow.characters > limits.characters) {
    throw new Unreadable("too-much-text", { limit: limits.characters });
  }
  return { pages: flow.finish(), seals: [] };
};

const WORD_MAGIC = 0xa5ec;
const ENCRYPTED = 0x0100;

const checkKind = (bytes: Buffer): void => {
  const file = new CompoundFile(bufferSource(bytes));
  if (file.names.includes("EncryptedPackage")) throw new Unreadable("file-encrypted");
  const main = file.read("WordDocument");
  if (!main || main.length < 512 || main.readUInt16LE(0) !== WORD_MAGIC) {
    throw new Unreadable("file-broken");
  }
  if ((main.readUInt16LE(10) & ENCRYPTED) !== 0) throw new Unreadable("file-encrypted");
};
