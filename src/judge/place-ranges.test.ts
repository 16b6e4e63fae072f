import fc from "fast-check";
import { expect, it } from "vitest";
import { PlaceRanges } from "./place-ranges.js";

const placesIn = (places: Iterable<number>): PlaceRanges => {
  const ranges = new PlaceRanges();
  for (const at of places) ranges.add(at);
  return ranges;
};

it("keeps what it was given, in that order, also what somebody else noted", () => {
  const places = fc.uniqueArray(fc.nat(60));
  fc.assert(
    fc.property(places, places, (here, there) => {
      const ranges = placesIn(here);
      ranges.join(structuredClone(placesIn(there).notes()));
      expect([...ranges]).toEqual([...here, ...there]);
      expect(ranges.size).toBe(here.length + there.length);
    }),
  );
});

it("keeps a million places that follow each other in a pair", () => {
  const ranges = placesIn(Array.from({ length: 1_000_000 }, (_, at) => at));
  expect(ranges.notes()).toEqual(new Int32Array([0, 1_000_000]));
});
