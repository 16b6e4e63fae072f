import { groupBy } from "../../values/group-by.js";
import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckResult } from "./check.js";

/** 同意 and the like are the usual conclusion; a text of this length is written for a case. */
const shortestText = 15;
const fewest = 5;

const key = ({ values }: CaseFile): string | undefined => {
  const { opinion, reviewers } = values.legalReview ?? {};
  const text = textKey(opinion ?? "");
  const reviewer = nameKey(reviewers?.[0]?.name ?? "");
  return text.length >= shortestText ? `${reviewer}\u0000${text}` : undefined;
};

/** Acts of one kind may well be reviewed in the same words. */
const actsIn = (group: readonly CaseFile[]): Set<string> =>
  new Set(
    group.map(({ values }) =>
      textKey(values.item?.code ?? values.item?.name ?? values.cause ?? ""),
    ),
  );

/** One reviewer's opinions that are the same text across cases of different kinds. */
export const notPerfunctory: Check = {
  facts: { reviewer: "string", opinion: "string", cases: "int", acts: "int" },
  run: ({ cases }) =>
    [...groupBy(cases, key).values()].flatMap((group): CheckResult[] => {
      const { reviewers, opinion = "" } = group[0]?.values.legalReview ?? {};
      const reviewer = reviewers?.[0]?.name ?? "";
      const acts = actsIn(group).size;
      return [
        {
          scope: "batch",
          id: `${reviewer} ${textKey(opinion).slice(0, 40)}`,
          outcome:
            group.length < fewest || acts <= 1 ? "pass" : reviewer === "" ? "unknown" : "fail",
          cases: group,
          looked: ["legalReview.opinion", "legalReview.reviewers"],
          facts: { reviewer, opinion, cases: BigInt(group.length), acts: BigInt(acts) },
        },
      ];
    }),
};
