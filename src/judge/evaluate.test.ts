import { describe, expect, it } from "vitest";
import { judged } from "./judged.fixture.js";

const outcome = (lines: Record<string, unknown>, written: object): string => {
  const { outcomes } = judged(lines, written);
  const counts = outcomes.get("test/sample");
  return Object.entries(counts ?? {}).find(([, n]) => n > 0)?.[0] ?? "none";
};

const decided = { decision: { date: "2024-01-10" } };

describe("outcomes come out of evaluation", () => {
  const late = { require: 'case.decision.date <= date("2024-01-05")' };
  it.each([
    ["holds", { require: 'case.decision.date >= date("2024-01-05")' }, decided, "pass"],
    ["does not hold", late, decided, "fail"],
    ["not known", late, {}, "unknown"],
    ["blank is not known either", late, { decision: { date: null } }, "unknown"],
    ["does not apply", { ...late, applies: "false" }, decided, "notApplicable"],
    ["unknown whether it applies", { ...late, applies: "case.major" }, decided, "unknown"],
    [
      "does not apply, whatever is unknown",
      { ...late, applies: "case.major && false" },
      {},
      "notApplicable",
    ],
    ["settled on the left", { require: "true || case.major" }, {}, "pass"],
    ["settled on the right", { require: "case.major || true" }, {}, "pass"],
    ["failed on the right", { require: "case.major && false" }, {}, "fail"],
    [
      "exists settles",
      { require: 'case.officers.exists(o, o.name == "周某")' },
      { officers: [{}, { name: "周某" }] },
      "pass",
    ],
    [
      "exists does not settle",
      { require: 'case.officers.exists(o, o.name == "周某")' },
      { officers: [{}, { name: "吴某" }] },
      "unknown",
    ],
    [
      "a month that settles",
      { require: 'case.decision.date > date("2023-12-31")' },
      { decision: { date: "2024-01" } },
      "pass",
    ],
    [
      "a month that does not",
      { require: 'case.decision.date > date("2024-01-15")' },
      { decision: { date: "2024-01" } },
      "unknown",
    ],
    [
      "a month has no working days",
      { require: "workingDays(case.decision.date, asOf) > 0" },
      { decision: { date: "2024-01" } },
      "unknown",
    ],
    [
      "a year without calendar",
      { require: 'workingDays(asOf, date("2031-01-05")) > 0' },
      {},
      "unknown",
    ],
  ])("%s", (_, lines, written, wanted) => {
    expect(outcome(lines, written)).toBe(wanted);
  });
});

describe("a rule over single documents", () => {
  const rule = {
    scope: "document",
    applies: 'document.type == "interview-record"',
    require: 'document.interviewed != "乙"',
    message: { zh: "问了{document.interviewed}", en: "asked {document.interviewed}" },
  };
  const record = (interviewed: string, page: number) => ({
    ...{ type: "interview-record", interviewed, file: "a.pdf", page },
  });
  const photos = { type: "evidence-photos", file: "a.pdf", page: 9 };

  it("ends on each that it speaks of", () => {
    const { findings, outcomes } = judged(rule, {
      documents: [record("甲", 1), record("乙", 3), photos, record("乙", 5)],
    });
    expect(findings.map(({ subject, cases, message }) => [subject.id, cases, message])).toEqual([
      ["a.pdf#3", ["c"], "问了乙"],
      ["a.pdf#5", ["c"], "问了乙"],
    ]);
    expect(outcomes.get("test/sample")).toMatchObject({ pass: 1, fail: 2, notApplicable: 0 });
  });

  it("names findings by what documents are, not by where they lie", () => {
    const named = (file: string) =>
      judged(rule, {
        documents: [photos, record("乙", 3), record("乙", 5)].map((one) => ({ ...one, file })),
      }).findings.map(({ fingerprint }) => fingerprint);
    expect(named("b.pdf")).toEqual(named("a.pdf"));
    expect(new Set(named("a.pdf")).size).toBe(2);
  });

  it("does not apply to a case without such documents", () => {
    expect(outcome(rule, { documents: [photos] })).toBe("notApplicable");
    expect(outcome(rule, {})).toBe("notApplicable");
  });
});

describe("absent, blank and unreadable are three things", () => {
  const absent = "!missing(case.notice.date, case.notice.documentNumber)";
  it.each([
    ["one filled in", { notice: { date: "2024-01-01", documentNumber: null } }, "pass"],
    ["all blank", { notice: { date: null, documentNumber: null } }, "fail"],
    ["one blank, no column for the other", { notice: { date: null } }, "fail"],
    ["no source speaks of it", {}, "unknown"],
  ])("missing(): %s", (_, written, wanted) => {
    expect(outcome({ require: absent }, written)).toBe(wanted);
  });

  it("is asked of what the rule is about", () => {
    const documents = [{ type: "interview-record", file: "a.pdf", page: 3 }];
    const rule = { scope: "document", require: "document.interviewed != case.party.name" };
    const [review] = judged(rule, { documents }).reviews;
    expect(review?.subject).toEqual({ scope: "document", id: "a.pdf#3" });
    expect(review?.missing).toEqual(["documents[0].interviewed"]);
  });

  it("says what is missing", () => {
    const [review] = judged({ require: absent }, {}).reviews;
    expect(review?.missing).toEqual(["notice.documentNumber", "notice.date"]);
  });

  it("shows the empty place as evidence", () => {
    const [finding] = judged({ require: absent }, { notice: { date: null } }).findings;
    expect(finding?.evidence).toMatchObject([
      { field: "notice.documentNumber", value: null },
      { field: "notice.date", value: null },
    ]);
  });
});

