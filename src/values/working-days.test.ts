import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { chinaCalendar, type ChineseDaysData } from "./china-calendar.js";
import { CivilDate } from "./civil-date.js";
import {
  mergeCalendars,
  UncoveredYearError,
  withDays,
  WorkingDayCalendar,
} from "./working-days.js";

const json = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("chinese-days/dist/chinese-days.json")), "utf8"),
) as ChineseDaysData;
const data = chinaCalendar(json);
const calendar = new WorkingDayCalendar(data);
const d = (iso: string): CivilDate => CivilDate.fromIso(iso)!;

const dayBetween = (from: string, to: string): fc.Arbitrary<CivilDate> =>
  fc.integer({ min: d(from).first, max: d(to).first }).map((day) => CivilDate.fromEpochDay(day));
const anyCovered = dayBetween("2004-01-01", "2026-12-31");
const wellInside = dayBetween("2008-01-01", "2022-12-31");

describe("chinaCalendar", () => {
  it("covers the years that are complete", () => {
    expect([data.from, data.to]).toEqual([2004, 2026]);
  });

  it("does not cover a year of which only New Year is known", () => {
    const holidays = { ...json.holidays, "2027-01-01": "New Year's Day,元旦,1" };
    expect(chinaCalendar({ ...json, holidays }).to).toBe(2026);
  });

  it("stops at a gap", () => {
    const holidays = Object.fromEntries(
      Object.entries(json.holidays).filter(([day]) => !day.startsWith("2015-05")),
    );
    expect(chinaCalendar({ ...json, holidays }).from).toBe(2016);
  });

  it("has nothing to say without a complete year", () => {
    expect(() => chinaCalendar({ holidays: {}, workdays: {} })).toThrow(RangeError);
  });
});

describe("isWorkingDay", () => {
  test.each([
    ["2019-02-02", true, "Saturday made up for Spring Festival"],
    ["2019-02-04", false, "New Year's Eve"],
    ["2019-05-02", false, "four days of Labour Day"],
    ["2019-05-05", true, "Sunday made up"],
    ["2019-10-12", true, "Saturday made up"],
    ["2020-01-31", false, "Spring Festival lengthened for the epidemic"],
    ["2020-02-03", true, "first day after it"],
    ["2020-06-28", true, "Sunday made up for Dragon Boat"],
    ["2020-10-08", false, "eighth day of the double holiday"],
    ["2021-02-07", true, "Sunday made up"],
    ["2021-02-17", false, "seventh day"],
    ["2021-09-18", true, "Saturday made up for Mid-Autumn"],
    ["2021-09-20", false, "Monday off"],
    ["2022-01-29", true, "Saturday made up"],
    ["2022-10-09", true, "Sunday made up"],
    ["2022-12-30", true, "plain Friday"],
    ["2023-01-02", false, "Monday off for New Year"],
    ["2023-04-05", false, "Qingming, Wednesday"],
    ["2023-04-06", true, "no bridge"],
    ["2023-06-25", true, "Sunday made up"],
    ["2023-09-29", false, "Mid-Autumn"],
    ["2023-10-06", false, "last day of National Day"],
    ["2023-10-07", true, "Saturday made up"],
    ["2023-10-08", true, "Sunday made up"],
    ["2024-02-09", true, "New Year's Eve 2024 was no holiday"],
    ["2024-02-18", true, "Sunday made up"],
    ["2024-05-11", true, "Saturday made up"],
    ["2024-09-14", true, "Saturday made up"],
    ["2025-01-26", true, "Sunday made up"],
    ["2025-01-28", false, "New Year's Eve is a holiday from 2025"],
    ["2025-10-08", false, "eighth day"],
    ["2026-01-02", false, "Friday off"],
    ["2026-01-04", true, "Sunday made up"],
    ["2026-02-23", false, "ninth day of Spring Festival"],
    ["2026-10-10", true, "Saturday made up"],
  ])("%s: %s (%s)", (iso, working) => {
    expect(calendar.isWorkingDay(d(iso))).toBe(working);
  });
});

