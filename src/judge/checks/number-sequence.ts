import { parseDocumentNumber, type DocumentNumber } from "../../values/document-number.js";
import { groupBy } from "../../values/group-by.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckResult } from "./check.js";

interface Numbered {
  file: CaseFile;
  number: DocumentNumber;
  date: string | undefined;
}

/** Fewer say nothing about how an agency counts. */
const fewest = 5;
/** Of a ledger that holds a part of the decisions, gaps say nothing. */
const mostGaps = 0.2;
const mostNamed = 20;

const numbered = (file: CaseFile): Numbered[] => {
  const { number: text, date } = file.values.decision ?? {};
  const number = text === undefined ? undefined : parseDocumentNumber(text);
  return number && number.prefix !== "" && !number.suffix ? [{ file, number, date }] : [];
};

const seriesOf = ({ number }: Numbered): string =>
  `${number.prefix}〔${number.year}〕${number.series ?? ""}`;

const gapsIn = (sorted: readonly Numbered[]): number[] => {
  const present = new Set(sorted.map(({ number }) => number.serial));
  const [from, to] = [sorted[0]?.number.serial ?? 1, sorted.at(-1)?.number.serial ?? 0];
  // Serials with a code in front (3001) leave thousands out on purpose.
  if (to - from > sorted.length * 3) return [];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((n) => !present.has(n));
};

/** The fewest decisions without which days run with numbers (all but a longest rising sequence). */
const outOfOrder = (sorted: readonly Numbered[]): Numbered[] => {
  const dated = sorted.filter(({ date }) => date?.length === 10);
  /** By length: where the sequence of that length ends that ends earliest. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, { date = "" }] of dated.entries()) {
    let length = ends.findIndex((end) => (dated[end]?.date ?? "") > date);
    if (length < 0) length = ends.length;
    before.push(length > 0 ? ends[length - 1] : undefined);
    ends[length] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return dated.filter((_, at) => !kept.has(at));
};

/** A number given twice is a fault of its own, and of which of the two the day is nobody can say. */
const onlyOnce = (members: readonly Numbered[]): Numbered[] => {
  const bySerial = groupBy(members, ({ number }) => String(number.serial));
  return [...bySerial.values()].flatMap((same) => (same.length === 1 ? same : []));
};

const judgeSeries = (series: string, members: readonly Numbered[]): CheckResult[] => {
  if (members.length < fewest) return [];
  const sorted = [...members].sort((a, b) => a.number.serial - b.number.serial);
  const gaps = gapsIn(sorted);
  const missing = gaps.length <= sorted.length * mostGaps ? gaps : [];
  const disordered = outOfOrder(onlyOnce(sorted));
  const undated = members.every(({ date }) => date === undefined);
  return [
    {
      scope: "batch",
      id: series,
      outcome: missing.length + disordered.length > 0 ? "fail" : undated ? "unknown" : "pass",
      needed: undated ? ["decision.date"] : [],
      cases: disordered.map(({ file }) => file),
      looked: ["decision.number", "decision.date"],
      facts: {
        series,
        decisions: BigInt(members.length),
        missing: missing.slice(0, mostNamed).join("、"),
        missingCount: BigInt(missing.length),
        disordered: disordered
          .slice(0, mostNamed)
          .map(({ file }) => file.id)
          .join("、"),
        disorderedCount: BigInt(disordered.length),
      },
    },
  ];
};

/** Serials of one agency and year that are left out, or that run against the days of the decisions. */
export const numberSequence: Check = {
  facts: {
    series: "string",
    decisions: "int",
    missing: "string",
    missingCount: "int",
    disordered: "string",
    disorderedCount: "int",
  },
  run: ({ cases }) =>
    [...groupBy(cases.flatMap(numbered), seriesOf)].flatMap(([series, members]) =>
      judgeSeries(series, members),
    ),
};
