import fc from "fast-check";
import { expect, it } from "vitest";
import { chineseNumeral } from "./chinese-numeral.js";
import { parseChineseInteger } from "./chinese-number.js";

it.each([
  [0, "零"],
  [10, "十"],
  [12, "十二"],
  [20, "二十"],
  [105, "一百零五"],
  [110, "一百一十"],
  [1001, "一千零一"],
  [1260, "一千二百六十"],
])("writes %i as %s", (value, words) => {
  expect(chineseNumeral(value)).toBe(words);
});

it("writes what is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
      expect(parseChineseInteger(chineseNumeral(value))).toBe(value);
    }),
  );
});

it.each([-1, 1.5, 10_000])("refuses %d", (value) => {
  expect(() => chineseNumeral(value)).toThrow(RangeError);
});
