import type { Row } from "../model/cells.js";
import { normaliseHeader, type NormalisedHeader } from "./normalise-header.js";
import { cellText, filledColumns, isBlankCell, type Merges } from "./sheet-grid.js";

/** What stands over one column. */
export interface Heading {
  column: number;
  /** Row of the cell that names the column, from 1. */
  row: number;
  /** As written; of several levels `当事人/名称`. */
  header: string;
  /** What the column may be called, the likeliest first; of several levels the last is the lowest alone. */
  names: readonly NormalisedHeader[];
  /** The headings above, of several levels. */
  parents?: readonly NormalisedHeader[];
  /** Row in which the highest of them stands. */
  firstRow?: number;
}

/**
 * Every way to read rows as a header. Of those that are understood equally well the first is meant:
 * captions with the codes that explain them, then as few levels as possible, so that a title above the
 * header is not taken for a level that adds nothing.
 */
export const readings = (
  first: readonly Row[],
  merges: Merges,
  isHeader: (name: NormalisedHeader) => boolean,
): Heading[][] => {
  const rows = first.map((row) => ({ ...row, cells: row.cells.slice(0, mostHeadings) }));
  return [
    ...stretches(rows, 2).map((pair) => captionsWithCodes(pair, isHeader)),
    ...rows.map((row) => oneLevel(row, rowBelow([row], rows), merges)),
    ...[2, 3].flatMap((levels) =>
      stretches(rows, levels).map((stretch) =>
        severalLevels(stretch, rowBelow(stretch, rows), merges),
      ),
    ),
  ];
};

/** Columns in which headings are looked for; no ledger has as many. */
const mostHeadings = 500;

const rowBelow = (stretch: readonly Row[], rows: readonly Row[]): Row | undefined => {
  const last = stretch.at(-1);
  return rows.find(({ number }) => number === (last?.number ?? 0) + 1);
};

/** So many rows, one right below the other. */
const stretches = (rows: readonly Row[], length: number): Row[][] =>
  rows
    .map((_, at) => rows.slice(at, at + length))
    .filter(
      (part) =>
        part.length === length &&
        part.every((row, at) => row.number === (part[0]?.number ?? 0) + at),
    );

const oneLevel = (row: Row, below: Row | undefined, merges: Merges): Heading[] => {
  const groups = groupsIn(row, below, merges);
  return row.cells.flatMap((cell, column) => {
    const header = cellText(cell);
    if (header === "" || groups.has(column)) return [];
    return [{ column, row: row.number, header, ...levelsInOne(header) }];
  });
};

/** 结案情况—结案日期 in one cell is two levels as well. */
const levelsInOne = (header: string): Pick<Heading, "names" | "parents"> => {
  const whole = normaliseHeader(header);
  const [, parent, child] = /^(.{2,}?)\s*[—–-]+\s*(.{2,})$/s.exec(header) ?? [];
  if (!parent || !child) return { names: [whole] };
  return { names: [whole, normaliseHeader(child)], parents: [normaliseHeader(parent)] };
};

/**
 * The columns whose heading is the common one of several below it and names none of them. Files without
 * merges show that by cells left empty: behind the heading in its own row, and below every other heading.
 */
const groupsIn = (row: Row, below: Row | undefined, merges: Merges): Set<number> => {
  if (!below) return new Set();
  const filled = filledColumns(row);
  const lower = filledColumns(below);
  const hasSeveral = (first: number, last: number) =>
    lower.filter((column) => column >= first && column <= last).length > 1;
  if (merges.inRow(row.number).length > 0) {
    const across = merges.inRow(row.number).filter(({ bottom }) => bottom + 1 === row.number);
    return new Set(
      across.filter(({ left, right }) => hasSeveral(left, right)).map(({ left }) => left),
    );
  }
  const groups = filled.filter((column, at) =>
    hasSeveral(column, (filled[at + 1] ?? Infinity) - 1),
  );
  const others = filled.filter((column) => !groups.includes(column));
  return new Set(others.every((column) => isBlankCell(below.cells[column])) ? groups : []);
};

