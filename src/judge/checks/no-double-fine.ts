import { CivilDate } from "../../values/civil-date.js";
import { Money } from "../../values/money.js";
import { textKey } from "../../values/text-key.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import type { KeyGroup } from "./key-groups.js";
import { identityOf, partiesOf } from "./party-identity.js";
import { hashOfFine, PartyNotes } from "./party-notes.js";
import { bringBack, passed, placesOf, type Taken } from "./taken.js";

const actOf = ({ values }: CaseFile): string | undefined =>
  values.item?.name ?? values.violation?.kind ?? values.cause;

/** Words under which any two acts may stand. */
const generic = /^(其他|其它|违法|违规|一般)|(其他|其它)(违法)?(行为|情形|事项)?$/;

/** One party's fines for one act. */
interface Group {
  party: string;
  cases: Taken[];
  /** Whether it is certainly one party and one act. */
  certain: boolean;
  /** Which party of its first case it is. */
  rank: number;
}

const actKey = (file: CaseFile): string => textKey(file.values.item?.code ?? actOf(file) ?? "");

/** Cases noted under one hash, told apart by who did what. */
const groupsOf = (
  { hash, places }: KeyGroup,
  parties: PartyNotes,
  caseAt: CheckInput["caseAt"],
): Group[] => {
  const groups = new Map<string, Group>();
  for (const taken of bringBack(places, caseAt)) {
    const act = actKey(taken.file);
    for (const [rank, party] of partiesOf(taken.file).entries()) {
      const identity = identityOf(party, (name) => parties.codesOf(name, caseAt));
      // The other parties of a case have groups of their own.
      if (!identity || hashOfFine(identity.key, act) !== hash) continue;
      const key = `${identity.key}\u0000${act}`;
      const group = groups.get(key) ?? { party: party.name ?? "", cases: [], certain: true, rank };
      groups.set(key, group);
      group.certain &&= identity.certain && !generic.test(act);
      if (group.cases.at(-1) !== taken) group.cases.push(taken);
    }
  }
  return [...groups.values()].filter((group) => group.cases.length > 1);
};

interface Fined {
  taken: Taken;
  /** The days of the violation as ISO texts, which sort like days. */
  from: string;
  to: string;
}

const isDay = (iso: string): boolean => iso.length === 10;

/** Undefined where the days are not recorded, or only a month is. */
const finedOn = (taken: Taken): Fined | undefined => {
  const { date: from, endDate: to = from } = taken.file.values.violation ?? {};
  return from && to && isDay(from) && isDay(to) ? { taken, from, to } : undefined;
};

/** Cases whose violations share a day, directly or through others, in one pass over their days. */
const overlapping = (fined: readonly Fined[]): Taken[][] => {
  const sorted = [...fined].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const clusters: Taken[][] = [];
  let lastDay = "";
  for (const { taken, from, to } of sorted) {
    if (from <= lastDay) clusters.at(-1)?.push(taken);
    else clusters.push([taken]);
    if (to > lastDay) lastDay = to;
  }
  return clusters.filter((cluster) => cluster.length > 1);
};

/** At two places one party may commit two acts on one day. */
const atOnePlace = (cases: readonly Taken[]): boolean => {
  const places = cases.flatMap(({ file }) => file.values.violation?.place ?? []);
  return new Set(places.map(textKey)).size <= 1;
};

const resultOf = (
  outcome: CheckResult["outcome"],
  party: string,
  cases: readonly Taken[],
): CheckResult => {
  const files = cases.map(({ file }) => file);
  const ids = files.map(({ id }) => id).sort();
  const [first] = files;
  const days = new Set(files.flatMap(({ values }) => values.violation?.date ?? []));
  return {
    scope: "batch",
    id: ids.join(" + "),
    outcome,
    cases: placesOf(cases),
    facts: {
      party,
      act: (first && actOf(first)) ?? "",
      decisions: ids,
      days: [...days].sort().flatMap((iso) => CivilDate.fromIso(iso) ?? []),
      total: new Money(files.reduce((sum, { values }) => sum + (values.decision?.fine ?? 0), 0)),
    },
    looked: [
      ...["party.name", "item.code", "violation.date", "violation.endDate", "violation.place"],
      "decision.fine",
    ],
  };
};

/** Each overlap fails; days nobody recorded, and namesakes, leave it open. */
const judgeGroup = ({ party, cases, certain }: Group): CheckResult[] => {
  const fined = cases.flatMap((taken) => finedOn(taken) ?? []);
  const overlaps = overlapping(fined).map((cluster) =>
    resultOf(certain && atOnePlace(cluster) ? "fail" : "unknown", party, cluster),
  );
  if (fined.length < cases.length) return [...overlaps, resultOf("unknown", party, cases)];
  return overlaps.length > 0 ? overlaps : [resultOf("pass", party, cases)];
};

/** Two parties of the same decisions give the same result; it is told once, the graver of them. */
const once = (groups: readonly Group[]): CheckResult[] => {
  const byId = new Map<string, CheckResult>();
  for (const result of [...groups].sort(byFirstCase).flatMap(judgeGroup)) {
    if (result.outcome === "fail" || !byId.has(result.id)) byId.set(result.id, result);
  }
  return [...byId.values()];
};

const firstId = ({ cases }: Group): string => cases[0]?.file.id ?? "";

const byFirstCase = (a: Group, b: Group): number =>
  firstId(a) < firstId(b) ? -1 : firstId(a) > firstId(b) ? 1 : a.rank - b.rank;

/** Whether another party may have been fined by the same decisions. */
const isShared = ({ cases }: Group): boolean =>
  cases.filter(({ file }) => partiesOf(file).length > 1).length > 1;

const forTelling = (result: CheckResult): CheckResult =>
  result.outcome === "pass" ? passed : result;

class NoDoubleFine implements Tally<Float64Array> {
  readonly #parties = new PartyNotes();

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    this.#parties.add(file, at, actKey(file));
  }

  notes(): Float64Array {
    return this.#parties.notes();
  }

  join(notes: Float64Array): void {
    this.#parties.join(notes);
  }

  *results(): Generator<CheckResult> {
    const shared: Group[] = [];
    for (const noted of this.#parties.fines().groups(2)) {
      for (const group of groupsOf(noted, this.#parties, this.input.caseAt)) {
        if (isShared(group)) shared.push(group);
        else yield* judgeGroup(group).map(forTelling);
      }
    }
    yield* once(shared).map(forTelling);
  }
}

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
  begin: (input) => new NoDoubleFine(input),
};
