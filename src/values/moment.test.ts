import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentFromIso, parseMoment, parseMomentSpan, writtenMoment } from "./moment.js";

describe("a time with or without its day", () => {
  it.each([
    ["2024-03-05 09:30", "2024-03-05 09:30"],
    ["2024/3/5 9:30:15", "2024-03-05 09:30"],
    ["2024年3月5日9时30分", "2024-03-05 09:30"],
    ["2024年3月5日 上午9点", "2024-03-05 09:00"],
    ["20240305 0930", undefined],
    ["9时30分", "09:30"],
    ["2024-03-05", undefined],
    ["2024年3月9时", undefined],
    ["3月5日9时", undefined],
  ])("%s", (text, written) => {
    const moment = parseMoment(text);
    expect(moment && writtenMoment(moment)).toBe(written);
  });

  it.each([
    ["9时30分至10时20分", "09:30", "10:20"],
    ["2024-03-05 09:30-10:20", "2024-03-05 09:30", "2024-03-05 10:20"],
    ["2024年3月5日9时30分至10时20分", "2024-03-05 09:30", "2024-03-05 10:20"],
    ["自2024年3月5日22时30分至2024年3月6日0时20分止", "2024-03-05 22:30", "2024-03-06 00:20"],
  ])("%s is a stretch of time", (text, from, to) => {
    const span = parseMomentSpan(text);
    expect(span && [writtenMoment(span.from), writtenMoment(span.to)]).toEqual([from, to]);
  });

  it.each(["2024-03-05", "2024年3月5日至2024年3月6日", "9-10", "9时至", ""])(
    "%s is none",
    (text) => {
      expect(parseMomentSpan(text)).toBeUndefined();
    },
  );

  it("is read back as written", () => {
    const time = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(time, fc.boolean(), (clock, withDay) => {
        const day = withDay ? parseMoment("2024-03-05 09:30")?.date : undefined;
        const written = writtenMoment({ date: day, time: clock });
        expect(writtenMoment(momentFromIso(written)!)).toBe(written);
        expect(writtenMoment(parseMoment(written)!)).toBe(written);
      }),
    );
  });
});
