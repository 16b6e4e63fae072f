import { CivilDate } from "../../values/civil-date.js";
import { Money } from "../../values/money.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckResult } from "./check.js";
import { partiesOf, PartyIdentities } from "./party-identity.js";

const actOf = ({ values }: CaseFile): string | undefined =>
  values.item?.name ?? values.violation?.kind ?? values.cause;

/** Words under which any two acts may stand. */
const generic = /^(其他|其它|违法|违规|一般)|(其他|其它)(违法)?(行为|情形|事项)?$/;

/** One party's fines for one act. */
interface Group {
  party: string;
  cases: CaseFile[];
  /** Whether it is certainly one party and one act. */
  certain: boolean;
}

const groupsIn = (cases: readonly CaseFile[]): Group[] => {
  const identities = new PartyIdentities(cases);
  const groups = new Map<string, Group>();
  for (const file of cases) {
    const { code } = file.values.item ?? {};
    const act = textKey(code ?? actOf(file) ?? "");
    for (const party of partiesOf(file)) {
      const identity = identities.of(party);
      if (!act || !identity) continue;
      const key = `${identity.key}\u0000${act}`;
      const group = groups.get(key) ?? { party: party.name ?? "", cases: [], certain: true };
      groups.set(key, group);
      group.certain &&= identity.certain && !generic.test(act);
      if (group.cases.at(-1) !== file) group.cases.push(file);
    }
  }
  return [...groups.values()].filter((group) => group.cases.length > 1);
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

const resultOf = (
  outcome: CheckResult["outcome"],
  party: string,
  cases: readonly CaseFile[],
): CheckResult => {
  const ids = cases.map(({ id }) => id).sort();
  const [first] = cases;
  const days = new Set(cases.flatMap(({ values }) => values.violation?.date ?? []));
  return {
    scope: "batch",
    id: ids.join(" + "),
    outcome,
    cases,
    facts: {
      party,
      act: (first && actOf(first)) ?? "",
      decisions: ids,
      days: [...days].sort().flatMap((iso) => CivilDate.fromIso(iso) ?? []),
      total: new Money(cases.reduce((sum, { values }) => sum + (values.decision?.fine ?? 0), 0)),
    },
    looked: [
      ...["party.name", "item.code", "violation.date", "violation.endDate", "violation.place"],
      "decision.fine",
    ],
  };
};

/** Each overlap fails; days nobody recorded, and namesakes, leave it open. */
const judgeGroup = ({ party, cases, certain }: Group): CheckResult[] => {
  const fined = cases.flatMap((file) => finedOn(file) ?? []);
  const overlaps = overlapping(fined).map((cluster) =>
    resultOf(certain && atOnePlace(cluster) ? "fail" : "unknown", party, cluster),
  );
  if (fined.length < cases.length) return [...overlaps, resultOf("unknown", party, cases)];
  return overlaps.length > 0 ? overlaps : [resultOf("pass", party, cases)];
};

/** Two parties of the same decisions give the same result; it is told once, the graver of them. */
const once = (results: readonly CheckResult[]): CheckResult[] => {
  const byId = new Map<string, CheckResult>();
  for (const result of results) {
    if (result.outcome === "fail" || !byId.has(result.id)) byId.set(result.id, result);
  }
  return [...byId.values()];
};

/**
 * 一事不二罚 (art. 29): one party, one act, more than one fine. The same act is the same item on the same
 * or overlapping days; where the day of the violation is not recorded, nobody can tell.
 */
export const noDoubleFine: Check = {
  facts: {
    party: "string",
    act: "string",
    decisions: "list<string>",
    days: "list<Date>",
    total: "Money",
  },
  run: ({ cases }) => once(groupsIn(cases).flatMap(judgeGroup)),
};
