import { CivilDate } from "./civil-date.js";
import { dayNumber, daysBetween, plusDays, plusMonths, plusYears } from "./day-arithmetic.js";

/** What the yearly State Council notices (部分节假日安排) say, for the years `from` to `to`. Days are ISO. */
export interface CalendarData {
  /** Rest days by notice (放假), on whatever day of the week. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which people work (调休上班). */
  readonly makeupDays: readonly string[];
  /** First and last year for which the notices are known in full. */
  readonly from: number;
  readonly to: number;
}

/** Whether a day is a working day cannot be known: no notice for that year is at hand. */
export class UncoveredYearError extends Error {
  constructor(readonly year: number) {
    super(`The calendar has no holiday notice for ${year}.`);
    this.name = "UncoveredYearError";
  }
}

/**
 * Counts working days (工作日): Monday to Friday without the holidays, and the make-up days. It follows
 * art. 85 of the civil procedure law: the first day is not counted, the last is; a period that ends on a rest day runs on to
 * the next working day. Whatever needs a year that is not covered throws UncoveredYearError. All dates
 * must be days; a month throws TypeError.
 */
export class WorkingDayCalendar {
  readonly from: number;
  readonly to: number;
  readonly #firstDay: number;
  readonly #afterLastDay: number;
  /** The epoch days of all working days covered, in order. */
  readonly #workingDays: readonly number[];
  /** For each covered day, how many working days come before it; one entry more at the end. */
  readonly #countBefore: Int32Array;

  /** Throws RangeError if the years are out of order or a day is not a day or listed twice over. */
  constructor(data: CalendarData) {
    const { holidays, makeupDays } = checkedDays(data);
    this.from = data.from;
    this.to = data.to;
    this.#firstDay = firstDayOf(data.from);
    this.#afterLastDay = lastDayOf(data.to) + 1;
    const workingDays: number[] = [];
    this.#countBefore = new Int32Array(this.#afterLastDay - this.#firstDay + 1);
    for (let day = this.#firstDay; day < this.#afterLastDay; day++) {
      this.#countBefore[day - this.#firstDay] = workingDays.length;
      if (makeupDays.has(day) || (!isWeekend(day) && !holidays.has(day))) workingDays.push(day);
    }
    this.#countBefore[this.#afterLastDay - this.#firstDay] = workingDays.length;
    this.#workingDays = workingDays;
  }

  isWorkingDay(date: CivilDate): boolean {
    return this.#isWorking(this.#covered(date));
  }

