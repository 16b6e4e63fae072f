import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { text } from "../messages/text.js";
import type { AuditOptions } from "./audit-command.js";
import type { BenchmarksOptions } from "./benchmarks-command.js";
import type { ConfigOptions } from "./config-command.js";
import type { CommandContext } from "./console.js";
import { exitCodes, OutputError, UsageError } from "./exit.js";
import type { InitOptions } from "./init-command.js";
import type { InspectOptions } from "./inspect-command.js";
import { askedLanguage, languageOf } from "./language.js";
import { outliveReaders, processConsole } from "./process-console.js";
import type { RulesOptions } from "./rules-command.js";
import { removeUnfinished } from "./write-output.js";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

const collect = (value: string, before: string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

interface GlobalOptions {
  lang?: string;
  color?: boolean;
}

const contextOf = (options: GlobalOptions): CommandContext => ({
  io: processConsole(options.color !== false),
  lang: askedLanguage(options.lang, process.env),
  version,
});

/** The language before arguments are parsed, for `--help`. */
const earlyLanguage = (args: readonly string[]): "zh" | "en" => {
  const at = args.indexOf("--lang");
  const given = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--lang="))?.slice(7);
  return languageOf(given, process.env);
};

/** Describes the command line; `finish` takes the exit status of the command that ran. */
const program = (lang: "zh" | "en", finish: (status: number) => void): Command => {
  const say = (key: Parameters<typeof text>[1]): string => text(lang, key as "cli.description");
  const root = new Command("anjuan")
    .description(say("cli.description"))
    .version(version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false });
  const common = (command: Command): Command =>
    command
      .option("--lang <zh|en>", say("cli.option.lang"))
      .option("--no-color", say("cli.option.noColor"));
  const configured = (command: Command): Command =>
    command.option("-c, --config <file>", say("cli.option.config"));
  const ruleChoice = (command: Command): Command =>
    configured(command)
      .option("-r, --rules <path...>", say("cli.option.rules"))
      .option("--no-builtin", say("cli.option.noBuiltin"))
      .option("--only <pattern...>", say("cli.option.only"))
      .option("--skip <pattern...>", say("cli.option.skip"));

  const scanned = (command: Command): Command =>
    command
      .option("--ocr <auto|always|off>", say("cli.option.ocr"), "auto")
      .option("--no-cache", say("cli.option.noCache"));

  const audit = root.command("audit [path...]").description(say("cli.audit"));
  scanned(common(ruleChoice(audit)))
    .option("-b, --benchmarks <file...>", say("cli.option.benchmarks"))
    .option("--as-of <YYYY-MM-DD>", say("cli.option.asOf"))
    .option("-f, --format <name>", say("cli.option.format"), "pretty")
    .option("-o, --output <file>", say("cli.option.output"), collect)
    .option("--fail-on <level>", say("cli.option.failOn"), "error")
    .option("-p, --param <name=value>", say("cli.option.param"), collect)
    .option("--jobs <n>", say("cli.option.jobs"))
    .option("--quiet", say("cli.option.quiet"))
    .option("--verbose", say("cli.option.verbose"))
    .action(async (paths: string[], options: AuditCommandOptions) => {
      const { auditCommand } = await import("./audit-command.js");
      finish(await auditCommand(paths, options, contextOf(options)));
    });

  const inspect = root.command("inspect [path...]").description(say("cli.inspect"));
  scanned(common(configured(inspect)))
    .option("-r, --rules <path...>", say("cli.option.rules"))
    .option("-f, --format <name>", say("cli.option.format"), "pretty")
    .option("--fields", say("cli.option.fields"))
    .option("--jobs <n>", say("cli.option.jobs"))
    .option("--quiet", say("cli.option.quiet"))
    .action(async (paths: string[], options: InspectCommandOptions) => {
      const { inspectCommand } = await import("./inspect-command.js");
      finish(await inspectCommand(paths, options, contextOf(options)));
    });

  const rules = root.command("rules").description(say("cli.rules"));
  for (const name of ["list", "show <pattern...>", "test"] as const) {
    const [action] = name.split(" ") as ["list" | "show" | "test"];
    const command = rules.command(name).description(say(`cli.rules.${action}`));
    common(ruleChoice(command))
      .option("-f, --format <name>", say("cli.option.format"), "pretty")
      .action(async (...args: unknown[]) => {
        const patterns = action === "show" ? (args[0] as string[]) : [];
        const options = args[action === "show" ? 1 : 0] as RulesCommandOptions;
        const { rulesCommand } = await import("./rules-command.js");
        finish(await rulesCommand(action, patterns, options, contextOf(options)));
      });
  }
  const benchmarks = root.command("benchmarks").description(say("cli.benchmarks"));
  for (const action of ["show", "lint"] as const) {
    const command = benchmarks
      .command(`${action} <file...>`)
      .description(say(`cli.benchmarks.${action}`));
    common(command)
      .option("-f, --format <name>", say("cli.option.format"), "pretty")
      .action(async (files: string[], options: GlobalOptions & BenchmarksOptions) => {
        const { benchmarksCommand } = await import("./benchmarks-command.js");
        finish(await benchmarksCommand(action, files, options, contextOf(options)));
      });
  }
  const config = root.command("config").description(say("cli.config"));
  const print = config.command("print").description(say("cli.config.print"));
  common(ruleChoice(print))
    .option("--as-of <YYYY-MM-DD>", say("cli.option.asOf"))
    .option("-p, --param <name=value>", say("cli.option.param"), collect)
    .option("-f, --format <name>", say("cli.option.format"), "pretty")
    .action(async (options: ConfigCommandOptions) => {
      const { configCommand } = await import("./config-command.js");
      finish(await configCommand(options, contextOf(options)));
    });

  const init = root.command("init [path]").description(say("cli.init"));
  common(init)
    .option("--as-of <YYYY-MM-DD>", say("cli.option.asOf"))
    .option("--quiet", say("cli.option.quiet"))
    .action(async (path: string | undefined, options: InitCommandOptions) => {
      const { initCommand } = await import("./init-command.js");
      finish(await initCommand(path ?? ".", options, contextOf(options)));
    });
  return root;
};

