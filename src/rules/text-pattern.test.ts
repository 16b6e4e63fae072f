import fc from "fast-check";
import { RE2JS } from "re2js";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCalendar } from "./calendar.js";
import { loadRuleBook } from "./rule-book.js";
import { isQuick, searchFor } from "./text-pattern.js";

/** The patterns of all rules, with the words in them, of which texts are made that nearly fit. */
let patterns: string[];
beforeAll(async () => {
  const { checkFacts } = await import("../judge/checks/index.js");
  const { rules } = await loadRuleBook({ calendar: await loadCalendar(), checks: checkFacts });
  const sources = rules.flatMap(({ definition: { applies, facts, require, variants } }) => [
    ...[applies, ...Object.values(facts), ...variants.map(({ when }) => when)],
    ...(typeof require === "string" ? [require] : (require ?? []).map(({ that }) => that)),
  ]);
  const literals = sources.flatMap((source) =>
    [...source.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
      ([, double, single]) => double ?? single ?? "",
    ),
  );
  patterns = [...new Set(literals.filter((text) => /[|[(]/.test(text)))].filter(isPattern);
});

const isPattern = (text: string): boolean => {
  try {
    return RE2JS.compile(text) !== undefined;
  } catch {
    return false;
  }
};

describe("a pattern is tried in few ways", () => {
  it.each([
    ["警告|罚款", true],
    ["^(当事人)?(无|否)$", true],
    ["(主动|及时)[^，。；]{0,8}(改正|整改)", true],
    ["a{3}", true],
    ["罚款.*元", false],
    ["a+", false],
    ["a{2,}", false],
    ["(a?){20}a{20}", false],
    ["(a|a){12}", false],
    ["a??", false],
    ["a{3,1}", false],
    ["(?:a)", false],
    ["\\p{Han}", false],
    ["[[:alpha:]]", false],
    ["[a-c]", false],
    ["(a", false],
    ["a)", false],
  ])("%s: %s", (pattern, quick) => {
    expect(isQuick(pattern)).toBe(quick);
  });
});

describe("searchFor", () => {
  it("finds what RE2JS finds, for every pattern of the rules", () => {
    expect(patterns.length).toBeGreaterThan(40);
    for (const pattern of patterns) {
      const search = searchFor(pattern);
      const slow = RE2JS.compile(pattern);
      const pieces = pattern.split(/[|()[\]{}?^$*+.]/).filter(Boolean);
      const text = fc.array(fc.constantFrom(...pieces, "，", "的", "。", "x", "\n", "𠮷"), {
        maxLength: 9,
      });
      fc.assert(
        fc.property(
          text,
          (parts) => search(parts.join("")) === slow.matcher(parts.join("")).find(),
        ),
        { numRuns: 60, seed: 1 },
      );
    }
  });
});
