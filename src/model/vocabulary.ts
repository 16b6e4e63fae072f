import { z } from "zod";

/**
 * The words that agencies use (rules/vocabulary/*.yaml), as data: which header means which field, which
 * word means which value, and what makes a sheet a ledger.
 */

export const sheetKinds = ["penalty-ledger", "officer-roster", "benchmark-table"] as const;
export type SheetKind = (typeof sheetKinds)[number];

export const headerEntrySchema = z.strictObject({
  /** Path of the field this header fills: `decision.date`, `roster.validTo`, `tier.standard`. */
  field: z.string(),
  /** The usual header. */
  header: z.string(),
  also: z.array(z.string()).default([]),
  /** Sheet kinds in which the header has this meaning; all kinds that know the field where empty. */
  in: z.array(z.enum(sheetKinds)).default([]),
});

export const vocabularySchema = z.strictObject({
  headers: z.array(headerEntrySchema),
  /** Enumerated fields: path → value → words that mean it. */
  words: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});

export type HeaderEntry = z.infer<typeof headerEntrySchema>;
export type Vocabulary = z.infer<typeof vocabularySchema>;
