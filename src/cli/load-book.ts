import { access } from "node:fs/promises";
import type { Lang } from "../model/audit-result.js";
import { checkFacts } from "../judge/checks/index.js";
import { text } from "../messages/text.js";
import { loadCalendar } from "../rules/calendar.js";
import type { CompiledRule } from "../rules/compile.js";
import { RuleFileError } from "../rules/problem.js";
import { loadRuleBook, parseSettings, SettingError, type RuleBook } from "../rules/rule-book.js";
import type { ParameterSettings } from "../rules/parameters.js";
import { UsageError } from "./exit.js";
import { expandPaths } from "./expand-paths.js";
import { problemLines } from "./rule-problems.js";
import { NoSuchRule, selectRules } from "./select-rules.js";

/** The options by which rules are chosen and set, as the command line gives them. */
export interface RuleOptions {
  rules?: string[];
  builtin?: boolean;
  only?: string[];
  skip?: string[];
  param?: string[];
}

export interface ChosenRules {
  book: RuleBook;
  rules: CompiledRule[];
  settings: ParameterSettings;
}

const didYouMean = (lang: Lang, name: string | undefined): string =>
  name === undefined ? "" : ` ${text(lang, "cli.didYouMean", { name })}`;

const asUsageError = (error: unknown, lang: Lang): unknown => {
  if (error instanceof RuleFileError) {
    const cause = `${text(lang, "cli.badRules")}\n${problemLines(error.problems, lang)}`;
    return new UsageError(cause, text(lang, "cli.badRules.next"));
  }
  if (error instanceof NoSuchRule) {
    const cause = text(lang, "cli.noSuchRule", { pattern: error.pattern });
    return new UsageError(
      cause + didYouMean(lang, error.nearest),
      text(lang, "cli.noSuchRule.next"),
    );
  }
  if (error instanceof SettingError) {
    const { setting, reason, nearest } = error;
    const cause = text(lang, `cli.badSetting.${reason}`, { setting });
    return new UsageError(cause + didYouMean(lang, nearest), text(lang, "cli.badSetting.next"));
  }
  return error;
};

/** Loads the rule book and chooses from it. Throws UsageError with what is wrong in rules or options. */
export const chooseRules = async (
  options: RuleOptions,
  lang: Lang,
  withoutExamples = false,
): Promise<ChosenRules> => {
  const extra = await expandPaths(options.rules ?? []);
  for (const path of extra) {
    await access(path).catch(() => {
      throw new UsageError(text(lang, "cli.noRulesPath", { path }));
    });
  }
  try {
    const book = await loadRuleBook({
      calendar: await loadCalendar(),
      extra,
      noBuiltin: options.builtin === false,
      checks: checkFacts,
      withoutExamples,
    });
    if (book.rules.length === 0) {
      throw new UsageError(text(lang, "cli.noRules"), text(lang, "cli.noRules.next"));
    }
    const rules = selectRules(book.rules, options.only ?? [], options.skip ?? []);
    if (rules.length === 0) {
      throw new UsageError(text(lang, "cli.noRulesLeft"), text(lang, "cli.noRulesLeft.next"));
    }
    return { book, rules, settings: parseSettings(book, options.param ?? []) };
  } catch (error) {
    throw asUsageError(error, lang);
  }
};
