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
  sizeOf,
  undecidedRules,
  unreadInputs,
  type Diagnostic,
  type DiagnosticGroup,
  type UndecidedRule,
} from "./arrange.js";
import { heading, inkOf, labelled, paragraph, severitySigns, type Page } from "./page.js";
import { forPeople } from "./privacy.js";
import {
  shownMissing,
  shownPlace,
  shownSubject,
  someOf,
  titlesOf,
  type ParameterTitles,
} from "./shown.js";

/** What the audit could not settle by itself, on the terminal: for a person to look at. */

const mostGroups = 20;
const mostAlike = 3;
const longestNote = 300;

/** The first groups, and honestly how many more there are. */
const capped = <Group>(
  page: Page,
  groups: readonly Group[],
  linesOf: (group: Group) => string[],
  countOf: (group: Group) => number = () => 1,
): string[] => {
  const left = groups.slice(mostGroups).reduce((sum, group) => sum + countOf(group), 0);
  return [
    ...groups.slice(0, mostGroups).flatMap(linesOf),
    ...(left > 0
      ? ["", ...paragraph(page, text(page.lang, "summary.more", { count: left }), page.ink.dim)]
      : []),
  ];
};

const reviewLines = (page: Page, group: ReviewGroup, titles: ParameterTitles): string[] => {
  const { lang } = page;
  const { first, subjects, count } = forPeople({
    ...group,
    subjects: group.subjects.map((id) => ({ ...group.first.subject, id })),
  });
  const { rule, title } = first;
  // Two officers' fields have one name.
  const missing = [
    ...new Set(first.missing.map((path) => shownMissing(first, path, titles, lang))),
  ];
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

/** 待人工核查: by rule and by what is missing, without the rules that have a section of their own. */
export const reviewSection = (page: Page, result: AuditResult): string[] => {
  const apart = new Set(undecidedRules(result).map(({ first }) => first.rule));
  const groups = reviewGroups(result).filter(({ first }) => !apart.has(first.rule));
  if (groups.length === 0) return [];
  const titles = titlesOf(result);
  return [
    ...heading(page, text(page.lang, "section.reviews")),
    ...paragraph(page, text(page.lang, "summary.reviews", { count: sizeOf(groups) }), page.ink.dim),
    ...capped(
      page,
      groups,
      (group) => reviewLines(page, group, titles),
      ({ count }) => count,
    ),
    "",
  ];
};

/** Beyond so many a rule plainly needs a ledger that the folder does not have. */
const mostMissing = 6;

const undecidedLines = (page: Page, rule: UndecidedRule, titles: ParameterTitles): string[] => {
  const { lang } = page;
  const { first, missing, count } = forPeople(rule);
  const names = [...new Set(missing.map((path) => shownMissing(first, path, titles, lang)))];
  const lacking = names.slice(0, mostMissing).join(text(lang, "list.separator"));
  const rest = names.length > mostMissing ? text(lang, "undecided.more") : "";
  const details = { title: first.title, missing: `${lacking}${rest}`, count };
  const said = first.subject.scope === "case" ? "undecided.of-cases" : "undecided.of-subjects";
  return labelled(page, "", text(lang, said, details), { mark: "?" });
};

/** Rules that nothing in the folder can decide, each once with what is missing. */
export const undecidedSection = (page: Page, result: AuditResult): string[] => {
  const rules = undecidedRules(result);
  if (rules.length === 0) return [];
  const titles = titlesOf(result);
  const intro = text(page.lang, "undecided.intro", { count: rules.length, reviews: sizeOf(rules) });
  return [
    ...heading(page, text(page.lang, "section.undecided")),
    ...paragraph(page, intro, page.ink.dim),
    "",
    ...rules.flatMap((rule) => undecidedLines(page, rule, titles)),
    "",
  ];
};

/** The names under which the parameters are set that nobody has set. */
export const parameterSection = (page: Page, { parameters }: AuditResult): string[] => {
  if (parameters.length === 0) return [];
  const { lang } = page;
  return [
    ...heading(page, text(lang, "section.parameters")),
    ...paragraph(page, text(lang, "parameters.intro"), page.ink.dim),
    "",
    ...parameters.flatMap(({ key, title }) =>
      paragraph(page, text(lang, "parameters.one", { key, title: title[lang] })),
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
