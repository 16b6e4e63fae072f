import type {
  AuditResult,
  Finding,
  InputFile,
  Lang,
  OutcomeCounts,
} from "../model/audit-result.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { basisRecord } from "../judge/finding.js";
import type { Judgement } from "../judge/judge.js";
import { severityInForce } from "../judge/severity.js";
import { sheetFields } from "../model/vocabulary.js";
import { diagnosticText, text, word } from "../messages/text.js";
import { reviewGroups } from "../report/arrange.js";
import type { CompiledRule } from "../rules/compile.js";

interface Parts {
  version: string;
  asOf: string;
  lang: Lang;
  rules: readonly CompiledRule[];
  inputs: readonly InputFile[];
  diagnostics: readonly Diagnostic[];
  judgement: Judgement;
}

const noOutcomes: OutcomeCounts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0 };

const sum = (counts: Iterable<OutcomeCounts>): OutcomeCounts => {
  const total = { ...noOutcomes };
  for (const count of counts) {
    total.pass += count.pass;
    total.fail += count.fail;
    total.unknown += count.unknown;
    total.notApplicable += count.notApplicable;
  }
  return total;
};

const bySeverity = (findings: readonly Finding[]) => ({
  error: findings.filter(({ severity }) => severity === "error").length,
  warning: findings.filter(({ severity }) => severity === "warning").length,
  info: findings.filter(({ severity }) => severity === "info").length,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `K7` before `K10`, and row before column. */
const cellOrder = (cell = ""): string => {
  const [, column = "", row = ""] = /^([A-Z]*)(\d*)$/.exec(cell) ?? [];
  return row.padStart(8, "0") + column.padStart(4, " ");
};

const named = (path: string, lang: Lang): string => sheetFields.get(path)?.[lang] ?? path;

/** Details as people read them: fields and units by name, a header without its narrow column's line breaks. */
export const withLabel = (details: Diagnostic["details"], lang: Lang): Diagnostic["details"] => {
  const { field, fields, header, unit } = details;
  const listed = String(fields)
    .split(", ")
    .map((path) => named(path, lang));
  return {
    ...details,
    ...(field !== undefined && { field: named(String(field), lang) }),
    ...(fields !== undefined && { fields: listed.join(text(lang, "list.separator")) }),
    ...(unit !== undefined && { unit: word(lang, "unit", String(unit)) }),
    ...(typeof header === "string" && { header: header.replaceAll(/\s+/g, "") }),
  };
};

const diagnosticsFor = (diagnostics: readonly Diagnostic[], lang: Lang) =>
  [...diagnostics]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        compare(a.sheet ?? "", b.sheet ?? "") ||
        compare(cellOrder(a.cell), cellOrder(b.cell)) ||
        compare(a.code, b.code),
    )
    .map(({ level, code, details, ...place }) => ({
      level,
      code,
      ...place,
      message: diagnosticText(lang, code, withLabel(details, lang)),
    }));

/** Those that reviews ask for, with their titles. */
const parametersNotSet = (
  { reviews }: Judgement,
  rules: readonly CompiledRule[],
): AuditResult["parameters"] => {
  // All members of a group miss the same.
  const asked = new Set(
    reviewGroups({ reviews }).flatMap(({ first: { missing } }) =>
      missing.flatMap((path) => (path.startsWith("param:") ? path.slice("param:".length) : [])),
    ),
  );
  const titles = new Map(
    rules.flatMap(({ parameters }) =>
      [...parameters.values()].map(({ key, definition }) => [key, definition.title] as const),
    ),
  );
  return [...asked]
    .sort(compare)
    .map((key) => ({ key, title: titles.get(key) ?? { zh: key, en: key } }));
};

/** The whole result of an audit, in the order of the published schema. */
export const auditResult = (parts: Parts): AuditResult => {
  const { judgement, rules, lang } = parts;
  return {
    schema: "anjuan.audit/1",
    tool: { name: "anjuan", version: parts.version },
    run: { asOf: parts.asOf, lang, rules: rules.length, inputs: [...parts.inputs] },
    summary: {
      cases: judgement.cases.length,
      findings: bySeverity(judgement.findings),
      outcomes: sum(judgement.outcomes.values()),
      indicators: judgement.indicators,
    },
    cases: judgement.cases,
    findings: judgement.findings,
    reviews: judgement.reviews,
    rules: rules.map(({ definition, area }) => ({
      id: definition.id,
      area,
      scope: definition.scope,
      severity: severityInForce(definition.severity, definition.basis),
      title: definition.title,
      basis: definition.basis.map(basisRecord),
      outcomes: judgement.outcomes.get(definition.id) ?? noOutcomes,
    })),
    parameters: parametersNotSet(judgement, rules),
    diagnostics: diagnosticsFor(parts.diagnostics, lang),
  };
};
