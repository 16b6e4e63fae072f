import { Unreadable } from "../errors.js";
import type { DocumentLimits } from "./limits.js";
import { type Pages, unreadablePage } from "./reader.js";
import { RtfReader } from "./rtf/rtf-reader.js";
import { rtfTokens } from "./rtf/tokens.js";

/**
 * Reads RTF: each paragraph is a line, pages end where breaks are set. Cells of tables carry their place;
 * columns are counted by the cells of the row, whatever their width.
 * What is marked as deleted or hidden, headers and footers, and everything that is no body text (fonts,
 * pictures, fields' instructions) is left out. Throws `Unreadable`.
 */
export const readRtf = (bytes: Buffer, limits: DocumentLimits): Pages => {
  const start = bytes.subarray(0, 1024).indexOf("{\\rtf");
  if (start < 0) throw new Unreadable("file-broken");
  const reader = new RtfReader();
  for (const token of rtfTokens(bytes.subarray(start))) {
    if (token.type === "open") reader.open();
    else if (token.type === "close") reader.close();
    else if (token.type === "byte") reader.byte(token.byte);
    else reader.word(token.word, token.value);
    if (reader.flow.characters > limits.characters) {
      throw new Unreadable("too-much-text", { limit: limits.characters });
    }
  }
  if (!reader.isWhole) throw new Unreadable("file-broken");
  const pages = reader.finish();
  return {
    pages: pages.map((page) =>
      page.number > limits.pages ? unreadablePage(page.number, "past-limit") : page,
    ),
    seals: [],
  };
};
