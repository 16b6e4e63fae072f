import {
  severities,
  type AuditResult,
  type CaseResult,
  subjectsNamed,
  type Finding,
  type InputFile,
  type Review,
  type ReviewGroup,
  type Scope,
  type Severity,
} from "../model/audit-result.js";
import { word } from "../messages/text.js";

/** A result put into the order in which people read it. Nothing is left out and nothing is judged. */

/** All findings about one thing, the severest first. */
export interface Chapter {
  scope: Scope;
  id: string;
  /** What is known of the case, where the chapter is about a case of the result. */
  file: CaseResult | undefined;
  findings: Finding[];
}

export type Diagnostic = AuditResult["diagnostics"][number];

/** Diagnostics of one kind about one sheet. */
export interface DiagnosticGroup {
  level: Diagnostic["level"];
  diagnostics: Diagnostic[];
}

export type SeverityCounts = Record<Severity, number>;

const scopeOrder: readonly Scope[] = ["case", "document", "agency", "officer", "batch"];

/** Members by key, both in the order in which they first appear. */
export const grouped = <Member>(
  members: Iterable<Member>,
  keyOf: (member: Member) => string,
): [key: string, members: Member[]][] => {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups];
};

export const bySeverity = (a: Finding, b: Finding): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

/** A document's findings stand with its case. */
const homeOf = ({ subject, cases }: Finding): { scope: Scope; id: string } => {
  const [only, ...others] = cases;
  return subject.scope === "document" && only !== undefined && others.length === 0
    ? { scope: "case", id: only }
    : subject;
};

/** Findings by what they are about: the cases in the result's order, then agencies, officers, the whole batch. */
export const chapters = (result: AuditResult): Chapter[] => {
  const spokenOf = casesSpokenOf(result);
  const files = new Map(spokenOf.map((file) => [file.id, file]));
  const rank = new Map(spokenOf.map((file, index) => [file.id, index]));
  return grouped(result.findings, (finding) => {
    const home = homeOf(finding);
    return `${home.scope}\n${home.id}`;
  })
    .map(([, findings]) => {
      const home = findings[0] ? homeOf(findings[0]) : { scope: "batch" as const, id: "" };
      const file = home.scope === "case" ? files.get(home.id) : undefined;
      return { ...home, file, findings: findings.toSorted(bySeverity) };
    })
    .toSorted(
      (a, b) =>
        scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope) ||
        (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size),
    );
};

/** What a review hangs on: what is missing, else why a person must decide. */
const hangsOn = ({ missing, message }: Review): readonly string[] =>
  missing.length > 0 ? missing : [message];

/** Reviews by rule and by what they hang on, the most frequent first. */
export const reviewGroups = ({ reviews }: Pick<AuditResult, "reviews">): ReviewGroup[] =>
  (reviews.groups?.() ?? groupsIn([...reviews])).toSorted((a, b) => b.count - a.count);

const groupsIn = (reviews: readonly Review[]): ReviewGroup[] =>
  grouped(reviews, (review) => [review.rule, ...hangsOn(review)].join("\n")).flatMap(
    ([, members]) => {
      const [first] = members;
      const subjects = members.slice(0, subjectsNamed).map(({ subject }) => subject.id);
      return first ? { first, count: members.length, subjects } : [];
    },
  );

/** A rule that the files can decide for nothing, and what they have no place for. */
export interface UndecidedRule {
  first: Review;
  /** Every field that the files have no place for, and every parameter that is not set. */
  missing: string[];
  count: number;
}

/** Of what is missing, that for which the files have no place at all: an empty cell would be evidence. */
const withoutPlace = ({ missing, evidence }: Review): string[] =>
  missing.filter((path) => path.includes(":") || !evidence.some(({ field }) => field === path));

/**
 * Rules that passed and failed nowhere, because no file of the folder has a place for what they need or a
 * parameter is not set. The most subjects first.
 */
export const undecidedRules = (result: AuditResult): UndecidedRule[] => {
  const decided = new Set(
    result.rules.flatMap(({ id, outcomes }) => (outcomes.pass + outcomes.fail > 0 ? id : [])),
  );
  return grouped(reviewGroups(result), ({ first }) => first.rule)
    .flatMap(([rule, groups]): UndecidedRule[] => {
      const [group] = groups;
      const lacking = groups.map(({ first }) => withoutPlace(first));
      if (!group || decided.has(rule) || lacking.some(({ length }) => length === 0)) return [];
      const missing = [...new Set(lacking.flat())];
      return [{ first: group.first, missing, count: sizeOf(groups) }];
    })
    .toSorted((a, b) => b.count - a.count);
};

/** How many reviews there are in groups of them. */
export const sizeOf = (groups: readonly { count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

/** Diagnostics of the given levels by kind and sheet, the gravest first. */
export const diagnosticGroups = (
  result: AuditResult,
  levels: readonly Diagnostic["level"][],
): DiagnosticGroup[] =>
  levels.flatMap((level) =>
    grouped(
      result.diagnostics.filter((diagnostic) => diagnostic.level === level),
      ({ code, file, sheet }) => [code, file, sheet].join("\n"),
    ).map(([, diagnostics]) => ({ level, diagnostics })),
  );

/** Every file that should have been read and could not be, with the reason in words. */
export const unreadInputs = ({
  run,
  diagnostics,
}: AuditResult): { file: string; reason: string }[] => {
  const said = new Map(
    diagnostics
      .filter(({ code }) => code === "file-unread")
      .map(({ file, message }) => [file, message]),
  );
  return run.inputs
    .filter(({ status }) => status === "unread")
    .map(({ file, reason }) => ({
      file,
      reason: said.get(file) ?? word(run.lang, "reason", reason ?? ""),
    }));
};

/** Files that belong to a case and are of a kind that this version does not read, tables first. */
export const notYetReadable = ({ run }: AuditResult): InputFile[] =>
  run.inputs
    .filter(({ reason }) => reason === "kind-not-supported")
    .toSorted((a, b) => Number(b.kind === "spreadsheet") - Number(a.kind === "spreadsheet"));

/** How many findings of each severity. */
export const countBySeverity = (findings: readonly Finding[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
};

/** How many findings of each severity in each area, the areas with most errors first. */
export const byArea = (result: AuditResult): { area: string; counts: SeverityCounts }[] =>
  grouped(result.findings, ({ area }) => area)
    .map(([area, findings]) => ({ area, counts: countBySeverity(findings) }))
    .toSorted((a, b) => b.counts.error - a.counts.error || totalOf(b.counts) - totalOf(a.counts));

export const totalOf = ({ error, warning, info }: SeverityCounts): number => error + warning + info;

/** The rules with most findings. */
export const topRules = (
  result: AuditResult,
  limit: number,
): { rule: string; title: string; findings: number }[] =>
  grouped(result.findings, ({ rule }) => rule)
    .map(([rule, found]) => ({ rule, title: found[0]?.title ?? rule, findings: found.length }))
    .toSorted((a, b) => b.findings - a.findings)
    .slice(0, limit);

/** The cases that at least one finding speaks of, in the result's order. */
export const casesSpokenOf = ({ cases, findings }: AuditResult): readonly CaseResult[] => {
  const known = cases.spokenOf?.();
  if (known) return known;
  const ids = new Set(findings.flatMap((finding) => finding.cases));
  return [...cases].filter(({ id }) => ids.has(id));
};
