import stringWidth from "string-width";
import type { Lang } from "../model/audit-result.js";
import { basisRecord } from "../judge/finding.js";
import { runExamples, verdictOf, type ExampleResult } from "../judge/examples.js";
import { severityInForce } from "../judge/severity.js";
import { text, word } from "../messages/text.js";
import type { CompiledRule } from "../rules/compile.js";
import type { Parameter, ParameterSettings } from "../rules/parameters.js";
import type { CommandContext } from "./console.js";
import { exitCodes } from "./exit.js";
import { ruleAs } from "../rules/config/setup.js";
import { chooseRules, type ChosenRules, type RuleOptions } from "./load-book.js";
import { mustBeOneOf } from "./option-values.js";

export interface RulesOptions extends RuleOptions {
  format: string;
}

const exampleCounts = (rule: CompiledRule) => {
  const counts = { complies: 0, violates: 0, unknown: 0, notApplicable: 0 };
  const keyOf = {
    pass: "complies",
    fail: "violates",
    unknown: "unknown",
    notApplicable: "notApplicable",
  } as const;
  for (const example of rule.definition.examples) counts[keyOf[verdictOf(example).expected]]++;
  return counts;
};

/** A rule as it is for most cases. */
interface Listed {
  rule: CompiledRule;
  /** Whether the configuration turns it off. */
  off: boolean;
}

const listedIn = ({ named, config }: ChosenRules): Listed[] =>
  named.map((rule) => {
    const given = config.usual.rules.get(rule.definition.id);
    const [own = rule] = ruleAs(rule, given && { ...given, off: false });
    return { rule: own, off: given?.off === true };
  });

/** A rule as `rules list -f json` gives it. */
const summaryOf = ({ rule, off }: Listed) => {
  const { id, scope, severity, title, basis, items } = rule.definition;
  return {
    id,
    area: rule.area,
    scope,
    severity: severityInForce(severity, basis),
    title,
    basis: basis.map(basisRecord),
    items,
    examples: exampleCounts(rule),
    ...(off && { off }),
  };
};

const padded = (value: string, width: number): string =>
  value + " ".repeat(Math.max(0, width - stringWidth(value)));

/** Rows in columns, each as wide as its widest cell. */
const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => stringWidth(row[i] ?? ""))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => padded(cell, widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

const list = (rules: readonly Listed[], { format }: RulesOptions, lang: Lang): string => {
  if (format === "json") return `${JSON.stringify({ rules: rules.map(summaryOf) }, null, 2)}\n`;
  const rows = rules.map((rule) => {
    const { id, area, severity, title, basis, off } = summaryOf(rule);
    const articles = basis.map(
      ({ instrument, article }) => instrument + (article ? ` ${article}` : ""),
    );
    return [
      id,
      off ? text(lang, "rules.off") : word(lang, "severity", severity),
      title[lang],
      articles.join("；"),
      word(lang, "area", area),
    ];
  });
  const head = (["id", "severity", "title", "basis", "area"] as const).map((key) =>
    text(lang, `rules.${key}`),
  );
  return `${columns([head, ...rows])}\n\n${text(lang, "rules.count", { count: rules.length })}\n`;
};

const indented = (value: string): string =>
  value
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");

const showOne = ({ rule, off }: Listed, { setups }: ChosenRules, lang: Lang): string => {
  const { definition } = rule;
  const { require: demands } = definition;
  const parts: (readonly [Parameters<typeof word>[2], string])[] = [
    ["area", word(lang, "area", rule.area)],
    ["scope", word(lang, "scope", definition.scope)],
    [
      "severity",
      off
        ? text(lang, "rules.off")
        : word(lang, "severity", severityInForce(definition.severity, definition.basis)),
    ],
    ["basis", definition.basis.map(basisLine).join("\n")],
    ["items", definition.items.join(", ")],
    [
      "params",
      [...rule.parameters.values()]
        .map((one) => parameterLine(one, setups.settings, lang))
        .join("\n"),
    ],
    ["applies", definition.applies],
    [
      "facts",
      Object.entries(definition.facts)
        .map(([name, cel]) => `${name} = ${cel}`)
        .join("\n"),
    ],
    [
      "require",
      typeof demands === "string"
        ? demands
        : (demands?.map(({ that }) => that).join("\n") ?? definition.check ?? ""),
    ],
    ["message", definition.message[lang]],
    ["remedy", definition.remedy[lang]],
    [
      "examples",
      definition.examples
        .map((example) => {
          const { expected, text: words } = verdictOf(example);
          return `${word(lang, "outcome", expected)}：${words}`;
        })
        .join("\n"),
    ],
    ["file", rule.file],
  ];
  const body = parts
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `  ${word(lang, "rules", key)}\n${indented(value)}`);
  return [
    `${definition.id}  ${definition.title[lang]}`,
    indented(definition.explanation[lang]),
    ...body,
  ].join("\n");
};

