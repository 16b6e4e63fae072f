import type { Lang } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { UsageError } from "./exit.js";

const isLang = (name: string | undefined): name is Lang => name === "zh" || name === "en";

/** The language of messages: as asked for, else the environment's, else Chinese. */
export const languageOf = (
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Lang => {
  if (isLang(asked)) return asked;
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return locale.toLowerCase().startsWith("en") ? "en" : "zh";
};

/** The same for a command that is about to run. Throws UsageError for a language that nobody speaks here. */
export const askedLanguage = (...given: Parameters<typeof languageOf>): Lang => {
  const [asked] = given;
  const lang = languageOf(...given);
  if (asked === undefined || isLang(asked)) return lang;
  const cause = text(lang, "cli.badChoice", { option: "--lang", value: asked });
  throw new UsageError(cause, text(lang, "cli.badChoice.next", { choices: "zh, en" }));
};
