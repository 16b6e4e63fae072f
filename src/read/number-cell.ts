import type { Cell } from "../model/cells.js";
import { CivilDate } from "../values/civil-date.js";
import { parseClockTime, timeOfFraction } from "../values/clock-time.js";
import { DayAndTime } from "../values/day-and-time.js";
import { fromExcelSerial } from "../values/parse-date.js";
import type { Shown } from "./number-format.js";

/** A stored number as its format shows it: a date where it shows one, else the number. */
export const numberCell = (number: number, shown: Shown, dateSystem: 1900 | 1904): Cell => {
  // Below 1 there is only a time of day.
  if (shown === "number" || number < 1) return number;
  const date = fromExcelSerial(number, dateSystem);
  if (!date) return number;
  if (shown === "moment") {
    const time = timeOfFraction(Math.max(number - Math.floor(number + halfMillisecond), 0));
    return time ? new DayAndTime(date, time) : date;
  }
  // Typing 2023年12月 makes Excel store the first of the month; the day is its own, not the writer's.
  return shown === "month" && date.day === 1 ? (CivilDate.of(date.year, date.month) ?? date) : date;
};

const halfMillisecond = 5e-9;

/** The part of a day that has passed at the time in `2024-03-05T09:30:00`; 0 where it names none. */
export const fractionOfDay = (iso: string): number =>
  (parseClockTime(/T(\d{2}:\d{2})/.exec(iso)?.[1] ?? "") ?? 0) / 1440;
