import Papa from "papaparse";

const candidates = [",", "\t", ";", "|"] as const;
const SAMPLE_CHARACTERS = 256 * 1024;
const SAMPLE_RECORDS = 100;

/** How a text falls into fields: the delimiter, how many fields most records have, and what share has so many. */
export interface Delimited {
  delimiter: string;
  columns: number;
  share: number;
}

/**
 * The delimiter under which the first records agree best on the largest number of fields. Undefined if
 * under none of them the usual record has two fields.
 */
export const detectDelimiter = (text: string): Delimited | undefined => {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: Delimited | undefined;
  for (const delimiter of candidates) {
    const found = measure(sample, delimiter);
    if (found && (!best || scoreOf(found) > scoreOf(best))) best = found;
  }
  return best;
};

const scoreOf = ({ columns, share }: Delimited): number => share * (columns - 1);

const measure = (text: string, delimiter: string): Delimited | undefined => {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    preview: SAMPLE_RECORDS,
  });
  // Under a wrong delimiter, text goes on behind closing quotes.
  const torn = new Set(errors.map(({ row }) => row));
  const records = data.flatMap((record, row) =>
    record.join("") === "" ? [] : [{ length: record.length, whole: !torn.has(row) }],
  );
  const counts = new Map<number, number>();
  for (const { length, whole } of records) {
    if (whole) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const usual = [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0];
  if (!usual || usual[0] < 2) return undefined;
  return { delimiter, columns: usual[0], share: usual[1] / records.length };
};
