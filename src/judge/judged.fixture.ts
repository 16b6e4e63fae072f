import { CivilDate } from "../values/civil-date.js";
import type { Lang } from "../model/audit-result.js";
import { loadCalendar } from "../rules/calendar.js";
import { compileRule, type CompiledRule } from "../rules/compile.js";
import { ruleLanguage } from "../rules/environment.js";
import { exampleCase } from "../rules/example-case.js";
import { ruleSchema } from "../rules/rule-schema.js";
import { YamlSource } from "../rules/yaml-source.js";
import { judge, type Judgement } from "./judge.js";

const language = ruleLanguage(await loadCalendar());

/** A sound rule with these parts in place of its own. */
export const ruleWith = (parts: Record<string, unknown>): CompiledRule => {
  const text = JSON.stringify({
    id: "test/sample",
    title: { zh: "名称", en: "title" },
    explanation: { zh: "说明", en: "explanation" },
    scope: "case",
    severity: "error",
    basis: [{ instrument: "行政处罚法", article: "60", mark: "T" }],
    message: { zh: "不对", en: "wrong" },
    remedy: { zh: "改", en: "mend" },
    ...parts,
  });
  const source = new YamlSource("test.yaml", text);
  return compileRule(source, source.parse(ruleSchema, []), language, {}, new Map());
};

/** What comes of one rule on one case. */
export const judged = (
  parts: Record<string, unknown>,
  written: object,
  lang: Lang = "zh",
): Judgement =>
  judge([exampleCase(written, "c")], [ruleWith(parts)], {
    asOf: CivilDate.of(2024, 6, 30)!,
    lang,
    settings: new Map(),
    presets: [],
  });
