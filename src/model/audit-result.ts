import { z } from "zod";

/**
 * The result of an audit as machines get it (`-f json`). The schema is published as
 * `audit.schema.json`; reports are written from this object alone. Money is fen, days are ISO, keys
 * stand in the order given here, arrays are sorted, and nothing depends on the clock or on where the
 * folder lies.
 */

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/** How well an article is verified: text read (T), secondary page (S), local rules (R), unverified. */
export const marks = ["T", "S", "R", "unverified"] as const;
export type Mark = (typeof marks)[number];

export const outcomeNames = ["pass", "fail", "unknown", "notApplicable"] as const;
export type OutcomeName = (typeof outcomeNames)[number];

export const scopes = ["case", "document", "officer", "agency", "batch"] as const;
export type Scope = (typeof scopes)[number];

const localised = z.strictObject({ zh: z.string(), en: z.string() });

const place = {
  file: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  page: z.int().optional(),
};

export const basisSchema = z.strictObject({
  instrument: z.string(),
  /** Null where the rule rests on the file contradicting itself. */
  article: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  mark: z.enum(marks).nullable(),
});

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const evidenceSchema = z.strictObject({
  field: z.string(),
  /** The field's name for people, in the language of the run. */
  label: z.string(),
  value: fact,
  ...place,
  text: z.string().optional(),
  confidence: z.number().optional(),
});

const subject = z.strictObject({ scope: z.enum(scopes), id: z.string() });

const counts = z.strictObject({
  pass: z.int(),
  fail: z.int(),
  unknown: z.int(),
  notApplicable: z.int(),
});

export const findingSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  area: z.string(),
  subject,
  /** The cases that the finding speaks of; the subject itself for a case rule. */
  cases: z.array(z.string()),
  message: z.string(),
  remedy: z.string(),
  basis: z.array(basisSchema),
  /** What was computed: days, amounts in fen, limits. */
  facts: z.record(z.string(), fact),
  evidence: z.array(evidenceSchema),
  items: z.array(z.string()),
  fingerprint: z.string(),
});

export const reviewSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  area: z.string(),
  subject,
  /** The fields (or `param:` names) that the rule would have needed. */
  missing: z.array(z.string()),
  message: z.string(),
  evidence: z.array(evidenceSchema),
});

export const inputSchema = z.strictObject({
  file: z.string(),
  kind: z.enum(["spreadsheet", "csv", "other"]),
  sha256: z.string().nullable(),
  status: z.enum(["read", "unread", "ignored"]),
  /** Why it was not read or was ignored: a diagnostic code. */
  reason: z.string().nullable(),
});

export const caseResultSchema = z.strictObject({
  id: z.string(),
  numbers: z.array(z.string()),
  type: z.string().nullable(),
  procedure: z.string().nullable(),
  name: z.string().nullable(),
  party: z.string().nullable(),
  agency: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** Fen. */
  fine: z.int().nullable(),
  sources: z.array(z.string()),
  outcomes: counts,
});

export const auditSchema = z.strictObject({
  schema: z.literal("anjuan.audit/1"),
  tool: z.strictObject({ name: z.literal("anjuan"), version: z.string() }),
  run: z.strictObject({
    asOf: z.string(),
    lang: z.enum(["zh", "en"]),
    rules: z.int(),
    inputs: z.array(inputSchema),
  }),
  summary: z.strictObject({
    cases: z.int(),
    findings: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
    outcomes: counts,
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        title: localised,
        scope: z.enum(scopes),
        /** An agency or officer; empty for all cases together. */
        subject: z.string(),
        /** A year, where the cases are of several; null for all of them. */
        period: z.string().nullable(),
        /** 0 to 1; null where nothing could be counted. */
        value: z.number().nullable(),
        numerator: z.int(),
        denominator: z.int(),
      }),
    ),
  }),
  cases: z.array(caseResultSchema),
  findings: z.array(findingSchema),
  reviews: z.array(reviewSchema),
  /** The rules held against the cases, with their bases. */
  rules: z.array(
    z.strictObject({
      id: z.string(),
      area: z.string(),
      scope: z.enum(scopes),
      severity: z.enum(severities),
      title: localised,
      basis: z.array(basisSchema),
      outcomes: counts,
    }),
  ),
  /** What the parameters are called that reviews name as not set (`param:<key>`), by key. */
  parameters: z.array(z.strictObject({ key: z.string(), title: localised })),
  diagnostics: z.array(
    z.strictObject({
      level: z.enum(["error", "warning", "info"]),
      code: z.string(),
      ...place,
      message: z.string(),
    }),
  ),
});

/** A list to be gone through as often as needed: an array, or one whose members are made when asked for. */
export interface Listing<Member> extends Iterable<Member> {
  readonly length: number;
}

/** The results of the cases, by id. */
export interface CaseListing extends Listing<CaseResult> {
  /** Those that some finding speaks of, where they are known without going through all. */
  spokenOf?: () => readonly CaseResult[];
}

/** What a person must look at, by subject. */
export interface ReviewListing extends Listing<Review> {
  /** The groups of `reviewGroups`, where they are known without going through all. */
  groups?: () => ReviewGroup[];
}

/** The same information missing for the same rule, or the same thing to decide, on so many subjects. */
export interface ReviewGroup {
  /** The first of them, by subject. */
  first: Review;
  count: number;
  /** The ids of the first few subjects. */
  subjects: readonly string[];
}

/** How many subjects of a group are named. */
export const subjectsNamed = 3;

/** A result as JSON has it. */
export type WrittenResult = z.infer<typeof auditSchema>;

/** What the schema describes, with lists that need not be held. */
export type AuditResult = Omit<WrittenResult, "cases" | "reviews"> & {
  cases: CaseListing;
  reviews: ReviewListing;
};
export type Finding = z.infer<typeof findingSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Basis = z.infer<typeof basisSchema>;
export type InputFile = z.infer<typeof inputSchema>;
export type CaseResult = z.infer<typeof caseResultSchema>;
export type OutcomeCounts = z.infer<typeof counts>;
/** A value computed by a rule, as machines get it. */
export type Fact = z.infer<typeof fact>;

/** Text in both languages. */
export type Localised = z.infer<typeof localised>;
export type Lang = "zh" | "en";
