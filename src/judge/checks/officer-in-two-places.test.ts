import { describe, expect, it } from "vitest";
import { CivilDate } from "../../values/civil-date.js";
import type { CaseFile } from "../../model/origin.js";
import { exampleCase } from "../../rules/example-case.js";
import type { CheckResult } from "./check.js";
import { officerInTwoPlaces } from "./officer-in-two-places.js";

const visit = (n: number, day: string): CaseFile =>
  exampleCase(
    {
      kind: "inspection",
      inspection: {
        date: day,
        from: "09:00",
        to: "10:00",
        place: `${n}路${n}号`,
        object: `${n}店`,
      },
      officers: [{ name: "赵五", certificate: "13050012345" }],
    },
    `检〔2024〕${n}号`,
  );

const resultsOf = (files: readonly CaseFile[]): CheckResult[] => {
  const tally = officerInTwoPlaces.begin({
    caseAt: (at) => files[at]!,
    registers: new Map(),
    asOf: CivilDate.of(2024, 6, 30)!,
    parameter: () => ({ value: 15n, basis: [] }),
  });
  files.forEach((file, at) => tally.take(file, at));
  return [...tally.results()];
};

describe("an officer's records", () => {
  it("of different days pass", () => {
    const files = [visit(1, "2024-03-04"), visit(2, "2024-03-05")];
    expect(resultsOf(files).map(({ outcome }) => outcome)).toEqual(["pass"]);
  });

  it("of more visits in a day than anybody can make are for a person to look at, and no pass", () => {
    const crowded = Array.from({ length: 41 }, (_, n) => visit(n, "2024-03-05"));
    const results = resultsOf([...crowded, visit(99, "2024-03-06")]);
    expect(results).toMatchObject([{ outcome: "unknown", id: "赵五 2024-03-05" }]);
    expect(results[0]?.looked).toContain("inspection.from");
  });
});
