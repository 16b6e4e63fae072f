import type { Entry, Field } from "./city-entry.js";
import type { Column, Value } from "./city-sheet.js";
import { dayOf } from "./demo-values.js";

/** How hands differ in writing dates, amounts and what is not there. */

const chineseDigits = "〇一二三四五六七八九";

const inChinese = (number: number): string => {
  if (number < 10) return chineseDigits.charAt(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? chineseDigits.charAt(tens) : ""}十${ones > 0 ? chineseDigits.charAt(ones) : ""}`;
};

const inChineseDigits = (year: number): string =>
  [...String(year)].map((digit) => chineseDigits.charAt(Number(digit))).join("");

const dateStyles = 7;

export const writtenDate = (iso: string, hand: number): Value => {
  const { year, month, day = 1 } = dayOf(iso);
  const styles: readonly Value[] = [
    new Date(Date.UTC(year, month - 1, day)),
    `${year}年${month}月${day}日`,
    `${year}.${month}.${day}`,
    iso.replaceAll("-", ""),
    `${year}/${month}/${day}`,
    iso,
    `${inChineseDigits(year)}年${inChinese(month)}月${inChinese(day)}日`,
  ];
  return styles[hand % dateStyles] ?? iso;
};

const withSeparators = (yuan: number): string =>
  String(yuan).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");

export const writtenAmount = (yuan: number, hand: number): Value => {
  const isRound = yuan >= 10_000 && yuan % 1000 === 0;
  const styles: readonly Value[] = [
    yuan,
    withSeparators(yuan),
    `${yuan}元`,
    isRound ? `${yuan / 10_000}万元` : `${withSeparators(yuan)}.00`,
  ];
  return styles[hand % styles.length] ?? yuan;
};

/** What a hand writes where there is nothing to write. */
const blanks: readonly Value[] = ["/", null, "—", null, "-", null, "无"];

/** Columns where 无 would be an answer, or where a mark in every row would look odd. */
const leftEmpty = new Set<Field>([
  "remark",
  "discussion",
  "defenceReview",
  "earlierAttempts",
  "recusalDecision",
  "transfer",
]);

const dates = new Set<Field>([
  ...(["clue", "violation", "violationEnd", "inspected", "filed", "sampled", "reported"] as const),
  ...([
    "filingSigned",
    "preserved",
    "preservedHandled",
    "recusalOn",
    "recusalDecidedOn",
    "correctionOn",
  ] as const),
  ...(["investigated", "submitted", "received", "reviewedOn", "noticeServed"] as const),
  ...(["defenceOn", "hearingAskedOn", "hearingNotified", "hearingOn", "discussedOn"] as const),
  ...(["approvedOn", "decided", "changedOn", "served", "dispatched", "noticedOn"] as const),
  ...(["paid", "reminded", "appliedToCourt", "transferredOn", "closed", "archived"] as const),
  ...(["published", "withdrawn"] as const),
]);

const amounts = new Set<Field>([
  ...(["goods", "noticeFine", "fine", "confiscated", "paidAmount", "surcharge"] as const),
  "publishedFine",
]);

const isIso = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

export type Unit = "yuan" | "wan";

const written = (entry: Entry, field: Field, unit: Unit): Value => {
  const value = entry[field];
  if (value === undefined) {
    return leftEmpty.has(field) ? null : (blanks[entry.hand % blanks.length] ?? null);
  }
  if (dates.has(field) && typeof value === "string" && isIso(value)) {
    return writtenDate(value, entry.hand);
  }
  if (!amounts.has(field) || typeof value !== "number") return value;
  return unit === "wan" ? value / 10_000 : writtenAmount(value, entry.hand);
};

/** A column of a ledger that fills with one field of the entries. */
export const column =
  (unit: Unit) =>
  (header: string, field: Field, width = 14): Column<Entry> => ({
    header,
    width,
    of: (entry) => written(entry, field, unit),
  });

/** The same in the way in which programs export it: days as ISO, nothing as nothing. */
export const exported = (header: string, field: Field): Column<Entry> => ({
  header,
  of: (entry) => entry[field],
});

export const under = <R>(over: string, ...columns: readonly Column<R>[]): Column<R>[] =>
  columns.map((one) => ({ ...one, over }));

export const sequence: Column<unknown> = { header: "序号", width: 6, of: (_, at) => at + 1 };
