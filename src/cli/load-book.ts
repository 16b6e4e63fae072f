import { access } from "node:fs/promises";
import type { Lang } from "../model/audit-result.js";
import { WorkingDayCalendar, withDays } from "../values/working-days.js";
import { checkFacts } from "../judge/checks/index.js";
import { text } from "../messages/text.js";
import { loadHolidays } from "../rules/calendar.js";
import type { CompiledRule } from "../rules/compile.js";
import { ConfigError } from "../rules/config/config-file.js";
import { noConfig, noHolidays, type Config } from "../rules/config/config.js";
import { rulesOf, setupsOf, type Setups } from "../rules/config/setup.js";
import { RuleFileError } from "../rules/problem.js";
import { loadRuleBook, parseSettings, SettingError, type RuleBook } from "../rules/rule-book.js";
import type { ParameterSettings } from "../rules/parameters.js";
import { UsageError } from "./exit.js";
import { expandPaths } from "./expand-paths.js";
import { openConfig } from "./find-config.js";
import { problemLines } from "./rule-problems.js";
import { NoSuchRule, selectRules } from "./select-rules.js";

/** The options by which rules are chosen and set, as the command line gives them. */
export interface RuleOptions {
  /** A file; null leaves out also the one that lies in the working folder or above it. */
  config?: string | null;
  rules?: string[];
  builtin?: boolean;
  only?: string[];
  skip?: string[];
  param?: string[];
}

export interface ChosenRules {
  book: RuleBook;
  config: Config;
  /** Those that the command line names, also those that are off. */
  named: CompiledRule[];
  setups: Setups;
  /** What the command line sets. */
  options: ParameterSettings;
}

const didYouMean = (lang: Lang, name: string | undefined): string =>
  name === undefined ? "" : ` ${text(lang, "cli.didYouMean", { name })}`;

const asUsageError = (error: unknown, lang: Lang): unknown => {
  if (error instanceof RuleFileError) {
    const key = error instanceof ConfigError ? "cli.badConfig" : "cli.badRules";
    const cause = `${text(lang, key)}\n${problemLines(error.problems, lang)}`;
    return new UsageError(cause, text(lang, `${key}.next`));
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

/** What the configuration may name: built-in rules also where they are left out. */
const namesFor = async (
  book: RuleBook,
  { builtin }: RuleOptions,
  load: Parameters<typeof loadRuleBook>[0],
): Promise<RuleBook> => {
  if (builtin !== false) return book;
  const whole = await loadRuleBook({ ...load, extra: [], noBuiltin: false, withoutExamples: true });
  return { ...book, rules: [...book.rules, ...whole.rules] };
};

/** What a command does without. */
interface Spared {
  withoutExamples?: boolean;
  /** Days by the official notices alone. */
  withoutOwnDays?: boolean;
}

const chosen = async (
  options: RuleOptions,
  lang: Lang,
  { withoutExamples = false, withoutOwnDays }: Spared,
  extra: readonly string[],
): Promise<ChosenRules> => {
  const file = options.config === null ? undefined : await openConfig(options.config, lang);
  const official = await loadHolidays();
  const own = file?.holidays(official) ?? noHolidays;
  const days = withDays(official, withoutOwnDays ? noHolidays : own);
  const load = {
    calendar: new WorkingDayCalendar(days),
    ...{ extra, noBuiltin: options.builtin === false, checks: checkFacts, withoutExamples },
  };
  const book = await loadRuleBook(load);
  if (book.rules.length === 0) {
    throw new UsageError(text(lang, "cli.noRules"), text(lang, "cli.noRules.next"));
  }
  const config = file ? file.read(await namesFor(book, options, load)) : noConfig;
  const named = selectRules(book.rules, options.only ?? [], options.skip ?? []);
  const set = parseSettings(book, options.param ?? []);
  return { book, config, named, setups: setupsOf(config, named, set), options: set };
};

/**
 * Loads rules and configuration and chooses from them. Throws UsageError with what is wrong in rules,
 * configuration or options.
 */
export const chooseRules = async (
  options: RuleOptions,
  lang: Lang,
  spared: Spared = {},
): Promise<ChosenRules> => {
  const extra = await expandPaths(options.rules ?? []);
  for (const path of extra) {
    await access(path).catch(() => {
      throw new UsageError(text(lang, "cli.noRulesPath", { path }));
    });
  }
  try {
    return await chosen(options, lang, spared, extra);
  } catch (error) {
    throw asUsageError(error, lang);
  }
};

/** The rules that cases are judged by. Throws UsageError where none is left. */
export const mustHaveRules = ({ setups }: ChosenRules, lang: Lang): CompiledRule[] => {
  const rules = rulesOf(setups);
  if (rules.length > 0) return rules;
  throw new UsageError(text(lang, "cli.noRulesLeft"), text(lang, "cli.noRulesLeft.next"));
};
