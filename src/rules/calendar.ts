import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chinaCalendar } from "../values/china-calendar.js";
import { WorkingDayCalendar, type CalendarData } from "../values/working-days.js";

/** The official holidays with make-up working days, as the package `chinese-days` carries them. */
export const loadHolidays = async (): Promise<CalendarData> => {
  const file = createRequire(import.meta.url).resolve("chinese-days/dist/chinese-days.json");
  const data = JSON.parse(await readFile(file, "utf8")) as Parameters<typeof chinaCalendar>[0];
  return chinaCalendar(data);
};

/** The calendar of the official holidays. */
export const loadCalendar = async (): Promise<WorkingDayCalendar> =>
  new WorkingDayCalendar(await loadHolidays());
