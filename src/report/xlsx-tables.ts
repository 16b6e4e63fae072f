import {
  severities,
  type AuditResult,
  type CaseResult,
  type Evidence,
  type Finding,
  type InputFile,
  type Lang,
  type Review,
  type Severity,
} from "../model/audit-result.js";
import { text, word, type MessageKey } from "../messages/text.js";
import { CivilDate } from "../values/civil-date.js";
import { bySeverity, countBySeverity, grouped, type Diagnostic } from "./arrange.js";
import { forPeople } from "./privacy.js";
import {
  citation,
  citationLines,
  shownEvidence,
  shownMissing,
  titlesOf,
  shownPeriod,
  shownPlace,
  shownSpot,
  shownSubject,
} from "./shown.js";
import type { Cell, Column, TableSheet } from "./xlsx-sheet.js";

/** The tables of the workbook. */

type Look = Omit<Column, "header">;

const column = (lang: Lang, header: MessageKey & `header.${string}`, look: Look): Column => ({
  header: text(lang, header),
  ...look,
});

const lines = (texts: Iterable<string>): string => [...new Set(texts)].filter(Boolean).join("\n");

const severityCell = (severity: Severity, lang: Lang): Cell => ({
  value: text(lang, `severity.${severity}`),
  tone: severity,
});

/** The case that a finding or review is about, if it is about one. */
const caseOf = (
  { subject, cases }: { subject: Finding["subject"]; cases?: string[] },
  files: ReadonlyMap<string, CaseResult>,
): CaseResult | undefined => {
  if (subject.scope === "case") return files.get(subject.id);
  return subject.scope === "document" ? files.get(cases?.[0] ?? "") : undefined;
};

const filesById = (result: AuditResult): Map<string, CaseResult> =>
  new Map(Array.from(result.cases, (file) => [file.id, file]));

const agencyOf = (subject: Finding["subject"], file: CaseResult | undefined): string =>
  (subject.scope === "agency" ? subject.id : file?.agency) ?? "";

/** Files, sheets, cells and contents; each content names its place where they lie apart. */
const evidenceCells = (evidence: readonly Evidence[], lang: Lang): Cell[] => {
  const sheets = new Set(evidence.map(({ file, sheet }) => `${file}\n${sheet ?? ""}`));
  const placeOf = (piece: Evidence): string => {
    if (evidence.length < 2) return "";
    return sheets.size > 1 ? shownPlace(piece, lang) : shownSpot(piece, lang);
  };
  return [
    lines(evidence.map(({ file }) => file)),
    lines(evidence.map(({ sheet }) => sheet ?? "")),
    lines(evidence.map((piece) => shownSpot(piece, lang))),
    lines(
      evidence.map((piece) =>
        [shownEvidence(piece, lang), placeOf(piece)].filter(Boolean).join(" @ "),
      ),
    ),
  ];
};

/** What a finding is about, with the cases it speaks of. */
const findingSubject = (finding: Finding, lang: Lang): string =>
  lines([
    ...(finding.subject.scope === "document" ? finding.cases : []),
    shownSubject(finding.subject, lang),
    ...(finding.subject.scope === "case" ? [] : finding.cases),
  ]);

/** 问题清单: one row a finding, the severest first. */
export const findingsTable = (result: AuditResult, lang: Lang): TableSheet => {
  const files = filesById(result);
  const rowOf = (original: Finding, number: number): Cell[] => {
    const { finding, file } = forPeople({ finding: original, file: caseOf(original, files) });
    return [
      number,
      severityCell(finding.severity, lang),
      word(lang, "area", finding.area),
      findingSubject(finding, lang),
      file?.party ?? "",
      agencyOf(finding.subject, file),
      finding.message,
      lines(citationLines(finding.basis, lang)),
      ...evidenceCells(finding.evidence, lang),
      finding.remedy,
      finding.rule,
      finding.fingerprint,
    ];
  };
  return {
    name: text(lang, "report.findings"),
    columns: [
      column(lang, "header.number", { width: 6, align: "center" }),
      column(lang, "header.severity", { width: 8, align: "center" }),
      column(lang, "header.area", { width: 13 }),
      column(lang, "header.case", { width: 21 }),
      column(lang, "header.party", { width: 16 }),
      column(lang, "header.agency", { width: 16 }),
      column(lang, "header.finding", { width: 34 }),
      column(lang, "header.basis", { width: 23 }),
      column(lang, "header.file", { width: 17 }),
      column(lang, "header.sheet", { width: 10 }),
      column(lang, "header.cell", { width: 10 }),
      column(lang, "header.evidence", { width: 32 }),
      column(lang, "header.remedy", { width: 32 }),
      column(lang, "header.rule", { width: 32, screenOnly: true }),
      column(lang, "header.fingerprint", { width: 20, screenOnly: true }),
    ],
    rows: rowsOf(result.findings.toSorted(bySeverity), rowOf),
  };
};

