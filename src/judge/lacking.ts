import type { Lang } from "../model/audit-result.js";
import { labelAt } from "../model/fields.js";
import { sheetFields } from "../model/vocabulary.js";
import { message, text, type MessageKey } from "../messages/text.js";
import type { CompiledRule } from "../rules/compile.js";
import { inOrder } from "./evidence.js";
import type { Lacking } from "./finding.js";

/** What parameters are called, by key; those without a title go by the key. */
const parameterTitles = (rules: readonly CompiledRule[], lang: Lang): Map<string, string> =>
  new Map(
    rules.flatMap(({ parameters }) =>
      [...parameters.values()].map(({ key, definition }) => [key, definition.title?.[lang] ?? key]),
    ),
  );

/** What people call a field of the case, or of a register. */
const labelOf = (path: string) => labelAt(path) ?? sheetFields.get(path);

/** In the words of the run: which fields nobody gave, which parameters nobody set. */
const missingMessage = (
  missing: readonly string[],
  lang: Lang,
  titles: ReadonlyMap<string, string>,
): string => {
  const separator = text(lang, "list.separator");
  const ofKind = (kind: string): string[] =>
    missing.flatMap((needed) =>
      needed.startsWith(`${kind}:`) ? [needed.slice(kind.length + 1)] : [],
    );
  const fields = missing.filter((needed) => !needed.includes(":"));
  const labels = [...new Set(fields.map((path) => labelOf(path)?.[lang] ?? path))];
  const said = (key: MessageKey, names: readonly string[]): string[] =>
    names.length > 0 ? [message(lang, key, { names: names.join(separator) })] : [];
  return [
    ...said("review.missing", labels),
    ...said("review.parameter", [...new Set(ofKind("param").map((key) => titles.get(key) ?? key))]),
    ...said("review.calendar", ofKind("calendar")),
  ].join(text(lang, "list.semicolon"));
};

/** The same things are missing in thousands of cases: each list is put in order and into words once. */
export class LackingInWords {
  readonly #said = new Map<string, Lacking>();

  readonly #titles: ReadonlyMap<string, string>;

  constructor(
    rules: readonly CompiledRule[],
    readonly lang: Lang,
  ) {
    this.#titles = parameterTitles(rules, lang);
  }

  of(lacking: readonly string[]): Lacking {
    const key = lacking.join();
    let said = this.#said.get(key);
    if (!said) {
      const missing = inOrder(new Set(lacking));
      said = { missing, message: missingMessage(missing, this.lang, this.#titles) };
      this.#said.set(key, said);
    }
    return said;
  }
}
