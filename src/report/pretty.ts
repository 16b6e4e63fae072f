import type { AuditResult, Lang } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { chapters } from "./arrange.js";
import { pageOf, paragraph, type Page } from "./page.js";
import {
  diagnosticSection,
  parameterSection,
  reviewSection,
  undecidedSection,
  unreadSection,
} from "./pretty-attention.js";
import { chapterLines } from "./pretty-chapter.js";
import { summarySection } from "./pretty-summary.js";

const opening = (page: Page, { run, summary }: AuditResult): string[] => [
  ...paragraph(page, text(page.lang, "report.title"), page.ink.bold),
  ...paragraph(
    page,
    text(page.lang, "summary.run", { asOf: run.asOf, rules: run.rules, cases: summary.cases }),
    page.ink.dim,
  ),
  "",
];

/**
 * A result for the terminal: the findings case by case, the severest first; then what a person must
 * look at, what could not be read, and a summary at the end, where the eye rests.
 */
export const pretty = (
  result: AuditResult,
  options: { width: number; colour: boolean; lang: Lang },
): string => {
  const page = pageOf(options);
  return [
    ...opening(page, result),
    ...chapters(result).flatMap((chapter) => chapterLines(page, chapter)),
    ...reviewSection(page, result),
    ...undecidedSection(page, result),
    ...parameterSection(page, result),
    ...unreadSection(page, result),
    ...diagnosticSection(page, result),
    ...summarySection(page, result),
  ].join("\n");
};
