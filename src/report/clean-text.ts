/**
 * Text out of someone's file, made safe to show: control characters (so that no cell can speak to the
 * terminal), bidirectional overrides and other invisible characters are taken out, everything visible
 * stays. Line breaks are kept; joiners are too, since emoji and some scripts need them.
 */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .replaceAll(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu, "");

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s*\n\s*/g, " ");

/**
 * JSON as other programs need it, every character kept, and yet harmless on a terminal: what
 * `JSON.stringify` leaves raw although nobody can see it is written as an escape.
 */
export const escapeInvisible = (json: string): string =>
  json.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (found) =>
    Array.from({ length: found.length }, (_, unit) => hexEscape(found.charCodeAt(unit))).join(""),
  );

const hexEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;