function* rowsOf<Member>(
  members: Iterable<Member>,
  rowOf: (member: Member, number: number) => Cell[],
): Generator<Cell[]> {
  let number = 0;
  for (const member of members) yield rowOf(member, ++number);
}

/** A day as Excel has it, so that it sorts and filters; a month as text, since no day is known. */
const dayCell = (iso: string | null): Cell => {
  const date = iso === null ? undefined : CivilDate.fromIso(iso);
  return date?.precision === "day" ? new Date(date.first * 86_400_000) : (iso ?? "");
};

const count = { width: 8, align: "right" } as const;

/** 案件: one row a case. */
export const casesTable = (result: AuditResult, lang: Lang): TableSheet => {
  const findingsOf = new Map(
    grouped(
      result.findings.flatMap((finding) => finding.cases.map((id) => ({ id, finding }))),
      ({ id }) => id,
    ),
  );
  const rowOf = (original: CaseResult): Cell[] => {
    const file = forPeople(original);
    const found = countBySeverity(findingsOf.get(original.id)?.map(({ finding }) => finding) ?? []);
    return [
      file.id,
      lines(file.numbers),
      file.name ?? "",
      file.type ? word(lang, "value.kind", file.type) : "",
      file.procedure ? word(lang, "value.procedure", file.procedure) : "",
      file.party ?? "",
      file.agency ?? "",
      dayCell(file.decidedOn),
      file.fine === null ? null : file.fine / 100,
      ...severities.map((tone): Cell =>
        found[tone] > 0 ? { value: found[tone], tone } : found[tone],
      ),
      file.outcomes.pass,
      file.outcomes.fail,
      file.outcomes.unknown,
      file.outcomes.notApplicable,
      lines(file.sources),
    ];
  };
  return {
    name: text(lang, "report.cases"),
    columns: [
      column(lang, "header.case", { width: 21 }),
      column(lang, "header.numbers", { width: 21 }),
      column(lang, "header.name", { width: 30 }),
      column(lang, "header.kind", { width: 10 }),
      column(lang, "header.procedure", { width: 10 }),
      column(lang, "header.party", { width: 18 }),
      column(lang, "header.agency", { width: 18 }),
      column(lang, "header.decided-on", { width: 12, align: "center", format: "yyyy-mm-dd" }),
      column(lang, "header.fine", { width: 13, align: "right", format: "#,##0.00" }),
      ...severities.map((severity): Column => ({
        header: text(lang, `severity.${severity}`),
        ...count,
        width: 6,
      })),
      { header: text(lang, "outcome.pass"), ...count },
      { header: text(lang, "outcome.fail"), ...count },
      { header: text(lang, "outcome.unknown"), ...count },
      { header: text(lang, "outcome.notApplicable"), ...count },
      column(lang, "header.sources", { width: 40, screenOnly: true }),
    ],
    rows: rowsOf(result.cases, rowOf),
  };
};

/** 待人工核查: one row for each thing that a person must look at. */
export const reviewsTable = (result: AuditResult, lang: Lang): TableSheet => {
  const files = filesById(result);
  const titles = titlesOf(result);
  const rowOf = (original: Review, number: number): Cell[] => {
    const { review, file } = forPeople({ review: original, file: caseOf(original, files) });
    return [
      number,
      word(lang, "area", review.area),
      shownSubject(review.subject, lang),
      file?.party ?? "",
      agencyOf(review.subject, file),
      review.title,
      lines(review.missing.map((path) => shownMissing(review, path, titles, lang))),
      review.message,
      lines(
        review.evidence.map(
          (piece) => `${shownEvidence(piece, lang)} @ ${shownPlace(piece, lang)}`,
        ),
      ),
      review.rule,
    ];
  };
  return {
    name: text(lang, "report.reviews"),
    columns: [
      column(lang, "header.number", { width: 6, align: "center" }),
      column(lang, "header.area", { width: 18 }),
      column(lang, "header.subject", { width: 24 }),
      column(lang, "header.party", { width: 20 }),
      column(lang, "header.agency", { width: 20 }),
      column(lang, "header.title", { width: 28 }),
      column(lang, "header.missing", { width: 26 }),
      column(lang, "header.message", { width: 36 }),
      column(lang, "header.evidence", { width: 36 }),
      column(lang, "header.rule", { width: 34, screenOnly: true }),
    ],
    rows: rowsOf(result.reviews, rowOf),
  };
};

const inputState = ({ status, reason, kind }: InputFile, lang: Lang): string => {
  if (reason === "kind-not-supported" && kind === "spreadsheet")
    return text(lang, "unread.save-as");
  return [text(lang, `input.${status}`), reason && word(lang, "reason", reason)]
    .filter(Boolean)
    .join(text(lang, "list.colon"));
};

