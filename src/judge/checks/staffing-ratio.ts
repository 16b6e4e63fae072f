import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import { groupBy } from "../../values/group-by.js";
import { textOf, type RegisterRow } from "../../model/registers.js";
import { registerCheck, type CheckResult } from "./check.js";

/** 法制审核人员名册: by its title, or by the columns that only reviewers have filled. */
const isReviewer = (row: RegisterRow): boolean =>
  [row.title, row.sheet, row.file].some((text) => /法制审核|法审/.test(textKey(text ?? ""))) ||
  textOf(row, "reviewerSince") !== undefined;

const unitOf = (row: RegisterRow): string | undefined => {
  const unit = textOf(row, "unit");
  return unit === undefined ? undefined : nameKey(unit);
};

const peopleIn = (rows: readonly RegisterRow[]): number =>
  new Set(rows.map((row) => nameKey(textOf(row, "name") ?? ""))).size;

/** 国办发〔2018〕118号 (11): reviewers are to be at least so large a part of an agency's own officers. */
export const staffingRatio = registerCheck(
  { agency: "string", reviewers: "int", officers: "int", wanted: "int" },
  ({ registers, parameter }) => {
    const roster = registers.get("officer-roster") ?? [];
    const reviewers = groupBy(roster.filter(isReviewer), unitOf);
    const officers = groupBy(
      roster.filter((row) => !isReviewer(row)),
      unitOf,
    );
    return [...officers].flatMap(([unit, rows]): CheckResult[] => {
      const own = reviewers.get(unit) ?? [];
      const [some] = rows;
      if (!some) return [];
      // Without a roster of its reviewers nobody can say how many an agency has.
      const listed = own.length > 0;
      const [count, all] = [peopleIn(own), peopleIn(rows)];
      const agency = textOf(some, "unit") ?? unit;
      const { value, basis } = parameter("share", { agency });
      const share = Number(value ?? 0);
      return [
        {
          scope: "agency",
          id: agency,
          outcome: !listed ? "unknown" : count >= all * share ? "pass" : "fail",
          needed: listed ? [] : ["roster.reviewerSince"],
          cases: [],
          looked: [],
          ...{ agency, limits: [basis] },
          rows: own.map((row) => ({ row, fields: ["name", "unit"] })),
          facts: {
            agency,
            reviewers: BigInt(count),
            officers: BigInt(all),
            wanted: BigInt(Math.ceil(all * share)),
          },
        },
      ];
    });
  },
);
