import { describe, expect, it } from "vitest";
import {
  casesSpokenOf,
  byArea,
  chapters,
  diagnosticGroups,
  reviewGroups,
  topRules,
  undecidedRules,
} from "./arrange.js";
import type { AuditResult } from "../model/audit-result.js";
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

describe("undecidedRules", () => {
  const [first] = resultFixture.reviews;
  const ruleOf = (outcomes: Partial<AuditResult["rules"][number]["outcomes"]>) => ({
    ...resultFixture.rules[0]!,
    id: first!.rule,
    outcomes: { pass: 0, fail: 0, unknown: 4, notApplicable: 0, ...outcomes },
  });
  const reviews = resultFixture.reviews.filter(({ rule }) => rule === first!.rule);
  const titlesIn = (result: Pick<AuditResult, "rules" | "reviews">): string[] =>
    undecidedRules({ ...resultFixture, ...result }).map(({ first: { title } }) => title);

  it("are those that no case decides, with all that is missing", () => {
    expect(undecidedRules({ ...resultFixture, rules: [ruleOf({})], reviews })).toEqual([
      {
        first: first!,
        missing: ["legalReview.date", "legalReview.reviewers.name"],
        count: 4,
      },
    ]);
  });

  it("are not those that some case decides", () => {
    expect(titlesIn({ rules: [ruleOf({ pass: 1 })], reviews })).toEqual([]);
    expect(titlesIn({ rules: [ruleOf({ fail: 1 })], reviews })).toEqual([]);
  });

  it("are not those for which a file has a place that is empty, nor what a person must decide", () => {
    const [evidence] = resultFixture.findings[0]!.evidence;
    const empty = ["legalReview.date", "legalReview.reviewers.name"];
    const blank = { ...first!, evidence: empty.map((field) => ({ ...evidence!, field })) };
    expect(titlesIn({ rules: [ruleOf({})], reviews: [blank] })).toEqual([]);
    expect(titlesIn({ rules: [ruleOf({})], reviews: [{ ...first!, missing: [] }] })).toEqual([]);
  });
});
