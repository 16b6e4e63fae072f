const COMPATIBILITY_FORMS = /[\u2F00-\u2FD5\uF900-\uFAFF\uFF01-\uFF5E\uFFE0-\uFFE6\u3000]/g;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Either of them: most texts have none, and are looked through once. */
const OTHER = new RegExp(`${COMPATIBILITY_FORMS.source}|${INVISIBLE.source}`);

/**
 * Full-width letters, digits and marks (全角) to half-width, the radicals and compatibility ideographs
 * that PDF text is full of (⽉, ⽇) to the usual characters, invisible characters away.
 *
 * Deliberately less than NFKC, which also turns `①` into `1` and `²` into `2`: `①5000元` must not become
 * fifteen thousand.
 */
export const foldWidth = (text: string): string =>
  !OTHER.test(text)
    ? text
    : text.replace(COMPATIBILITY_FORMS, (form) => form.normalize("NFKC")).replace(INVISIBLE, "");

/** Without any white space; tabs, line breaks and the ideographic space included. */
export const withoutSpace = (text: string): string => text.replace(/\s+/g, "");

/**
 * The text of a cell that holds one code: half-width, no white space, without the apostrophe that Excel
 * users put before a long number (`'130521…`).
 */
export const codeText = (text: string): string =>
  withoutSpace(foldWidth(text)).replace(/^['\u2018\u2019`]/, "");
