import {
  subjectsNamed,
  type AuditResult,
  type InputFile,
  type ReviewGroup,
} from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { shorten } from "../values/shorten.js";
import {
  diagnosticGroups,
  notYetReadable,
  reviewGroups,
  unreadInputs,
  type Diagnostic,
  type DiagnosticGroup,
} from "./arrange.js";
import { heading, inkOf, labelled, paragraph, severitySigns, type Page } from "./page.js";
import { forPeople } from "./privacy.js";
import { shownMissing, shownPlace, shownSubject, someOf } from "./shown.js";

/** What the audit could not settle by itself, on the terminal: for a person to look at. */

const mostGroups = 20;
const mostAlike = 3;
const longestNote = 300;

/** The first groups, and honestly how many more there are. */
const capped = <Group>(
  page: Page,
  groups: readonly Group[],
  linesOf: (group: Group) => string[],
  sizeOf: (group: Group) => number = () => 1,
): string[] => {
  const left = groups.slice(mostGroups).reduce((sum, group) => sum + sizeOf(group), 0);
  return [
    ...groups.slice(0, mostGroups).flatMap(linesOf),
    ...(left > 0
      ? ["", ...paragraph(page, text(page.lang, "summary.more", { count: left }), page.ink.dim)]
      : []),
  ];
};

const reviewLines = (page: Page, group: ReviewGroup): string[] => {
  const { lang } = page;
  const { first, subjects, count } = forPeople({
    ...group,
    subjects: group.subjects.map((id) => ({ ...group.first.subject, id })),
  });
  const { rule, title } = first;
  // Two officers' fields have one name.
  const missing = [...new Set(first.missing.map((path) => shownMissing(first, path, lang)))];
  const isCase = first.subject.scope === "case";
  return [
    "",
    ...labelled(page, "", title, { mark: "?", ink: page.ink.bold }),
    ...(missing.length > 0
      ? labelled(page, text(lang, "label.missing"), missing.join(text(lang, "list.separator")))
      : labelled(page, text(lang, "label.message"), first.message)),
    ...labelled(
      page,
      text(lang, isCase ? "label.cases" : "label.subject"),
      someOf(
        { members: subjects.map((subject) => shownSubject(subject, lang)), count },
        subjectsNamed,
        isCase ? "case" : "subject",
        lang,
      ),
    ),
    ...labelled(page, "", rule, { ink: page.ink.dim }),
  ];
};

/** 待人工核查: by rule and by what is missing. */
export const reviewSection = (page: Page, result: AuditResult): string[] => {
  if (result.reviews.length === 0) return [];
  const count = result.reviews.length;
  return [
    ...heading(page, text(page.lang, "section.reviews")),
    ...paragraph(page, text(page.lang, "summary.reviews", { count }), page.ink.dim),
    ...capped(
      page,
      reviewGroups(result),
      (group) => reviewLines(page, group),
      ({ count: size }) => size,
    ),
    "",
  ];
};

const fileLines = (page: Page, level: "error" | "warning", content: string): string[] =>
  labelled(page, text(page.lang, `severity.${level}`), content, {
    mark: severitySigns[level],
    labelInk: inkOf(page, level),
  });

const laterLines = (page: Page, { file, kind }: InputFile): string[] => {
  const advice = kind === "spreadsheet" ? "unread.save-as" : "unread.later";
  return fileLines(page, "warning", `${file} · ${text(page.lang, advice)}`);
};

/**
 * Every file that should have been read and could not be, each named with its reason; then those of kinds
 * that a case file may well have and that are not read at all.
 */
export const unreadSection = (page: Page, result: AuditResult): string[] => {
  const unread = forPeople(unreadInputs(result));
  const later = forPeople(notYetReadable(result));
  if (unread.length + later.length === 0) return [];
  return [
    ...heading(page, text(page.lang, "section.unread")),
    "",
    ...unread.flatMap(({ file, reason }) => fileLines(page, "error", `${file} · ${reason}`)),
    ...capped(page, later, (input) => laterLines(page, input)),
    "",
  ];
};

const diagnosticLines = (page: Page, { level, diagnostics }: DiagnosticGroup): string[] => {
  const { lang } = page;
  const rest = diagnostics.length - mostAlike;
  return [
    ...forPeople(diagnostics.slice(0, mostAlike)).flatMap((diagnostic) =>
      labelled(page, text(lang, `severity.${level}`), describedDiagnostic(page, diagnostic), {
        mark: severitySigns[level],
        labelInk: inkOf(page, level),
      }),
    ),
    ...(rest > 0
      ? labelled(page, "", text(lang, "place.more", { count: rest }), { ink: page.ink.dim })
      : []),
  ];
};

const describedDiagnostic = (page: Page, diagnostic: Diagnostic): string =>
  `${shownPlace(diagnostic, page.lang)} · ${shorten(diagnostic.message || diagnostic.code, longestNote)}`;

/** What was noticed while reading, without the mere notes and without the unread files, which have a section. */
export const diagnosticSection = (page: Page, result: AuditResult): string[] => {
  const groups = diagnosticGroups(result, ["error", "warning"]).filter(
    ({ diagnostics }) => diagnostics[0]?.code !== "file-unread",
  );
  if (groups.length === 0) return [];
  return [
    ...heading(page, text(page.lang, "section.diagnostics")),
    "",
    ...capped(
      page,
      groups,
      (group) => diagnosticLines(page, group),
      (group) => group.diagnostics.length,
    ),
    "",
  ];
};