/** A row of field codes (CF_WSH) above or below the captions: two names for every column. */
const captionsWithCodes = (
  [one, other]: readonly Row[],
  isHeader: (name: NormalisedHeader) => boolean,
): Heading[] => {
  if (!one || !other || isCodes(one) === isCodes(other)) return [];
  const [captions, codes] = isCodes(one) ? [other, one] : [one, other];
  const isKnown = (row: Row) =>
    row.cells.filter((cell) => isHeader(normaliseHeader(cellText(cell)))).length > 1;
  if (!isKnown(captions) || !isKnown(codes)) return [];
  const width = Math.max(captions.cells.length, codes.cells.length);
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const caption = cellText(captions.cells[column]);
    const code = cellText(codes.cells[column]);
    const header = caption || code;
    if (header === "") return [];
    const names = [caption, code].filter((name) => name !== "").map(normaliseHeader);
    return [{ column, row: captions.number, firstRow: codes.number, header, names }];
  });
};

const isCodes = (row: Row): boolean => {
  const columns = filledColumns(row);
  return columns.length > 2 && columns.every((at) => code.test(cellText(row.cells[at])));
};

const code = /^[A-Za-z][\w.]*$/;

/**
 * 当事人 over 名称, 证件号码. An upper heading reaches over the columns it is merged with; where it is not
 * merged (CSV) over the empty cells behind it that have a heading below. None if no heading has several
 * columns.
 */
const severalLevels = (rows: readonly Row[], below: Row | undefined, merges: Merges): Heading[] => {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const levels = rows.map((row, level) => spread(row, rows.slice(level + 1), width, merges));
  const lowest = rows.at(-1);
  const groups = lowest ? groupsIn(lowest, below, merges) : new Set<number>();
  const headings: Heading[] = [];
  const members = new Map<number, number>();
  for (let column = 0; column < width; column++) {
    const parts = levels.flatMap((level, at) => {
      const found = level[column];
      return found ? [{ ...found, row: rows[at]?.number ?? 0 }] : [];
    });
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last || (groups.has(last.from) && last.row === lowest?.number)) continue;
    if (first !== last) members.set(first.from, (members.get(first.from) ?? 0) + 1);
    headings.push(joined(column, parts));
  }
  return Math.max(0, ...members.values()) > 1 ? headings : [];
};

interface Part {
  text: string;
  /** Column of the cell in which it stands. */
  from: number;
}

/** By column, the heading of one level that reaches over it. */
const spread = (
  row: Row,
  below: readonly Row[],
  width: number,
  merges: Merges,
): (Part | undefined)[] => {
  let current: Part | undefined;
  return Array.from({ length: width }, (_, column) => {
    const text = cellText(row.cells[column]);
    const merge = merges.at(column, row.number);
    const anchor = current && merges.at(current.from, row.number);
    if (text !== "") current = { text, from: column };
    else if (merge) current = merge === anchor ? current : undefined;
    else if (anchor || below.every(({ cells }) => isBlankCell(cells[column]))) current = undefined;
    return current;
  });
};

const joined = (column: number, parts: readonly (Part & { row: number })[]): Heading => {
  const texts = parts.map(({ text }) => text);
  const child = texts.at(-1) ?? "";
  const row = parts.at(-1)?.row ?? 0;
  if (texts.length === 1) return { column, row, header: child, ...levelsInOne(child) };
  const parent = texts.at(-2) ?? "";
  const names = [
    ...(texts.length > 2 ? [texts.join("")] : []),
    parent + child,
    ...(/^(?:是否|有无)$/.test(child) ? [child + parent] : []),
    child,
  ];
  return {
    column,
    row,
    firstRow: parts[0]?.row ?? row,
    header: texts.join("/"),
    names: names.map(normaliseHeader),
    parents: texts.slice(0, -1).reverse().map(normaliseHeader),
  };
};
