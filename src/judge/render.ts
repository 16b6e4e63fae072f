import { CivilDate } from "../values/civil-date.js";
import { formatYuan, Money } from "../values/money.js";
import { shorten } from "../values/shorten.js";
import type { Lang } from "../model/audit-result.js";
import { fieldAt, type Field } from "../model/fields.js";
import { valueWord } from "../messages/text.js";
import type { CompiledRule, LocalisedTemplate } from "../rules/compile.js";
import type { Expression } from "../rules/expression.js";
import type { Scope } from "../rules/scope.js";
import { Unknown } from "../rules/unknown.js";
import { fieldsNamed } from "./fields-named.js";

const words = {
  zh: { yes: "是", no: "否", notStated: "（未载明）", and: "、", doubled: /（（未载明））/g },
  en: {
    yes: "yes",
    no: "no",
    notStated: "(not stated)",
    and: ", ",
    doubled: /\(\(not stated\)\)/g,
  },
} as const;

const dayInWords = (date: CivilDate, lang: Lang): string => {
  if (lang === "en") return date.iso;
  const month = `${date.year}年${date.month}月`;
  return date.day === undefined ? month : `${month}${date.day}日`;
};

/** Of what a file says a message names so much; the facts have it whole. */
const longest = 200;

/** A computed value as a message names it; a word of an enumerated field by its name. */
const show = (value: unknown, lang: Lang, fields: readonly Field[]): string => {
  if (value === null || value === "" || value instanceof Unknown) return words[lang].notStated;
  if (value instanceof CivilDate) return dayInWords(value, lang);
  if (value instanceof Money) {
    return lang === "zh" ? String(value) : `${formatYuan(value.fen)} yuan`;
  }
  if (typeof value === "boolean") return value ? words[lang].yes : words[lang].no;
  if (Array.isArray(value)) {
    const shown = value.map((part) => show(part, lang, fields));
    return shown.length > 0 ? shown.join(words[lang].and) : words[lang].notStated;
  }
  if (typeof value === "bigint" || typeof value === "number") return value.toString();
  const field = fields.find(({ values }) => values?.includes(value as string));
  return field ? valueWord(lang, field.path, value as string) : shorten(value as string, longest);
};

const enumerated = new WeakMap<Expression, readonly Field[]>();

/** The enumerated fields from which an expression may take a word. */
const enumerationsIn = (rule: CompiledRule, expression: Expression): readonly Field[] => {
  let fields = enumerated.get(expression);
  if (!fields) {
    const named = fieldsNamed(rule, expression.source).flatMap((path) => fieldAt(path) ?? []);
    fields = named.filter(({ values }) => values !== undefined);
    enumerated.set(expression, fields);
  }
  return fields;
};

/** A message in the run's language; what it names and is not known or empty reads （未载明）. */
export const render = (
  rule: CompiledRule,
  template: LocalisedTemplate,
  scope: Scope,
  lang: Lang,
): string =>
  template[lang]
    .map((part) =>
      typeof part === "string"
        ? part
        : show(part.evaluate(scope), lang, enumerationsIn(rule, part)),
    )
    .join("")
    .replaceAll(words[lang].doubled, words[lang].notStated);
