import type { CalendarData } from "./working-days.js";

/** The JSON of the package chinese-days: ISO day to `English name,中文名,length`. */
export interface ChineseDaysData {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const FIXED_HOLIDAYS = ["01-01", "05-01", "10-01", "10-02", "10-03"];
const SPRING_FESTIVAL_SHORTEST = 7;

/**
 * The calendar of mainland China from the data of chinese-days. A year counts as covered only if New
 * Year, Spring Festival (春节), Labour Day and National Day are all in it (and Qingming, 清明, from 2008); the years are the
 * unbroken run that ends with the last complete one. Throws RangeError if no year is complete.
 */
export const chinaCalendar = (data: ChineseDaysData): CalendarData => {
  const years = [...new Set(Object.keys(data.holidays).map((day) => Number(day.slice(0, 4))))];
  const complete = new Set(years.filter((year) => isComplete(data, year)));
  if (complete.size === 0) throw new RangeError("No year of the holiday data is complete.");
  const to = Math.max(...complete);
  let from = to;
  while (complete.has(from - 1)) from--;
  const covered = (day: string): boolean => day >= `${from}-01-01` && day <= `${to}-12-31`;
  return {
    holidays: Object.keys(data.holidays).filter(covered).sort(),
    makeupDays: Object.keys(data.workdays).filter(covered).sort(),
    from,
    to,
  };
};

const isComplete = (data: ChineseDaysData, year: number): boolean => {
  const names = Object.entries(data.holidays)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([, label]) => label.split(",")[1] ?? "");
  return (
    FIXED_HOLIDAYS.every((day) => data.holidays[`${year}-${day}`] !== undefined) &&
    names.filter((name) => name.startsWith("春节")).length >= SPRING_FESTIVAL_SHORTEST &&
    (year < 2008 || names.some((name) => name.startsWith("清明")))
  );
};
