import { CivilDate } from "../values/civil-date.js";
import { formatYuan, Money } from "../values/money.js";
import type { Lang } from "../model/audit-result.js";
import type { LocalisedTemplate } from "../rules/compile.js";
import type { ExpressionContext } from "../rules/expression.js";
import type { Template } from "../rules/template.js";
import { isUnknown } from "../rules/unknown.js";

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
  if (value === undefined || value === null || value === "") return words[lang].notStated;
  if (value instanceof CivilDate) return dayInWords(value, lang);
  if (value instanceof Money) {
    return lang === "zh" ? String(value) : `${formatYuan(value.fen)} yuan`;
  }
  if (typeof value === "boolean") return value ? words[lang].yes : words[lang].no;
  if (Array.isArray(value)) return value.map((part) => show(part, lang)).join(words[lang].and);
  if (typeof value === "bigint" || typeof value === "number") return value.toString();
  return value as string;
};

const renderParts = (template: Template, context: ExpressionContext, lang: Lang): string =>
  template
    .map((part) => {
      if (typeof part === "string") return part;
      try {
        return show(part.evaluate(context), lang);
      } catch (error) {
        if (isUnknown(error)) return words[lang].notStated;
        throw error;
      }
    })
    .join("");

/** A message in the run's language; what it names and is not known reads （未载明）. */
export const render = (
  template: LocalisedTemplate,
  context: ExpressionContext,
  lang: Lang,
): string => renderParts(template[lang], context, lang);
