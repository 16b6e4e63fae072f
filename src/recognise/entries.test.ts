import fc from "fast-check";
import { expect, it } from "vitest";
import type { Row, Rows } from "../model/cells.js";
import { Entries } from "./entries.js";

/** Rows that are no array, as those of a long file. */
const asLong = (rows: readonly Row[]): Rows => ({
  length: rows.length,
  at: (index) => rows.at(index),
  slice: (from, to) => rows.slice(from, to),
  [Symbol.iterator]: () => rows[Symbol.iterator](),
});

it("are the same rows whether a file is held or not", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (isEntry) => {
      const rows = isEntry.map((_, at): Row => ({ number: at + 1, cells: [at] }));
      const [held, long] = [rows, asLong(rows)].map((all) => {
        const entries = new Entries(all);
        for (const row of all) {
          if (isEntry[row.number - 1]) entries.keep(row);
          else entries.leaveOut();
        }
        return entries.rows;
      });
      const wanted = rows.filter(({ number }) => isEntry[number - 1]);
      for (const found of [held!, long!]) {
        expect([...found]).toEqual(wanted);
        expect(found.length).toBe(wanted.length);
        expect(wanted.map((_, at) => found.at(at))).toEqual(wanted);
        expect(found.at(-1)).toEqual(wanted.at(-1));
        expect(found.at(wanted.length)).toBeUndefined();
        expect(found.slice(1, 4)).toEqual(wanted.slice(1, 4));
      }
    }),
  );
});
