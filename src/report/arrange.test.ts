import { describe, expect, it } from "vitest";
import {
  casesSpokenOf,
  byArea,
  chapters,
  diagnosticGroups,
  reviewGroups,
  topRules,
} from "./arrange.js";
import { resultFixture } from "./result.fixture.js";

describe("chapters", () => {
  it("go through the cases in order, then agencies, officers and the batch", () => {
    expect(chapters(resultFixture).map(({ scope, id }) => `${scope} ${id}`.trim())).toEqual([
      "case 云市监罚〔2023〕12号",
      "case 云市监罚〔2023〕15号",
      "case 石政罚〔2024〕1号",
      "agency 云溪县市场监督管理局",
      "officer 13050012345",
      "batch",
    ]);
  });

  it("hold every finding once, the severest first", () => {
    const all = chapters(resultFixture).flatMap(({ findings }) => findings);
    expect(new Set(all)).toEqual(new Set(resultFixture.findings));
    expect(all).toHaveLength(resultFixture.findings.length);
    expect(chapters(resultFixture)[0]?.findings.map(({ severity }) => severity)).toEqual([
      "error",
      "error",
      "warning",
      "info",
    ]);
  });
});

describe("reviewGroups", () => {
  it("put together what lacks the same for the same rule", () => {
    expect(reviewGroups(resultFixture).map(({ first, count }) => [first.rule, count])).toEqual([
      ["legal-review/before-decision", 4],
      ["procedure/hearing-offered", 1],
      ["procedure/notice-before-decision", 1],
      ["publicity/annual-statistics-published", 1],
    ]);
  });
});

describe("diagnosticGroups", () => {
  it("put together one kind in one sheet, of the levels asked for", () => {
    const groups = diagnosticGroups(resultFixture, ["error", "warning"]);
    expect(groups.map(({ diagnostics }) => diagnostics.length)).toEqual([1, 1, 6, 1]);
  });
});

describe("counts", () => {
  it("by area, the worst first", () => {
    expect(byArea(resultFixture)[0]).toEqual({
      area: "publicity",
      counts: { error: 2, warning: 0, info: 0 },
    });
  });

  it("by rule and by case", () => {
    expect(topRules(resultFixture, 2).map(({ findings }) => findings)).toEqual([1, 1]);
    expect(casesSpokenOf(resultFixture).length).toBe(4);
  });
});
