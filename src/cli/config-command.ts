import type { Lang } from "../model/audit-result.js";
import { sheetFields } from "../model/vocabulary.js";
import { text, word } from "../messages/text.js";
import { cleanText } from "../report/clean-text.js";
import { configReport, type ConfigReport } from "./config-report.js";
import type { CommandContext } from "./console.js";
import { exitCodes } from "./exit.js";
import { chooseRules, type RuleOptions } from "./load-book.js";
import { asOfFrom, mustBeOneOf } from "./option-values.js";

export interface ConfigOptions extends RuleOptions {
  format: string;
  asOf?: string;
}

type Parameter = ConfigReport["parameters"][number];
type Said = Pick<ConfigReport, "presets" | "parameters" | "rules">;

const originText = ({ from }: Parameter, lang: Lang): string => {
  if (from.by === "config") return text(lang, "config.by.config", { line: from.line });
  if (from.by === "preset") return text(lang, "config.by.preset", { id: from.preset });
  return text(lang, `config.by.${from.by}`);
};

/** Said of a value, these would only repeat what it is. */
const silentUnits: ReadonlySet<string> = new Set(["text", "yes-no", "count", "ratio"]);

const parameterLine = (parameter: Parameter, lang: Lang): string => {
  const { key, title, unit, value } = parameter;
  const shown = value === null ? text(lang, "rules.notSet") : String(value === "" ? '""' : value);
  const isBare = value === null || silentUnits.has(unit);
  const amount = isBare ? shown : `${shown} ${text(lang, `unit.${unit}`)}`;
  return `${key} = ${amount}  ${title[lang]}${text(lang, "value.note", { note: originText(parameter, lang) })}`;
};

const ruleLine = (
  { id, title, off, listed, severity, line }: Said["rules"][number],
  lang: Lang,
) => {
  const change = listed === severity ? [severity] : [listed, severity];
  const state = off
    ? text(lang, "rules.off")
    : change.map((level) => word(lang, "severity", level)).join(" → ");
  const where = text(lang, "value.note", { note: text(lang, "config.by.config", { line }) });
  return `${id}  ${title[lang]}  ${state}${where}`;
};

const chapter = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [heading, ...lines.map((line) => `  ${line}`)] : [];

const saidLines = ({ presets, parameters, rules }: Said, lang: Lang): string[] => [
  ...chapter(
    text(lang, "config.presets"),
    presets.map(({ id, title }) => `${id}  ${title[lang]}`),
  ),
  ...chapter(
    text(lang, "config.params"),
    parameters.map((one) => parameterLine(one, lang)),
  ),
  ...chapter(
    text(lang, "config.rules"),
    rules.map((one) => ruleLine(one, lang)),
  ),
];

const agencyLines = (agency: ConfigReport["agencies"][number], lang: Lang): string[] => {
  const { name, line, sector } = agency;
  const own = sector === null ? [] : [text(lang, "config.sector", { id: sector })];
  return [
    `${name}${text(lang, "value.note", { note: text(lang, "config.by.config", { line }) })}`,
    ...[...own, ...saidLines(agency, lang)].map((one) => `  ${one}`),
  ];
};

const pretty = (report: ConfigReport, lang: Lang): string => {
  const { file, sector, headers, holidays, trust, agencies } = report;
  const days = (["off", "work", "years"] as const).flatMap((key) =>
    holidays[key].length > 0
      ? [`${word(lang, "config.holidays", key)} ${holidays[key].join(" ")}`]
      : [],
  );
  return [
    file === null ? text(lang, "config.none") : text(lang, "config.file", { file }),
    ...(sector === null ? [] : [text(lang, "config.sector", { id: sector })]),
    ...saidLines(report, lang),
    ...chapter(
      text(lang, "config.headers"),
      headers.map(({ header, field, line }) => {
        const label = sheetFields.get(field)?.[lang] ?? field;
        const where = text(lang, "config.by.config", { line });
        return `${header} → ${label} ${field}${text(lang, "value.note", { note: where })}`;
      }),
    ),
    ...chapter(text(lang, "config.holidays"), days),
    ...chapter(text(lang, "config.trust"), trust),
    ...chapter(
      text(lang, "config.agencies"),
      agencies.flatMap((agency) => agencyLines(agency, lang)),
    ),
    "",
  ].join("\n");
};

/** `anjuan config print`: what holds, and what sets it; gives the exit status. */
export const configCommand = async (
  options: ConfigOptions,
  context: CommandContext,
): Promise<number> => {
  const { io, lang } = context;
  mustBeOneOf("--format", options.format, ["pretty", "json"], context);
  const day = asOfFrom(options, context);
  const report = configReport(await chooseRules(options, lang, { withoutExamples: true }), day);
  await io.out(
    options.format === "json"
      ? `${JSON.stringify(report, null, 2)}\n`
      : cleanText(pretty(report, lang)),
  );
  return exitCodes.ok;
};
