/**
 * A day of the civil calendar, or a whole month where the source names no day (`2023年12月`). No time
 * zone, no clock. A month is never turned into its first day: it is an interval, and a comparison that
 * the interval does not settle has no answer.
 */
export class CivilDate {
  #iso: string | undefined;

  protected constructor(
    readonly year: number,
    readonly month: number,
    /** Undefined where the source gives only the month. */
    readonly day: number | undefined,
    /** Days since 1970-01-01 of the first and of the last possible day. */
    readonly first: number,
    readonly last: number,
  ) {}

  /** Undefined if there is no such day (30 February) or the year is not in 1900–2199. */
  static of(year: number, month: number, day?: number): CivilDate | undefined {
    const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day ?? 1);
    if (!whole || year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
    const length = daysInMonth(year, month);
    if (day !== undefined && (day < 1 || day > length)) return undefined;
    return new CivilDate(
      year,
      month,
      day,
      epochDay(year, month, day ?? 1),
      epochDay(year, month, day ?? length),
    );
  }

  /** From `2023-12-01` or `2023-12`; undefined for anything else. */
  static fromIso(text: string): CivilDate | undefined {
    const { length } = text;
    if (text[4] !== "-" || (length !== 7 && (length !== 10 || text[7] !== "-"))) return undefined;
    const day = length === 10 ? digits(text, 8, 10) : undefined;
    return CivilDate.of(digits(text, 0, 4), digits(text, 5, 7), day);
  }

  /** The day that lies so many days after 1970-01-01. Throws RangeError outside 1900–2199. */
  static fromEpochDay(days: number): CivilDate {
    const date = new Date(days * 86_400_000);
    const found = CivilDate.of(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    if (!found) throw new RangeError(`No civil date for day ${days}.`);
    return found;
  }

  get precision(): "day" | "month" {
    return this.day === undefined ? "month" : "day";
  }

  /** `2023-12-01`, or `2023-12` for a month. */
  get iso(): string {
    return (this.#iso ??= this.#written());
  }

  #written(): string {
    const month = `${this.year}-${pad(this.month)}`;
    return this.day === undefined ? month : `${month}-${pad(this.day)}`;
  }

  toString(): string {
    return this.iso;
  }
}

const pad = (n: number): string => String(n).padStart(2, "0");

/** The number that the digits there write; NaN if something else stands among them. */
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
};

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

const startOfMonth = (month: number): number => daysBeforeMonth[month - 1] ?? 0;

/** Worked out without the built-in Date, which takes several times as long, for millions of cells. */
const epochDay = (year: number, month: number, day: number): number => {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leapDays - 719_162 + startOfMonth(month) + leapDay + day - 1;
};

/** Days in a month of the Gregorian calendar, month from 1. */
export const daysInMonth = (year: number, month: number): number =>
  startOfMonth(month + 1) - startOfMonth(month) + (month === 2 && isLeapYear(year) ? 1 : 0);
