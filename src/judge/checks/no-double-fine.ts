import { checkCreditCode } from "../../values/credit-code.js";
import { nameKey } from "../../values/names.js";
import { checkResidentId } from "../../values/resident-id.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import { groupBy } from "../../values/group-by.js";
import type { Check, CheckResult } from "./check.js";

/** Who was fined: by a sound credit code or identity number, else by name. */
const partyKey = ({ values }: CaseFile): string | undefined => {
  const { creditCode = "", idNumber = "", name } = values.party ?? {};
  if (checkCreditCode(creditCode).kind === "valid") return creditCode;
  if (checkResidentId(idNumber).kind === "valid") return idNumber;
  return name && nameKey(name);
};

const actOf = ({ values }: CaseFile): string | undefined =>
  values.item?.name ?? values.violation?.kind ?? values.cause;

/** One party and one act: the item's code, else its words. */
const groupKey = (file: CaseFile): string | undefined => {
  const party = partyKey(file);
  const act = file.values.item?.code ?? actOf(file);
  return party && act ? `${party}\u0000${textKey(act)}` : undefined;
};

interface Fined {
  file: CaseFile;
  /** The days of the violation as ISO texts, which sort like days. */
  from: string;
  to: string;
}

const isDay = (iso: string): boolean => iso.length === 10;

/** Undefined where the days are not recorded, or only a month is. */
const finedOn = (file: CaseFile): Fined | undefined => {
  const from = file.values.violation?.date;
  const to = file.values.violation?.endDate ?? from;
  return from && to && isDay(from) && isDay(to) ? { file, from, to } : undefined;
};

/** Cases whose violations share a day, directly or through others, in one pass over their days. */
const overlapping = (fined: readonly Fined[]): CaseFile[][] => {
  const sorted = [...fined].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const clusters: CaseFile[][] = [];
  let lastDay = "";
  for (const { file, from, to } of sorted) {
    if (from <= lastDay) clusters.at(-1)?.push(file);
    else clusters.push([file]);
    if (to > lastDay) lastDay = to;
  }
  return clusters.filter((cluster) => cluster.length > 1);
};

/** At two places one party may commit two acts on one day. */
const atOnePlace = (cases: readonly CaseFile[]): boolean => {
  const places = cases.flatMap(({ values }) => values.violation?.place ?? []);
  return new Set(places.map(textKey)).size <= 1;
};

const resultOf = (outcome: CheckResult["outcome"], cases: readonly CaseFile[]): CheckResult => {
  const ids = cases.map(({ id }) => id).sort();
  const [first] = cases;
  return {
    scope: "batch",
    id: ids.join(" + "),
    outcome,
    cases,
    facts: {
      party: first?.values.party?.name ?? "",
      act: (first && actOf(first)) ?? "",
      decisions: ids,
    },
    looked: [
      ...["party.name", "item.code", "violation.date", "violation.endDate", "violation.place"],
      "decision.fine",
    ],
  };
};

/** One party's fines for one act: each overlap fails; days nobody recorded leave the rest open. */
const judgeGroup = (group: readonly CaseFile[]): CheckResult[] => {
  if (group.length < 2) return [];
  const fined = group.flatMap((file) => finedOn(file) ?? []);
  const failures = overlapping(fined).map((cluster) =>
    resultOf(atOnePlace(cluster) ? "fail" : "unknown", cluster),
  );
  if (fined.length < group.length) return [...failures, resultOf("unknown", group)];
  return failures.length > 0 ? failures : [resultOf("pass", group)];
};

/**
 * 一事不二罚 (art. 29): one party, one act, more than one fine. The same act is the same item on the same
 * or overlapping days; where the day of the violation is not recorded, nobody can tell.
 */
export const noDoubleFine: Check = {
  facts: { party: "string", act: "string", decisions: "list<string>" },
  run: ({ cases }) => [...groupBy(cases, groupKey).values()].flatMap(judgeGroup),
};
