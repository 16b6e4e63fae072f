import { groupBy } from "../../values/group-by.js";
import { writtenTime } from "../../values/clock-time.js";
import { areApart } from "../../values/place-name.js";
import { textKey } from "../../values/text-key.js";
import { keyHash } from "../../values/key-hash.js";
import type { CaseFile } from "../../model/origin.js";
import type { Check, CheckInput, CheckResult, Tally } from "./check.js";
import { FigureRows } from "./figure-rows.js";
import { staysIn, type Present, type Stay } from "./stays.js";
import { bringBack, passed, placesOf, type Taken } from "./taken.js";

/** What is said to take longer may be a round of several stops, written down as one. */
const longestStay = 240;

/** More records of one officer and day than anybody can have made: the times are no times of stays. */
const mostInADay = 40;

const overlap = (a: Stay, b: Stay): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/**
 * Records of one visit: several matters of one enterprise, or the inspection and the questions asked at it. Records
 * of one case are, unless their places are certainly apart.
 */
const isOneVisit = (a: Stay, b: Stay): boolean => {
  if (a.file === b.file) return !a.record || !b.record || !areNamedApart(a, b);
  return isAboutOne(a, b);
};

const areNamedApart = ({ place: a }: Stay, { place: b }: Stay): boolean =>
  a !== undefined && b !== undefined && areApart(a, b);

const isAboutOne = (a: Stay, b: Stay): boolean =>
  a.about !== undefined && b.about !== undefined && textKey(a.about) === textKey(b.about);

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
  areNamedApart(a, b);

const spanOf = ({ from, to }: Stay): string => `${writtenTime(from)}–${writtenTime(to)}`;

const pathsOf = ({ act }: Stay): string[] =>
  ["date", "from", "to", "place"].map((field) => `${act}.${field}`);

/** By its case, or by its record where the other is of the same case. */
const nameOf = ({ file, record }: Stay, other: Stay): string =>
  file === other.file ? (record ?? file.id) : file.id;

const clashResult = (clash: Clash, placeOf: (file: CaseFile) => number): CheckResult => {
  const [a, b] = clash.stays;
  const outcome = isCertain(clash) ? "fail" : "unknown";
  const places = [`${a.act}.place`, `${b.act}.place`];
  return {
    scope: "batch",
    id: [...new Set([a.file.id, b.file.id])].sort().join(" + "),
    outcome,
    cases: [...new Set([placeOf(a.file), placeOf(b.file)])],
    looked:
      outcome === "unknown"
        ? [...new Set(places)]
        : [...new Set([...pathsOf(a), ...pathsOf(b), "officers"])],
    facts: {
      officers: [...new Set(clash.officers.map(({ name }) => name))],
      day: a.day,
      minutes: BigInt(overlap(a, b)),
      ...{ first: nameOf(a, b), firstTime: spanOf(a), firstPlace: a.place ?? "" },
      ...{ second: nameOf(b, a), secondTime: spanOf(b), secondPlace: b.place ?? "" },
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

const byPerson = (stays: readonly Stay[]): Map<string, { officer: Present; stay: Stay }[]> => {
  const named = [...stays]
    .sort((a, b) => a.from - b.from || (a.file.id < b.file.id ? -1 : 1))
    .flatMap((stay) => stay.officers.map((officer) => ({ officer, stay })));
  return groupBy(named, ({ officer }) => officer.key);
};

/** Figures of a stay: who, who and when, and which case's. */
const [who, when, which] = [0, 1, 2];

class OfficerInTwoPlaces implements Tally<Float64Array> {
  readonly #stays = new FigureRows(3);

  constructor(readonly input: CheckInput) {}

  take(file: CaseFile, at: number): void {
    for (const { officers, day } of staysIn(file)) {
      for (const { key } of officers) {
        this.#stays.add(keyHash(key), keyHash(`${key} ${day.iso}`), at);
      }
    }
  }

  notes(): Float64Array {
    return this.#stays.notes();
  }

  join(notes: Float64Array): void {
    this.#stays.join(notes);
  }

  *results(): Generator<CheckResult> {
    const clashes: Clash[] = [];
    const places = new Map<CaseFile, number>();
    for (const [, rows] of this.#stays.grouped()) {
      if (rows.length < 2) continue;
      const days = [...groupBy([...rows], (row) => String(this.#stays.figure(row, when))).values()];
      const open = days.flatMap((day) => (day.length > mostInADay ? this.#tooMany(day) : []));
      const found = this.#clashesOf(
        days.filter(({ length }) => length <= mostInADay),
        places,
      );
      clashes.push(...found);
      yield* open;
      if (found.length + open.length === 0) yield passed;
    }
    for (const clash of joined(clashes)) {
      yield clashResult(clash, (file) => places.get(file) ?? 0);
    }
  }

  #casesOf(rows: readonly number[]): readonly Taken[] {
    const cases = new Set(rows.map((row) => this.#stays.figure(row, which)));
    return bringBack([...cases], this.input.caseAt);
  }

  /** A day with more records than anybody can have made says nothing for certain: a person looks at it. */
  #tooMany(day: readonly number[]): CheckResult[] {
    const hash = this.#stays.figure(day[0] ?? 0, who);
    const taken = this.#casesOf(day.slice(0, mostInADay));
    const own = taken
      .flatMap(({ file }) => staysIn(file))
      .flatMap((stay) => stay.officers.map((officer) => ({ officer, stay })))
      .filter(({ officer }) => keyHash(officer.key) === hash);
    const [any] = own;
    if (!any) return [];
    return [
      {
        ...{ scope: "officer", id: `${any.officer.name} ${any.stay.day.iso}`, outcome: "unknown" },
        cases: placesOf(taken),
        looked: [...new Set(own.flatMap(({ stay }) => pathsOf(stay)))],
        facts: {},
      },
    ];
  }

  /** The clashes of one officer; only cases of days with several stays are brought back. */
  #clashesOf(days: readonly (readonly number[])[], places: Map<CaseFile, number>): Clash[] {
    return days.flatMap((day) => {
      if (day.length < 2) return [];
      const hash = this.#stays.figure(day[0] ?? 0, who);
      const taken = this.#casesOf(day);
      for (const { file, at } of taken) places.set(file, at);
      return [...byPerson(taken.flatMap(({ file }) => staysIn(file)))].flatMap(([key, own]) => {
        const [any] = own;
        const margin = any && this.input.parameter("margin", { file: any.stay.file }).value;
        if (!any || margin === undefined || keyHash(key) !== hash) return [];
        const stays = own.map(({ stay }) => stay);
        return [...groupBy(stays, (stay) => stay.day.iso).values()].flatMap((ofDay) =>
          clashesIn(ofDay, any.officer, Number(margin)),
        );
      });
    });
  }
}

/** 一人两地: one officer in the records of two acts at two places at the same time. */
export const officerInTwoPlaces: Check = {
  facts: {
    officers: "list<string>",
    day: "Date",
    minutes: "int",
    ...{ first: "string", firstTime: "string", firstPlace: "string" },
    ...{ second: "string", secondTime: "string", secondPlace: "string" },
  },
  begin: (input) => new OfficerInTwoPlaces(input),
};
