import { z } from "zod";

/** The words by which documents and their fields are known (rules/vocabulary/documents/*.yaml), as data. */

export const documentTypeSchema = z.strictObject({
  id: z.string(),
  /** The class in which reviewers count it, `FIL`; several types may share one. */
  code: z.string().regex(/^[A-Z]{3}$/),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Other titles of the same document. */
  titles: z.array(z.string()),
  /** Names by which other documents call it, too general to know it by. */
  also: z.array(z.string()),
});

const types = z.array(z.string()).default([]);

const labelSchema = z.strictObject({
  /**
   * Path of the case file's field; a list of people (`officers`) takes names with their certificates, a
   * group with `from` and `to` (`inspection`) a stretch of time.
   */
  field: z.string(),
  labels: z.array(z.string()).min(1),
  /** Types of documents in which the label means this; all where empty. */
  in: types,
});

const byType = z.record(z.string(), z.string()).default({});

export const documentFieldsSchema = z.strictObject({
  labels: z.array(labelSchema).default([]),
  /** Labels of what is not read: they end the value before them. */
  others: z.array(z.string()).default([]),
  /** Type → field of the document's own number. */
  numbers: byType,
  /** Type → field of the date at its foot. */
  footDates: byType,
  /** Type → field of the agency above that date. */
  footAgencies: byType,
  /** Type → field of the fine that it imposes or announces. */
  fines: byType,
  /** Types whose first line addresses the party: `某公司：`. */
  addressed: types,
  /** Type → field of the day on which the last of the boxes named was signed. */
  signed: z
    .record(z.string(), z.strictObject({ field: z.string(), boxes: z.array(z.string()).min(1) }))
    .default({}),
  /** What sentences say; the one group of the pattern is the value. */
  sentences: z
    .array(z.strictObject({ field: z.string(), pattern: z.string(), in: types }))
    .default([]),
});

export type DocumentType = z.infer<typeof documentTypeSchema>;
export type DocumentFields = z.infer<typeof documentFieldsSchema>;

export interface DocumentWords {
  types: readonly DocumentType[];
  fields: DocumentFields;
  /** Path of an enumerated field → value → words that mean it. */
  words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
