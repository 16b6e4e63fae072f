import { keyHash } from "../../values/key-hash.js";
import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { KeyGroups } from "./key-groups.js";
import { bringBackByKey, passed, placesOf, type Taken } from "./taken.js";

/** 同意 and the like are the usual conclusion; a text of this length is written for a case. */
const shortestText = 15;
const fewest = 5;

const keyOf = ({ values }: CaseFile): string | undefined => {
  const { opinion, reviewers } = values.legalReview ?? {};
  const text = textKey(opinion ?? "");
  const reviewer = nameKey(reviewers?.[0]?.name ?? "");
  return text.length >= shortestText ? `${reviewer}\u0000${text}` : undefined;
};

/** Acts of one kind may well be reviewed in the same words. */
const actsIn = (group: readonly Taken[]): Set<string> =>
  new Set(
    group.map(({ file: { values } }) =>
      textKey(values.item?.code ?? values.item?.name ?? values.cause ?? ""),
    ),
  );

const judgeGroup = (group: readonly Taken[]): CheckResult => {
  const acts = actsIn(group).size;
  if (group.length < fewest || acts <= 1) return passed;
  const { reviewers, opinion = "" } = group[0]?.file.values.legalReview ?? {};
  const reviewer = reviewers?.[0]?.name ?? "";
  return {
    scope: "batch",
    id: `${reviewer} ${textKey(opinion).slice(0, 40)}`,
    outcome: reviewer === "" ? "unknown" : "fail",
    cases: placesOf(group),
    looked: ["legalReview.opinion", "legalReview.reviewers"],
    facts: { reviewer, opinion, cases: BigInt(group.length), acts: BigInt(acts) },
  };
};

class NotPerfunctory implements Tally<Float64Array> {
  readonly #opinions = new KeyGroups();

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    const key = keyOf(file);
    if (key !== undefined) this.#opinions.add(keyHash(key), at);
  }

  notes(): Float64Array {
    return this.#opinions.notes();
  }

  join(notes: Float64Array): void {
    this.#opinions.join(notes);
  }

  *results(): Generator<CheckResult> {
    for (const { places } of this.#opinions.groups(1)) {
      if (places.length < fewest) yield passed;
      else yield* bringBackByKey(places, this.input.caseAt, keyOf).map(judgeGroup);
    }
  }
}

/** One reviewer's opinions that are the same text across cases of different kinds. */
export const notPerfunctory: Check = {
  facts: { reviewer: "string", opinion: "string", cases: "int", acts: "int" },
  begin: (input) => new NotPerfunctory(input),
};
