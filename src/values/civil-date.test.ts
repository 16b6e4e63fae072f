import { describe, expect, it } from "vitest";
import { CivilDate, daysInMonth } from "./civil-date.js";

const millisecondsADay = 86_400_000;
const first = Date.UTC(1900, 0, 1) / millisecondsADay;
const last = Date.UTC(2199, 11, 31) / millisecondsADay;

describe("CivilDate", () => {
  it("agrees with the built-in calendar on every day of three centuries", () => {
    const wrong: string[] = [];
    for (let day = first; day <= last; day++) {
      const iso = new Date(day * millisecondsADay).toISOString().slice(0, 10);
      const date = CivilDate.fromIso(iso);
      if (date?.first !== day || date.iso !== iso) wrong.push(iso);
    }
    expect(wrong).toEqual([]);
  });

  it("knows how long a month is", () => {
    for (let year = 1900; year <= 2199; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect([year, month, daysInMonth(year, month)]).toEqual([year, month, length]);
      }
    }
  });

  it.each([
    ["2023-02-29"],
    ["2023-13-01"],
    ["2023-00-01"],
    ["1899-12-31"],
    ["2200-01-01"],
    ["2023-1-01"],
    ["2023-01-1"],
    ["2023/01/01"],
    ["2023-01-01 "],
    ["2023-0x-01"],
    ["x023-01-01"],
    ["２０２３-01-01"],
    [""],
  ])("takes %j for no day", (text) => {
    expect(CivilDate.fromIso(text)).toBeUndefined();
  });

  it("keeps a month as a month", () => {
    const month = CivilDate.fromIso("2024-02");
    expect(month).toMatchObject({ precision: "month", iso: "2024-02" });
    expect((month?.last ?? 0) - (month?.first ?? 0)).toBe(28);
  });
});
