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

const operativeSchema = z.strictObject({
  /** Fields of its text and of the kinds of penalty in it. */
  content: z.string(),
  kinds: z.string(),
  /** The words that introduce it, and those by which what follows tells how to perform it. */
  begins: z.string(),
  ends: z.string(),
});

export type Operative = z.infer<typeof operativeSchema>;

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
  /** Types that cite the law on the agency's behalf: their provisions are read one by one. */
  citing: types,
  /** Types whose amounts in words and figures are the agency's own. */
  amounts: types,
  /** Types that show what was published. */
  published: types,
  /** Types that tell the party of its remedies. */
  remedies: types,
  /** What a record that is filled in and was read whole does not speak of, if none of the words stands in it. */
  silences: z
    .array(
      z.strictObject({
        field: z.string(),
        words: z.string(),
        /** Fields that show it to be filled in. */
        filled: z.array(z.string()).min(1),
        in: types,
      }),
    )
    .default([]),
  /** What sentences say; the one group of the pattern is the value, where the entry does not give it. */
  sentences: z
    .array(
      z.strictObject({
        field: z.string(),
        pattern: z.string(),
        in: types,
        value: z.union([z.boolean(), z.string()]).optional(),
        /** Whether the pattern is held against whole pages, their lines parted by line feeds. */
        lines: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Fields that forms print for everybody, filled in or not. */
  printed: z.array(z.string()).default([]),
  /** What the words of one field mean for another; of several patterns for one field the first that fits. */
  derived: z
    .array(
      z.strictObject({
        field: z.string(),
        from: z.string(),
        pattern: z.string(),
        value: z.union([z.boolean(), z.string()]),
      }),
    )
    .default([]),
  /** Type → fields that are true because there is such a document. */
  shows: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Type → what it imposes or announces. */
  operative: z.record(z.string(), operativeSchema).default({}),
  /** Kind of penalty → how what is imposed names it. */
  kinds: z.record(z.string(), z.string()).default({}),
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

const patterns = z.array(z.string()).default([]);

/** What documents must state and by which words that is known (rules/vocabulary/documents/elements.yaml). */
export const documentElementsSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      types: z.array(z.string()).min(1),
      elements: z.array(
        z.strictObject({
          name: z.string(),
          /** Any of them states it. */
          said: patterns,
          /** So does any of these fields. */
          fields: patterns,
          /** So does a seal that the file carries as such. */
          sealed: z.boolean().default(false),
          /** Any of them may state it in other words. */
          open: patterns,
          /** It is owed only where the text has one of these. */
          where: patterns,
        }),
      ),
    }),
  ),
  /** Words of a text of which some is written elsewhere, or that is no more than a copy. */
  elsewhere: patterns,
});

export type DocumentElements = z.infer<typeof documentElementsSchema>;
export type DossierWords = z.infer<typeof dossierWordsSchema>;
export type DocumentType = z.infer<typeof documentTypeSchema>;
export type DocumentFields = z.infer<typeof documentFieldsSchema>;

export interface DocumentWords {
  types: readonly DocumentType[];
  fields: DocumentFields;
  elements: DocumentElements;
  dossiers: DossierWords;
  /** Path of an enumerated field → value → words that mean it. */
  words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
