import { CivilDate, daysInMonth } from "./civil-date.js";

/** Throws TypeError for a date of month precision: there is no day to count from. */
export const dayNumber = (date: CivilDate): number => {
  if (date.day === undefined)
    throw new TypeError(`A day is needed to count from, not ${date.iso}.`);
  return date.first;
};

/** The calendar day (自然日) that lies `count` days after `date`, before it if negative. */
export const plusDays = (date: CivilDate, count: number): CivilDate =>
  CivilDate.fromEpochDay(dayNumber(date) + count);

/** The same day of the month `count` months on; the month's last day if it has no such day. */
export const plusMonths = (date: CivilDate, count: number): CivilDate => {
  dayNumber(date);
  const months = date.year * 12 + (date.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const day = Math.min(date.day ?? 1, daysInMonth(year, month));
  const found = CivilDate.of(year, month, day);
  if (!found) throw new RangeError(`No civil date ${count} months from ${date.iso}.`);
  return found;
};

/** The same day `count` years on; 28 February for 29 February in a common year. */
export const plusYears = (date: CivilDate, count: number): CivilDate =>
  plusMonths(date, count * 12);

/** Calendar days from `from` to `to`: the first day excluded, the last included. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  dayNumber(to) - dayNumber(from);
