import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkingDayCalendar } from "../values/working-days.js";
import { loadCalendar } from "./calendar.js";
import { RuleFileError } from "./problem.js";
import { loadRuleBook } from "./rule-book.js";

const sound = `id: test/sample
title: { zh: 名称, en: title }
explanation: { zh: 说明, en: explanation }
scope: case
severity: error
basis:
  - { instrument: 行政处罚法, article: "60", from: 2021-07-15, mark: T }
at: case.decision.date
params:
  limit: { unit: calendar-day, value: 90 }
applies: case.kind == "penalty"
facts:
  days: calendarDays(case.filing.date, case.decision.date)
require: days <= limit
message: { zh: "{days}日，超过{limit}日", en: "{days} days" }
remedy: { zh: 整改, en: mend }
`;

let folder: string;
let calendar: WorkingDayCalendar;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "anjuan-rules-"));
  calendar = await loadCalendar();
});
afterAll(() => rm(folder, { recursive: true }));

const problemsOf = async (text: string) => {
  const file = path.join(folder, "rule.yaml");
  await writeFile(file, text);
  const loading = loadRuleBook({ calendar, extra: [file], noBuiltin: true, checks: new Map() });
  return loading.then(
    () => [],
    (error: unknown) => {
      if (error instanceof RuleFileError) {
        return error.problems.map(({ line, column, ...fault }) => ({
          at: `${line}:${column}`,
          ...fault,
        }));
      }
      throw error;
    },
  );
};

describe("a rule file that cannot be used is refused at its place", () => {
  it("takes a sound one", async () => {
    expect(await problemsOf(sound)).toEqual([]);
  });

  it.each([
    [
      "unknown key",
      sound.replace("severity:", "sevrity:"),
      { at: "5:1", code: "unknown-key", details: { key: "sevrity" }, nearest: "severity" },
    ],
    [
      "unknown key inside",
      sound.replace("mark: T", "mrak: T"),
      { code: "unknown-key", details: { key: "mrak" }, nearest: "mark" },
    ],
    [
      "unknown field",
      sound.replace("case.filing.date,", "case.filng.date,"),
      { at: "13:27", code: "unknown-field", nearest: "filing" },
    ],
    [
      "unknown function",
      sound.replace("calendarDays(", "calendarDay("),
      { at: "13:9", code: "unknown-function", nearest: "calendarDays" },
    ],
    [
      "unknown variable",
      sound.replace("days <= limit", "days <= limt"),
      { at: "14:18", code: "unknown-variable", nearest: "limit" },
    ],
    [
      "wrong type",
      sound.replace("days <= limit", "case.decision.date <= limit"),
      { at: "14:10", code: "operator", details: { types: "Date <= int" } },
    ],
    [
      "not a condition",
      sound.replace("require: days <= limit", "require: days + limit"),
      { at: "14:10", code: "result-type", details: { wanted: "bool", given: "int" } },
    ],
    [
      "unknown name in a message",
      sound.replace("{days}日", "{dyas}日"),
      { code: "unknown-variable", nearest: "days" },
    ],
    [
      "hanging function",
      sound.replace("days <= limit", 'case.number.matches("a")'),
      { at: "14:10" },
    ],
    ["refused macro", sound.replace("days <= limit", "has(case.number)"), { at: "14:10" }],
    ["syntax", sound.replace("days <= limit", "days <= "), { code: "syntax-end" }],
    [
      "wrong type behind a sound part",
      sound.replace("days <= limit", "days <= limit && case.decision.date <= limit"),
      { at: "14:27", code: "operator" },
    ],
    [
      "arguments",
      sound.replace("days <= limit", "days <= limit || workingDays(case.decision.date, limit) > 1"),
      { at: "14:27", code: "arguments", details: { call: "workingDays(Date, int)" } },
    ],
    [
      "part that is no condition",
      sound.replace("days <= limit", "'days ? true : false'"),
      { at: "14:10", code: "condition", details: { given: "int" } },
    ],
    [
      "text that does not end",
      sound.replace("require: days <= limit", 'require: case.number == "a'),
      { at: "14:25", code: "text-not-closed" },
    ],
    ["strange character", sound.replace("<= limit", "=< limit"), { at: "14:15", code: "syntax" }],
    [
      "macro on something else than a field",
      sound.replace("days <= limit", "missing(limit)"),
      { at: "14:18", code: "needs-fields", details: { name: "missing" } },
    ],
    [
      "day that there is not",
      sound.replace("from: 2021-07-15", "from: 2021-02-30"),
      { at: "7:47", code: "not-a-day" },
    ],
    [
      "month for a day",
      sound.replace("from: 2021-07-15", "from: 2021-07"),
      { at: "7:47", code: "not-a-day" },
    ],
    ["wrong kind", sound.replace("scope: case", "scope: [case]"), { at: "4:8" }],
    [
      "no choice",
      sound.replace("scope: case", "scope: cases"),
      { at: "4:8", code: "not-a-choice" },
    ],
    [
      "missing key",
      sound.replace(/^remedy:.*$/m, ""),
      { code: "missing", details: { key: "remedy" } },
    ],
    ["broken YAML", `${sound}  : [`, { code: "yaml" }],
    [
      "unknown shared parameter",
      sound.replace("{ unit: calendar-day, value: 90 }", "{ use: hearing.fine.organization }"),
      {
        code: "unknown-parameter",
        nearest: "hearing.fine.organisation",
      },
    ],
  ])("%s", async (_, text, wanted) => {
    const problems = await problemsOf(text);
    expect(problems).not.toEqual([]);
    expect(problems[0]).toMatchObject(wanted);
  });

  const withExample = (written: string): string =>
    `${sound}examples:\n  - complies: 及时\n    case: { kind: penalty }\n  - violates: 迟了\n    ${written}\n`;

  it.each([
    [
      "unknown field",
      "case: { decision: { dat: 2023-09-28 } }",
      { at: "21:25", code: "unknown-field", nearest: "decision.date" },
    ],
    ["unknown field left empty", "case: { decision: { dat: null } }", { code: "unknown-field" }],
    [
      "unknown field in a list",
      "cases: [{ parties: [{ nam: 某商店 }] }]",
      { at: "21:27", code: "unknown-field", nearest: "parties.name" },
    ],
    ["unknown group", "case: { decison: { date: 2023-09-28 } }", { code: "unknown-field" }],
    [
      "day that there is not",
      "case: { decision: { date: 2023-02-30 } }",
      { at: "21:31", code: "example-day" },
    ],
    [
      "amount without unit",
      "case: { decision: { fine: 500 } }",
      { at: "21:31", code: "example-unit" },
    ],
    [
      "word that is none of the field's",
      "case: { party: { kind: firm } }",
      { at: "21:28", code: "example-value" },
    ],
    ["unknown parameter", "params: { limt: 3 }", { code: "unknown-parameter", nearest: "limit" }],
  ])("in an example: %s", async (_, written, wanted) => {
    expect(await problemsOf(withExample("case: { kind: penalty }"))).toEqual([]);
    expect((await problemsOf(withExample(written)))[0]).toMatchObject(wanted);
  });

  it("finds the place inside a folded expression", async () => {
    const folded = sound.replace(
      "require: days <= limit",
      "require: >-\n  days <= limit &&\n  case.decison.date >= case.filing.date",
    );
    expect((await problemsOf(folded))[0]).toMatchObject({ at: "16:8", nearest: "decision" });
  });
});
