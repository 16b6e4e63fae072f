import Table from "cli-table3";
import { severities, type AuditResult } from "../model/audit-result.js";
import { text, word } from "../messages/text.js";
import { casesSpokenOf, byArea, notYetReadable, topRules, totalOf } from "./arrange.js";
import { heading, inkOf, paragraph, type Page } from "./page.js";
import { forPeople } from "./privacy.js";
import { displayWidth, wrap } from "./wrap.js";

/** The end of the terminal report: what there was, what was found, where it piles up. */

const noBorders = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" },
  middle: "",
};

/**
 * Rows in columns, figures flush right. The first column takes what width is left and is wrapped here:
 * cli-table3 loses Chinese characters when it wraps.
 */
const table = (page: Page, head: readonly string[], rows: readonly string[][]): string[] => {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => displayWidth(row[column] ?? "")), 4),
  );
  const figures = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  const first = Math.min(widths[0] ?? 0, page.width - figures - 4);
  const view = new Table({
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 2, "padding-right": 0 },
    colAligns: head.map((_, column) => (column === 0 ? "left" : "right")),
  });
  const wrapped = ([name = "", ...rest]: readonly string[]): string[] => [
    wrap(name, first).join("\n"),
    ...rest,
  ];
  view.push(
    wrapped(head).map((title) => page.ink.dim(title)),
    ...rows.map(wrapped),
  );
  return view
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
};

const findingsByArea = (page: Page, result: AuditResult): string[] => {
  const { lang } = page;
  const head = [
    text(lang, "header.area"),
    ...severities.map((severity) => text(lang, `severity.${severity}`)),
    text(lang, "header.total"),
  ];
  const rows = byArea(result).map(({ area, counts }) => [
    word(lang, "area", forPeople(area)),
    ...severities.map((severity) =>
      counts[severity] === 0 ? page.ink.dim("-") : inkOf(page, severity)(String(counts[severity])),
    ),
    String(totalOf(counts)),
  ]);
  return table(page, head, rows);
};

const mostRules = 5;

const rulesWithMost = (page: Page, result: AuditResult): string[] => {
  const { lang } = page;
  const rows = forPeople(topRules(result, mostRules)).map(({ title, findings }) => [
    title,
    String(findings),
  ]);
  return table(page, [text(lang, "summary.top-rules"), text(lang, "header.findings")], rows);
};

/** 汇总. */
export const summarySection = (page: Page, result: AuditResult): string[] => {
  const { lang } = page;
  const { cases, findings, outcomes } = result.summary;
  const total = totalOf(findings);
  const checks = outcomes.pass + outcomes.fail + outcomes.unknown + outcomes.notApplicable;
  const unread = result.run.inputs.filter(({ status }) => status === "unread").length;
  const later = notYetReadable(result).length;
  return [
    ...heading(page, text(lang, "summary.title")),
    "",
    ...paragraph(
      page,
      text(lang, "summary.cases", { cases, affected: casesSpokenOf(result).length }),
    ),
    ...(total > 0
      ? paragraph(page, text(lang, "summary.findings", { total, ...findings }), page.ink.bold)
      : paragraph(page, text(lang, "summary.clean"), page.ink.green)),
    ...paragraph(page, text(lang, "summary.outcomes", { total: checks, ...outcomes })),
    ...(unread > 0
      ? paragraph(page, text(lang, "summary.unread", { count: unread }), page.ink.red)
      : []),
    ...(later > 0
      ? paragraph(page, text(lang, "summary.later", { count: later }), page.ink.yellow)
      : []),
    ...(total > 0 ? ["", ...findingsByArea(page, result), "", ...rulesWithMost(page, result)] : []),
    "",
  ];
};
