import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { Row } from "../model/cells.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { recogniseSheet, type RecognisedTable } from "../recognise/recognise-sheet.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { connectRows } from "./connect-rows.js";
import { Ledger } from "./ledger.js";
import { placesOf } from "./row-group.js";

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await loadVocabulary();
});

const headers = ["处罚决定书文号", "案号", "当事人", "处罚决定日期"];

const tableOf = (
  numbers: readonly (readonly [string | null, string | null])[],
): RecognisedTable => {
  const rows: Row[] = [
    { number: 1, cells: headers },
    ...numbers.map(([decision, own], at) => ({
      number: at + 2,
      cells: [decision, own, `甲店${at}`, "2024-01-05"],
    })),
  ];
  const sheet = { file: "台账.xlsx", name: "处罚台账", hidden: false, rows, merges: [] };
  return recogniseSheet(sheet, vocabulary).table!;
};

const some = (of: string): fc.Arbitrary<string | null> =>
  fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 6 }).map((n) => `${of}〔2024〕${n}号`),
  );

it("joins rows that share a number, directly or through others, and no others", () => {
  const numbers = fc.array(fc.tuple(some("甲罚"), some("甲立")), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(numbers, (given) => {
      const groups = connectRows(new Ledger([tableOf(given)], vocabulary), () => undefined);
      const groupOf = new Map(
        groups.flatMap((group, at) => placesOf(group).map((place) => [place, at] as const)),
      );
      expect([...groupOf.keys()].sort((a, b) => a - b)).toEqual([...given.keys()]);
      const near = (a: number, b: number): boolean =>
        given[a]!.some((number, i) => number !== null && number === given[b]![i]);
      const reached = (from: number): Set<number> => {
        const all = new Set([from]);
        for (const one of all) {
          for (const other of given.keys()) if (near(one, other)) all.add(other);
        }
        return all;
      };
      for (const place of given.keys()) {
        const together = [...given.keys()].filter(
          (other) => groupOf.get(other) === groupOf.get(place),
        );
        expect(new Set(together)).toEqual(reached(place));
      }
    }),
    { numRuns: 60 },
  );
});
