import fc from "fast-check";
import { expect, it } from "vitest";
import { slipsTo } from "./slips.js";

const letters = fc.array(fc.constantFrom(..."行政处罚决定书告知"), { minLength: 1, maxLength: 9 });

it("forgives one character changed, added or left out", () => {
  fc.assert(
    fc.property(
      letters,
      fc.nat(),
      fc.constantFrom("left out", "changed", "added"),
      (word, at, how) => {
        const place = at % word.length;
        const put = { "left out": "", changed: "X", added: `${word[place]}X` }[how];
        const other = [...word.slice(0, place), put, ...word.slice(place + 1)].join("");
        expect(slipsTo(word.join(""), other)).toBe(true);
        expect(slipsTo(other, word.join(""))).toBe(true);
      },
    ),
  );
});

it.each([
  ["行政处罚决定书", "行政处罚决定书"],
  ["行政处罚决定书", "不予行政处罚决定书"],
  ["查封决定书", "扣押决定书"],
])("%s and %s are no slip of one character", (a, b) => {
  expect(slipsTo(a, b)).toBe(false);
});
