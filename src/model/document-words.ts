import { z } from "zod";

/** The words by which documents and their fields are known (rules/vocabulary/documents/*.yaml), as data. */

export const documentTypeSchema = z.strictObject({
  id: z.string(),
  /** The class in which reviewers count it, `FIL`; several types may share one. */
  code: z.string().regex(/^[A-Z]{3}$/),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Other titles of the same document. */
  titles: z.array(z.string()),
  /** Titles that say what a picture shows wherever they stand on it: those of certificates. */
  anywhere: z.array(z.string()).default([]),
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
  /** Keys that systems give what they export, besides the labels of forms. */
  exported: z.array(labelSchema).default([]),
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
  /** Types that name the evidence on which facts are found. */
  evidenceNamed: types,
  /** Types whose first line addresses the party: `某公司：`. */
  addressed: types,
  /** Type → field of the day on which the last of the boxes named was signed. */
  signed: z
    .record(z.string(), z.strictObject({ field: z.string(), boxes: z.array(z.string()).min(1) }))
    .default({}),
  /** Who signs: the label before 签名 or 签字 → field below `documents` of who did. */
  signatures: z.array(labelSchema).default([]),
  /** What sentences say; the one group of the pattern is the value. */
  sentences: z
    .array(z.strictObject({ field: z.string(), pattern: z.string(), in: types }))
    .default([]),
});

const field = z.string();

/** How documents make a case (rules/vocabulary/documents/dossiers.yaml). */
export const dossierWordsSchema = z.strictObject({
  /** Kind of case → types of documents that only such a case has; the first that fits. */
  kinds: z.array(z.strictObject({ kind: z.string(), types: z.array(z.string()).min(1) })),
  /** Types that show a case of the simple procedure (当场处罚). */
  simple: z.array(z.string()),
  /** Beginnings of fields → types whose own matter they are: their word counts before all others. */
  matters: z.array(
    z.strictObject({ of: z.array(field).min(1), types: z.array(z.string()).min(1) }),
  ),
  /** Types that speak for the agency: where they contradict each other, that is a fault of the file. */
  official: z.array(z.string()),
  /** Type of what was served → field of the day on which it was. */
  servedOn: z.record(z.string(), field),
  /** Types that receive the fields of the decision's service (`service.*`). */
  decisions: z.array(z.string()),
  /** Types of which a dossier that is whole holds one of each list. */
  whole: z.array(z.array(z.string()).min(1)),
  /** What a whole dossier without such documents leaves blank. */
  absences: z.array(
    z.strictObject({
      without: z.array(z.string()).min(1),
      /** Words by which a document of unknown type might be one of them. */
      words: z.string(),
      /** Only where the dossier holds one of these: the volume in which it would lie. */
      beside: z.array(z.string()).default([]),
      fields: z.array(field).min(1),
    }),
  ),
  /** Ways that a case may take, and what shows that it took one. */
  paths: z.array(
    z.strictObject({
      id: z.string(),
      /** One of these documents, */
      types: z.array(z.string()).default([]),
      /** none of these, */
      without: z.array(z.string()).default([]),
      /** or a field of the case that has this value. */
      field: z.strictObject({ path: z.string(), is: z.string() }).optional(),
    }),
  ),
  /** The stages of each way, and the documents of which one records the stage. */
  stages: z.array(
    z.strictObject({
      stage: z.string(),
      path: z.string(),
      types: z.array(z.string()).min(1),
      /** Words by which a document of unknown type might be one of them. */
      words: z.string(),
      /** Papers that may be kept elsewhere (副卷): not to be found is no fault. */
      mayBeElsewhere: z.boolean().default(false),
    }),
  ),
  /** Kinds of evidence that a decision may name, and the documents of which one is it. */
  evidence: z.array(
    z.strictObject({
      words: z.string(),
      types: z.array(z.string()).min(1),
      /** Types among whose papers it may be, so that it is not missed. */
      maybeIn: z.array(z.string()).default([]),
      /** Evidence without a form of its own: not to be found is no fault. */
      mayBeElsewhere: z.boolean().default(false),
    }),
  ),
  /** Names of folders that hold a part of the case in the folder above. */
  parts: z.string(),
});

export type DossierWords = z.infer<typeof dossierWordsSchema>;
export type DocumentType = z.infer<typeof documentTypeSchema>;
export type DocumentFields = z.infer<typeof documentFieldsSchema>;

export interface DocumentWords {
  types: readonly DocumentType[];
  fields: DocumentFields;
  dossiers: DossierWords;
  /** Path of an enumerated field → value → words that mean it. */
  words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
