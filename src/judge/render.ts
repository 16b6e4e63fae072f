import { CivilDate } from "../values/civil-date.js";
import { formatYuan, Money } from "../values/money.js";
import type { Lang } from "../model/audit-result.js";
import type { LocalisedTemplate } from "../rules/compile.js";
import type { Scope } from "../rules/scope.js";
import { Unknown } from "../rules/unknown.js";

const words = {
  zh: { yes: "是", no: "否", notStated: "（未载明）", and: "、" },
  en: { yes: "yes", no: "no", notStated: "(not stated)", and: ", " },
} as const;

const dayInWords = (date: CivilDate, lang: Lang): string => {
  if (lang === "en") return date.iso;
  const month = `${date.year}年${date.month}月`;
  return date.day === undefined ? month : `${month}${date.day}日`;
};

/** A computed value as a message names it. */
export const show = (value: unknown, lang: Lang): string => {
  if (value === null || value === "" || value instanceof Unknown) return words[lang].notStated;
  if (value instanceof CivilDate) return dayInWords(value, lang);
  if (value instanceof Money) {
    return lang === "zh" ? String(value) : `${formatYuan(value.fen)} yuan`;
  }
  if (typeof value === "boolean") return value ? words[lang].yes : words[lang].no;
  if (Array.isArray(value)) return value.map((part) => show(part, lang)).join(words[lang].and);
  if (typeof value === "bigint" || typeof value === "number") return value.toString();
  return value as string;
};

/** A message in the run's language; what it names and is not known reads （未载明）. */
export const render = (template: LocalisedTemplate, scope: Scope, lang: Lang): string =>
  template[lang]
    .map((part) => (typeof part === "string" ? part : show(part.evaluate(scope), lang)))
    .join("");
