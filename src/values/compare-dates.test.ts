import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CivilDate } from "./civil-date.js";
import { isAfter, isBefore, isOnOrAfter, isOnOrBefore, isSame, isWithin } from "./compare-dates.js";

const d = (iso: string): CivilDate => CivilDate.fromIso(iso)!;

describe("comparisons", () => {
  test.each([
    ["2023-12-01", "2023-12-02", true, true, false],
    ["2023-12-02", "2023-12-02", false, true, true],
    ["2023-12-03", "2023-12-02", false, false, false],
    ["2023-11", "2023-12-01", true, true, false],
    ["2023-12", "2023-12-15", undefined, undefined, undefined],
    ["2023-12", "2023-12-31", undefined, true, undefined],
    ["2023-12", "2023-12-01", false, undefined, undefined],
    ["2023-12-01", "2023-12", undefined, true, undefined],
    ["2023-12-31", "2023-12", false, undefined, undefined],
    ["2023-12", "2023-12", undefined, undefined, undefined],
    ["2024-01", "2023-12", false, false, false],
  ])("%s and %s", (a, b, before, onOrBefore, same) => {
    expect([isBefore(d(a), d(b)), isOnOrBefore(d(a), d(b)), isSame(d(a), d(b))]).toEqual([
      before,
      onOrBefore,
      same,
    ]);
    expect([isAfter(d(b), d(a)), isOnOrAfter(d(b), d(a)), isSame(d(b), d(a))]).toEqual([
      before,
      onOrBefore,
      same,
    ]);
  });

  test.each([
    ["2023-06-01", true],
    ["2023-06-30", true],
    ["2023-07-01", false],
    ["2023-05", false],
    ["2023-06", true],
  ])("%s within June", (iso, within) => {
    expect(isWithin(d(iso), d("2023-06-01"), d("2023-06-30"))).toBe(within);
  });

  it("leaves a month open that only overlaps the span", () => {
    expect(isWithin(d("2023-06"), d("2023-06-15"), d("2023-07-15"))).toBeUndefined();
    expect(isWithin(d("2023-06-20"), d("2023-06"), d("2023-07"))).toBeUndefined();
  });

  it("answers exactly when all days of the months agree", () => {
    const days = (date: CivilDate): number[] =>
      Array.from({ length: date.last - date.first + 1 }, (_, i) => date.first + i);
    const date = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.option(fc.integer({ min: 1, max: 28 })))
      .map(([month, day]) => CivilDate.of(2024, month, day ?? undefined)!);
    fc.assert(
      fc.property(date, date, (a, b) => {
        const answers = new Set(days(a).flatMap((x) => days(b).map((y) => x < y)));
        expect(isBefore(a, b)).toBe(answers.size === 1 ? [...answers][0] : undefined);
      }),
    );
  });
});
