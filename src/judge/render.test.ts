import { beforeAll, describe, expect, it } from "vitest";
import type { Lang } from "../model/audit-result.js";
import { caseFields } from "../model/fields.js";
import { loadCalendar } from "../rules/calendar.js";
import { loadRuleBook, type RuleBook } from "../rules/rule-book.js";
import { checkFacts } from "./checks/index.js";
import { judgeExample } from "./examples.js";
import { judged } from "./judged.fixture.js";

const written = {
  kind: "penalty",
  procedure: "ordinary",
  party: { kind: "sole-trader", name: "某商店" },
  decision: { kinds: ["fine", "suspend-business"], date: "2024-01-10" },
  officers: [{ name: "王某", registration: { state: "expired" } }],
  cause: "other",
};
const said = (message: string, lang: Lang = "zh", parts: object = {}): string | undefined =>
  judged({ require: "false", ...parts, message: { zh: message, en: message } }, written, lang)
    .findings[0]?.message;

describe("a message", () => {
  it.each([
    ["{case.decision.kinds}", "罚款、责令停产停业", "fine, suspension of business"],
    ["{case.party.kind}", "个体工商户", "sole trader"],
    ["{case.procedure}", "普通程序", "ordinary procedure"],
    ["{case.officers.map(o, o.registration.state)}", "过期", "expired"],
    ['{case.decision.kinds.filter(k, k != "fine")}', "责令停产停业", "suspension of business"],
  ])("names the words of fields by their names: %s", (message, zh, en) => {
    expect(said(message)).toBe(zh);
    expect(said(message, "en")).toBe(en);
  });

  it("does so also through a fact, and leaves the files' own words alone", () => {
    const facts = { grave: 'case.decision.kinds.filter(k, k != "fine")' };
    expect(said("{grave}", "zh", { facts })).toBe("责令停产停业");
    expect(said("{case.cause}")).toBe("other");
    expect(said('{case.party.kind == "citizen" ? "公民" : "其他"}')).toBe("其他");
  });

  it.each([
    ["{case.remark}", "（未载明）", "(not stated)"],
    ["{case.decision.kinds.filter(k, false)}", "（未载明）", "(not stated)"],
  ])("says what is not known or empty: %s", (message, zh, en) => {
    expect(said(`有${message}的`)).toBe(`有${zh}的`);
    expect(said(`备注（${message}）`)).toBe(`备注${zh}`);
    expect(said(`remark (${message})`, "en")).toBe(`remark ${en}`);
  });
});

describe("a text that fills a whole cell", () => {
  it("is cut in the message and whole in the facts", () => {
    const cause = "长".repeat(32_767);
    const parts = { require: "false", facts: { cause: "case.cause" } };
    const [finding] = judged(
      { ...parts, message: { zh: "案由{cause}", en: "cause {cause}" } },
      { ...written, cause },
    ).findings;
    expect(finding?.message).toBe(`案由${"长".repeat(199)}…`);
    expect(finding?.facts["cause"]).toBe(cause);
  });
});

describe("the messages of the rules that ship", () => {
  let book: RuleBook;
  beforeAll(async () => {
    book = await loadRuleBook({ calendar: await loadCalendar(), checks: checkFacts });
  });

  const ids = [...caseFields.values()].flatMap(({ values }) => values ?? []);
  const technical = new RegExp(
    `(?<![\\w-])(${[...new Set(ids), "yuan", "wan", "[a-z]+-days?"].join("|")})(?![\\w-])|（\\s*）|undefined|NaN`,
  );

  it("show no ids, units or empty brackets in Chinese", () => {
    const messages = book.rules.flatMap((rule) =>
      rule.definition.examples.flatMap((example) => {
        const { findings, reviews } = judgeExample(rule, example, book.presets);
        return [...findings, ...reviews].map(({ message }) => `${rule.definition.id}: ${message}`);
      }),
    );
    expect(messages.length).toBeGreaterThan(300);
    expect(
      messages.filter((message) => technical.test(message.replace(/^.*?: |参数：.*/g, ""))),
    ).toEqual([]);
  });
});