describe("counting", () => {
  it("counts over National Day 2023 and its two make-up days", () => {
    expect(calendar.addWorkingDays(d("2023-09-28"), 7).iso).toBe("2023-10-13");
    expect(calendar.workingDaysBetween(d("2023-09-28"), d("2023-10-13"))).toBe(7);
    expect(calendar.workingDaysBetween(d("2023-09-28"), d("2023-10-16"))).toBe(8);
  });

  test.each([
    ["2024-02-08", 1, "2024-02-09"],
    ["2024-02-08", 2, "2024-02-18"],
    ["2024-02-09", 5, "2024-02-22"],
    ["2024-04-30", 3, "2024-05-08"],
    ["2025-01-24", 2, "2025-01-27"],
    ["2025-01-24", 3, "2025-02-05"],
    ["2023-10-07", 0, "2023-10-07"],
    ["2023-10-01", 0, "2023-10-01"],
    ["2023-10-01", 1, "2023-10-07"],
    ["2023-10-09", -1, "2023-10-08"],
    ["2023-10-07", -1, "2023-09-28"],
    ["2023-12-29", 1, "2024-01-02"],
  ])("%s and %d working days is %s", (from, count, to) => {
    expect(calendar.addWorkingDays(d(from), count).iso).toBe(to);
  });

  it("leaves both ends out when days must lie before an event", () => {
    // Served on Thursday the 28th, hearing on Monday the 16th: 7, 8, 9, 10, 11, 12, 13 October.
    expect(calendar.clearWorkingDaysBetween(d("2023-09-28"), d("2023-10-16"))).toBe(7);
    expect(calendar.clearWorkingDaysBetween(d("2023-09-28"), d("2023-10-13"))).toBe(6);
    expect(calendar.clearWorkingDaysBetween(d("2023-09-28"), d("2023-10-07"))).toBe(0);
    expect(calendar.clearWorkingDaysBetween(d("2023-09-28"), d("2023-09-28"))).toBe(0);
    expect(calendar.clearWorkingDaysBetween(d("2023-10-16"), d("2023-09-28"))).toBe(0);
  });

  it("counts backwards as negative", () => {
    expect(calendar.workingDaysBetween(d("2023-10-13"), d("2023-09-28"))).toBe(-7);
    expect(calendar.workingDaysBetween(d("2023-10-13"), d("2023-10-13"))).toBe(0);
  });

  test.each([
    ["2023-09-16", 15, true, "2023-10-07"],
    ["2023-09-16", 15, false, "2023-10-01"],
    ["2023-09-15", 13, true, "2023-09-28"],
    ["2024-01-11", 30, true, "2024-02-18"],
    ["2024-05-04", 7, true, "2024-05-11"],
  ])("%s and %d calendar days, rolled: %s, is %s", (from, count, roll, to) => {
    expect(calendar.addCalendarDays(d(from), count, roll).iso).toBe(to);
  });

  it("needs no notice where nothing rolls", () => {
    expect(calendar.addCalendarDays(d("2026-12-31"), 1, false).iso).toBe("2027-01-01");
    expect(calendar.addYears(d("2025-05-01"), 5, false).iso).toBe("2030-05-01");
    expect(calendar.calendarDaysBetween(d("1999-12-31"), d("2030-01-01"))).toBe(10_959);
  });

  it("clamps months and years to the end of the month, then rolls", () => {
    expect(calendar.addMonths(d("2023-01-31"), 1).iso).toBe("2023-02-28");
    expect(calendar.addMonths(d("2023-08-31"), 1).iso).toBe("2023-10-07");
    expect(calendar.addMonths(d("2023-08-31"), 1, false).iso).toBe("2023-09-30");
    expect(calendar.addMonths(d("2023-03-31"), -1, false).iso).toBe("2023-02-28");
    expect(calendar.addMonths(d("2023-11-30"), 14, false).iso).toBe("2025-01-30");
    expect(calendar.addYears(d("2024-02-29"), 1).iso).toBe("2025-02-28");
    expect(calendar.addYears(d("2022-10-01"), 1).iso).toBe("2023-10-07");
  });

  it("takes days only", () => {
    const month = d("2023-10");
    expect(() => calendar.isWorkingDay(month)).toThrow(TypeError);
    expect(() => calendar.addWorkingDays(month, 1)).toThrow(TypeError);
    expect(() => calendar.workingDaysBetween(d("2023-10-09"), month)).toThrow(TypeError);
    expect(() => calendar.addMonths(month, 1)).toThrow(TypeError);
    expect(() => calendar.calendarDaysBetween(month, month)).toThrow(TypeError);
    expect(() => calendar.addWorkingDays(d("2023-10-09"), 1.5)).toThrow(RangeError);
  });

  it("counts back what it added", () => {
    fc.assert(
      fc.property(wellInside, fc.integer({ min: -700, max: 700 }), (date, count) => {
        const found = calendar.addWorkingDays(date, count);
        expect(calendar.workingDaysBetween(date, found)).toBe(count);
        if (count !== 0) expect(calendar.isWorkingDay(found)).toBe(true);
      }),
    );
  });

  it("agrees with counting day by day", () => {
    fc.assert(
      fc.property(wellInside, fc.integer({ min: 0, max: 90 }), (date, length) => {
        const days = Array.from({ length }, (_, i) => CivilDate.fromEpochDay(date.first + i + 1));
        const end = CivilDate.fromEpochDay(date.first + length);
        const counted = days.filter((day) => calendar.isWorkingDay(day)).length;
        expect(calendar.workingDaysBetween(date, end)).toBe(counted);
      }),
    );
  });

  it("is monotone", () => {
    fc.assert(
      fc.property(wellInside, fc.nat(200), fc.nat(200), (date, a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const early = calendar.addWorkingDays(date, few);
        const late = calendar.addWorkingDays(date, many);
        expect(early.first).toBeLessThanOrEqual(late.first);
        expect(calendar.addCalendarDays(date, few, true).first).toBeLessThanOrEqual(
          calendar.addCalendarDays(date, many, true).first,
        );
      }),
    );
  });

  it("splits a span into its parts", () => {
    fc.assert(
      fc.property(anyCovered, anyCovered, anyCovered, (...dates) => {
        const [a, b, c] = dates.sort((x, y) => x.first - y.first);
        expect(calendar.workingDaysBetween(a, c)).toBe(
          calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c),
        );
      }),
    );
  });

  it("is fast enough for 10^6 questions", () => {
    const from = d("2023-01-04");
    const start = performance.now();
    for (let i = 0; i < 200_000; i++) {
      calendar.workingDaysBetween(from, calendar.addWorkingDays(from, i % 500));
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("years without a notice", () => {
  const uncovered = fc.oneof(
    dayBetween("1950-01-01", "2003-12-31"),
    dayBetween("2027-01-01", "2100-12-31"),
  );

  it("always throws, never counts weekends only", () => {
    fc.assert(
      fc.property(
        uncovered,
        anyCovered,
        fc.integer({ min: -50, max: 50 }),
        (out, inside, count) => {
          const thrown = (run: () => unknown): unknown => {
            try {
              return run();
            } catch (error) {
              return error instanceof UncoveredYearError ? error.year : error;
            }
          };
          expect(thrown(() => calendar.isWorkingDay(out))).toBe(out.year);
          expect(thrown(() => calendar.addWorkingDays(out, count))).toBe(out.year);
          expect(thrown(() => calendar.workingDaysBetween(out, inside))).toBe(out.year);
          expect(thrown(() => calendar.workingDaysBetween(inside, out))).toBe(out.year);
          expect(thrown(() => calendar.clearWorkingDaysBetween(inside, out))).toBe(out.year);
          expect(thrown(() => calendar.rollForward(out))).toBe(out.year);
        },
      ),
    );
  });

  it("names the year that is missing", () => {
    expect(() => calendar.addWorkingDays(d("2026-12-30"), 5)).toThrow(new UncoveredYearError(2027));
    expect(() => calendar.addWorkingDays(d("2004-01-02"), -5)).toThrow(
      new UncoveredYearError(2003),
    );
    expect(() => calendar.addCalendarDays(d("2026-12-31"), 1, true)).toThrow(
      new UncoveredYearError(2027),
    );
  });
});

describe("mergeCalendars", () => {
  const next = {
    holidays: ["2027-01-01", "2027-02-08", "2026-12-31"],
    makeupDays: ["2027-01-10"],
    from: 2027,
    to: 2027,
  };

  it("adds a year, and what its notice says of the year before", () => {
    const merged = new WorkingDayCalendar(mergeCalendars(data, next));
    expect([merged.from, merged.to]).toEqual([2004, 2027]);
    expect(merged.isWorkingDay(d("2026-12-31"))).toBe(false);
    expect(merged.addWorkingDays(d("2026-12-30"), 1).iso).toBe("2027-01-04");
    expect(merged.isWorkingDay(d("2027-01-10"))).toBe(true);
    expect(merged.isWorkingDay(d("2023-10-07"))).toBe(true);
  });

  it("lets the extra calendar replace a year", () => {
    const merged = mergeCalendars(data, { holidays: [], makeupDays: [], from: 2023, to: 2023 });
    expect(new WorkingDayCalendar(merged).isWorkingDay(d("2023-10-07"))).toBe(false);
    expect(new WorkingDayCalendar(merged).isWorkingDay(d("2023-10-02"))).toBe(true);
  });

  it("lets the extra calendar overrule a day", () => {
    const extra = { ...next, makeupDays: ["2026-10-01"] };
    expect(new WorkingDayCalendar(mergeCalendars(data, extra)).isWorkingDay(d("2026-10-01"))).toBe(
      true,
    );
  });

  it("refuses to leave a gap", () => {
    expect(() => mergeCalendars(data, { ...next, from: 2028, to: 2028 })).toThrow(RangeError);
  });
});

describe("withDays", () => {
  const calendarWith = (off: string[], work: string[], years: number[] = []) =>
    new WorkingDayCalendar(withDays(data, { off, work, years }));

  it("changes single days and leaves the others as they are", () => {
    const changed = calendarWith(["2023-10-09"], ["2023-10-05"]);
    expect(changed.isWorkingDay(d("2023-10-09"))).toBe(false);
    expect(changed.isWorkingDay(d("2023-10-05"))).toBe(true);
    expect(changed.isWorkingDay(d("2023-10-07"))).toBe(true);
    expect(changed.to).toBe(data.to);
  });

  it("adds years, of which only the days listed are off or make-up days", () => {
    const changed = calendarWith(["2027-01-01"], ["2027-02-07"], [2027, 2026]);
    expect(changed.isWorkingDay(d("2027-01-01"))).toBe(false);
    expect(changed.isWorkingDay(d("2027-02-07"))).toBe(true);
    expect(changed.isWorkingDay(d("2027-10-01"))).toBe(true);
    expect(changed.isWorkingDay(d("2026-10-01"))).toBe(true);
    expect(changed.to).toBe(2027);
  });

  it("changes nothing where there are none", () => {
    expect(withDays(data, { off: [], work: [], years: [] })).toEqual(data);
  });
});

describe("broken calendar data", () => {
  test.each([
    { holidays: ["2023-13-01"], makeupDays: [], from: 2023, to: 2023 },
    { holidays: ["2023-10"], makeupDays: [], from: 2023, to: 2023 },
    { holidays: ["2023-10-07"], makeupDays: ["2023-10-07"], from: 2023, to: 2023 },
    { holidays: [], makeupDays: [], from: 2024, to: 2023 },
    { holidays: [], makeupDays: [], from: 1800, to: 2023 },
  ])("%j", (broken) => {
    expect(() => new WorkingDayCalendar(broken)).toThrow(RangeError);
  });
});
