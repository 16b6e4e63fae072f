import { textKey } from "./text-key.js";

/** The key under which two spellings of an item's code (事项编码) match. */
export const codeKey = (code: string): string => textKey(code).toUpperCase();

/** Codes of one list look alike: C130501 is A999999. Lists with other codes cannot be compared. */
export const shapeOf = (code: string): string =>
  codeKey(code).replace(/\d/g, "9").replace(/[A-Z]/g, "A");