  /**
   * The `count`-th working day after `date`; before it if `count` is negative. Zero gives `date` back,
   * even if it is a rest day.
   */
  addWorkingDays(date: CivilDate, count: number): CivilDate {
    if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of days: ${count}`);
    const day = this.#covered(date);
    if (count === 0) return date;
    const index =
      count > 0 ? this.#workingBefore(day + 1) + count - 1 : this.#workingBefore(day) + count;
    const found = this.#workingDays[index];
    if (found === undefined) throw new UncoveredYearError(count > 0 ? this.to + 1 : this.from - 1);
    return CivilDate.fromEpochDay(found);
  }

  /**
   * Working days from `from` to `to`: `from` is not counted, `to` is. If `to` is the earlier day the
   * count goes backwards and is negative.
   */
  workingDaysBetween(from: CivilDate, to: CivilDate): number {
    const start = this.#covered(from);
    const end = this.#covered(to);
    return end >= start
      ? this.#workingBefore(end + 1) - this.#workingBefore(start + 1)
      : this.#workingBefore(end) - this.#workingBefore(start);
  }

  /**
   * Clear working days: neither `from` nor `to` is counted, as in "seven days before the hearing".
   * Zero if `to` is not later than `from`.
   */
  clearWorkingDaysBetween(from: CivilDate, to: CivilDate): number {
    const start = this.#covered(from);
    const end = this.#covered(to);
    return end <= start ? 0 : this.#workingBefore(end) - this.#workingBefore(start + 1);
  }

  /** `date` itself if it is a working day, or else the next one. */
  rollForward(date: CivilDate): CivilDate {
    const day = this.#covered(date);
    return this.#isWorking(day) ? date : this.addWorkingDays(date, 1);
  }

  /** The day `count` calendar days on. With `roll`, a rest day gives way to the next working day. */
  addCalendarDays(date: CivilDate, count: number, roll: boolean): CivilDate {
    return this.#rolled(plusDays(date, count), roll);
  }

  /** The same day `count` months on, or the last of that month; then rolled as above. */
  addMonths(date: CivilDate, count: number, roll = true): CivilDate {
    return this.#rolled(plusMonths(date, count), roll);
  }

  /** The same day `count` years on, 28 for 29 February where needed; then rolled as above. */
  addYears(date: CivilDate, count: number, roll = true): CivilDate {
    return this.#rolled(plusYears(date, count), roll);
  }

  /** Calendar days from `from` to `to`; needs no notice. Negative if `to` is earlier. */
  calendarDaysBetween(from: CivilDate, to: CivilDate): number {
    return daysBetween(from, to);
  }

  #rolled(date: CivilDate, roll: boolean): CivilDate {
    return roll ? this.rollForward(date) : date;
  }

  #covered(date: CivilDate): number {
    const day = dayNumber(date);
    if (day < this.#firstDay || day >= this.#afterLastDay) throw new UncoveredYearError(date.year);
    return day;
  }

  #workingBefore(day: number): number {
    return this.#countBefore[day - this.#firstDay] ?? 0;
  }

  #isWorking(day: number): boolean {
    return this.#workingBefore(day + 1) > this.#workingBefore(day);
  }
}

/**
 * `base` with what `extra` says: its years are added, and where both cover a year, or name a day, `extra`
 * alone counts. Throws RangeError if that would leave a gap between the years.
 */
export const mergeCalendars = (base: CalendarData, extra: CalendarData): CalendarData => {
  if (extra.from > base.to + 1 || base.from > extra.to + 1) {
    throw new RangeError(
      `The calendars ${base.from}–${base.to} and ${extra.from}–${extra.to} do not meet.`,
    );
  }
  const named = new Set([...extra.holidays, ...extra.makeupDays]);
  const keep = (day: string): boolean => {
    const year = Number(day.slice(0, 4));
    return !named.has(day) && (year < extra.from || year > extra.to);
  };
  return {
    holidays: [...base.holidays.filter(keep), ...extra.holidays].sort(),
    makeupDays: [...base.makeupDays.filter(keep), ...extra.makeupDays].sort(),
    from: Math.min(base.from, extra.from),
    to: Math.max(base.to, extra.to),
  };
};

/** Days that are off or worked on, whatever the notices say; of a whole year, nothing else counts. */
export interface OwnDays {
  readonly off: readonly string[];
  readonly work: readonly string[];
  /** Years of which every such day is listed. */
  readonly years: readonly number[];
}

/** `base` with days of one's own; the years join on. */
export const withDays = (base: CalendarData, { off, work, years }: OwnDays): CalendarData => {
  const named = new Set([...off, ...work]);
  const whole = new Set(years);
  const keep = (day: string): boolean => !named.has(day) && !whole.has(Number(day.slice(0, 4)));
  return {
    holidays: [...base.holidays.filter(keep), ...off].sort(),
    makeupDays: [...base.makeupDays.filter(keep), ...work].sort(),
    from: Math.min(base.from, ...years),
    to: Math.max(base.to, ...years),
  };
};

const checkedDays = (data: CalendarData): { holidays: Set<number>; makeupDays: Set<number> } => {
  if (!(data.from <= data.to)) throw new RangeError(`No years from ${data.from} to ${data.to}.`);
  const holidays = new Set(data.holidays.map(isoDayNumber));
  const makeupDays = new Set(data.makeupDays.map(isoDayNumber));
  for (const day of makeupDays) {
    if (holidays.has(day)) {
      throw new RangeError(`Both holiday and working day: ${CivilDate.fromEpochDay(day).iso}.`);
    }
  }
  return { holidays, makeupDays };
};

const isoDayNumber = (iso: string): number => {
  const date = CivilDate.fromIso(iso);
  if (date?.day === undefined) throw new RangeError(`Not a day: ${iso}`);
  return date.first;
};

const firstDayOf = (year: number): number => boundary(year, 1).first;
const lastDayOf = (year: number): number => boundary(year, 12).last;

const boundary = (year: number, month: number): CivilDate => {
  const found = CivilDate.of(year, month);
  if (!found) throw new RangeError(`Not a year: ${year}`);
  return found;
};

/** 1970-01-01, day 0, was a Thursday. */
const isWeekend = (day: number): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
};
