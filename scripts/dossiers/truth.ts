import { z } from "zod";

/** What stands in a document and in what words; what the folders of `fixtures/dossiers` are held against. */
const printedSchema = z.strictObject({
  printed: z.string().min(1),
  value: z.union([z.string().min(1), z.number().int()]),
});

const signatureSchema = z.strictObject({
  role: z.enum([
    "officer",
    "recorder",
    "party",
    "witness",
    "handler",
    "unit-head",
    "leader",
    "reviewer",
    "review-head",
    "attendee",
    "chair",
    "recipient",
    "server",
    "maker",
    "archivist",
    "seal",
  ]),
  /** Null where the place for the signature is empty. */
  name: z.string().min(1).nullable(),
  date: z.iso.date().optional(),
  /** The party would not sign, and the document says so. */
  refused: z.literal(true).optional(),
});

const documentSchema = z.strictObject({
  file: z.string().min(1),
  /** First and last page of the file, from 1; null where the format has no pages. */
  pages: z.tuple([z.number().int().min(1), z.number().int().min(1)]).nullable(),
  /** An id of rules/vocabulary/documents/types.yaml. */
  type: z.string().min(1),
  /** The class of that type. */
  code: z.string().regex(/^[A-Z]{3}$/),
  /** As printed, with the spaces between its letters; null where the page has none (a photo, a certificate). */
  title: z.string().min(1).nullable(),
  /** `picture` where the pages hold no text of their own. */
  text: z.enum(["text", "picture"]),
  /** The number of the case's decision, or of its filing where nothing is decided; null if it belongs to none. */
  case: z.string().min(1).nullable(),
  fields: z.record(z.string(), z.union([printedSchema, z.array(printedSchema)])),
  signatures: z.array(signatureSchema),
});

const remarkSchema = z.strictObject({
  rule: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
  case: z.string().min(1).nullable(),
  file: z.string().min(1),
  page: z.number().int().min(1).nullable(),
  what: z.string().min(1),
});

export const truthSchema = z.strictObject({
  /** The folder below fixtures/dossiers. */
  dossier: z.string().min(1),
  documents: z.array(documentSchema),
  /** Pages that are no document: blank ones, covers of other things. */
  otherPages: z.array(
    z.strictObject({ file: z.string(), page: z.number().int().min(1), what: z.string() }),
  ),
  /** Files that hold no case documents: ledgers, recordings, papers of other business. */
  otherFiles: z.array(z.strictObject({ file: z.string(), what: z.string() })),
  /** Problems put there on purpose. */
  planted: z.array(remarkSchema),
  /** What looks like a problem and is lawful: never to be accused. */
  lawful: z.array(remarkSchema),
});

export type Truth = z.infer<typeof truthSchema>;
export type TruthDocument = Truth["documents"][number];
export type Remark = z.infer<typeof remarkSchema>;
export type Signature = z.infer<typeof signatureSchema>;
