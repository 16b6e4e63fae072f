import { decodeText } from "../csv/decode-text.js";
import { Unreadable } from "../errors.js";
import type { DocumentLimits } from "./limits.js";
import type { Pages } from "./reader.js";
import { Flow } from "./word/flow.js";

/** Reads plain text line by line; a form feed ends a page. Throws `Unreadable`. */
export const readText = (bytes: Buffer, limits: DocumentLimits): Pages => {
  const text = decodeText(bytes);
  if (text.length > limits.characters) {
    throw new Unreadable("too-much-text", { limit: limits.characters });
  }
  const flow = new Flow();
  text.split("\f").forEach((page, i) => {
    if (i > 0) flow.breakPage();
    for (const line of page.split(/\r\n?|\n/)) flow.add(line);
  });
  return { pages: flow.finish(), seals: [] };
};
