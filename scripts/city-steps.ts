import type { Changes, Entry, Recording, Seizure } from "./city-entry.js";
import { agencies, type AgencyKey } from "./city-people.js";
import type { Days } from "./demo-values.js";

/** Steps that only some cases have, as they are when they are right. */

/** A recording of half an hour on a day, handed in the day after. */
export const recordingOf = (
  stage: string,
  day: string,
  { officers = "", number = "", place = "当事人住所" }: Entry,
  days: Days,
): Recording => ({
  stage,
  from: `${day} 09:30`,
  to: `${day} 10:05`,
  minutes: 35,
  device: "ZF-03",
  person: officers.split("、")[0] ?? "",
  place,
  file: `${number.replace(/\D/g, "")}-${day.replaceAll("-", "")}.mp4`,
  uploaded: days.working(day, 1),
  retention: "永久",
});

/** A hearing asked for, notified, held and minuted; review and discussion after it. */
export const heard = (agency: AgencyKey, usual: Entry, days: Days): Changes => {
  const { decided = "" } = usual;
  const on = (count: number): string => days.working(decided, count);
  const filed = on(-46);
  const hearingOn = on(-11);
  return {
    clue: on(-50),
    violation: days.plain(on(-50), -2),
    inspected: on(-49),
    correctionOn: on(-49),
    filed,
    investigated: on(-28),
    noticeServed: on(-26),
    hearingOffered: "是",
    hearing: "是",
    hearingAskedOn: on(-22),
    hearingWithdrawn: "否",
    hearingNotified: on(-19),
    hearingOn,
    hearingHost: agencies[agency].host,
    hearingMinutes: "是",
    reviewed: "是",
    submitted: on(-9),
    received: on(-9),
    reviewedOn: on(-7),
    ...discussed(agency, on(-3)),
    recordings: [recordingOf("举行听证", hearingOn, usual, days)],
  };
};

export const discussed = (
  agency: AgencyKey,
  day: string,
  discussion = "同意承办机构意见",
): Changes => ({
  discussed: "是",
  discussedOn: day,
  discussion,
  attendees: `${agencies[agency].head}、${agencies[agency].host}`,
});

/** Goods seized on the day of the inspection and given back before thirty days are over. */
export const seized = (
  agency: AgencyKey,
  serial: number,
  usual: Entry,
  days: Days,
  more: Partial<Seizure> = {},
): Changes => {
  const { inspected: from = "" } = usual;
  const to = more.to ?? days.working(from, 15);
  const { word, head } = agencies[agency];
  const seizure: Seizure = {
    number: `${word}强〔${from.slice(0, 4)}〕${serial}号`,
    kind: "扣押财物",
    goods: "涉案商品一批",
    approver: head,
    approvedOn: from,
    urgent: "否",
    from,
    to,
    extension: "未延长",
    handling: "解除扣押",
    handledOn: to,
    ...more,
  };
  return {
    seizure,
    recordings: [recordingOf("扣押现场", from, usual, days)],
  };
};

export const defended = (day: string, defenceReview: string | null): Changes => ({
  defence: "是",
  defenceOn: day,
  defenceReview,
});

/** What follows a service on another day. */
export const servedOn = (served: string, days: Days): Changes => {
  const paid = days.plain(served, 6);
  const closed = days.working(paid, 4);
  return { served, paid, closed, archived: days.working(closed, 10) };
};

export const notPaid: Changes = {
  paid: null,
  paidAmount: null,
  payMode: null,
  performance: "未履行",
  closed: null,
  closedBy: null,
  closedHow: null,
  archived: null,
  status: "执行中",
};