describe("an example's cell that cannot be understood", () => {
  it("is not the same as an empty one", () => {
    const rule = { require: "!missing(case.notice.date)" };
    expect(outcome(rule, { notice: { date: null } })).toBe("fail");
    expect(outcome(rule, { notice: { date: { unreadable: "四月初三" } } })).toBe("unknown");
  });
});

describe("macros", () => {
  it.each([
    ["known(case.major)", {}, "fail"],
    ["known(case.major)", { major: false }, "pass"],
    ["surely(case.major)", {}, "fail"],
    ["surely(case.major)", { major: true }, "pass"],
    ["ifKnown(case.major)", {}, "pass"],
    ["ifKnown(case.major)", { major: false }, "fail"],
    [
      "first(case.notice.servedOn, case.notice.date) == date('2024-01-02')",
      { notice: { date: "2024-01-02" } },
      "pass",
    ],
    ["first(case.notice.servedOn, case.notice.date) == date('2024-01-02')", {}, "unknown"],
    ["unclear() || case.major", { major: true }, "pass"],
    ["unclear() || case.major", { major: false }, "unknown"],
    [
      "size(case.officers.where(o, o.name == '周某')) == 1",
      { officers: [{ name: "周某" }, {}] },
      "pass",
    ],
  ])("%s on %j is %s", (require, written, wanted) => {
    expect(outcome({ require }, written)).toBe(wanted);
  });
});

describe("law in force", () => {
  const basis = [{ instrument: "行政处罚法", article: "60", from: "2021-07-15", mark: "T" }];
  const rule = { basis, at: "case.decision.date", require: "false" };
  it.each([
    ["2021-07-14", "notApplicable"],
    ["2021-07-15", "fail"],
  ])("decided %s: %s", (date, wanted) => {
    expect(outcome(rule, { decision: { date } })).toBe(wanted);
  });
  it("is unknown without the day", () => {
    expect(outcome(rule, {})).toBe("unknown");
  });
});

describe("severity is capped by the mark of the basis", () => {
  it.each([
    [[{ instrument: "法", article: "1", mark: "T" }], "error"],
    [[{ instrument: "法", article: "1", mark: "S" }], "warning"],
    [[{ instrument: "法", article: "1", mark: "R" }], "warning"],
    [[{ instrument: "法", article: "1", mark: "unverified" }], "info"],
    [
      [
        { instrument: "法", article: "1", mark: "unverified" },
        { instrument: "法", article: "2", mark: "T" },
      ],
      "error",
    ],
    [[{ principle: "案卷材料应当前后一致" }], "error"],
  ])("%j → %s", (basis, wanted) => {
    const { findings } = judged({ basis, require: "false" }, {});
    expect(findings[0]?.severity).toBe(wanted);
  });
});

describe("severity with limits that have articles of their own", () => {
  const limit = (mark: string) => ({
    unit: "yuan",
    value: 0,
    versions: [{ value: 1, basis: [{ instrument: "办法", article: mark, mark }] }],
  });
  const demand = (that: string) => ({ that, zh: "不对", en: "wrong" });
  const params = { sure: limit("T"), unsure: limit("S") };
  const finding = (lines: Record<string, unknown>) => judged({ params, ...lines }, {}).findings[0];

  it("is the weakest of those that one demand read", () => {
    expect(finding({ require: "sure > yuan(9) || unsure > yuan(9)" })?.severity).toBe("warning");
  });

  it("is the gravest over the demands that failed, each by its own limits", () => {
    const require = [demand("sure > yuan(9)"), demand("unsure > yuan(9)")];
    expect(finding({ require })?.severity).toBe("error");
  });

  it("names the article of a limit that only the variant read", () => {
    const variants = [{ when: "unsure < yuan(9)", severity: "warning" }];
    const { basis } = finding({ require: "false", variants })!;
    expect(basis.map(({ instrument }) => instrument)).toContain("办法");
  });
});

describe("parameters", () => {
  const params = {
    limit: { unit: "yuan", value: 200, versions: [{ to: "2021-07-14", value: 50 }] },
  };
  const rule = { params, at: "case.decision.date", require: "case.decision.fine <= limit" };
  it.each([
    ["200元", "2021-07-15", "pass"],
    ["200.01元", "2021-07-15", "fail"],
    ["50元", "2021-07-14", "pass"],
    ["50.01元", "2021-07-14", "fail"],
  ])("a fine of %s on %s: %s", (fine, date, wanted) => {
    expect(outcome(rule, { decision: { fine, date } })).toBe(wanted);
  });

  it("unset makes the outcome unknown and says which", () => {
    const unset = { params: { limit: { unit: "yuan", value: null } }, require: "yuan(5) <= limit" };
    expect([...judged(unset, {}).reviews][0]?.missing).toEqual(["param:test/sample.limit"]);
  });

  it("count by a day of their own where they name one", () => {
    const limit = { ...params.limit, at: "case.notice.date" };
    const byNotice = { ...rule, params: { limit } };
    const of = (day: string) =>
      outcome(byNotice, { notice: { date: day }, decision: { fine: "60元", date: "2021-07-20" } });
    expect([of("2021-07-14"), of("2021-07-15")]).toEqual(["fail", "pass"]);
  });

  it("become facts beside the computed ones", () => {
    const [finding] = judged(
      { ...rule, facts: { over: "case.decision.fine - limit" } },
      { decision: { fine: "300元", date: "2024-01-10" } },
    ).findings;
    expect(finding?.facts).toEqual({ over: 10000, limit: 20000 });
  });
});
