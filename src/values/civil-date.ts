/**
 * A day of the civil calendar, or a whole month where the source names no day (`2023年12月`). No time
 * zone, no clock. A month is never turned into its first day: it is an interval, and a comparison that
 * the interval does not settle has no answer.
 */
export class CivilDate {
  #iso: string | undefined;

  private constructor(
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
    const whole = [year, month, day ?? 1].every(Number.isInteger);
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
    const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
    if (!match) return undefined;
    const [, year, month, day] = match;
    return CivilDate.of(Number(year), Number(month), day === undefined ? undefined : Number(day));
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

const epochDay = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** Days in a month of the Gregorian calendar, month from 1. */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
