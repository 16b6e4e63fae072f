import type { CivilDate } from "./civil-date.js";

/*
 * A date of month precision is an interval. Each comparison is true or false where every day of the
 * intervals gives that answer, and undefined where they do not.
 */

/** Whether `a` is earlier than `b`. */
export const isBefore = (a: CivilDate, b: CivilDate): boolean | undefined => {
  if (a.last < b.first) return true;
  return a.first >= b.last ? false : undefined;
};

/** Whether `a` is earlier than `b` or the same day. */
export const isOnOrBefore = (a: CivilDate, b: CivilDate): boolean | undefined => {
  if (a.last <= b.first) return true;
  return a.first > b.last ? false : undefined;
};

/** Whether `a` is later than `b`. */
export const isAfter = (a: CivilDate, b: CivilDate): boolean | undefined => isBefore(b, a);

/** Whether `a` is later than `b` or the same day. */
export const isOnOrAfter = (a: CivilDate, b: CivilDate): boolean | undefined => isOnOrBefore(b, a);

/** Whether `a` and `b` are the same day. Two mentions of one month do not tell. */
export const isSame = (a: CivilDate, b: CivilDate): boolean | undefined => {
  if (a.last < b.first || b.last < a.first) return false;
  return a.precision === "day" && b.precision === "day" ? true : undefined;
};

/** Whether `date` lies in the span from `from` to `to`, both ends included. */
export const isWithin = (date: CivilDate, from: CivilDate, to: CivilDate): boolean | undefined => {
  const notTooEarly = isOnOrAfter(date, from);
  const notTooLate = isOnOrBefore(date, to);
  if (notTooEarly === false || notTooLate === false) return false;
  return notTooEarly && notTooLate ? true : undefined;
};
