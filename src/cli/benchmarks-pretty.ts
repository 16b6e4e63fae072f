import type { Lang } from "../model/audit-result.js";
import type {
  BenchmarkItem,
  BenchmarkSource,
  BenchmarkTable,
  Benchmarks,
  Tier,
  UnparsedCell,
} from "../model/benchmark.js";
import { text, word } from "../messages/text.js";
import { canonicalWording } from "../recognise/benchmarks/canonical.js";
import { shorten } from "../values/shorten.js";

/** `表.xls › 水污染防治法 › F12`. */
export const placeText = ({ file, sheet, cell, page }: BenchmarkSource): string =>
  [file, sheet, cell, page === null ? null : `p.${page}`]
    .filter((part) => part !== null && part !== "")
    .join(" › ");

const tierCount = ({ items }: BenchmarkTable): number =>
  items.reduce((sum, { tiers }) => sum + tiers.length, 0);

export const summaryLine = ({ tables, unparsed }: Benchmarks, lang: Lang): string =>
  text(lang, "benchmarks.summary", {
    tables: tables.length,
    items: tables.reduce((sum, { items }) => sum + items.length, 0),
    tiers: tables.reduce((sum, table) => sum + tierCount(table), 0),
    unparsed: unparsed.length,
  });

const inclusionText = ({ lowerIncluded, upperIncluded }: BenchmarkTable, lang: Lang): string => {
  if (lowerIncluded) {
    return text(lang, upperIncluded ? "benchmarks.bothIncluded" : "benchmarks.lowerOnly");
  }
  return text(lang, upperIncluded ? "benchmarks.upperOnly" : "benchmarks.noneIncluded");
};

const tableLines = (table: BenchmarkTable, lang: Lang): string[] => {
  const { name, issuer, from, to } = table;
  const notStated = text(lang, "benchmarks.notStated");
  const about = { issuer: issuer ?? notStated, from: from ?? notStated, to: to ?? notStated };
  return [
    text(lang, "benchmarks.table", { name, items: table.items.length, tiers: tierCount(table) }),
    `  ${text(lang, "benchmarks.about", { ...about, inclusion: inclusionText(table, lang) })}`,
    ...table.items.flatMap((item) => itemLines(item, lang)),
    "",
  ];
};

const longestLine = 100;

const itemLines = (item: BenchmarkItem, lang: Lang): string[] => {
  const { code, violation, law, statutory, statutoryRead, tiers, method } = item;
  const range =
    statutory.length > 0 && statutoryRead
      ? text(lang, "benchmarks.statutory", { range: canonicalWording(statutory) })
      : text(lang, "benchmarks.statutoryUnknown");
  const name = shorten(violation.replace(/\s+/g, " "), longestLine);
  return [
    "",
    `  ${text(lang, "benchmarks.item", { code: code ?? "—", violation: name })}`,
    ...(law.length > 0 ? [`    ${text(lang, "benchmarks.law", { law: law.join("；") })}`] : []),
    `    ${range}`,
    ...(method ? [`    ${text(lang, "benchmarks.method", { text: method.text })}`] : []),
    ...tiers.flatMap((tier) => tierLines(tier, lang)),
  ];
};

const tierLines = (tier: Tier, lang: Lang): string[] => {
  const name = tier.name ?? text(lang, "benchmarks.noName");
  const conditions = shorten(tier.conditions.replace(/\s+/g, " "), longestLine);
  const warnings = tier.warnings.map((code) => word(lang, "malformed", code)).join("、");
  return [
    `    ${text(lang, "benchmarks.tier", { name, wording: canonicalWording(tier.results) })}`,
    ...(conditions ? [`      ${text(lang, "benchmarks.conditions", { text: conditions })}`] : []),
    ...(warnings
      ? [`      ${text(lang, "benchmarks.warning", { text: `${warnings} ${tier.text}` })}`]
      : []),
  ];
};

const unparsedLine = (cell: UnparsedCell, lang: Lang): string =>
  text(lang, "benchmarks.unparsedCell", {
    place: placeText(cell),
    reason: word(lang, "unread", cell.reason),
    at: cell.at,
    text: shorten(cell.text, longestLine),
  });

/** What was read, for people: each tier in one fixed wording, to be held against the published one. */
export const prettyBenchmarks = (all: Benchmarks, lang: Lang): string => {
  const { tables, unparsed } = all;
  const missed =
    unparsed.length === 0
      ? []
      : [
          text(lang, "benchmarks.unparsed", { count: unparsed.length }),
          ...unparsed.map((cell) => `  ${unparsedLine(cell, lang)}`),
          "",
        ];
  return [
    ...tables.flatMap((table) => tableLines(table, lang)),
    ...missed,
    summaryLine(all, lang),
    "",
  ].join("\n");
};
