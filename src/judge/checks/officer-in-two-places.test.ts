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

  const interview = (interviewed: string, from: string, to: string, place: string) => ({
    ...{ type: "interview-record", title: "询问笔录", interviewed, place },
    ...{
      date: "2024-03-20",
      from: `2024-03-20 ${from}`,
      to: `2024-03-20 ${to}`,
      officers: ["赵五"],
    },
  });

  const dossierOf = (...documents: object[]): CaseFile =>
    exampleCase(
      { kind: "penalty", officers: [{ name: "赵五", certificate: "13050012345" }], documents },
      "罚〔2024〕1号",
    );

  it.each([
    ["certainly apart", "某市某局询问室", "某食品有限公司会议室", ["fail"]],
    ["perhaps one", "会议室", "某食品有限公司会议室", ["pass"]],
  ])("of one dossier at two places, %s", (_, a, b, outcomes) => {
    const file = dossierOf(
      interview("孙六", "14:00", "15:20", a),
      interview("周七", "14:50", "15:40", b),
    );
    const results = resultsOf([file]);
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes);
    if (outcomes.includes("fail")) {
      expect(results[0]).toMatchObject({
        cases: [0],
        facts: { first: "询问笔录（孙六）", minutes: 30n },
      });
      expect(results[0]?.looked).toContain("documents[1].place");
    }
  });
});
