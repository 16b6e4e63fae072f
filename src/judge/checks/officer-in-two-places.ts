import { groupBy } from "../../values/group-by.js";
import { writtenTime } from "../../values/clock-time.js";
import { areApart } from "../../values/place-name.js";
import { textKey } from "../../values/text-key.js";
import type { Check, CheckInput, CheckResult } from "./check.js";
import { staysIn, type Present, type Stay } from "./stays.js";

/** What is said to take longer may be a round of several stops, written down as one. */
const longestStay = 240;

/** More records of one officer and day than anybody can have made: the times are no times of stays. */
const mostInADay = 40;

const overlap = (a: Stay, b: Stay): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** Records of one visit: several matters of one enterprise, or the inspection and the questions asked at it. */
const isOneVisit = (a: Stay, b: Stay): boolean =>
  a.file === b.file ||
  (a.about !== undefined && b.about !== undefined && textKey(a.about) === textKey(b.about));

/** Two stays that share some time and someone, and are not known to be one visit. */
interface Clash {
  stays: readonly [Stay, Stay];
  officers: readonly Present[];
}

const clashesIn = (stays: readonly Stay[], officer: Present, margin: number): Clash[] =>
  stays.flatMap((a, i) =>
    stays
      .slice(i + 1)
      .filter((b) => overlap(a, b) >= margin && !isOneVisit(a, b))
      .map((b): Clash => ({ stays: [a, b], officers: [officer] })),
  );

/** Whether somebody was certainly said to be at two places at once. */
const isCertain = ({ stays: [a, b], officers }: Clash): boolean =>
  a.certain &&
  b.certain &&
  officers.every(({ certain }) => certain) &&
  // A round of several stops has one time for all of them.
  !(a.from === b.from && a.to === b.to) &&
  [a, b].every(({ from, to }) => to - from <= longestStay) &&
  a.place !== undefined &&
  b.place !== undefined &&
  areApart(a.place, b.place);

const spanOf = ({ from, to }: Stay): string => `${writtenTime(from)}–${writtenTime(to)}`;

const pathsOf = ({ act }: Stay): string[] =>
  ["date", "from", "to", "place"].map((field) => `${act}.${field}`);

const clashResult = (clash: Clash): CheckResult => {
  const [a, b] = clash.stays;
  const outcome = isCertain(clash) ? "fail" : "unknown";
  const places = [`${a.act}.place`, `${b.act}.place`];
  return {
    scope: "batch",
    id: [a.file.id, b.file.id].sort().join(" + "),
    outcome,
    cases: [a.file, b.file],
    looked:
      outcome === "unknown"
        ? [...new Set(places)]
        : [...new Set([...pathsOf(a), ...pathsOf(b), "officers"])],
    facts: {
      officers: [...new Set(clash.officers.map(({ name }) => name))],
      day: a.day,
      minutes: BigInt(overlap(a, b)),
      ...{ first: a.file.id, firstTime: spanOf(a), firstPlace: a.place ?? "" },
      ...{ second: b.file.id, secondTime: spanOf(b), secondPlace: b.place ?? "" },
    },
  };
};

/** Whoever is in both records is named in one result. */
const joined = (clashes: readonly Clash[]): Clash[] => {
  const byPair = groupBy(clashes, ({ stays }) =>
    stays.map(({ file, act }) => `${file.id} ${act}`).join("\u0000"),
  );
  return [...byPair.values()].flatMap((group) => {
    const certain = group.filter(isCertain);
    const [first] = certain.length > 0 ? certain : group;
    const named = certain.length > 0 ? certain : group;
    return first ? [{ ...first, officers: named.flatMap(({ officers }) => officers) }] : [];
  });
};

const nothingFound = (name: string): CheckResult => ({
  scope: "officer",
  id: name,
  outcome: "pass",
  cases: [],
  looked: [],
  facts: {},
});

const byPerson = (cases: CheckInput["cases"]): Map<string, { officer: Present; stay: Stay }[]> => {
  const named = cases
    .flatMap(staysIn)
    .sort((a, b) => a.from - b.from || (a.file.id < b.file.id ? -1 : 1))
    .flatMap((stay) => stay.officers.map((officer) => ({ officer, stay })));
  return groupBy(named, ({ officer }) => officer.key);
};

/** 一人两地: one officer in the records of two acts at two places at the same time. */
export const officerInTwoPlaces: Check = {
  facts: {
    officers: "list<string>",
    day: "Date",
    minutes: "int",
    ...{ first: "string", firstTime: "string", firstPlace: "string" },
    ...{ second: "string", secondTime: "string", secondPlace: "string" },
  },
  run: ({ cases, parameter }) => {
    const passed: CheckResult[] = [];
    const clashes: Clash[] = [];
    for (const own of byPerson(cases).values()) {
      const [any] = own;
      const margin = any && parameter("margin", { file: any.stay.file }).value;
      if (!any || margin === undefined || own.length < 2) continue;
      const days = groupBy(own, ({ stay }) => stay.day.iso);
      if ([...days.values()].some((group) => group.length > mostInADay)) continue;
      const found = [...days.values()].flatMap((group) =>
        clashesIn(
          group.map(({ stay }) => stay),
          any.officer,
          Number(margin),
        ),
      );
      if (found.length === 0) passed.push(nothingFound(any.officer.name));
      clashes.push(...found);
    }
    return [...joined(clashes).map(clashResult), ...passed];
  },
};
