import { nameKey } from "../values/names.js";
import type { AuditResult, OutcomeCounts, OutcomeName } from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";
import type { Indicator } from "../rules/indicator-book.js";

type Rate = AuditResult["summary"]["indicators"][number];
type Subject = Pick<Rate, "scope" | "subject" | "period">;

/** What was counted for a subject, by the indicators' places. */
interface Tally extends Subject {
  numerators: Float64Array;
  denominators: Float64Array;
}

/** What was counted so far, as plain data. */
export type IndicatorNotes = readonly Tally[];

const yearOf = ({ decision, inspection, filing }: CaseFile["values"]): string | null =>
  (decision?.date ?? inspection?.date ?? filing?.date)?.slice(0, 4) ?? null;

/** Namesakes are kept apart by their certificates, where the ledger gives them. */
const officersIn = ({ officers = [] }: CaseFile["values"]): string[] => [
  ...new Set(
    officers.flatMap(({ name, certificate, registration }) => {
      const number = certificate ?? registration?.certificate;
      return name === undefined
        ? []
        : `${nameKey(name)}${number === undefined ? "" : `（${number}）`}`;
    }),
  ),
];

/** Counts the outcomes of rules for agencies and officers while cases are judged. */
export class IndicatorTally {
  /** Places of the indicators by the rules that they count. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #whole: number | undefined;
  /** By scope, subject and year; as a whole under no year. */
  readonly #tallies = new Map<Subject["scope"], Map<string, Map<string | null, Tally>>>();

  constructor(readonly indicators: readonly Indicator[]) {
    this.#places = new Map(indicators.map(({ rule }, place) => [rule, place]));
    this.#whole = this.#places.get("*");
  }

  /** Whether a rule's outcomes are counted. */
  counts(rule: string): boolean {
    return this.#places.has(rule);
  }

  /** Takes a case in: what the counted rules said of it, and how often each outcome came of all rules. */
  add(file: CaseFile, said: ReadonlyMap<string, OutcomeName>, all: OutcomeCounts): void {
    const held: [place: number, holds: boolean][] = [];
    for (const [rule, outcome] of said) {
      const place = this.#places.get(rule);
      if (place !== undefined && (outcome === "pass" || outcome === "fail")) {
        held.push([place, outcome === "pass"]);
      }
    }
    if (this.#whole !== undefined) held.push([this.#whole, all.fail === 0]);
    if (held.length === 0) return;
    const { values } = file;
    const year = yearOf(values);
    const agency = values.decision?.agency;
    this.#count("batch", "", year, held);
    if (agency !== undefined) this.#count("agency", agency, year, held);
    for (const officer of officersIn(values)) this.#count("officer", officer, year, held);
  }

  /** Counts for a subject as a whole and in the year. */
  #count(
    scope: Subject["scope"],
    subject: string,
    year: string | null,
    held: readonly [place: number, holds: boolean][],
  ): void {
    for (const period of year === null ? [null] : [null, year]) {
      const { numerators, denominators } = this.#tallyOf(scope, subject, period);
      for (const [place, holds] of held) {
        denominators[place] = (denominators[place] ?? 0) + 1;
        if (holds) numerators[place] = (numerators[place] ?? 0) + 1;
      }
    }
  }

  notes(): IndicatorNotes {
    return [...this.#tallies.values()].flatMap((ofScope) =>
      [...ofScope.values()].flatMap((ofSubject) => [...ofSubject.values()]),
    );
  }

  join(notes: IndicatorNotes): void {
    for (const { scope, subject, period, numerators, denominators } of notes) {
      const own = this.#tallyOf(scope, subject, period);
      for (const place of this.indicators.keys()) {
        own.numerators[place] = (own.numerators[place] ?? 0) + (numerators[place] ?? 0);
        own.denominators[place] = (own.denominators[place] ?? 0) + (denominators[place] ?? 0);
      }
    }
  }

  #tallyOf(scope: Subject["scope"], subject: string, period: string | null): Tally {
    const ofScope = madeIn(
      this.#tallies,
      scope,
      () => new Map<string, Map<string | null, Tally>>(),
    );
    const ofSubject = madeIn(ofScope, subject, () => new Map<string | null, Tally>());
    return madeIn(ofSubject, period, () => {
      const { length } = this.indicators;
      const [numerators, denominators] = [new Float64Array(length), new Float64Array(length)];
      return { scope, subject, period, numerators, denominators };
    });
  }

  /** The rates, all cases first, then agencies, then officers; years only where there are several. */
  rates(): Rate[] {
    const tallies = this.notes();
    const several = new Set(tallies.flatMap(({ period }) => period ?? [])).size > 1;
    return tallies
      .filter(({ period }) => several || period === null)
      .flatMap((tally) => this.#ratesOf(tally))
      .sort(inOrder);
  }

  #ratesOf({ scope, subject, period, numerators, denominators }: Tally): Rate[] {
    return this.indicators.flatMap(({ id, title }, place) => {
      const [numerator, denominator] = [numerators[place] ?? 0, denominators[place] ?? 0];
      if (denominator === 0) return [];
      const value = Math.round((numerator / denominator) * 10_000) / 10_000;
      return [{ id, title, scope, subject, period, value, numerator, denominator }];
    });
  }
}

/** The value of a key, made where there is none yet. */
const madeIn = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
};

const scopes = ["batch", "agency", "officer"];

const inOrder = (a: Rate, b: Rate): number =>
  scopes.indexOf(a.scope) - scopes.indexOf(b.scope) ||
  compare(a.subject, b.subject) ||
  compare(a.period ?? "", b.period ?? "");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
