import { CivilDate } from "../../values/civil-date.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { NamedGroups, type NamedNotes } from "./named-groups.js";
import { chanceOfAtLeast } from "./statistics.js";
import { bringBack, passed, placesOf } from "./taken.js";

const daysInWindow = 3;
/** Fewer in a window are a busy week. */
const fewest = 10;
/** Over all windows of the period. */
const leastChance = 1e-6;

const groupName = ({ values }: CaseFile): string | undefined => {
  const { item, decision } = values;
  const code = item?.code ?? item?.name;
  const { agency, date } = decision ?? {};
  return code && agency && date ? `${textKey(agency)}\u0000${textKey(code)}` : undefined;
};

/** The day of the decision, NaN where only the month is known. */
const dayOf = ({ values }: CaseFile): number => {
  const date = CivilDate.fromIso(values.decision?.date ?? "");
  return date?.precision === "day" ? date.first : NaN;
};

interface Window {
  /** The first and the last day of decisions in it. */
  first: number;
  last: number;
  count: number;
}

const densest = (days: Float64Array): Window => {
  let best: Window = { first: 0, last: 0, count: 0 };
  let from = 0;
  for (const [to, last] of days.entries()) {
    while (last - (days[from] ?? 0) >= daysInWindow) from++;
    const count = to - from + 1;
    if (count > best.count) best = { first: days[from] ?? 0, last, count };
  }
  return best;
};

const looked = ["decision.date"];

const noFacts = {
  item: "",
  first: "",
  last: "",
  inWindow: 0n,
  decisions: 0n,
  days: 0n,
  expected: 0,
};

class MonthEndBurst implements Tally<NamedNotes> {
  /** Of each case its place and its day. */
  readonly #groups = new NamedGroups(2);

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    const name = groupName(file);
    if (name !== undefined) this.#groups.add(name, at, dayOf(file));
  }

  notes(): NamedNotes {
    return this.#groups.notes();
  }

  join(notes: NamedNotes): void {
    this.#groups.join(notes);
  }

  *results(): Generator<CheckResult> {
    for (const { column } of this.#groups.groups(fewest)) {
      const [places, days] = [column(0), column(1)];
      if (days.some(Number.isNaN)) yield this.#withMonths(places);
      else yield* this.#judgeGroup(places, days);
    }
  }

  /** Days of which only the month is known cannot be set beside each other. */
  #withMonths(places: Float64Array): CheckResult {
    const cases = bringBack([...places], this.input.caseAt);
    return {
      ...{ scope: "batch", id: cases[0]?.file.id ?? "", outcome: "unknown" },
      ...{ cases: placesOf(cases), looked, facts: noFacts },
    };
  }

  #judgeGroup(places: Float64Array, days: Float64Array): CheckResult[] {
    const sorted = days.toSorted();
    const period = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + 1;
    const window = densest(sorted);
    // A group that spans a month at least has something to compare the window with.
    if (period < 30 || window.count < fewest) return [];
    const expected = (days.length * daysInWindow) / period;
    const chance = chanceOfAtLeast(window.count, expected) * period;
    if (chance >= leastChance) return [passed];
    const inWindow = places.filter((_, i) => {
      const day = days[i] ?? NaN;
      return window.first <= day && day <= window.last;
    });
    return [this.#burst(inWindow, window, { decisions: days.length, period, expected })];
  }

  #burst(
    places: Float64Array,
    { first, last, count }: Window,
    { decisions, period, expected }: { decisions: number; period: number; expected: number },
  ): CheckResult {
    const cases = [...bringBack([...places], this.input.caseAt)];
    cases.sort((a, b) => dayOf(a.file) - dayOf(b.file));
    const { item, decision } = cases[0]?.file.values ?? {};
    return {
      ...{ scope: "batch", outcome: "fail", cases: placesOf(cases), looked },
      id: `${decision?.agency ?? ""} ${item?.code ?? item?.name ?? ""}`,
      facts: {
        item: item?.name ?? item?.code ?? "",
        first: CivilDate.fromEpochDay(first),
        last: CivilDate.fromEpochDay(last),
        inWindow: BigInt(count),
        decisions: BigInt(decisions),
        days: BigInt(period),
        expected: Math.round(expected * 10) / 10,
      },
    };
  }
}

/** Decisions of one agency on one item that stand together in a few days far beyond chance. */
export const monthEndBurst: Check = {
  facts: {
    item: "string",
    first: "Date",
    last: "Date",
    inWindow: "int",
    decisions: "int",
    days: "int",
    expected: "double",
  },
  begin: (input) => new MonthEndBurst(input),
};
