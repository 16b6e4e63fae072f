/** A plain value of JSON. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A file of one case as a system exports it: documents of known types, each with its fields. */
export interface CaseJson {
  /** Path below the audited folder, with `/`. */
  file: string;
  documents: readonly { type: string; fields: Readonly<Record<string, JsonValue>> }[];
}
