import { textKey } from "../values/text-key.js";
import type { Row, Sheet } from "../model/cells.js";
import {
  isLedger,
  sheetKinds,
  type SheetKind,
  type SheetRule,
  type Vocabulary,
} from "../model/vocabulary.js";
import { headerIndexOf, type HeaderIndex, type Meaning } from "./header-index.js";
import { normaliseHeader, type MoneyUnit, type NormalisedHeader } from "./normalise-header.js";
import { cellText, type Merges } from "./sheet-grid.js";

/** What stands over one column. */
export interface Heading {
  column: number;
  /** Row of the cell that names the column, from 1. */
  row: number;
  /** As written; of two levels `当事人/名称`. */
  header: string;
  /** What the column may be called, the likeliest first. */
  names: readonly NormalisedHeader[];
  /** The heading above, of two levels. */
  parent?: NormalisedHeader;
  parentRow?: number;
}

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
  sheet: Sheet,
  merges: Merges,
  vocabulary: Vocabulary,
): FoundHeader | undefined => {
  const index = headerIndexOf(vocabulary);
  let best: FoundHeader | undefined;
  let bestScore = fewestHits - 1;
  for (const headings of readings(sheet.rows.slice(0, rowsToTry), merges)) {
    const titled = rulesTitled(sheet, headings, vocabulary.sheets);
    for (const rule of titled) {
      const meanings = headings.map((heading) => meaningOf(heading, rule.kind, index));
      const score = hits(meanings) + (rule.titles.length > 0 ? byTitle : 0);
      if (score <= bestScore || !fits(rule, headings, meanings, index)) continue;
      const rows = [...new Set(headings.flatMap(({ row, parentRow = row }) => [parentRow, row]))];
      best = { kind: rule.kind, rows: rows.sort((a, b) => a - b), headings, meanings };
      bestScore = score;
    }
  }
  return best;
};

/** A title that names the kind is worth as much as so many columns. */
const byTitle = 2;

/** The kinds that the sheet can be by its title, and those that need none. */
const rulesTitled = (
  { file, name, rows }: Sheet,
  headings: readonly Heading[],
  rules: readonly SheetRule[],
): SheetRule[] => {
  const top = Math.min(...headings.map(({ row, parentRow = row }) => parentRow));
  const above = rows.filter((row) => row.number < top).flatMap((row) => row.cells.map(cellText));
  const titles = [file, name, ...above].map(textKey);
  return rules.filter(
    (rule) =>
      rule.titles.length === 0 ||
      rule.titles.some((word) => titles.some((title) => title.includes(word))),
  );
};

/**
 * Every row read as the header; then every two rows. In this order, so that a title above the header
 * is not taken for an upper level that adds nothing.
 */
const readings = (rows: readonly Row[], merges: Merges): Heading[][] => [
  ...rows.map(oneLevel),
  ...rows.flatMap((row, at) => {
    const below = rows[at + 1];
    return below?.number === row.number + 1 ? [twoLevels(row, below, merges)] : [];
  }),
];

const oneLevel = (row: Row): Heading[] =>
  row.cells.flatMap((cell, column) => {
    const header = cellText(cell);
    if (header === "") return [];
    return [{ column, row: row.number, header, ...levelsInOne(header) }];
  });

/** 结案情况—结案日期 in one cell is two levels as well. */
const levelsInOne = (header: string): Pick<Heading, "names" | "parent"> => {
  const whole = normaliseHeader(header);
  const [, parent, child] = /^(.{2,}?)\s*[—–-]+\s*(.{2,})$/s.exec(header) ?? [];
  if (!parent || !child) return { names: [whole] };
  return { names: [whole, normaliseHeader(child)], parent: normaliseHeader(parent) };
};

/**
 * 当事人 over 名称, 证件号码. The upper heading reaches over the columns it is merged with; in files without
 * merges (CSV) over the empty cells behind it that have a heading below. None if no heading has several
 * columns.
 */
