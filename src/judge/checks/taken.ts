import { groupBy } from "../../values/group-by.js";
import type { CaseFile } from "../../model/origin.js";
import type { CheckInput, CheckResult } from "./check.js";

/** A case brought back, with its place among the run's cases. */
export interface Taken {
  file: CaseFile;
  at: number;
}

/** Cases at some places, by id: what comes of them does not depend on the order in which they were taken. */
export const bringBack = (
  places: readonly number[],
  caseAt: CheckInput["caseAt"],
): readonly Taken[] =>
  places
    .map((at) => ({ file: caseAt(at), at }))
    .sort((a, b) => (a.file.id < b.file.id ? -1 : a.file.id > b.file.id ? 1 : a.at - b.at));

/** Cases noted under one hash, told apart by the keys themselves. */
export const bringBackByKey = (
  places: readonly number[],
  caseAt: CheckInput["caseAt"],
  keyOf: (file: CaseFile) => string | undefined,
): (readonly Taken[])[] => [
  ...groupBy(bringBack(places, caseAt), ({ file }) => keyOf(file)).values(),
];

export const placesOf = (cases: readonly Taken[]): number[] => cases.map(({ at }) => at);

/** For cases that pass: how many they are is all that anybody asks, and none is brought back for that. */
export const passed: CheckResult = {
  ...{ scope: "batch", id: "", outcome: "pass" },
  ...{ cases: [], facts: {}, looked: [] },
};
