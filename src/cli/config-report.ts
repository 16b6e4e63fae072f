import { sectorOf } from "../assemble/sector.js";
import { severityInForce } from "../judge/severity.js";
import type { CivilDate } from "../values/civil-date.js";
import type { AgencyChoice, Choice } from "../rules/config/config.js";
import { choiceFor, ruleAs } from "../rules/config/setup.js";
import { trace, type Origin } from "../rules/config/where-from.js";
import { parametersOf } from "../rules/rule-book.js";
import type { Preset } from "../rules/rule-schema.js";
import type { ChosenRules } from "./load-book.js";

const originRecord = (origin: Origin) => {
  if (origin.by === "config") return { by: origin.by, line: origin.line };
  if (origin.by !== "preset" && origin.by !== "version") return { by: origin.by };
  const { from, to, basis } = origin.version;
  const period = { from: from ?? null, to: to ?? null, basis };
  return origin.by === "preset"
    ? { by: origin.by, preset: origin.preset.id, ...period }
    : { by: origin.by, ...period };
};

/** What people call a parameter: a rule's own that has no title goes by the rule's. */
const titlesIn = ({ book }: ChosenRules): ReadonlyMap<string, { zh: string; en: string }> =>
  new Map(
    book.rules.flatMap(({ definition, parameters }) =>
      [...parameters.values()].map((one) => [one.key, one.definition.title ?? definition.title]),
    ),
  );

const presetsFor = (
  { book }: ChosenRules,
  choice: Choice,
  sector: string | undefined,
): Preset[] => [...(choice.presets ?? []), ...book.presets.filter(({ id }) => id === sector)];

const parametersFor = (
  chosen: ChosenRules,
  choice: Choice,
  sector: string | undefined,
  day: CivilDate,
) => {
  const titles = titlesIn(chosen);
  const sources = {
    options: chosen.options,
    params: choice.params,
    presets: presetsFor(chosen, choice, sector),
  };
  return [...parametersOf(chosen.book)].map(([key, definition]) => {
    const { value, origin } = trace(key, definition, sources, day);
    const title = definition.title ?? titles.get(key) ?? { zh: key, en: key };
    return { key, title, unit: definition.unit, value, from: originRecord(origin) };
  });
};

/** The rules of which the configuration says something, with the severity that comes of it. */
const rulesFor = ({ book }: ChosenRules, given: Choice["rules"]) =>
  book.rules.flatMap((rule) => {
    const { id, title, severity, basis } = rule.definition;
    const said = given.get(id);
    if (!said) return [];
    const [changed = rule] = ruleAs(rule, { ...said, off: false });
    return {
      ...{ id, title, off: said.off, line: said.line },
      listed: severityInForce(severity, basis),
      severity: severityInForce(changed.definition.severity, basis),
    };
  });

const presetRecord = ({ id, title, kind }: Preset) => ({ id, title, kind });

const agencyRecord = (
  chosen: ChosenRules,
  [name, own]: [string, AgencyChoice],
  usual: ReturnType<typeof parametersFor>,
  day: CivilDate,
) => {
  const { book, config } = chosen;
  const sector = own.sector ?? sectorOf(name, book.presets) ?? config.sector;
  const choice = choiceFor(config.usual, own);
  const said = new Map(usual.map((one) => [one.key, JSON.stringify(one)]));
  return {
    ...{ name, line: own.line, sector: sector ?? null },
    presets: presetsFor(chosen, choice, sector).map(presetRecord),
    parameters: parametersFor(chosen, choice, sector, day).filter(
      (one) => said.get(one.key) !== JSON.stringify(one),
    ),
    rules: rulesFor(chosen, own.rules),
  };
};

/** What holds on a day and where it comes from, as machines get it (`config print -f json`). */
export const configReport = (chosen: ChosenRules, day: CivilDate) => {
  const { config } = chosen;
  const { usual, sector } = config;
  const parameters = parametersFor(chosen, usual, sector, day);
  return {
    schema: "anjuan.config/1",
    file: config.file ?? null,
    asOf: day.iso,
    sector: sector ?? null,
    presets: presetsFor(chosen, usual, sector).map(presetRecord),
    parameters,
    rules: rulesFor(chosen, usual.rules),
    agencies: [...config.agencies].map((agency) => agencyRecord(chosen, agency, parameters, day)),
    headers: config.headers,
    holidays: config.holidays,
    trust: config.trust,
  };
};

export type ConfigReport = ReturnType<typeof configReport>;
