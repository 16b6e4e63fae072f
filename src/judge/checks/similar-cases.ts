import { Money } from "../../values/money.js";
import { groupBy } from "../../values/group-by.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckResult } from "./check.js";
import { median, medianDeviation } from "./statistics.js";

/** Fewer cases are no group to compare with. */
const fewest = 8;
/** Robust standard deviations from the median (Iglewicz and Hoaglin). */
const farthest = 3.5;
/** The median deviation of a normal distribution is so much of its standard deviation. */
const perDeviation = 0.6745;

/** Same item, same tier, same circumstances, same kind of party, same agency. */
const groupKey = ({ values }: CaseFile): string | undefined => {
  const { item, benchmark, party, decision } = values;
  const code = item?.code ?? item?.name;
  if (!code || !benchmark?.tier || !decision?.agency) return undefined;
  if (decision.fine === undefined || decision.fine <= 0) return undefined;
  const kind = party?.kind ?? "";
  const parts = [decision.agency, code, benchmark.tier, benchmark.leniency ?? "", kind];
  return parts.map(textKey).join("\u0000");
};

const resultOf = (
  id: string,
  outcome: CheckResult["outcome"],
  cases: readonly CaseFile[],
  fines: readonly number[],
): CheckResult => ({
  ...{ scope: "batch", id, outcome, cases },
  looked: ["item.code", "item.name", "benchmark.tier", "party.kind", "decision.fine"],
  facts: {
    fine: new Money(cases[0]?.values.decision?.fine ?? 0),
    group: BigInt(fines.length),
    median: new Money(Math.round(median(fines))),
    low: new Money(fines[0] ?? 0),
    high: new Money(fines.at(-1) ?? 0),
  },
});

/** Citizens and organisations are fined differently: one question for a group in which they are not told apart. */
const judgeGroup = (group: readonly CaseFile[]): CheckResult[] => {
  const [any] = group;
  const fines = group.map(({ values }) => values.decision?.fine ?? 0).sort((a, b) => a - b);
  const centre = median(fines);
  const spread = medianDeviation(fines, centre);
  // Most fines are the same: what differs at all is looked at if it differs by half.
  const isOutlier = (fine: number): boolean =>
    spread > 0
      ? (perDeviation * Math.abs(fine - centre)) / spread > farthest
      : Math.abs(fine - centre) > centre / 2;
  if (any && !any.values.party?.kind) return [resultOf(any.id, "unknown", group, fines)];
  return group.map((file) => {
    const outlier = isOutlier(file.values.decision?.fine ?? 0);
    return resultOf(file.id, outlier ? "fail" : "pass", [file], fines);
  });
};

/** 同案同罚: a fine far from those of cases alike. What was compared with what stands in the facts. */
export const similarCases: Check = {
  facts: { fine: "Money", group: "int", median: "Money", low: "Money", high: "Money" },
  run: ({ cases }) =>
    [...groupBy(cases, groupKey).values()]
      .filter((group) => group.length >= fewest)
      .flatMap(judgeGroup),
};
