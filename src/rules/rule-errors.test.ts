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
        return error.problems.map(({ line, column, message, nearest }) => ({
          at: `${line}:${column}`,
          message,
          nearest,
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
      { at: "5:1", message: 'unknown key "sevrity"', nearest: "severity" },
    ],
    [
      "unknown key inside",
      sound.replace("mark: T", "mrak: T"),
      { message: 'unknown key "mrak"', nearest: "mark" },
    ],
    [
      "unknown field",
      sound.replace("case.filing.date,", "case.filng.date,"),
      { at: "13:27", message: 'unknown field "filng"', nearest: "filing" },
    ],
    [
      "unknown function",
      sound.replace("calendarDays(", "calendarDay("),
      { at: "13:9", message: 'unknown function "calendarDay"', nearest: "calendarDays" },
    ],
    [
      "unknown variable",
      sound.replace("days <= limit", "days <= limt"),
      { at: "14:18", message: 'unknown variable "limt"', nearest: "limit" },
    ],
    [
      "wrong type",
      sound.replace("days <= limit", "case.decision.date <= limit"),
      { at: "14:10", message: "no such overload: Date <= int" },
    ],
    [
      "not a condition",
      sound.replace("require: days <= limit", "require: days + limit"),
      { at: "14:10", message: "must give bool, gives int" },
    ],
    [
      "unknown name in a message",
      sound.replace("{days}日", "{dyas}日"),
      { message: 'unknown variable "dyas"', nearest: "days" },
    ],
    [
      "hanging function",
      sound.replace("days <= limit", 'case.number.matches("a")'),
      { at: "14:10" },
    ],
    ["refused macro", sound.replace("days <= limit", "has(case.number)"), { at: "14:10" }],
    ["syntax", sound.replace("days <= limit", "days <= "), {}],
    ["missing key", sound.replace(/^remedy:.*$/m, ""), { message: '"remedy" is missing' }],
    ["broken YAML", `${sound}  : [`, {}],
    [
      "unknown shared parameter",
      sound.replace("{ unit: calendar-day, value: 90 }", "{ use: hearing.fine.organization }"),
      {
        message: 'no shared parameter "hearing.fine.organization"',
        nearest: "hearing.fine.organisation",
      },
    ],
  ])("%s", async (_, text, wanted) => {
    const problems = await problemsOf(text);
    expect(problems).not.toEqual([]);
    expect(problems[0]).toMatchObject(wanted);
  });

  it("finds the place inside a folded expression", async () => {
    const folded = sound.replace(
      "require: days <= limit",
      "require: >-\n  days <= limit &&\n  case.decison.date >= case.filing.date",
    );
    expect((await problemsOf(folded))[0]).toMatchObject({ at: "16:8", nearest: "decision" });
  });
});
