import type { Lang } from "../model/audit-result.js";
import type { Preset, Unit } from "../rules/rule-schema.js";
import { message, text, word, type MessageKey } from "../messages/text.js";
import { cleanLine } from "../report/clean-text.js";
import { maskPersonalNumbers } from "../values/mask.js";

/** What a folder holds that a configuration may speak of. */
export interface Findings {
  sheets: readonly { file: string; sheet: string; kind: string; rows: number }[];
  /** Agencies with their cases, and the sector that their names tell; null: not stated, not told. */
  agencies: readonly { name: string | null; cases: number; sector: Preset | null }[];
  /** Parameters that nobody set and that so many questions to a person come from. */
  params: readonly { key: string; title: string; unit: Unit; asked: number }[];
  /** Headers of columns that fill no field, with the first place where each stands. */
  headers: readonly { header: string; place: string }[];
  presets: readonly Preset[];
}

/** A key as YAML takes it for a text, whatever the header is made of. */
const keyOf = (name: string): string =>
  /^\p{Script=Han}[\p{Script=Han}\p{L}\p{N}（）、]*$/u.test(name) ? name : JSON.stringify(name);

/** Comments, each of one line, whatever the names in them are made of. */
const comments = (lines: readonly string[], indent = ""): string[] =>
  lines.map((line) => `${indent}# ${maskPersonalNumbers(cleanLine(line))}`.trimEnd());

const entries = (lines: readonly string[]): string[] => comments(lines, "  ");

/** A key of the configuration below what is to be known of it; its entries are commented out. */
const section = (
  lang: Lang,
  key: string,
  notes: readonly string[],
  listed: readonly string[],
): string[] => [
  ...comments([word(lang, "init.section", key), ...notes]),
  `${key}:`,
  ...entries(listed),
  "",
];

const sheetNotes = ({ sheets }: Findings, lang: Lang): string[] =>
  sheets.map(({ file, sheet, kind, rows }) => {
    const shown = { file, sheet, kind: word(lang, "inspect.kind", kind), rows };
    return `  ${text(lang, "init.sheet", shown)}`;
  });

const agencyNotes = ({ agencies }: Findings, lang: Lang): string[] =>
  agencies.map(({ name, cases, sector }) => {
    const told = sector
      ? text(lang, "init.sector", { id: sector.id, title: sector.title[lang] })
      : text(lang, "init.noSector");
    const agency = name ?? text(lang, "overview.no-agency");
    return `  ${text(lang, "init.agency", { agency, cases, told })}`;
  });

const namesOf = (presets: readonly Preset[], lang: Lang): string[] =>
  presets.map(({ id, title }) => `  ${id}  ${title[lang]}`);

const parameterEntries = ({ params }: Findings, lang: Lang): string[] =>
  params.map(({ key, title, unit, asked }) => {
    const note = text(lang, "init.param", { title, unit: text(lang, `unit.${unit}`), asked });
    return `${key}:   # ${note}`;
  });

const agencyEntries = ({ agencies }: Findings): string[] =>
  agencies.flatMap(({ name, sector }) => {
    const told = sector ? `sector: ${sector.id}, ` : "";
    return name === null ? [] : [`${keyOf(name)}: { ${told}params: {}, rules: {} }`];
  });

/** A configuration that sets nothing and shows what there is to set, for the folder at hand. */
export const configTemplate = (found: Findings, lang: Lang): string => {
  const said = (key: MessageKey) => message(lang, key);
  const [places, sectors] = (["place", "sector"] as const).map((kind) =>
    namesOf(
      found.presets.filter((preset) => preset.kind === kind),
      lang,
    ),
  ) as [string[], string[]];
  return [
    ...comments([said("init.head"), said("init.strict"), "", said("init.sheets")]),
    ...comments([...sheetNotes(found, lang), said("init.agencies")]),
    ...comments(agencyNotes(found, lang)),
    "",
    ...section(lang, "presets", places, ["- xingtai", "- hebei"]),
    ...section(lang, "params", [], parameterEntries(found, lang)),
    ...section(
      lang,
      "headers",
      [],
      found.headers.map(({ header, place }) => `${keyOf(header)}:   # ${place}`),
    ),
    ...section(
      lang,
      "rules",
      [],
      [
        "publicity/*: off",
        "publicity/decision-published-in-time: { severity: warning, limit: 15 }",
      ],
    ),
    ...section(lang, "agencies", sectors, agencyEntries(found)),
    ...comments([word(lang, "init.section", "sector"), "sector: market-supervision"]),
    "",
    ...section(lang, "holidays", [], ["off: [2027-01-01]", "work: [2027-02-07]", "years: [2027]"]),
    ...section(lang, "trust", [], ["- penalty-ledger"]),
  ].join("\n");
};
