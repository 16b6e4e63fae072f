import type { Lang } from "../model/audit-result.js";
import { message, text, word } from "../messages/text.js";
import { cleanLine } from "../report/clean-text.js";
import type { RuleProblem } from "../rules/problem.js";

/** `rules/a/b.yaml:7:12 不认识的键“sevrity” 是不是“severity”？` */
const problemLine = (problem: RuleProblem, lang: Lang): string => {
  const { file, line, column, code, details, nearest } = problem;
  const { unit, expected } = details ?? {};
  const named = {
    ...details,
    ...(unit !== undefined && { unit: word(lang, "unit", unit) }),
    ...(expected !== undefined && { expected: word(lang, "expected", expected) }),
  };
  const said = message(lang, `problem.${code}`, named);
  const hint = nearest === undefined ? "" : ` ${text(lang, "cli.didYouMean", { name: nearest })}`;
  return cleanLine(`${file}:${line}:${column} ${said}${hint}`);
};

/** What is wrong in rule files or the configuration, a line each. */
export const problemLines = (problems: readonly RuleProblem[], lang: Lang): string =>
  problems.map((problem) => problemLine(problem, lang)).join("\n");
