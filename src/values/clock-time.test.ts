import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClockTime, timeOfFraction, writtenTime } from "./clock-time.js";

describe("a time of day", () => {
  it.each([
    ["09:30", "09:30"],
    ["9：30", "09:30"],
    ["15:20:08", "15:20"],
    ["9时30分", "09:30"],
    ["9 时 5 分", "09:05"],
    ["上午9点", "09:00"],
    ["下午3点半", "15:30"],
    ["下午15时20分", "15:20"],
    ["十时二十分", "10:20"],
    ["九点整", "09:00"],
    ["3:05 PM", "15:05"],
    ["0:00", "00:00"],
    ["下午12时10分", "12:10"],
  ])("%s", (text, time) => {
    expect(writtenTime(parseClockTime(text)!)).toBe(time);
  });

  it.each([
    "930",
    "24:00",
    "9:60",
    "9时许",
    "上午13点",
    "上午12点",
    "中午1时",
    "下午",
    "下午0点",
    "",
  ])("%s has no certain meaning", (text) => {
    expect(parseClockTime(text)).toBeUndefined();
  });

  it("is read back as written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (time) => {
        expect(parseClockTime(writtenTime(time))).toBe(time);
        expect(timeOfFraction(time / 1440)).toBe(time);
      }),
    );
  });
});
