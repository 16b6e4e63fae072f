import type { CalendarData, OwnDays } from "../../values/working-days.js";
import { CivilDate } from "../../values/civil-date.js";
import type { Place } from "./place.js";

interface Day {
  iso: string;
  place: Place;
}

const readDays = (place: Place | undefined): Day[] =>
  (place?.elements() ?? []).flatMap((element) => {
    const { value } = element;
    if (typeof value === "string" && CivilDate.fromIso(value)?.precision === "day") {
      return [{ iso: value, place: element }];
    }
    element.refuse({ code: "not-a-day" });
    return [];
  });

const readYears = (place: Place | undefined): number[] =>
  (place?.elements() ?? []).flatMap((element) => {
    const { value } = element;
    if (typeof value === "number" && CivilDate.of(value, 1)) return [value];
    element.refuse({ code: "not-a-year" });
    return [];
  });

/** Working days are counted over an unbroken run of years. */
const refuseGaps = (place: Place, years: readonly number[], { from, to }: CalendarData): void => {
  const all = new Set(years);
  for (let year = from; year <= to; year++) all.add(year);
  const last = Math.max(...all);
  for (let year = Math.min(...all); year < last; year++) {
    if (!all.has(year)) place.refuse({ code: "years-not-joined", details: { year: String(year) } });
  }
};

/** `holidays`: refused where days contradict each other or stand in a year of which nothing else is known. */
export const readHolidays = (section: Place, calendar: CalendarData): OwnDays => {
  const places = section.keyed(["off", "work", "years"]);
  const [off, work] = [readDays(places.off), readDays(places.work)];
  const years = readYears(places.years);
  if (places.years) refuseGaps(places.years, years, calendar);
  const resting = new Set(off.map(({ iso }) => iso));
  for (const { iso, place } of work) {
    if (resting.has(iso)) place.refuse({ code: "off-and-work", details: { day: iso } });
  }
  for (const { iso, place } of [...off, ...work]) {
    const year = Number(iso.slice(0, 4));
    const isCovered = years.includes(year) || (year >= calendar.from && year <= calendar.to);
    if (!isCovered) place.refuse({ code: "year-not-covered", details: { year: String(year) } });
  }
  return { off: [...resting], work: [...new Set(work.map(({ iso }) => iso))], years };
};
