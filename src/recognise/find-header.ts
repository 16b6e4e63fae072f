import { textKey } from "../values/text-key.js";
import { placeOf, type AnySheet, type Row } from "../model/cells.js";
import { isLedger, type SheetKind, type SheetRule, type Vocabulary } from "../model/vocabulary.js";
import { headerIndexOf, type HeaderIndex, type Meaning } from "./header-index.js";
import { readings, type Heading } from "./header-levels.js";
import type { SheetUnit } from "./normalise-header.js";
import { cellText, type Merges } from "./sheet-grid.js";

export interface FoundHeader {
  kind: SheetKind;
  /** Rows from 1. */
  rows: number[];
  headings: Heading[];
  /** By the order of `headings`. */
  meanings: (Meaning | undefined)[];
}

/** Title and notes stand above the header, but not more than this. */
const rowsToTry = 15;
const fewestHits = 3;

/**
 * The header of a sheet, and with it the sheet's kind: the row, or the two rows, in which most columns
 * are understood, under the rules of what a sheet of each kind must have.
 */
export const findHeader = (
  sheet: AnySheet,
  merges: Merges,
  vocabulary: Vocabulary,
): FoundHeader | undefined => {
  const index = headerIndexOf(vocabulary);
  let best: FoundHeader | undefined;
  let bestScore = fewestHits - 1;
  for (const headings of readings(sheet.rows.slice(0, rowsToTry), merges, (name) =>
    index.knows(name),
  )) {
    const titled = rulesTitled(sheet, headings, vocabulary.sheets);
    for (const rule of titled) {
      const meanings = headings.map((heading) => meaningOf(heading, rule.kind, index));
      const score = hits(meanings) + (rule.titles.length > 0 ? byTitle : 0);
      if (score <= bestScore || !fits(rule, headings, meanings, index)) continue;
      best = { kind: rule.kind, rows: rowsOf(headings), headings, meanings };
      bestScore = score;
    }
  }
  return best;
};

/** A title that names the kind is worth as much as so many columns. */
const byTitle = 2;

/** A row of a few cells is a title; one of many is a header or an entry, which names no kind. */
const mostTitleCells = 5;

const titlesAbove = (rows: readonly Row[], top: number): string[] =>
  rows
    .filter((row) => row.number < top)
    .map((row) => row.cells.map(cellText).filter((text) => text !== ""))
    .filter((texts) => texts.length <= mostTitleCells)
    .map((texts) => textKey(texts.join(" ")));

/** The kinds that the sheet can be by its title, and those that need none. */
const rulesTitled = (
  { file, name, rows }: AnySheet,
  headings: readonly Heading[],
  rules: readonly SheetRule[],
): SheetRule[] => {
  let top = Infinity;
  for (const { row, firstRow = row } of headings) top = Math.min(top, firstRow, row);
  const title = [textKey(file), textKey(name), ...titlesAbove(rows.slice(0, rowsToTry), top)].join(
    "\n",
  );
  return rules.filter(
    ({ titles }) => titles.length === 0 || titles.some((word) => title.includes(word)),
  );
};

/**
 * Names are tried in turn. The lowest heading alone may lead neither away from the person that the one
 * above names (联系电话 under 执法人员 is not the party's) nor from its step of the procedure (送达日期
 * under 强制措施 is not the decision's).
 */
const meaningOf = (heading: Heading, kind: SheetKind, index: HeaderIndex): Meaning | undefined => {
  const { names, parents = [] } = heading;
  for (const [at, name] of names.entries()) {
    const meaning = name.key ? index.lookUp(name, kind) : undefined;
    if (!meaning) continue;
    if (parents.length === 0 || at < names.length - 1) return meaning;
    const isOfOtherStep =
      ofAnyStep.test(name.key) && parents.some(({ key }) => otherStep.test(key));
    const persons = parents.flatMap(
      (parent) => personOf(index.lookUp(parent, kind)?.usual?.field) ?? [],
    );
    const [person] = persons;
    const isOfOther = person !== undefined && personOf(meaning.usual?.field) !== person;
    return isOfOtherStep || isOfOther ? undefined : meaning;
  }
  return undefined;
};

