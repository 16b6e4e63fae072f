import { describe, expect, it } from "vitest";
import { judged } from "./judged.fixture.js";

const params = {
  limit: { unit: "calendar-day", value: 5 },
  other: { unit: "calendar-day", value: 9 },
};
const facts = {
  days: "calendarDays(case.filing.date, case.decision.date)",
  due: "addDays(case.filing.date, limit)",
  paid: "case.payment.amount",
  late: "days > limit",
  words: 'first(case.remark, "") + first(case.status, "")',
  officers: "case.officers.map(o, o.name)",
};
const written = {
  filing: { date: "2024-01-02" },
  decision: { date: "2024-01-10", fine: "5000元" },
  officers: [{ name: "王某" }],
  remark: "补录",
};
const findingOf = (parts: Record<string, unknown>) =>
  judged({ params, facts, require: "!late", ...parts }, written).findings[0]!;

describe("the facts of a finding", () => {
  it("are what was counted and reckoned, and the limits that the demand read", () => {
    expect(findingOf({}).facts).toEqual({ days: 8, due: "2024-01-07", limit: 5 });
  });

  it("are also what the messages name, in either language", () => {
    const message = { zh: "办案人员{officers}", en: "limit {other}" };
    expect(findingOf({ message }).facts).toMatchObject({ officers: ["王某"], other: 9 });
  });

  it("are those of the messages that are said, not of other demands or variants", () => {
    const demand = (that: string, name: string) => ({ that, zh: `有{${name}}`, en: `{${name}}` });
    const require = [demand("!late", "late"), demand("true", "words")];
    const variants = [{ when: "!late", message: { zh: "有{officers}", en: "{officers}" } }];
    const found = findingOf({ require, variants, message: { zh: "有{faults}", en: "{faults}" } });
    expect(Object.keys(found.facts)).toEqual(["days", "due", "late", "limit"]);
  });

  it("are none for a field or a text of the same name", () => {
    const message = { zh: '有{case.payment.state + "words"}', en: "wrong" };
    expect(findingOf({ message }).facts).not.toHaveProperty("words");
  });
});

describe("the evidence of a finding", () => {
  const fieldsOf = (parts: Record<string, unknown>) =>
    findingOf(parts).evidence.map(({ field }) => field);

  it("is what the failed demand and the message read, not what made the rule apply", () => {
    const applies = 'case.decision.fine > yuan(0) && case.remark == "补录"';
    expect(fieldsOf({ applies })).toEqual(["filing.date", "decision.date"]);
    const message = { zh: "罚款{case.decision.fine}", en: "{case.decision.fine}" };
    expect(fieldsOf({ applies, message })).toEqual([
      "filing.date",
      "decision.date",
      "decision.fine",
    ]);
  });

  it("does not change with the facts that are handed to machines", () => {
    const more = { ...facts, fine: "case.decision.fine" };
    expect(fieldsOf({ facts: more })).not.toContain("decision.fine");
  });
});
