import type { Printed } from "./printed.js";
import type { Signature } from "./truth.js";

/** Text as it may stand in HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * A document in the making. Whatever is printed through `put` and `sign` is noted as what a reader must
 * find, so that the page and the truth about it cannot drift apart.
 */
export class Draft {
  readonly fields: Record<string, Printed | Printed[]> = {};
  readonly signatures: Signature[] = [];
  html = "";

  constructor(
    readonly type: string,
    readonly title: string | null,
  ) {}

  /** Prints a value that stands once in the document. */
  put(field: string, value: Printed | string): string {
    const entry = typeof value === "string" ? { printed: value, value } : value;
    this.fields[field] ??= entry;
    return escapeHtml(entry.printed);
  }

  /** Prints one value of several: officers, certificates, documents served. */
  add(field: string, value: Printed | string): string {
    const entry = typeof value === "string" ? { printed: value, value } : value;
    const before = this.fields[field];
    this.fields[field] = Array.isArray(before) ? [...before, entry] : [entry];
    return escapeHtml(entry.printed);
  }

  /** Prints a signature, or the empty place for one. */
  sign(role: Signature["role"], name: string | null, date?: string): string {
    this.signatures.push({ role, name, ...(date === undefined ? {} : { date }) });
    return name === null
      ? `<span class="unsigned"></span>`
      : `<span class="signed">${escapeHtml(name)}</span>`;
  }

  /** Notes a refusal to sign; the document says so in its own words. */
  refuse(role: Signature["role"]): void {
    this.signatures.push({ role, name: null, refused: true });
  }
}
