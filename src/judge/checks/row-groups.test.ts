import fc from "fast-check";
import { expect, it } from "vitest";
import { groupBy } from "../../values/group-by.js";
import { FigureRows } from "./figure-rows.js";

it("rows stand with those of the same key, keys by size and rows in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 60 }), (keys) => {
      const rows = new FigureRows(2);
      for (const [row, key] of keys.entries()) rows.add(key, row);
      const wanted = [...groupBy([...keys.keys()], (row) => String(keys[row]))]
        .map(([key, members]) => [Number(key), members] as const)
        .sort(([a], [b]) => a - b);
      const grouped = rows.grouped();
      expect([...grouped].map(([key, members]) => [key, [...members]])).toEqual(wanted);
      for (const key of [-2, ...keys, 10]) {
        const members = wanted.find(([one]) => one === key)?.[1] ?? [];
        expect([...grouped.of(key)]).toEqual(members);
      }
    }),
  );
});

it("a row of another width is an error of the program", () => {
  expect(() => new FigureRows(2).add(1)).toThrow(RangeError);
});
