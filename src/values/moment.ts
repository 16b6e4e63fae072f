import { CivilDate } from "./civil-date.js";
import { parseClockTime, writtenTime, type ClockTime } from "./clock-time.js";
import { parseDate } from "./parse-date.js";

/** A time of day, and the day where the source names it too: how a field for times is kept. */
export interface Moment {
  /** Undefined where only the time is said. */
  date: CivilDate | undefined;
  time: ClockTime;
}

/** From `09:30` or `2024-03-05 09:30`; undefined for anything else. */
export const momentFromIso = (text: string): Moment | undefined => {
  const [, day, clock = ""] = /^(?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2})$/.exec(text) ?? [];
  const time = parseClockTime(clock);
  const date = day === undefined ? undefined : CivilDate.fromIso(day);
  return time === undefined || (day !== undefined && !date) ? undefined : { date, time };
};

/** `09:30`, `2024-03-05 09:30` */
export const writtenMoment = ({ date, time }: Moment): string =>
  date ? `${date.iso} ${writtenTime(time)}` : writtenTime(time);

/** Behind a day stands at most a time. */
const BEHIND_DAY = /^(.*?(?:[日号]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8}))(?:T|\s*)(\S.*)$/;

/**
 * A time of day with or without its day: `2024-03-05 09:30`, `2024年3月5日9时30分`, `9时30分`. Undefined where
 * either is not certain.
 */
export const parseMoment = (text: string): Moment | undefined => {
  if (text.length > 60) return undefined;
  const plain = text.trim();
  const alone = parseClockTime(plain);
  if (alone !== undefined) return { date: undefined, time: alone };
  const [, day = "", clock = ""] = BEHIND_DAY.exec(plain) ?? [];
  const date = parseDate(day);
  const time = parseClockTime(clock);
  return date?.precision === "day" && time !== undefined ? { date, time } : undefined;
};

export interface MomentSpan {
  from: Moment;
  to: Moment;
}

/**
 * The two ends of a stretch of time: `9时30分至10时20分`, `2024-03-05 09:30-10:20`. The day of the first end is
 * that of the second, unless that has its own. Undefined where an end is not certain.
 */
export const parseMomentSpan = (text: string): MomentSpan | undefined => {
  if (text.length > 80) return undefined;
  const found: MomentSpan[] = [];
  for (const { index, 0: mark } of text.matchAll(/\s*(?:起?至|到|[~～—–-]+)\s*/g)) {
    const from = parseMoment(text.slice(0, index).replace(/^自/, ""));
    const to = parseMoment(text.slice(index + mark.length).replace(/止$/, ""));
    if (from && to) found.push({ from, to: { ...to, date: to.date ?? from.date } });
  }
  return found.length === 1 ? found[0] : undefined;
};
