import type { Evidence, Finding } from "../model/audit-result.js";
import { text, word } from "../messages/text.js";
import { shorten } from "../values/shorten.js";
import type { Chapter } from "./arrange.js";
import {
  columnWidth,
  heading,
  inkOf,
  labelled,
  labelledLines,
  paragraph,
  severitySigns,
  type Page,
} from "./page.js";
import { forPeople } from "./privacy.js";
import {
  citationLines,
  shownEvidence,
  shownMoney,
  shownPlace,
  shownSubject,
  someOf,
} from "./shown.js";
import { displayWidth } from "./wrap.js";

/** One case, agency, officer or the whole batch on the terminal, with all its findings. */
export const chapterLines = (page: Page, chapter: Chapter): string[] => {
  const { findings, ...subject } = forPeople(chapter);
  return [
    ...heading(page, shownSubject(subject, page.lang)),
    ...aboutCase(page, subject.file),
    ...findings.flatMap((finding) => ["", ...findingLines(page, finding, subject)]),
    "",
  ];
};

const aboutCase = (page: Page, file: Chapter["file"]): string[] => {
  if (!file) return [];
  const { lang } = page;
  const facts = [
    file.type && word(lang, "value.kind", file.type),
    file.procedure && word(lang, "value.procedure", file.procedure),
    file.agency,
    file.party && `${text(lang, "label.party")} ${file.party}`,
    file.fine !== null && `${text(lang, "label.fine")} ${shownMoney(file.fine, lang)}`,
    file.decidedOn && text(lang, "case.decided", { date: file.decidedOn }),
  ].filter((fact) => typeof fact === "string" && fact !== "");
  return packed(facts as string[], page.width - 4).flatMap((line) =>
    paragraph(page, line, page.ink.dim),
  );
};

/** Facts put on as few lines as hold them; a fact is broken only if it is longer than a line. */
const packed = (facts: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const joined = last === undefined ? fact : `${last} · ${fact}`;
    if (last !== undefined && displayWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(fact);
  }
  return lines;
};

/** Beyond so many, the terminal is the wrong place to read them. */
const mostPlaces = 8;
const longestContent = 300;
const mostCases = 5;

const findingLines = (page: Page, finding: Finding, chapter: { id: string }): string[] => {
  const { lang } = page;
  const ink = inkOf(page, finding.severity);
  return [
    ...labelled(page, text(lang, `severity.${finding.severity}`), finding.message, {
      mark: severitySigns[finding.severity],
      labelInk: ink,
      ink: page.ink.bold,
    }),
    ...aboutSubject(page, finding, chapter),
    ...labelledLines(page, text(lang, "label.basis"), citationLines(finding.basis, lang)),
    ...labelledLines(page, text(lang, "label.place"), places(page, finding.evidence)),
    ...(finding.remedy ? labelled(page, text(lang, "label.remedy"), finding.remedy) : []),
    ...labelled(page, "", finding.rule, { ink: page.ink.dim }),
  ];
};

/** The document within the case, or the cases that a finding beyond one case speaks of. */
const aboutSubject = (
  page: Page,
  { subject, cases }: Finding,
  chapter: { id: string },
): string[] => {
  const { lang } = page;
  if (subject.scope === "document" && subject.id !== chapter.id) {
    return labelled(page, text(lang, "scope.document"), subject.id);
  }
  if (subject.scope === "case" || subject.scope === "document" || cases.length === 0) return [];
  return labelled(
    page,
    text(lang, "label.cases"),
    someOf({ members: cases, count: cases.length }, mostCases, "case", lang),
  );
};

/** What stands somewhere, and where: on a line of its own if both do not fit on one. */
const placed = (page: Page, content: string, place: string): string =>
  displayWidth(`${content} ${place}`) <= columnWidth(page)
    ? `${content} ${place}`
    : `${content}\n${place}`;

const places = (page: Page, evidence: readonly Evidence[]): string[] => {
  const { lang } = page;
  const told = evidence.slice(0, mostPlaces).map((piece) => {
    const content = shorten(shownEvidence(piece, lang), longestContent);
    return placed(page, content, `@ ${shownPlace(piece, lang)}`);
  });
  const rest = evidence.length - told.length;
  return rest > 0 ? [...told, text(lang, "place.more", { count: rest })] : told;
};
