import type { Zip } from "./zip.js";

/** Whether a text is a result that this program wrote as JSON. */
export const isOwnJson = (head: string): boolean =>
  /^\s*\{\s*"schema"\s*:\s*"anjuan\.\w+\/\d+"/.test(head);

/** More than a few lines about author and time are not needed to tell. */
const CORE_BYTES = 1024 * 1024;

/** Whether a workbook names this program as its creator; it keeps the name when a person edits it. */
export const isOwnWorkbook = (zip: Zip): boolean => {
  const core = zip.read("docProps/core.xml", CORE_BYTES)?.toString("utf8") ?? "";
  return /<(?:\w+:)?creator>\s*anjuan\s*<\//.test(core);
};
