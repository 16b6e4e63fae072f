import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../model/origin.js";
import { noRegisters } from "../../model/registers.js";
import { CivilDate } from "../../values/civil-date.js";
import type { Check, Tally } from "./check.js";
import { checks } from "./index.js";
import { randomCases } from "./random-cases.fixture.js";

/** A run's cases, each at some place. */
const beginWith = (check: Check, placed: readonly CaseFile[], cap: bigint | undefined): Tally =>
  check.begin({
    caseAt: (at) => placed[at]!,
    registers: noRegisters,
    asOf: CivilDate.of(2024, 6, 30)!,
    parameter: () => ({ value: cap, basis: [] }),
  });

const plainly = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}n` : value;

/** What a tally decides, in one order, the cases by their ids. */
const toldBy = (tally: Tally, placed: readonly CaseFile[]): string[] =>
  [...tally.results()]
    .map((one) => ({ ...one, cases: one.cases.map((at) => placed[at]!.id) }))
    .map((one) => JSON.stringify(one, plainly))
    .sort();

const takeAll = (tally: Tally, placed: readonly CaseFile[], places: Iterable<number>): Tally => {
  for (const at of places) tally.take(placed[at]!, at);
  return tally;
};

const inAnyOrder = randomCases.chain((cases) => {
  const order = fc.shuffledSubarray([...cases.keys()], { minLength: cases.length });
  return fc.record({
    cases: fc.constant(cases),
    placed: fc.shuffledSubarray(cases, { minLength: cases.length }),
    order,
    here: fc.subarray([...cases.keys()]),
    cap: fc.constantFrom(undefined, 1n, 2n),
  });
});

describe.each([...checks])("what %s decides", (_, check) => {
  it("does not depend on the order of the cases, nor on who noted which of them", () => {
    fc.assert(
      fc.property(inAnyOrder, ({ cases, placed, order, here, cap }) => {
        const wanted = toldBy(takeAll(beginWith(check, cases, cap), cases, cases.keys()), cases);

        const shuffled = takeAll(beginWith(check, placed, cap), placed, order);
        expect(toldBy(shuffled, placed)).toEqual(wanted);

        const there = order.filter((at) => !here.includes(at));
        const tally = takeAll(beginWith(check, placed, cap), placed, here);
        const other = takeAll(beginWith(check, placed, cap), placed, there);
        tally.join(structuredClone(other.notes()));
        expect(toldBy(tally, placed)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it("names no case that passes", () => {
    fc.assert(
      fc.property(randomCases, (cases) => {
        const results = takeAll(beginWith(check, cases, 2n), cases, cases.keys()).results();
        const passes = [...results].filter(({ outcome }) => outcome === "pass");
        expect(passes.every((one) => one.cases.length === 0)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
