import type { Choice, SheetKind } from "../model/vocabulary.js";
import type { ColumnSamples } from "./column-samples.js";
import { hasShape } from "./column-shape.js";
import { covers, type FoundHeader } from "./find-header.js";
import type { Heading } from "./header-levels.js";
import type { FieldMeaning, Meaning } from "./header-index.js";

/** A heading with the field its column fills; without one if that is not certain. */
export interface ResolvedColumn {
  heading: Heading;
  meaning?: FieldMeaning;
  /** Fields it could have meant, where it stayed open which. */
  open?: string[];
}

/**
 * What the columns of a table mean. Headers with several meanings are settled by the kind of sheet, by the
 * columns beside them, by what else the table has and by their values, as the vocabulary says; what that
 * leaves open stays open.
 */
export const resolveColumns = (
  found: FoundHeader,
  samples: ColumnSamples,
  titles: readonly string[],
): ResolvedColumn[] => {
  const resolved: ResolvedColumn[] = found.headings.map((heading, at) => {
    const meaning = found.meanings[at];
    const isSettled = meaning?.usual && !meaning.choices;
    return { heading, ...(isSettled && meaning.usual && { meaning: meaning.usual }) };
  });
  const usual = found.meanings.map((meaning) => meaning?.usual?.field);

  for (const [at, column] of resolved.entries()) {
    const meaning = found.meanings[at];
    if (!meaning?.choices) continue;
    const elsewhere = resolved.flatMap((other, index) =>
      index === at ? [] : (other.meaning?.field ?? (other.open ? [] : usual[index]) ?? []),
    );
    const surroundings: Surroundings = {
      kind: found.kind,
      left: neighbour(resolved.slice(0, at).reverse()),
      right: neighbour(resolved.slice(at + 1)),
      elsewhere,
      values: samples.of(column.heading.column),
      titles,
    };
    const choice = meaning.choices.find((candidate) => holds(candidate, surroundings));
    if (choice?.field) column.meaning = chosen(choice.field, meaning);
    else column.open = openFields(meaning);
  }
  return resolved;
};

const chosen = (field: string, { usual }: Meaning): FieldMeaning =>
  usual?.field === field ? usual : { field, match: "alias" };

const openFields = (meaning: Meaning): string[] => [
  ...new Set(meaning.choices?.flatMap((choice) => choice.field ?? []) ?? []),
];

const neighbour = (columns: readonly ResolvedColumn[]): string | undefined =>
  columns.find((column) => column.meaning)?.meaning?.field;

interface Surroundings {
  kind: SheetKind;
  left: string | undefined;
  right: string | undefined;
  elsewhere: readonly string[];
  values: readonly string[];
  titles: readonly string[];
}

const holds = (choice: Choice, { kind, left, right, elsewhere, values, titles }: Surroundings) => {
  const fills = (field: string | undefined, wanted: readonly string[]) =>
    field !== undefined && wanted.some((path) => covers(path, field));
  const isElsewhere = (wanted: readonly string[]) =>
    elsewhere.some((field) => fills(field, wanted));
  const anyIn = (words: readonly string[]) => (text: string) =>
    words.some((word) => text.includes(word));
  return (
    (!choice.in.length || choice.in.includes(kind)) &&
    (!choice.after.length || fills(left, choice.after)) &&
    (!choice.before.length || fills(right, choice.before)) &&
    (!choice.has.length || isElsewhere(choice.has)) &&
    (!choice.without.length || !isElsewhere(choice.without)) &&
    (!choice.contains.length || (values.length > 0 && values.every(anyIn(choice.contains)))) &&
    (!choice.lacks.length || !values.some(anyIn(choice.lacks))) &&
    (choice.shape === undefined || hasShape(values, choice.shape)) &&
    (!choice.title.length || titles.some(anyIn(choice.title)))
  );
};
