import type {
  AuditResult,
  Basis,
  Evidence,
  Fact,
  Lang,
  Review,
  Scope,
} from "../model/audit-result.js";
import { fieldAt, labelAt } from "../model/fields.js";
import { text, valueWord } from "../messages/text.js";
import { formatYuan, Money } from "../values/money.js";

/** Parts of a result in words. */

/** `5,000元`. */
export const shownMoney = (fen: number, lang: Lang): string =>
  lang === "zh" ? new Money(fen).toString() : `${formatYuan(fen)} yuan`;

/** Fields that share their words: both parties' kinds, the penalties announced and decided. */
export const enumGroup = (path: string): string =>
  path
    .replace(/^parties\./, "party.")
    .replace(/^publications\./, "publicity.")
    .replace(/^notice\.kinds$/, "decision.kinds")
    .replace(/^.*\.(?=registration\.)/, "");

const shownFact = (evidence: Evidence, value: Fact, lang: Lang): string => {
  if (value === null || value === "") return text(lang, "value.none");
  if (typeof value === "boolean") return text(lang, value ? "value.true" : "value.false");
  if (Array.isArray(value)) {
    const members = value.map((member) => shownFact(evidence, member, lang));
    return members.join(text(lang, "list.separator")) || text(lang, "value.none");
  }
  const field = fieldAt(evidence.field);
  if (typeof value === "number") {
    return field?.kind === "money" ? shownMoney(value, lang) : String(value);
  }
  return field ? valueWord(lang, field.path, value) : value;
};

const numbersIn = (text: string): string =>
  (text.replaceAll(",", "").match(/\d+(\.\d+)?/g) ?? []).map(Number).join(" ");

/** Whether a value says what the file says, only in another notation: `2023-12-01` and `2023年12月1日`. */
const readsAlike = (value: string, written: string): boolean =>
  value === written || (/\d/.test(value) && numbersIn(value) === numbersIn(written));

/**
 * A piece of evidence, without its place: `决定日期 = 2023-12-01`. Also as written, where that differs,
 * and how sure the reader of a scan was.
 */
export const shownEvidence = (evidence: Evidence, lang: Lang): string => {
  const { text: written, confidence } = evidence;
  const value =
    evidence.value === null && written
      ? text(lang, "value.unreadable")
      : shownFact(evidence, evidence.value, lang);
  const notes = [
    ...(written && !readsAlike(value, written)
      ? [text(lang, "value.written", { text: written })]
      : []),
    ...(confidence === undefined
      ? []
      : [text(lang, "value.confidence", { percent: Math.floor(confidence * 100) })]),
  ];
  const added = notes.map((note) => text(lang, "value.note", { note })).join("");
  return `${evidence.label} = ${value}${added}`;
};

/** Cell or page of a place, empty if it has neither. */
export const shownSpot = (
  place: { cell?: string | undefined; page?: number | undefined },
  lang: Lang,
): string =>
  place.cell ?? (place.page === undefined ? "" : text(lang, "place.page", { page: place.page }));

/** `台账.xlsx › 案件!K7`, `登记表.csv › C7`, `卷/03.pdf › 第4页`. */
export const shownPlace = (
  place: {
    file: string;
    sheet?: string | undefined;
    cell?: string | undefined;
    page?: number | undefined;
  },
  lang: Lang,
): string => {
  const isItsOnly = place.file === place.sheet || place.file.endsWith(`/${place.sheet}`);
  const sheet = isItsOnly ? undefined : place.sheet;
  const inside = [sheet, shownSpot(place, lang)].filter(Boolean).join("!");
  return inside ? `${place.file} › ${inside}` : place.file;
};

/** A document of policy or the like, known by its number: its parts are points, not articles. */
const isNumberedDocument = (instrument: string): boolean => /[^令]〔\d{4}〕\d+号$/.test(instrument);

const shownArticle = ({ instrument, article }: Basis, lang: Lang): string => {
  if (article === null) return "";
  if (!/^\d+$/.test(article)) return lang === "zh" ? article : `, ${article}`;
  return text(lang, isNumberedDocument(instrument) ? "basis.point" : "basis.article", { article });
};

/** `行政处罚法第57条`, `国办发〔2018〕118号第6点`. */
export const citation = (basis: Basis, lang: Lang): string =>
  basis.instrument + shownArticle(basis, lang);

/**
 * The citations of a finding, a line an instrument: `行政处罚法第30条、第31条`. Articles of one instrument
 * stand together where they are equally well verified.
 */
export const citationLines = (basis: readonly Basis[], lang: Lang): string[] => {
  const byInstrument = new Map<string, Basis[]>();
  for (const entry of basis) {
    const key = JSON.stringify([entry.instrument, entry.mark]);
    byInstrument.set(key, [...(byInstrument.get(key) ?? []), entry]);
  }
  return [...byInstrument.values()].map(([first, ...others]) => {
    if (!first) return "";
    const more = others.map((entry) => shownArticle(entry, lang).replace(/^, /, ""));
    const listed = [citation(first, lang), ...more].join(text(lang, "list.separator"));
    const { mark } = first;
    if (mark === null || mark === "T") return listed;
    return listed + text(lang, "basis.mark", { mark: text(lang, `mark.${mark}`) });
  });
};

/** `2018-12-05起`; empty where nothing is known. */
export const shownPeriod = ({ from, to }: Basis, lang: Lang): string => {
  if (from !== null && to !== null) return text(lang, "basis.period", { from, to });
  if (from !== null) return text(lang, "basis.since", { from });
  return to === null ? "" : text(lang, "basis.until", { to });
};

/** What the parameters are called that a result names as not set, by key. */
export type ParameterTitles = ReadonlyMap<string, Readonly<Record<Lang, string>>>;

export const titlesOf = ({ parameters }: AuditResult): ParameterTitles =>
  new Map(parameters.map(({ key, title }) => [key, title]));

/** The name of a field, a parameter or a year's holidays that a rule would have needed. */
export const shownMissing = (
  review: Review,
  path: string,
  titles: ParameterTitles,
  lang: Lang,
): string => {
  const parameter = /^param:(.*)$/.exec(path)?.[1];
  if (parameter !== undefined) {
    return text(lang, "label.parameter", { name: titles.get(parameter)?.[lang] ?? parameter });
  }
  const year = /^calendar:(.*)$/.exec(path)?.[1];
  if (year !== undefined) return text(lang, "label.calendar", { year });
  const read = review.evidence.find((evidence) => evidence.field === path);
  return read?.label ?? labelAt(path)?.[lang] ?? path;
};

/** What a finding or review is about: its id, and what kind of thing it is where that is not a case. */
export const shownSubject = (subject: { scope: Scope; id: string }, lang: Lang): string => {
  const scope = text(lang, `scope.${subject.scope}`);
  if (subject.scope === "case") return subject.id;
  return subject.scope === "batch" || subject.id === "" ? scope : `${scope} ${subject.id}`;
};

/** Some members of a list, and honestly how many there are in all. */
export const someOf = (
  { members, count }: { members: readonly string[]; count: number },
  limit: number,
  unit: "case" | "subject",
  lang: Lang,
): string => {
  const items = members.slice(0, limit).join(text(lang, "list.separator"));
  if (count <= limit) return items;
  return text(lang, "list.more", {
    items,
    count,
    unit: text(lang, `list.unit.${unit}`),
  });
};
