import type { Lang } from "../model/audit-result.js";

/** The language of messages: as asked for, else the environment's, else Chinese. */
export const languageOf = (
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Lang => {
  if (asked === "zh" || asked === "en") return asked;
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return locale.toLowerCase().startsWith("en") ? "en" : "zh";
};
