import { Money } from "../../values/money.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { NamedGroups, type NamedNotes } from "./named-groups.js";
import { median, medianDeviation } from "./statistics.js";
import { bringBack, passed, placesOf, type Taken } from "./taken.js";

/** Fewer cases are no group to compare with. */
const fewest = 8;
/** Robust standard deviations from the median (Iglewicz and Hoaglin). */
const farthest = 3.5;
/** The median deviation of a normal distribution is so much of its standard deviation. */
const perDeviation = 0.6745;

const separator = "\u0000";

const tierOf = ({ benchmark }: CaseFile["values"]): string | undefined =>
  benchmark?.tier ?? benchmark?.tierByFigures;

/**
 * Same item, same tier, same circumstances, same agency; behind them, the kind of party. A tier that another version of the
 * benchmark, or another base, gives another range is another tier.
 */
const groupName = ({ values }: CaseFile): string | undefined => {
  const { item, benchmark, party, decision } = values;
  const code = item?.code ?? item?.name;
  const tier = tierOf(values);
  if (!code || !tier || !decision?.agency) return undefined;
  if (decision.fine === undefined || decision.fine <= 0) return undefined;
  const { leniency = "", tierMinimum, tierMaximum } = benchmark ?? {};
  const range = `${tierMinimum ?? ""}-${tierMaximum ?? ""}`;
  const parts = [decision.agency, code, tier, range, leniency, party?.kind ?? ""];
  return parts.map(textKey).join(separator);
};

const resultOf = (
  outcome: CheckResult["outcome"],
  cases: readonly Taken[],
  fines: Float64Array,
): CheckResult => ({
  ...{ scope: "batch", id: cases[0]?.file.id ?? "", outcome, cases: placesOf(cases) },
  looked: ["item.code", "item.name", "benchmark.tier", "party.kind", "decision.fine"],
  facts: {
    fine: new Money(cases[0]?.file.values.decision?.fine ?? 0),
    tier: (cases[0] && tierOf(cases[0].file.values)) ?? "",
    group: BigInt(fines.length),
    median: new Money(Math.round(median(fines))),
    spread: new Money(Math.round(medianDeviation(fines, median(fines)))),
    low: new Money(fines[0] ?? 0),
    high: new Money(fines.at(-1) ?? 0),
  },
});

/** Whether a fine is far from the others, which are sorted. */
const isOutlierAmong = (fines: Float64Array): ((fine: number) => boolean) => {
  const centre = median(fines);
  const spread = medianDeviation(fines, centre);
  // Most fines are the same: what differs at all is looked at if it differs by half.
  return (fine) =>
    spread > 0
      ? (perDeviation * Math.abs(fine - centre)) / spread > farthest
      : Math.abs(fine - centre) > centre / 2;
};

class SimilarCases implements Tally<NamedNotes> {
  /** Of each case its place and its fine. */
  readonly #groups = new NamedGroups(2);

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    const name = groupName(file);
    if (name !== undefined) this.#groups.add(name, at, file.values.decision?.fine ?? 0);
  }

  notes(): NamedNotes {
    return this.#groups.notes();
  }

  join(notes: NamedNotes): void {
    this.#groups.join(notes);
  }

  *results(): Generator<CheckResult> {
    for (const { name, column } of this.#groups.groups(fewest)) {
      yield* this.#judgeGroup(name, column(0), column(1));
    }
  }

  /** Citizens and organisations are fined differently: one question for a group in which they are not told apart. */
  *#judgeGroup(name: string, places: Float64Array, fines: Float64Array): Generator<CheckResult> {
    const { caseAt } = this.input;
    const sorted = fines.toSorted();
    if (name.endsWith(separator)) {
      yield resultOf("unknown", bringBack([...places], caseAt), sorted);
      return;
    }
    const isOutlier = isOutlierAmong(sorted);
    for (const [i, at] of places.entries()) {
      if (!isOutlier(fines[i] ?? 0)) yield passed;
      else yield resultOf("fail", [{ file: caseAt(at), at }], sorted);
    }
  }
}

/** 同案同罚: a fine far from those of cases alike. What was compared with what stands in the facts. */
export const similarCases: Check = {
  facts: {
    fine: "Money",
    tier: "string",
    group: "int",
    median: "Money",
    spread: "Money",
    low: "Money",
    high: "Money",
  },
  begin: (input) => new SimilarCases(input),
};