const twoLevels = (row: Row, below: Row, merges: Merges): Heading[] => {
  const headings: Heading[] = [];
  let parent = "";
  let group = 0;
  let widest = 0;
  const width = Math.max(row.cells.length, below.cells.length);
  for (let column = 0; column < width; column++) {
    const above = cellText(row.cells[column]);
    const child = cellText(below.cells[column]);
    const merge = merges.at(column, row.number);
    const isCovered = merge !== undefined && merge.left < column && merge.right >= column;
    if (above !== "" || (child === "" && !isCovered)) {
      parent = above;
      group = 0;
    }
    if (child !== "" && parent !== "") {
      widest = Math.max(widest, ++group);
      headings.push(joined(column, row.number, below.number, parent, child));
    } else if (child !== "" || above !== "") {
      const header = child || above;
      const at = child === "" ? row.number : below.number;
      headings.push({ column, row: at, header, ...levelsInOne(header) });
    }
  }
  return widest > 1 ? headings : [];
};

const joined = (
  column: number,
  parentRow: number,
  row: number,
  parent: string,
  child: string,
): Heading => ({
  column,
  row,
  parentRow,
  header: `${parent}/${child}`,
  names: [normaliseHeader(parent + child), normaliseHeader(child)],
  parent: normaliseHeader(parent),
});

/**
 * Names are tried in turn. The lower heading alone may not lead away from the person that the upper one
 * names: 联系电话 under 执法人员 is not the party's.
 */
const meaningOf = (heading: Heading, kind: SheetKind, index: HeaderIndex): Meaning | undefined => {
  for (const [at, name] of heading.names.entries()) {
    const meaning = name.key ? index.lookUp(name, kind) : undefined;
    if (!meaning) continue;
    if (at === 0 || !heading.parent) return meaning;
    const person = personOf(index.lookUp(heading.parent, kind)?.usual?.field);
    if (!person || personOf(meaning.usual?.field) === person) return meaning;
    return undefined;
  }
  return undefined;
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
  const possible = meanings.flatMap(fieldsOf);
  const isThere = (wanted: string) => possible.some((field) => covers(wanted, field));
  if (!rule.needs.every((group) => group.some(isThere))) return false;
  const certain = meanings.filter((meaning) => !meaning?.choices);
  const inLedger = isLedger(rule.kind)
    ? []
    : headings.map((heading) => meaningOf(heading, "penalty-ledger", index));
  const present = [...certain, ...inLedger].flatMap((meaning) => meaning?.usual?.field ?? []);
  return !rule.unless.some((unwanted) => present.some((field) => covers(unwanted, field)));
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
  unit?: MoneyUnit;
}

const unitLine = /(?:金额)?(?:计量)?单位[:：]\s*(?:人民币)?\s*[(（]?(万元|元)/;

/** What stands above the header: the sheet's title, and a unit for the whole sheet (单位：万元). */
export const readTitleZone = (sheet: Sheet, headerRow: number): TitleZone => {
  const texts = sheet.rows
    .filter((row) => row.number < headerRow)
    .flatMap((row) => row.cells.map(cellText).filter((text) => text !== ""));
  const unit = texts.map((text) => unitLine.exec(text)?.[1]).find(Boolean);
  const title = texts.find((text) => !/^(?:填报|制表|填表|金额|单位|日期|附件)/.test(text));
  return {
    ...(title !== undefined && { title }),
    ...(unit !== undefined && { unit: unit === "万元" ? ("wan" as const) : ("yuan" as const) }),
  };
};

/**
 * A sheet that has its headers in the first column, one case on the sheet: at least five are known there,
 * and fewer than three in the first row.
 */
export const isVertical = (sheet: Sheet, vocabulary: Vocabulary): boolean => {
  const index = headerIndexOf(vocabulary);
  const known = (texts: readonly string[]) =>
    Math.max(
      ...sheetKinds.map((kind) =>
        hits(texts.map((text) => index.lookUp(normaliseHeader(text), kind))),
      ),
    );
  const [first] = sheet.rows;
  if (!first) return false;
  const column = sheet.rows.slice(0, 100).map((row) => cellText(row.cells[0]));
  return known(column) >= 5 && known(first.cells.slice(1).map(cellText)) < fewestHits;
};
