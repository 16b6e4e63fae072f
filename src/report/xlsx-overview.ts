import type ExcelJS from "exceljs";
import { severities, type AuditResult, type Finding, type Lang } from "../model/audit-result.js";
import { text, word } from "../messages/text.js";
import {
  casesSpokenOf,
  byArea,
  countBySeverity,
  grouped,
  topRules,
  totalOf,
  type SeverityCounts,
} from "./arrange.js";
import { forPeople } from "./privacy.js";
import {
  fill,
  fonts,
  headStyle,
  pageLook,
  looksOf,
  type Cell,
  type Column,
  type SheetWords,
} from "./xlsx-sheet.js";

/** 总览: the first page, which many readers will not go beyond. */

interface Block {
  title: string;
  head: string[];
  rows: Cell[][];
}

const toned = (counts: SeverityCounts): Cell[] =>
  severities.map((tone) => (counts[tone] > 0 ? { value: counts[tone], tone } : 0));

const severityHeads = (lang: Lang): string[] =>
  severities.map((severity) => text(lang, `severity.${severity}`));

const runBlock = (result: AuditResult, lang: Lang): Block => {
  const { run, summary, tool } = result;
  const inputs = (status: string): number =>
    run.inputs.filter((input) => input.status === status).length;
  const unread = inputs("unread");
  return {
    title: text(lang, "overview.run"),
    head: [],
    rows: [
      [text(lang, "overview.as-of"), run.asOf],
      [text(lang, "overview.cases"), summary.cases],
      [text(lang, "overview.affected"), casesSpokenOf(result).length],
      [text(lang, "overview.findings"), totalOf(summary.findings)],
      [text(lang, "overview.reviews"), result.reviews.length],
      [text(lang, "overview.rules"), run.rules],
      [text(lang, "overview.read"), inputs("read")],
      [text(lang, "overview.unread"), unread > 0 ? { value: unread, tone: "error" } : unread],
      [text(lang, "overview.ignored"), inputs("ignored")],
      [text(lang, "overview.tool"), `${tool.name} ${tool.version}`],
    ],
  };
};

const outcomeBlock = ({ summary: { outcomes } }: AuditResult, lang: Lang): Block => ({
  title: text(lang, "overview.outcomes"),
  head: [],
  rows: (["pass", "fail", "unknown", "notApplicable"] as const).map((name) => [
    text(lang, `outcome.${name}`),
    outcomes[name],
  ]),
});

const areaBlock = (result: AuditResult, lang: Lang): Block => ({
  title: text(lang, "overview.by-area"),
  head: [text(lang, "header.area"), ...severityHeads(lang), text(lang, "header.total")],
  rows: [
    ...byArea(result).map(({ area, counts }) => [
      word(lang, "area", forPeople(area)),
      ...toned(counts),
      totalOf(counts),
    ]),
    [
      text(lang, "header.total"),
      ...toned(result.summary.findings),
      totalOf(result.summary.findings),
    ],
  ],
});

/** Findings by the agency whose case they are about, or whom they are about themselves. */
const findingsByAgency = (result: AuditResult): Map<string, Finding[]> => {
  const agencies = new Map(casesSpokenOf(result).map(({ id, agency }) => [id, agency ?? ""]));
  const agencyOf = ({ subject, cases }: Finding): string =>
    subject.scope === "agency" ? subject.id : (agencies.get(cases[0] ?? "") ?? "");
  return new Map(
    grouped(
      result.findings.filter(({ subject }) => subject.scope !== "batch"),
      agencyOf,
    ),
  );
};

const agencyBlock = (result: AuditResult, lang: Lang): Block => {
  const findings = findingsByAgency(result);
  const cases = new Map(grouped(result.cases, ({ agency }) => agency ?? ""));
  const names = [...new Set([...cases.keys(), ...findings.keys()])].toSorted();
  return {
    title: text(lang, "overview.by-agency"),
    head: [
      text(lang, "header.agency"),
      ...severityHeads(lang),
      text(lang, "header.total"),
      text(lang, "header.cases"),
    ],
    rows: names.map((name) => {
      const counts = countBySeverity(findings.get(name) ?? []);
      return [
        forPeople({ agency: name }).agency || text(lang, "overview.no-agency"),
        ...toned(counts),
        totalOf(counts),
        cases.get(name)?.length ?? 0,
      ];
    }),
  };
};

const mostRules = 10;

const ruleBlock = (result: AuditResult, lang: Lang): Block => ({
  title: text(lang, "summary.top-rules"),
  head: [text(lang, "header.title"), text(lang, "header.findings")],
  rows: forPeople(topRules(result, mostRules)).map(({ title, findings }) => [title, findings]),
});

/** Officers' rates and single years have a sheet of their own. */
const isOverall = ({ scope, period }: AuditResult["summary"]["indicators"][number]): boolean =>
  scope !== "officer" && period === null;

const indicatorBlock = ({ summary }: AuditResult, lang: Lang): Block => ({
  title: text(lang, "overview.indicators"),
  head: [
    text(lang, "header.indicator"),
    text(lang, "header.ratio"),
    text(lang, "header.numerator"),
    text(lang, "header.denominator"),
  ],
  rows: forPeople(summary.indicators.filter(isOverall)).map(
    ({ title, scope, subject, value, numerator, denominator }) => [
      scope === "batch" ? title[lang] : `${title[lang]}\n${subject}`,
      value === null ? "" : `${(value * 100).toFixed(1)}%`,
      numerator,
      denominator,
    ],
  ),
});

const columns: Column[] = [
  { header: "", width: 50, middle: true },
  ...Array.from({ length: 5 }, (): Column => ({
    header: "",
    width: 14,
    align: "right",
    middle: true,
  })),
];

/** Writes the overview. */
export const addOverview = (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  result: AuditResult,
  lang: Lang,
  words: SheetWords,
): void => {
  const name = text(lang, "report.overview");
  const sheet = workbook.addWorksheet(name, {
    ...pageLook(name, words, "portrait"),
    views: [{ showGridLines: false }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const looks = looksOf(columns);
  let at = 0;
  const say = (content: string, font: Partial<ExcelJS.Font>, height?: number): void => {
    const row = sheet.getRow(++at);
    row.getCell(1).value = content;
    row.getCell(1).font = font;
    if (height !== undefined) row.height = height;
    row.commit();
  };
  const add = (block: Block): void => {
    if (block.rows.length === 0) return;
    say("", fonts.body);
    say(block.title, fonts.section, 22);
    if (block.head.length > 0) {
      const head = sheet.getRow(++at);
      for (const [index, title] of block.head.entries()) {
        head.getCell(index + 1).value = title;
        head.getCell(index + 1).style = headStyle;
      }
      head.commit();
    }
    for (const cells of block.rows) {
      const row = sheet.getRow(++at);
      fill(row, cells, looks, words);
      row.commit();
    }
  };

  say(text(lang, "report.title"), fonts.title, 34);
  say(text(lang, "report.disclaimer"), fonts.quiet);
  for (const blockOf of [
    runBlock,
    outcomeBlock,
    areaBlock,
    agencyBlock,
    ruleBlock,
    indicatorBlock,
  ]) {
    add(blockOf(result, lang));
  }
  sheet.commit();
};
