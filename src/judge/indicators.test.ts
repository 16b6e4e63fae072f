import { describe, expect, it } from "vitest";
import type { OutcomeName } from "../model/audit-result.js";
import type { CaseFile } from "../model/origin.js";
import { loadIndicators } from "../rules/indicator-book.js";
import { IndicatorTally } from "./indicators.js";

const file = (agency: string, date: string, ...officers: string[]): CaseFile => ({
  id: "甲",
  numbers: [],
  values: { decision: { agency, date }, officers: officers.map((name) => ({ name })) },
  origins: [],
  exceptions: new Map(),
});

const indicator = { id: "in-time", rule: "a/b", title: { zh: "按期率", en: "in time" } };
const whole = { id: "sound", rule: "*", title: { zh: "无问题", en: "sound" } };

const ratesOf = (cases: readonly (readonly [CaseFile, OutcomeName])[]) => {
  const tally = new IndicatorTally([indicator, whole]);
  for (const [one, outcome] of cases) {
    const all = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, [outcome]: 1 };
    tally.add(one, new Map([["a/b", outcome]]), all);
  }
  return tally
    .rates()
    .map(({ id, scope, subject, period, numerator, denominator, value }) =>
      [id, scope, subject, period, `${numerator}/${denominator}`, value].join(" "),
    );
};

describe("indicators", () => {
  it("count what could be judged, for all, for agencies and for officers", () => {
    const rates = ratesOf([
      [file("甲局", "2024-01-10", "周某某", "吴某某"), "pass"],
      [file("甲局", "2024-02-10", "周某某"), "fail"],
      [file("乙局", "2024-03-10"), "unknown"],
    ]);
    expect(rates).toEqual([
      "in-time batch   1/2 0.5",
      "sound batch   2/3 0.6667",
      "sound agency 乙局  1/1 1",
      "in-time agency 甲局  1/2 0.5",
      "sound agency 甲局  1/2 0.5",
      "in-time officer 吴某某  1/1 1",
      "sound officer 吴某某  1/1 1",
      "in-time officer 周某某  1/2 0.5",
      "sound officer 周某某  1/2 0.5",
    ]);
  });

  it("are given by year where cases are of several", () => {
    const rates = ratesOf([
      [file("甲局", "2023-01-10"), "pass"],
      [file("甲局", "2024-02-10"), "fail"],
    ]);
    expect(rates.filter((rate) => rate.startsWith("in-time agency"))).toEqual([
      "in-time agency 甲局  1/2 0.5",
      "in-time agency 甲局 2023 1/1 1",
      "in-time agency 甲局 2024 0/1 0",
    ]);
  });

  it("that ship name rules that there are", async () => {
    const { loadRuleBook } = await import("../rules/rule-book.js");
    const { loadCalendar } = await import("../rules/calendar.js");
    const { checkFacts } = await import("./checks/index.js");
    const book = await loadRuleBook({ calendar: await loadCalendar(), checks: checkFacts });
    const ids = new Set(book.rules.map(({ definition }) => definition.id));
    const rules = (await loadIndicators()).map(({ rule }) => rule).filter((rule) => rule !== "*");
    expect(rules.filter((rule) => !ids.has(rule))).toEqual([]);
  });
});
