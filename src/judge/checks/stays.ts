import { nameKey } from "../../values/names.js";
import { CivilDate } from "../../values/civil-date.js";
import { momentFromIso, type Moment } from "../../values/moment.js";
import { textKey } from "../../values/text-key.js";
import type { CaseValues } from "../../model/case-file.js";
import type { CaseFile } from "../../model/origin.js";

type Person = NonNullable<CaseValues["officers"]>[number];

/** An officer whom records name. */
export interface Present {
  name: string;
  /** Under which the same person is found in other records. */
  key: string;
  /** Whether nobody else can be meant: by the certificate, or by a roster without a namesake. */
  certain: boolean;
}

/** A stretch of time on one day that officers spent at one place, as a record has it. */
export interface Stay {
  file: CaseFile;
  /** Path of the fields that say so: `inspection`, `documents[3]`. */
  act: string;
  /** What records of one case are told apart by; undefined where ledgers say it. */
  record?: string;
  day: CivilDate;
  /** Minutes from midnight. */
  from: number;
  to: number;
  place: string | undefined;
  /** Who or what was inspected or asked. */
  about: string | undefined;
  officers: readonly Present[];
  /** Whether the officers named were there: those of a penalty case need not have inspected themselves. */
  certain: boolean;
}

/** Shorter numbers than that of a certificate of the state are the agency's own: another has them too. */
const shortestNumber = 6;

const present = ({ name, certificate, registration }: Person, agency = ""): Present[] => {
  const number = certificate ?? registration?.certificate;
  if (name === undefined) return [];
  const [own, person] = [textKey(agency), nameKey(name)];
  if (number !== undefined) {
    const key = textKey(number).toUpperCase().replace(/^0+/, "");
    const isShort = key.length < shortestNumber;
    // A number that stands beside two names is wrong beside one of them, and makes no one of two people.
    return [
      { name, key: [person, key, isShort ? own : ""].join(" "), certain: !isShort || own !== "" },
    ];
  }
  const certain = registration?.onRoster === true && agency !== "";
  return [{ name, key: `${own} ${person}`, certain }];
};

const offSite = /非现场|书面|网络|线上|在线|远程|电话|视频/;

const momentOf = (text: string | undefined): Moment | undefined =>
  text === undefined ? undefined : momentFromIso(text);

/** Undefined where the day, an end or their order is not certain, and for what lasts over midnight. */
const stretch = (
  date: string | undefined,
  begins: string | undefined,
  ends: string | undefined,
): Pick<Stay, "day" | "from" | "to"> | undefined => {
  const [from, to] = [momentOf(begins), momentOf(ends)];
  const day = from?.date ?? CivilDate.fromIso(date ?? "");
  if (!from || !to || day?.precision !== "day" || from.time >= to.time) return undefined;
  if ((to.date ?? day).iso !== day.iso) return undefined;
  return { day, from: from.time, to: to.time };
};

const inspectionOf = (file: CaseFile, officers: readonly Present[]): Stay[] => {
  const { kind, inspection = {}, party } = file.values;
  const when = stretch(inspection.date, inspection.from, inspection.to);
  if (!when || offSite.test(`${inspection.mode ?? ""}${inspection.form ?? ""}`)) return [];
  const about = inspection.object ?? party?.name;
  const certain = kind === "inspection";
  return [{ file, act: "inspection", ...when, place: inspection.place, about, officers, certain }];
};

const inquiryOf = (file: CaseFile, officers: readonly Present[]): Stay[] => {
  const { inquiry = {}, party } = file.values;
  const when = stretch(inquiry.date, inquiry.from, inquiry.to);
  if (!when) return [];
  const asked = inquiry.officers?.map(nameKey);
  const own = officers.filter(({ name }) => asked?.includes(nameKey(name)) ?? true);
  const certain = asked !== undefined;
  const about = party?.name;
  return [{ file, act: "inquiry", ...when, place: inquiry.place, about, officers: own, certain }];
};

const recordTypes = new Set(["inspection-record", "interview-record", "coercion-record"]);

/** What the records of a dossier say, each of its own officers. */
const recordsOf = (file: CaseFile, officers: readonly Present[]): Stay[] =>
  (file.values.documents ?? []).flatMap((document, at): Stay[] => {
    const when = stretch(document.date, document.from, document.to);
    if (!when || !document.officers || !recordTypes.has(document.type ?? "")) return [];
    const named = document.officers.map(nameKey);
    const isInterview = document.type === "interview-record";
    return [
      {
        ...{ file, act: `documents[${at}]`, ...when, place: document.place },
        record: `${document.title ?? ""}${document.interviewed ? `（${document.interviewed}）` : ""}`,
        about: isInterview ? document.interviewed : file.values.party?.name,
        officers: officers.filter(({ name }) => named.includes(nameKey(name))),
        certain: true,
      },
    ];
  });

/** The stays at a place that a case's records give with both their times; records before what ledgers say of them. */
export const staysIn = (file: CaseFile): Stay[] => {
  const { officers = [], decision } = file.values;
  const all = officers.flatMap((person) => present(person, decision?.agency));
  if (all.length === 0) return [];
  const records = recordsOf(file, all);
  return records.length > 0 ? records : [...inspectionOf(file, all), ...inquiryOf(file, all)];
};
