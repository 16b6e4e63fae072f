import type { DocumentType } from "./document-words.js";

/** What a person says of a document that was cut or recognised wrongly (anjuan.documents.yaml). */
export interface Correction {
  /** Below the audited folder, with `/`. */
  file: string;
  /** First and last page of the document; null for the whole file. */
  pages: readonly [first: number, last: number] | null;
  /** Null for a paper that is no document of a case. */
  type: DocumentType | null;
  /** Number of the case to which it belongs. */
  case: string | null;
  /** Path of the field → as the person wrote it. */
  fields: ReadonlyMap<string, string>;
}