const basisLine = (entry: CompiledRule["definition"]["basis"][number]): string => {
  const { instrument, article, from, to, mark } = basisRecord(entry);
  const period = from || to ? ` [${from ?? ""}–${to ?? ""}]` : "";
  return `${instrument}${article ? ` ${article}` : ""}${period}${mark ? ` (${mark})` : ""}`;
};

const parameterLine = (
  { key, definition }: Parameter,
  settings: ParameterSettings,
  lang: Lang,
): string => {
  const known = settings.get(key) ?? definition.value;
  const value = known === null ? text(lang, "rules.notSet") : String(known);
  const unit = text(lang, `unit.${definition.unit}`);
  const title = definition.title ? ` ${definition.title[lang]}` : "";
  return `${key} = ${value}${text(lang, "value.note", { note: unit })}${title}`;
};

const show = (chosen: ChosenRules, { format }: RulesOptions, lang: Lang): string => {
  const listed = listedIn(chosen);
  if (format === "json") {
    const rules = listed.map((one) => ({ ...summaryOf(one), definition: one.rule.definition }));
    return `${JSON.stringify({ rules }, null, 2)}\n`;
  }
  return `${listed.map((one) => showOne(one, chosen, lang)).join("\n\n")}\n`;
};

const tested = (
  results: readonly ExampleResult[],
  { format }: RulesOptions,
  lang: Lang,
): string => {
  const failed = results.filter(({ passed }) => !passed);
  const counts = {
    all: results.length,
    passed: results.length - failed.length,
    failed: failed.length,
  };
  if (format === "json") return `${JSON.stringify({ ...counts, results }, null, 2)}\n`;
  const lines = failed.map(
    ({ rule, file, text: words, difference }) =>
      `✖ ${rule} (${file})\n  ${text(lang, "rules.differs", { text: words, difference: difference ?? "" })}`,
  );
  return `${[...lines, text(lang, "rules.tested", counts)].join("\n")}\n`;
};

/** `anjuan rules list|show|test`; gives the exit status. */
export const rulesCommand = async (
  action: "list" | "show" | "test",
  patterns: readonly string[],
  options: RulesOptions,
  context: CommandContext,
): Promise<number> => {
  const { io, lang } = context;
  mustBeOneOf("--format", options.format, ["pretty", "json"], context);
  const only = [...(options.only ?? []), ...patterns];
  const chosen = await chooseRules({ ...options, only }, lang, {
    withoutOwnDays: action === "test",
  });
  if (action === "list") await io.out(list(listedIn(chosen), options, lang));
  if (action === "show") await io.out(show(chosen, options, lang));
  if (action !== "test") return exitCodes.ok;
  const inUse = listedIn(chosen).flatMap(({ off }, i) => (off ? [] : (chosen.named[i] ?? [])));
  const results = runExamples(inUse, chosen.book.presets);
  await io.out(tested(results, options, lang));
  return results.every(({ passed }) => passed) ? exitCodes.ok : exitCodes.found;
};