type AuditCommandOptions = GlobalOptions & AuditOptions;
type InspectCommandOptions = GlobalOptions & InspectOptions;
type ConfigCommandOptions = GlobalOptions & ConfigOptions;
type InitCommandOptions = GlobalOptions & InitOptions;
type RulesCommandOptions = GlobalOptions & RulesOptions;

const explainInput = async (error: unknown, lang: "zh" | "en"): Promise<UsageError | undefined> => {
  const { InputError } = await import("../read/errors.js");
  if (!(error instanceof InputError)) return undefined;
  const path = String(error.details["path"] ?? "");
  return new UsageError(
    text(lang, `cli.${error.code}`, { path }),
    text(lang, `cli.${error.code}.next`),
  );
};

const report = async (error: unknown, lang: "zh" | "en"): Promise<number> => {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  const usage = error instanceof UsageError ? error : await explainInput(error, lang);
  if (usage) {
    process.stderr.write(`${text(lang, "cli.error", { cause: usage.problem })}\n`);
    const { nextStep } = usage;
    if (nextStep) process.stderr.write(`${text(lang, "cli.next", { step: nextStep })}\n`);
    return exitCodes.usage;
  }
  if (error instanceof OutputError) {
    const { file, reason } = error;
    const cause = file
      ? text(lang, "cli.notWritten", { file, reason })
      : text(lang, "cli.notPrinted", { reason });
    process.stderr.write(`${text(lang, "cli.error", { cause })}\n`);
    process.stderr.write(
      `${text(lang, "cli.next", { step: text(lang, "cli.notWritten.next") })}\n`,
    );
    return exitCodes.output;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.stack : "";
  process.stderr.write(`${text(lang, "cli.bug")}\n${stack}\n${cause ?? ""}\n`);
  return 70;
};

const stopOnInterrupt = (): void => {
  process.once("SIGINT", () => {
    removeUnfinished();
    process.exit(exitCodes.interrupted);
  });
};

/** Runs the command line; gives the exit status. */
export const main = async (args: readonly string[]): Promise<number> => {
  const lang = earlyLanguage(args);
  let status: number = exitCodes.ok;
  stopOnInterrupt();
  outliveReaders();
  try {
    await program(lang, (ended) => (status = ended)).parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    return report(error, lang);
  }
};
