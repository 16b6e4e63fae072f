import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { CaseFile } from "../../model/origin.js";
import { noRegisters } from "../../model/registers.js";
import { CivilDate } from "../../values/civil-date.js";
import type * as KeyHash from "../../values/key-hash.js";
import type { CheckResult } from "./check.js";
import { checks } from "./index.js";
import { randomCases } from "./random-cases.fixture.js";

/** How many hashes there are. */
let hashes = Infinity;

vi.mock("../../values/key-hash.js", async (load) => {
  const { keyHash } = await load<typeof KeyHash>();
  return {
    keyHash: (text: string) => (hashes === Infinity ? keyHash(text) : keyHash(text) % hashes),
  };
});

const resultsOf = (name: string, cases: readonly CaseFile[], most: number): CheckResult[] => {
  hashes = most;
  const tally = checks.get(name)!.begin({
    caseAt: (at) => cases[at]!,
    registers: noRegisters,
    asOf: CivilDate.of(2024, 6, 30)!,
    parameter: () => ({ value: 1n, basis: [] }),
  });
  for (const [at, file] of cases.entries()) tally.take(file, at);
  return [...tally.results()];
};

const plainly = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? `${value}n` : value;

const told = (results: readonly CheckResult[]): string[] =>
  results
    .filter(({ outcome }) => outcome !== "pass")
    .map((one) => JSON.stringify(one, plainly))
    .sort();

describe("keys that share a hash", () => {
  it.each(["number-unique", "not-repeated", "not-perfunctory"])("decide nothing in %s", (name) => {
    fc.assert(
      fc.property(randomCases, fc.constantFrom(1, 2, 5), (cases, most) => {
        const wanted = told(resultsOf(name, cases, Infinity));
        expect(told(resultsOf(name, cases, most))).toEqual(wanted);
      }),
    );
  });

  it("put no two parties' fines together", () => {
    fc.assert(
      fc.property(randomCases, fc.constantFrom(1, 2, 5, 20), (cases, most) => {
        const wanted = resultsOf("no-double-fine", cases, Infinity);
        for (const found of resultsOf("no-double-fine", cases, most)) {
          const within = wanted.filter((one) => found.cases.every((at) => one.cases.includes(at)));
          expect(within).not.toEqual([]);
        }
      }),
    );
  });
});