/** 读取情况: the files, then what was noticed in them. */
export const readingTable = (result: AuditResult, lang: Lang): TableSheet => {
  const inputRow = (input: InputFile): Cell[] => [
    text(lang, "reading.input"),
    input.status === "unread" ? severityCell("error", lang) : "",
    input.file,
    "",
    "",
    inputState(input, lang),
    input.reason ?? "",
    text(lang, `input.${input.kind}`),
    input.sha256 ?? "",
  ];
  const diagnosticRow = (diagnostic: Diagnostic): Cell[] => [
    text(lang, "reading.diagnostic"),
    severityCell(diagnostic.level, lang),
    diagnostic.file,
    diagnostic.sheet ?? "",
    shownSpot(diagnostic, lang),
    diagnostic.message || diagnostic.code,
    diagnostic.code,
    "",
    "",
  ];
  function* rows(): Generator<Cell[]> {
    for (const input of result.run.inputs) yield inputRow(forPeople(input));
    for (const diagnostic of result.diagnostics) yield diagnosticRow(forPeople(diagnostic));
  }
  return {
    name: text(lang, "report.reading"),
    columns: [
      column(lang, "header.item", { width: 10, align: "center" }),
      column(lang, "header.level", { width: 10, align: "center" }),
      column(lang, "header.read-file", { width: 40 }),
      column(lang, "header.sheet", { width: 16 }),
      column(lang, "header.cell", { width: 12 }),
      column(lang, "header.message", { width: 60 }),
      column(lang, "header.code", { width: 28 }),
      column(lang, "header.file-kind", { width: 14, screenOnly: true }),
      column(lang, "header.sha256", { width: 68, screenOnly: true }),
    ],
    rows: rows(),
  };
};

type Rule = AuditResult["rules"][number];

/** 规则: the rules applied, what each rests on, how often it came out how. */
export const rulesTable = (result: AuditResult, lang: Lang): TableSheet => {
  const rowOf = (original: Rule): Cell[] => {
    const rule = forPeople(original);
    return [
      word(lang, "area", rule.area),
      severityCell(rule.severity, lang),
      rule.title[lang],
      text(lang, `scope.${rule.scope}`),
      rule.basis.map((basis) => citation(basis, lang)).join("\n"),
      rule.basis.map(({ mark }) => (mark === null ? "" : text(lang, `mark.${mark}`))).join("\n"),
      rule.basis.map((basis) => shownPeriod(basis, lang)).join("\n"),
      rule.outcomes.pass,
      rule.outcomes.fail > 0
        ? { value: rule.outcomes.fail, tone: rule.severity }
        : rule.outcomes.fail,
      rule.outcomes.unknown,
      rule.outcomes.notApplicable,
      rule.id,
    ];
  };
  return {
    name: text(lang, "report.rules"),
    columns: [
      column(lang, "header.area", { width: 18 }),
      column(lang, "header.severity", { width: 10, align: "center" }),
      column(lang, "header.title", { width: 30 }),
      column(lang, "header.scope", { width: 10 }),
      column(lang, "header.basis", { width: 36 }),
      column(lang, "header.mark", { width: 26 }),
      column(lang, "header.force", { width: 24 }),
      { header: text(lang, "outcome.pass"), ...count },
      { header: text(lang, "outcome.fail"), ...count },
      { header: text(lang, "outcome.unknown"), ...count },
      { header: text(lang, "outcome.notApplicable"), ...count },
      column(lang, "header.rule", { width: 34 }),
    ],
    rows: rowsOf(result.rules, rowOf),
  };
};

type Rate = AuditResult["summary"]["indicators"][number];

/** 指标: every rate, for all cases, agencies and officers, as a whole and by year. */
export const indicatorsTable = (result: AuditResult, lang: Lang): TableSheet => {
  const rowOf = (original: Rate): Cell[] => {
    const { title, scope, subject, period, value, numerator, denominator } = forPeople(original);
    return [
      text(lang, `scope.${scope}`),
      subject,
      period ?? "",
      title[lang],
      value === null ? "" : `${(value * 100).toFixed(1)}%`,
      numerator,
      denominator,
    ];
  };
  return {
    name: text(lang, "overview.indicators"),
    columns: [
      column(lang, "header.scope", { width: 10 }),
      column(lang, "header.subject", { width: 36 }),
      column(lang, "header.period", { width: 10, align: "center" }),
      column(lang, "header.indicator", { width: 30 }),
      column(lang, "header.ratio", { width: 12, align: "right" }),
      column(lang, "header.numerator", { width: 12, align: "right" }),
      column(lang, "header.denominator", { width: 12, align: "right" }),
    ],
    rows: rowsOf(result.summary.indicators, rowOf),
  };
};
