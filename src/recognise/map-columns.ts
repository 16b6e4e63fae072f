import { cellName } from "../model/cells.js";
import { isInList, sheetFields } from "../model/vocabulary.js";
import type { ColumnSamples } from "./column-samples.js";
import type { Heading } from "./header-levels.js";
import type { FieldMeaning, Match } from "./header-index.js";
import type { MoneyUnit } from "./normalise-header.js";
import type { Note } from "./report.js";
import type { ResolvedColumn } from "./resolve-columns.js";

/** A column and the field that it fills. */
export interface MappedColumn {
  /** From 0. */
  column: number;
  /** Where the header stands: `K3`. */
  cell: string;
  /** As written; of two levels `当事人/名称`. */
  header: string;
  field: string;
  match: Match;
  /** Unit of the amounts, where the header or the template says it. */
  unit?: MoneyUnit;
  /** A column of yes and no that writes them 1 and 2. */
  codeList?: true;
}

export interface UnmappedColumn {
  /** From 0. */
  column: number;
  cell: string;
  header: string;
}

export interface ColumnMap {
  columns: MappedColumn[];
  unmapped: UnmappedColumn[];
  notes: Note[];
}

/** Which column fills which field, and a note on every column whose content goes unused. */
export const mapColumns = (
  resolved: readonly ResolvedColumn[],
  samples: ColumnSamples,
): ColumnMap => {
  const result: ColumnMap = { columns: [], unmapped: [], notes: [] };
  const { filled } = samples;
  const keepers = bestColumns(resolved, filled);
  for (const column of [...resolved, ...headless(resolved, filled)]) {
    const { heading, meaning } = column;
    const keeper = meaning && keepers.get(meaning.field);
    const isAgain = keeper !== undefined && isSameHeader(keeper, column);
    const isUsed = meaning && (keeper === column || isAgain || mayRepeat(meaning.field));
    if (isUsed) result.columns.push(mapped(heading, meaning, samples));
    else {
      const { column: at, header } = heading;
      result.unmapped.push({ column: at, cell: cellOf(heading), header });
    }
    if (isUsed && isAgain && !mayRepeat(meaning.field))
      result.notes.push(noteOnTwin(column, keeper));
    else if (isUsed ? meaning.match === "guess" : filled.has(heading.column)) {
      result.notes.push(isUsed || !keeper ? noteOn(column) : noteOnRival(column, keeper));
    }
  }
  return result;
};

/** The same words over two columns: neither is the better one. */
const isSameHeader = (keeper: ResolvedColumn, column: ResolvedColumn): boolean =>
  keeper !== column && keeper.heading.names[0]?.key === column.heading.names[0]?.key;

const cellOf = ({ column, row }: Heading): string => cellName(column, row);

const ranks: Record<Match, number> = { canonical: 0, alias: 1, guess: 2 };

/**
 * Of two columns for one field one that is not empty is kept, then the one whose header says the field
 * more clearly, then the left one.
 */
const bestColumns = (
  resolved: readonly ResolvedColumn[],
  filled: ReadonlySet<number>,
): Map<string, ResolvedColumn> => {
  const best = new Map<string, ResolvedColumn>();
  for (const column of resolved) {
    const field = column.meaning?.field;
    if (field === undefined) continue;
    const before = best.get(field);
    if (!before || preference(column, before, filled) < 0) best.set(field, column);
  }
  return best;
};

const preference = (
  one: ResolvedColumn,
  other: ResolvedColumn,
  filled: ReadonlySet<number>,
): number => {
  const emptiness = (column: ResolvedColumn) => (filled.has(column.heading.column) ? 0 : 1);
  return emptiness(one) - emptiness(other) || rankOf(one) - rankOf(other);
};

const rankOf = ({ meaning }: ResolvedColumn): number => (meaning ? ranks[meaning.match] : Infinity);

/** What several columns may fill together: 承办人1 and 承办人2, and what is not used anyway. */
const mayRepeat = (field: string): boolean => {
  const kind = sheetFields.get(field)?.kind;
  return field.startsWith("row.") || isInList(field) || kind === "texts" || kind === "enums";
};

const mapped = (heading: Heading, meaning: FieldMeaning, samples: ColumnSamples): MappedColumn => {
  const { field, match } = meaning;
  const kind = sheetFields.get(field)?.kind;
  const unit = heading.names.find((name) => name.unit)?.unit ?? meaning.unit;
  return {
    column: heading.column,
    cell: cellOf(heading),
    header: heading.header,
    field,
    match,
    ...(kind === "money" && unit && { unit }),
    ...(kind === "boolean" && isCodeList(samples.of(heading.column)) && { codeList: true }),
  };
};

/** Some exports write 是 as 1 and 否 as 2; where no 2 stands, 1 and 0 are understood anyway. */
const isCodeList = (sample: readonly string[]): boolean => {
  const values = new Set(sample);
  return values.has("2") && [...values].every((value) => value === "1" || value === "2");
};

/** Columns in which something stands under no heading. */
const headless = (
  resolved: readonly ResolvedColumn[],
  filled: ReadonlySet<number>,
): ResolvedColumn[] => {
  const headed = new Set(resolved.map(({ heading }) => heading.column));
  const row = Math.max(...resolved.map(({ heading }) => heading.row));
  return [...filled]
    .filter((column) => !headed.has(column))
    .sort((a, b) => a - b)
    .map((column) => ({ heading: { column, row, header: "", names: [] } }));
};

const noteOn = ({ heading, meaning, open }: ResolvedColumn): Note => {
  const cell = cellOf(heading);
  const { header } = heading;
  if (meaning) {
    const details = { header, field: meaning.field };
    return { level: "info", code: "column-guessed", cell, details };
  }
  if (open) {
    const details = { header, fields: open.join(", ") };
    return { level: "warning", code: "column-ambiguous", cell, details };
  }
  return { level: "warning", code: "column-not-mapped", cell, details: { header } };
};

/** Why another column for the same field was used. */
const noteOnRival = (column: ResolvedColumn, keeper: ResolvedColumn): Note => {
  const reason = rankOf(keeper) < rankOf(column) ? "header-is-clearer" : "stands-to-the-left";
  return { level: "warning", code: "column-repeated", ...aboutTwo(column, keeper, { reason }) };
};

/** Both are used; where they differ the value is not known. */
const noteOnTwin = (column: ResolvedColumn, keeper: ResolvedColumn): Note => ({
  level: "warning",
  code: "column-twice",
  ...aboutTwo(column, keeper, {}),
});

const aboutTwo = (
  { heading, meaning }: ResolvedColumn,
  keeper: ResolvedColumn,
  more: Note["details"],
): Pick<Note, "cell" | "details"> => ({
  cell: cellOf(heading),
  details: {
    header: heading.header,
    field: meaning?.field ?? "",
    first: cellOf(keeper.heading),
    ...more,
  },
});
