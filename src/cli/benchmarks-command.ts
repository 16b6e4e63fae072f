import type { Lang } from "../model/audit-result.js";
import type { TableFault } from "../model/benchmark.js";
import { catalogueFaults } from "../assemble/benchmarks/catalogue-faults.js";
import { tableFaults, unparsedFaults } from "../assemble/benchmarks/table-faults.js";
import { message, text, word } from "../messages/text.js";
import { cleanText } from "../report/clean-text.js";
import { RuleFileError } from "../rules/problem.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { readBenchmarks, type FoundBenchmarks } from "./benchmark-files.js";
import { benchmarksJson } from "./benchmarks-json.js";
import { placeText, prettyBenchmarks, summaryLine } from "./benchmarks-pretty.js";
import type { CommandContext } from "./console.js";
import { exitCodes, UsageError } from "./exit.js";
import { expandPaths } from "./expand-paths.js";
import { mustBeOneOf } from "./option-values.js";
import { problemLines } from "./rule-problems.js";

export interface BenchmarksOptions {
  format: string;
}

const found = async (paths: readonly string[], lang: Lang): Promise<FoundBenchmarks> => {
  try {
    return await readBenchmarks(await expandPaths(paths), await loadVocabulary());
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error;
    const cause = `${text(lang, "cli.badBenchmarks")}\n${problemLines(error.problems, lang)}`;
    throw new UsageError(cause, text(lang, "cli.badBenchmarks.next"));
  }
};

const faultsOf = ({ tables, unparsed, catalogue, hasCatalogue }: FoundBenchmarks): TableFault[] => [
  ...unparsedFaults(unparsed),
  ...tables.flatMap(tableFaults),
  ...(hasCatalogue ? catalogueFaults(tables, catalogue) : []),
];

const faultText = ({ code, item, details }: TableFault, lang: Lang): string => {
  const { reason, warning } = details;
  return message(lang, `fault.${code}`, {
    ...details,
    item,
    ...(reason !== undefined && { reason: word(lang, "unread", reason) }),
    ...(warning !== undefined && { warning: word(lang, "malformed", warning) }),
  });
};

const lintPretty = (faults: readonly TableFault[], all: FoundBenchmarks, lang: Lang): string =>
  [
    ...faults.map((fault) => `${placeText(fault.source)} ${faultText(fault, lang)}`),
    ...(faults.length > 0 ? [""] : []),
    summaryLine(all, lang),
    faults.length > 0
      ? text(lang, "benchmarks.faults", { count: faults.length })
      : text(lang, "benchmarks.sound"),
    "",
  ].join("\n");

const lintJson = (faults: readonly TableFault[], lang: Lang): string => {
  const said = faults.map((fault) => ({ ...fault, message: faultText(fault, lang) }));
  return `${JSON.stringify({ schema: "anjuan.benchmark-lint/1", faults: said }, null, 2)}\n`;
};

/** `anjuan benchmarks show|lint`; gives the exit status. */
export const benchmarksCommand = async (
  action: "show" | "lint",
  paths: readonly string[],
  { format }: BenchmarksOptions,
  context: CommandContext,
): Promise<number> => {
  const { io, lang } = context;
  mustBeOneOf("--format", format, ["pretty", "json"], context);
  const all = await found(paths, lang);
  for (const { file, reason } of all.unread) {
    io.err(`${text(lang, "cli.unread", { file, reason: word(lang, "reason", reason) })}\n`);
  }
  if (all.tables.length === 0 && all.unread.length === 0) {
    const cause = text(lang, "cli.noBenchmarks", { names: paths.join(", ") });
    throw new UsageError(cause, text(lang, "cli.noBenchmarks.next"));
  }
  const faults = action === "lint" ? faultsOf(all) : [];
  if (action === "show") {
    await io.out(format === "json" ? benchmarksJson(all) : cleanText(prettyBenchmarks(all, lang)));
  } else {
    await io.out(
      format === "json" ? lintJson(faults, lang) : cleanText(lintPretty(faults, all, lang)),
    );
  }
  if (all.unread.length > 0) return exitCodes.unread;
  return faults.length > 0 ? exitCodes.found : exitCodes.ok;
};