/** What every step has, and what headers without their step are taken for those of the decision. */
const ofAnyStep =
  /^(?:决定书?|文书|作出|审批|批准|签发|送达|签收)?(?:文号|文书号|编号|日期|时间|方式|机关|人)$|^(?:受送达人|审批意见|负责人)$/;
const otherStep =
  /告知|听证|强制|查封|扣押|责令|改正|整改|催告|移送|复议|诉讼|立案|检查|审核|讨论|公示|结案|归档|登记保存|抽样|鉴定|延期|延长|中止|解除|委托|管辖|回避|陈述|申辩/;

const rowsOf = (headings: readonly Heading[]): number[] => {
  const rows = headings.flatMap(({ row, firstRow = row }) => [firstRow, row]);
  const first = Math.min(...rows);
  return Array.from({ length: Math.max(...rows) - first + 1 }, (_, at) => first + at);
};

const personGroups = ["party", "officers", "legalReview.reviewers"];

const personOf = (field: string | undefined): string | undefined =>
  personGroups.find((group) => field?.startsWith(`${group}.`));

/** How many fields the headings may fill; reserved columns count, the same field twice does not. */
const hits = (meanings: readonly (Meaning | undefined)[]): number =>
  new Set(
    meanings.flatMap((meaning) => meaning?.usual?.field ?? meaning?.choices?.[0]?.field ?? []),
  ).size;

const fits = (
  rule: SheetRule,
  headings: readonly Heading[],
  meanings: readonly (Meaning | undefined)[],
  index: HeaderIndex,
): boolean => {
  if (!meetsNeeds(rule, meanings)) return false;
  const certain = meanings.filter((meaning) => !meaning?.choices);
  const inLedger = isLedger(rule.kind)
    ? []
    : headings.map((heading) => meaningOf(heading, "penalty-ledger", index));
  const present = [...certain, ...inLedger].flatMap((meaning) => meaning?.usual?.field ?? []);
  return !rule.unless.some((unwanted) => present.some((field) => covers(unwanted, field)));
};

/** One heading with several meanings is not enough for all that a kind needs: a list of documents has 文号 too. */
const meetsNeeds = (rule: SheetRule, meanings: readonly (Meaning | undefined)[]): boolean => {
  const meeting = rule.needs.map((group) =>
    meanings.filter((meaning) =>
      fieldsOf(meaning).some((field) => group.some((wanted) => covers(wanted, field))),
    ),
  );
  if (meeting.some((found) => found.length === 0)) return false;
  const [only, ...others] = new Set(meeting.flat());
  return others.length > 0 || rule.needs.length === 1 || (only?.choices?.length ?? 0) < 2;
};

/** Every field that a heading can turn out to fill. */
const fieldsOf = (meaning: Meaning | undefined): string[] => [
  ...(meaning?.usual ? [meaning.usual.field] : []),
  ...(meaning?.choices ?? []).flatMap((choice) => choice.field ?? []),
];

/** `decision` covers `decision.date`. */
export const covers = (wanted: string, field: string): boolean =>
  field === wanted || field.startsWith(`${wanted}.`);

export interface TitleZone {
  title?: string;
  /** Where the title stands. */
  titleCell?: string;
  unit?: SheetUnit;
}

const unitLine = /(?:金额)?(?:计量)?单位[:：]\s*(?:人民币)?\s*[(（]?(万元|元)/g;

/** What stands above the header: the sheet's title, and a unit for the whole sheet (单位：万元). */
export const readTitleZone = (sheet: AnySheet, headerRow: number): TitleZone => {
  const texts = sheet.rows
    .slice(0, headerRow)
    .filter((row) => row.number < headerRow)
    .flatMap((row) =>
      row.cells.flatMap((content, column) => {
        const text = cellText(content);
        return text === "" ? [] : [{ text, cell: placeOf(row, column) }];
      }),
    );
  const units = new Set(
    texts.flatMap(({ text }) => [...text.matchAll(unitLine)].map(([, unit]) => unit)),
  );
  const title = texts.find(({ text }) => !/^(?:填报|制表|填表|金额|单位|日期|附件)/.test(text));
  return {
    ...(title && { title: title.text, titleCell: title.cell }),
    ...(units.size > 0 && { unit: unitOf(units) }),
  };
};

const unitOf = (units: ReadonlySet<unknown>): SheetUnit => {
  if (units.size > 1) return "unclear";
  return units.has("万元") ? "wan" : "yuan";
};
