import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chinaCalendar } from "../values/china-calendar.js";
import { WorkingDayCalendar } from "../values/working-days.js";

/** The official holiday calendar with make-up working days, as the package `chinese-days` carries it. */
export const loadCalendar = async (): Promise<WorkingDayCalendar> => {
  const file = createRequire(import.meta.url).resolve("chinese-days/dist/chinese-days.json");
  const data = JSON.parse(await readFile(file, "utf8")) as Parameters<typeof chinaCalendar>[0];
  return new WorkingDayCalendar(chinaCalendar(data));
};
