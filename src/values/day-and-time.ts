import { CivilDate } from "./civil-date.js";
import { writtenTime, type ClockTime } from "./clock-time.js";

/** A day of which a spreadsheet shows the time as well. Where only the day counts, it is the day. */
export class DayAndTime extends CivilDate {
  constructor(
    date: CivilDate,
    readonly time: ClockTime,
  ) {
    super(date.year, date.month, date.day, date.first, date.last);
  }

  /** `2024-03-05 09:30` */
  override toString(): string {
    return `${this.iso} ${writtenTime(this.time)}`;
  }
}
