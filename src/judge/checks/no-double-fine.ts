import { nameKey } from "../../values/names.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import { groupBy, type Check } from "./check.js";

/** Who was fined: by credit code or identity number, else by name. */
const partyKey = ({ values }: CaseFile): string | undefined => {
  const { party } = values;
  const name = party?.name && nameKey(party.name);
  return party?.creditCode ?? party?.idNumber ?? name;
};

/** The act in the words of the item code, else of the item, the violation or the cause. */
const actKey = ({ values }: CaseFile): string | undefined => {
  const act =
    values.item?.code ?? values.item?.name ?? values.violation?.kind ?? values.cause ?? undefined;
  return act && textKey(act);
};

interface Days {
  from: string;
  to: string;
}

/** The days of the violation as ISO texts, which sort like days. A month stands for all its days. */
const violationDays = ({ values }: CaseFile): Days | undefined => {
  const start = values.violation?.date;
  if (!start) return undefined;
  return { from: start, to: values.violation?.endDate ?? start };
};

const isMonth = (iso: string): boolean => iso.length === 7;

/** Whether two violations share a day; undefined where a month alone does not settle it. */
const overlap = (a: Days, b: Days): boolean | undefined => {
  if ([a.from, a.to, b.from, b.to].some(isMonth)) {
    const monthsShared =
      a.from.slice(0, 7) <= b.to.slice(0, 7) && b.from.slice(0, 7) <= a.to.slice(0, 7);
    return monthsShared ? undefined : false;
  }
  return a.from <= b.to && b.from <= a.to;
};

/**
 * 一事不二罚 (art. 29): one party, one act, more than one fine. The same act is the same item on the same
 * or overlapping days; where the day of the violation is not recorded, nobody can tell.
 */
export const noDoubleFine: Check = {
  facts: { party: "string", act: "string", first: "string", second: "string" },
  run: ({ cases }) => {
    const groups = groupBy(cases, (file) => {
      const party = partyKey(file);
      const act = actKey(file);
      return party && act ? `${party}\u0000${act}` : undefined;
    });
    return [...groups.values()].flatMap((group) => pairsOf(group));
  },
};

const pairsOf = (group: readonly CaseFile[]) =>
  group.flatMap((first, i) =>
    group.slice(i + 1).map((second) => {
      const days = [violationDays(first), violationDays(second)] as const;
      const shared = days[0] && days[1] ? overlap(days[0], days[1]) : undefined;
      return {
        scope: "batch" as const,
        id: [first.id, second.id].sort().join(" + "),
        outcome:
          shared === undefined
            ? ("unknown" as const)
            : shared
              ? ("fail" as const)
              : ("pass" as const),
        cases: [first, second],
        facts: {
          party: first.values.party?.name ?? "",
          act: first.values.item?.name ?? first.values.violation?.kind ?? first.values.cause ?? "",
          first: first.id,
          second: second.id,
        },
        looked: ["party.name", "violation.date", "violation.endDate", "item.code", "decision.fine"],
      };
    }),
  );
