import { z } from "zod";
import { marks, scopes, severities } from "../model/audit-result.js";
import { CivilDate } from "../values/civil-date.js";
import type { ProblemCode } from "./problem.js";

/**
 * The shape of a rule file (rules/<area>/<name>.yaml). One rule, one file; the id is the path. What is
 * written here in `describe` is what authors read in their editor.
 */

/** What the schema says itself is a code, for which the catalogues have the words. */
const fault = (code: ProblemCode): ProblemCode => code;

const isDay = (text: string): boolean => CivilDate.fromIso(text)?.precision === "day";

const isoDay = z.string().refine(isDay, fault("not-a-day")).describe("A day like 2021-07-15");

const cel = z
  .string()
  .min(1)
  .describe("A CEL expression over `case`, the parameters and the facts");

export const localisedSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const articleSchema = z.strictObject({
  instrument: z.string().min(1).describe("法律、法规、规章或文件的名称或文号"),
  article: z.string().min(1).describe("条、款、项或者文件的点"),
  from: isoDay.optional().describe("In force from"),
  to: isoDay.optional().describe("In force to, that day included"),
  mark: z
    .enum(marks)
    .describe("How well verified: T read, S secondary page, R local rules, unverified"),
});

const principleSchema = z.strictObject({
  principle: z.string().min(1).describe("Not an article: the file contradicts itself"),
});

export const basisEntrySchema = z.union([articleSchema, principleSchema]);

export const units = [
  "working-day",
  "calendar-day",
  "month",
  "year",
  "yuan",
  "count",
  "ratio",
  "yes-no",
  "text",
] as const;

const parameterValue = z.union([z.number(), z.string(), z.boolean(), z.null()]);

const versionSchema = z.strictObject({
  value: parameterValue,
  from: isoDay.optional(),
  to: isoDay.optional(),
  basis: z.array(articleSchema).default([]),
});

export const parameterSchema = z.strictObject({
  title: localisedSchema.optional(),
  unit: z.enum(units),
  /** Null: the national law sets none, and without a preset or a setting the outcome is unknown. */
  value: parameterValue,
  versions: z
    .array(versionSchema)
    .default([])
    .describe("Values for other times; the first that fits"),
});

const parameterDay = {
  at: cel
    .optional()
    .describe("The day whose value counts, where it is not the rule's: over `case` alone"),
};

const ownParameterSchema = parameterSchema.extend(parameterDay);

/** `use: hearing.fine.organisation` takes a parameter of rules/parameters.yaml. */
const sharedParameterSchema = z.strictObject({ use: z.string().min(1), ...parameterDay });

const demandSchema = z.strictObject({
  that: cel,
  zh: z.string().min(1).describe("What is said when it does not hold"),
  en: z.string().min(1),
});

const variantSchema = z.strictObject({
  when: cel,
  severity: z.enum(severities).optional(),
  message: localisedSchema.optional(),
  basis: z.array(basisEntrySchema).min(1).optional().describe("Instead of the rule's own"),
});

const exampleFields = {
  case: z.record(z.string(), z.unknown()).optional(),
  cases: z.array(z.record(z.string(), z.unknown())).optional(),
  registers: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  asOf: isoDay.optional(),
  params: z.record(z.string(), parameterValue).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
  severity: z.enum(severities).optional(),
};

const text = z.string().min(1);

export const exampleSchema = z.union([
  z.strictObject({ complies: text, ...exampleFields }),
  z.strictObject({ violates: text, ...exampleFields }),
  z.strictObject({ unknown: text, ...exampleFields }),
  z.strictObject({ notApplicable: text, ...exampleFields }),
]);

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, fault("not-a-rule-id")),
  title: localisedSchema,
  explanation: localisedSchema,
  scope: z.enum(scopes),
  severity: z.enum(severities),
  items: z.array(z.string()).default([]).describe("Items of the review standard that it answers"),
  basis: z.array(basisEntrySchema).min(1),
  at: cel.optional().describe("The day whose law counts: it picks the basis and the parameters"),
  params: z.record(z.string(), z.union([ownParameterSchema, sharedParameterSchema])).default({}),
  applies: cel.default("true"),
  facts: z.record(z.string(), cel).default({}),
  require: z.union([cel, z.array(demandSchema).min(1)]).optional(),
  check: z.string().optional().describe("A check registered in src/judge, where CEL ends"),
  variants: z.array(variantSchema).default([]),
  message: localisedSchema,
  remedy: localisedSchema,
  examples: z.array(exampleSchema).default([]),
});

export type RuleDefinition = z.infer<typeof ruleSchema>;
export type RuleExample = z.infer<typeof exampleSchema>;
export type ParameterDefinition = z.infer<typeof parameterSchema>;
export type ParameterValue = z.infer<typeof parameterValue>;
export type ParameterVersion = z.infer<typeof versionSchema>;
export type Article = z.infer<typeof articleSchema>;
export type BasisEntry = z.infer<typeof basisEntrySchema>;
export type Unit = (typeof units)[number];

/** rules/parameters.yaml: parameters that several rules share, by dotted name. */
export const sharedParametersSchema = z.record(
  z.string().regex(/^[a-z]+([.-][a-z]+)*$/),
  parameterSchema,
);

/** Whether a preset holds for a sector's agencies, told by their names, or for a place, where it is chosen by hand. */
const presetKinds = ["sector", "place"] as const;

/** rules/presets/<sector>.yaml: what a sector's or a place's rules set differently. */
export const presetSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: localisedSchema,
  kind: z.enum(presetKinds).default("sector"),
  agencies: z
    .array(z.string())
    .default([])
    .describe("An agency whose name holds one of these belongs to the sector"),
  parameters: z
    .record(z.string(), z.array(versionSchema).min(1))
    .describe(
      "By shared name (hearing.fine.citizen) or rule and name (procedure/filed-in-time.limit)",
    ),
});

export type Preset = z.infer<typeof presetSchema>;
