import { severities, type AuditResult } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { fileExtensions, formatOfFile, formats, printedFormats } from "../report/formats.js";
import { unreadInputs } from "../report/arrange.js";
import { forPeople } from "../report/privacy.js";
import type { CommandContext } from "./console.js";
import { Progress } from "./console.js";
import { exitCodes, UsageError } from "./exit.js";
import { expandPaths } from "./expand-paths.js";
import type { RuleOptions } from "./load-book.js";
import { asOfFrom, jobsFrom, mustBeOneOf } from "./option-values.js";
import { runAudit } from "./run-audit.js";
import { scansFrom, type ScanOptions } from "./scan-options.js";
import { untanglePaths } from "./untangle-paths.js";
import { cannotWrite, piecesOf, writeWhole } from "./write-output.js";

/** The options of `anjuan audit`, as the command line gives them. */
export interface AuditOptions extends RuleOptions, ScanOptions {
  asOf?: string;
  benchmarks?: string[];
  format: string;
  output?: string[];
  failOn: string;
  jobs?: string;
  quiet?: boolean;
  verbose?: boolean;
}

const failLevels = [...severities, "never"] as const;

/** Every output file has a known format and can be written, before any work is done. */
const checkOutputs = async (files: readonly string[], { lang }: CommandContext): Promise<void> => {
  for (const file of files) {
    if (!formatOfFile(file)) {
      const choices = fileExtensions.join(" ");
      const next = text(lang, "cli.badOutput.next", { choices });
      throw new UsageError(text(lang, "cli.badOutput", { file }), next);
    }
    if (await cannotWrite(file)) {
      const cause = text(lang, "cli.cannotWrite", { file });
      throw new UsageError(cause, text(lang, "cli.cannotWrite.next"));
    }
  }
};

const rulesFrom = ({ config, rules, builtin, only, skip, param }: RuleOptions): RuleOptions => ({
  ...(config !== undefined && { config }),
  ...(rules && { rules }),
  ...(builtin !== undefined && { builtin }),
  ...(only && { only }),
  ...(skip && { skip }),
  ...(param && { param }),
});

/** Each unread input with its reason, where no report on standard output says so. */
const nameUnread = (result: AuditResult, { io, lang }: CommandContext): void => {
  for (const { file, reason } of forPeople(unreadInputs(result))) {
    io.err(`${text(lang, "cli.unread", { file, reason })}\n`);
  }
};

/** The exit status of a finished audit: unread input goes before findings. */
export const statusOf = (result: AuditResult, failOn: string): number => {
  if (result.run.inputs.some(({ status }) => status === "unread")) return exitCodes.unread;
  const { findings } = result.summary;
  const counted = severities.slice(0, severities.indexOf(failOn as "error") + 1);
  return counted.some((severity) => findings[severity] > 0) ? exitCodes.found : exitCodes.ok;
};

/** `anjuan audit`: audits, prints, writes; gives the exit status. */
export const auditCommand = async (
  paths: readonly string[],
  options: AuditOptions,
  context: CommandContext,
): Promise<number> => {
  const { io, lang, version } = context;
  const outputs = options.output ?? [];
  mustBeOneOf("--format", options.format, [...printedFormats, "none"], context);
  mustBeOneOf("--fail-on", options.failOn, failLevels, context);
  const asOf = asOfFrom(options, context);
  const jobs = jobsFrom(options, context);
  const scans = scansFrom(options, context);
  await checkOutputs(outputs, context);
  const progress = new Progress(io, options);
  const request = untanglePaths({ ...options, paths });
  const inputs = request.paths.length > 0 ? await expandPaths(request.paths) : ["."];
  const result = await runAudit({
    ...rulesFrom(request),
    paths: [...inputs, ...(request.benchmarks ?? [])],
    asOf,
    lang,
    version,
    ...(jobs !== undefined && { jobs }),
    scans,
    configured: (file) => {
      if (options.verbose) io.err(`${text(lang, "cli.configUsed", { file })}\n`);
    },
    progress: (done, all, file) => progress.show(text(lang, "cli.reading", { done, all, file })),
  });
  progress.clear();
  if (options.verbose) {
    const { run, summary } = result;
    io.err(`${text(lang, "cli.loaded", { rules: run.rules, cases: summary.cases })}\n`);
  }
  const style = { lang, width: io.width ?? 100, colour: io.colour };
  for (const file of outputs) {
    const report = await formatOfFile(file)?.load();
    if (!report) throw new Error(`No format for ${file} although it was checked.`);
    await writeWhole(file, await report(result, style));
    if (!options.quiet) io.err(`${text(lang, "cli.written", { file })}\n`);
  }
  const report = await formats[options.format]?.load();
  if (!report) nameUnread(result, context);
  else for (const piece of piecesOf(await report(result, style))) await io.out(String(piece));
  return statusOf(result, options.failOn);
};
