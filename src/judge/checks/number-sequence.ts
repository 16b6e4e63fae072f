import { groupBy } from "../../values/group-by.js";
import { parseDocumentNumber } from "../../values/document-number.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { NamedGroups, type NamedGroup, type NamedNotes } from "./named-groups.js";
import { passed } from "./taken.js";

/** What is noted of a case. */
interface Numbered {
  at: number;
  serial: number;
  /** 20240131; 0 where only the month is known, NaN where nothing is. */
  day: number;
}

/** Fewer say nothing about how an agency counts. */
const fewest = 5;
/** Of a ledger that holds a part of the decisions, gaps say nothing. */
const mostGaps = 0.2;
const mostNamed = 20;

const dayOf = (date: string | undefined): number => {
  if (date === undefined) return NaN;
  return date.length === 10 ? Number(date.replaceAll("-", "")) : 0;
};

const gapsIn = (sorted: readonly Numbered[]): number[] => {
  const present = new Set(sorted.map(({ serial }) => serial));
  const [from, to] = [sorted[0]?.serial ?? 1, sorted.at(-1)?.serial ?? 0];
  // Serials with a code in front (3001) leave thousands out on purpose.
  if (to - from > sorted.length * 3) return [];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((n) => !present.has(n));
};

/** The fewest decisions without which days run with numbers (all but a longest rising sequence). */
const outOfOrder = (sorted: readonly Numbered[]): Numbered[] => {
  const dated = sorted.filter(({ day }) => day > 0);
  /** By length: where the sequence of that length ends that ends earliest. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, { day }] of dated.entries()) {
    const length = firstAfter(day, ends, dated);
    before.push(length > 0 ? ends[length - 1] : undefined);
    ends[length] = at;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return dated.filter((_, at) => !kept.has(at));
};

/** Which of the ends, whose days rise, is the first after a day; their number if none is. */
const firstAfter = (day: number, ends: readonly number[], dated: readonly Numbered[]): number => {
  let [from, to] = [0, ends.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((dated[ends[middle] ?? 0]?.day ?? 0) > day) to = middle;
    else from = middle + 1;
  }
  return from;
};

/** A number given twice is a fault of its own, and of which of the two the day is nobody can say. */
const onlyOnce = (members: readonly Numbered[]): Numbered[] => {
  const bySerial = groupBy(members, ({ serial }) => String(serial));
  return [...bySerial.values()].flatMap((same) => (same.length === 1 ? same : []));
};

const bySerial = ({ size, column }: NamedGroup): Numbered[] => {
  const [places, serials, days] = [column(0), column(1), column(2)];
  return Array.from({ length: size }, (_, i) => ({
    at: places[i] ?? NaN,
    serial: serials[i] ?? NaN,
    day: days[i] ?? NaN,
  })).sort((a, b) => a.serial - b.serial);
};

const judgeSeries = (group: NamedGroup, { caseAt }: CheckInput): CheckResult => {
  const sorted = bySerial(group);
  const gaps = gapsIn(sorted);
  const missing = gaps.length <= sorted.length * mostGaps ? gaps : [];
  const disordered = outOfOrder(onlyOnce(sorted));
  const undated = sorted.every(({ day }) => Number.isNaN(day));
  const isFaulty = missing.length + disordered.length > 0;
  if (!isFaulty && !undated) return passed;
  const named = disordered.slice(0, mostNamed).map(({ at }) => caseAt(at).id);
  return {
    ...{ scope: "batch", id: group.name, outcome: isFaulty ? "fail" : "unknown" },
    needed: undated ? ["decision.date"] : [],
    cases: disordered.map(({ at }) => at),
    looked: ["decision.number", "decision.date"],
    facts: {
      series: group.name,
      decisions: BigInt(sorted.length),
      missing: missing.slice(0, mostNamed).join("、"),
      missingCount: BigInt(missing.length),
      disordered: named.join("、"),
      disorderedCount: BigInt(disordered.length),
    },
  };
};

class NumberSequence implements Tally<NamedNotes> {
  /** Of each case its place, serial and day, by series. */
  readonly #series = new NamedGroups(3);

  constructor(readonly input: CheckInput) {}

  take({ values }: CaseFile, at: number): void {
    const { number: text, date } = values.decision ?? {};
    const number = text === undefined ? undefined : parseDocumentNumber(text);
    if (!number || number.prefix === "" || number.suffix) return;
    const { prefix, year, series = "", serial } = number;
    this.#series.add(`${prefix}〔${year}〕${series}`, at, serial, dayOf(date));
  }

  notes(): NamedNotes {
    return this.#series.notes();
  }

  join(notes: NamedNotes): void {
    this.#series.join(notes);
  }

  *results(): Generator<CheckResult> {
    for (const group of this.#series.groups(fewest)) yield judgeSeries(group, this.input);
  }
}

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
  begin: (input) => new NumberSequence(input),
};
