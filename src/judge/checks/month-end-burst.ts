import { CivilDate } from "../../values/civil-date.js";
import { groupBy } from "../../values/group-by.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckResult } from "./check.js";
import { chanceOfAtLeast } from "./statistics.js";

const daysInWindow = 3;
/** Fewer in a window are a busy week. */
const fewest = 10;
/** Over all windows of the period. */
const leastChance = 1e-6;

const groupKey = ({ values }: CaseFile): string | undefined => {
  const { item, decision } = values;
  const code = item?.code ?? item?.name;
  const { agency, date } = decision ?? {};
  return code && agency && date ? `${textKey(agency)}\u0000${textKey(code)}` : undefined;
};

interface Window {
  first: number;
  last: number;
  files: CaseFile[];
}

const densest = (dated: readonly { file: CaseFile; day: number }[]): Window => {
  let best: Window = { first: 0, last: 0, files: [] };
  let from = 0;
  for (let to = 0; to < dated.length; to++) {
    while ((dated[to]?.day ?? 0) - (dated[from]?.day ?? 0) >= daysInWindow) from++;
    if (to - from + 1 > best.files.length) {
      best = {
        first: dated[from]?.day ?? 0,
        last: dated[to]?.day ?? 0,
        files: dated.slice(from, to + 1).map(({ file }) => file),
      };
    }
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

/** Days of which only the month is known cannot be set beside each other. */
const withMonthsOnly = (group: readonly CaseFile[]): CheckResult => ({
  ...{ scope: "batch", id: group[0]?.id ?? "", outcome: "unknown", cases: group, looked },
  facts: noFacts,
});

const judgeGroup = (group: readonly CaseFile[]): CheckResult[] => {
  const dated = group
    .flatMap((file) => {
      const date = CivilDate.fromIso(file.values.decision?.date ?? "");
      return date?.precision === "day" ? { file, day: date.first } : [];
    })
    .sort((a, b) => a.day - b.day);
  if (dated.length < group.length && group.length >= fewest) return [withMonthsOnly(group)];
  const period = (dated.at(-1)?.day ?? 0) - (dated[0]?.day ?? 0) + 1;
  const { first, last, files } = densest(dated);
  // A group that spans a month at least has something to compare the window with.
  if (period < 30 || files.length < fewest) return [];
  const expected = (dated.length * daysInWindow) / period;
  const chance = chanceOfAtLeast(files.length, expected) * period;
  const [any] = files;
  return [
    {
      scope: "batch",
      id: `${any?.values.decision?.agency ?? ""} ${any?.values.item?.code ?? any?.values.item?.name ?? ""}`,
      outcome: chance < leastChance ? "fail" : "pass",
      cases: files,
      looked,
      facts: {
        item: any?.values.item?.name ?? any?.values.item?.code ?? "",
        first: CivilDate.fromEpochDay(first),
        last: CivilDate.fromEpochDay(last),
        inWindow: BigInt(files.length),
        decisions: BigInt(dated.length),
        days: BigInt(period),
        expected: Math.round(expected * 10) / 10,
      },
    },
  ];
};

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
  run: ({ cases }) => [...groupBy(cases, groupKey).values()].flatMap(judgeGroup),
};
