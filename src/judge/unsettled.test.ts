import { beforeAll, describe, expect, it } from "vitest";
import type { Lang, Review } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { loadCalendar } from "../rules/calendar.js";
import { loadRuleBook, type RuleBook } from "../rules/rule-book.js";
import { checkFacts } from "./checks/index.js";
import { judgeExample, verdictOf } from "./examples.js";
import { judged } from "./judged.fixture.js";

let book: RuleBook;
beforeAll(async () => {
  book = await loadRuleBook({ calendar: await loadCalendar(), checks: checkFacts });
});

/** The reviews that come of the examples of kind unknown, each with the example's own words. */
const reviewsOfExamples = (lang: Lang): [string, Review][] =>
  book.rules.flatMap((rule) =>
    rule.definition.examples.flatMap((example) => {
      const { expected, text: words } = verdictOf(example);
      if (expected !== "unknown") return [];
      const { reviews } = judgeExample(rule, example, book.presets, lang);
      return [...reviews].map((review): [string, Review] => [
        `${rule.definition.id}: ${words}`,
        review,
      ]);
    }),
  );

describe("every review of the rules that ship", () => {
  it.each(["zh", "en"] as const)("says what is missing, or why nobody can tell: %s", (lang) => {
    const all = reviewsOfExamples(lang);
    expect(all.length).toBeGreaterThan(150);
    const mute = all.filter(
      ([, { missing, message }]) =>
        missing.length === 0 && message === text(lang, "review.unclear"),
    );
    expect(mute.map(([words]) => words)).toEqual([]);
    const unexplained = all.filter(
      ([, { missing, evidence, message }]) =>
        missing.length === 0 &&
        evidence.length === 0 &&
        !message.includes(lang === "zh" ? "：" : ":"),
    );
    expect(unexplained.map(([words]) => words)).toEqual([]);
  });
});

const reviewOf = (parts: Record<string, unknown>, written: object): Review =>
  [...judged(parts, written).reviews][0]!;

const decided = { kind: "penalty", decision: { date: "2024-01-10", fine: "5000元" } };

describe("a review in which nothing is missing", () => {
  it("names what the files state, and shows where", () => {
    const review = reviewOf({ require: "case.decision.fine < yuan(1) || unclear()" }, decided);
    expect(review.missing).toEqual([]);
    expect(review.message).toBe("需要人来判断；有关记载：罚款金额");
    expect(review.evidence.map(({ field, value }) => [field, value])).toEqual([
      ["decision.fine", 500000],
    ]);
  });

  it("gives the message of a demand that never fails as the reason", () => {
    const demand = (that: string, zh: string) => ({ that, zh, en: "so" });
    const require = [
      demand("(known(case.decision.date) && known(case.filing.date)) || unclear()", "日期不足两个"),
      demand('case.decision.fine < yuan(1) || (re("(", "(") && unclear())', "罚款过高"),
    ];
    expect(reviewOf({ require }, decided).message).toBe(
      "需要人来判断：日期不足两个；有关记载：决定日期、罚款金额",
    );
  });

  it("lists what was asked for where the rule asks only whether something is known", () => {
    const applies =
      'case.parties.exists(p, known(p.creditCode) ? true : unclear()) && case.kind == "penalty"';
    const review = reviewOf(
      { applies, require: "true" },
      { ...decided, parties: [{ name: "甲" }] },
    );
    expect(review.missing).toEqual(["parties.creditCode"]);
    expect(review.message).toBe("材料未载明：各当事人·统一社会信用代码");
  });

  it("lists it also where a fact asks", () => {
    const facts = {
      steps: "size([known(case.filing.date), known(case.closing.date)].filter(g, g))",
    };
    const review = reviewOf({ facts, require: "steps > 1 || unclear()" }, { kind: "penalty" });
    expect(review.missing).toEqual(["filing.date", "closing.date"]);
  });
});
