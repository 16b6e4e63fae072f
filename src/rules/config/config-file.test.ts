import { beforeAll, describe, expect, it } from "vitest";
import { checkFacts } from "../../judge/checks/index.js";
import type { CalendarData } from "../../values/working-days.js";
import { loadCalendar } from "../calendar.js";
import { RuleFileError, type RuleProblem } from "../problem.js";
import { loadRuleBook, type RuleBook } from "../rule-book.js";
import { ConfigFile } from "./config-file.js";
import type { Config } from "./config.js";

const calendar: CalendarData = { holidays: [], makeupDays: [], from: 2004, to: 2026 };

let book: RuleBook;
beforeAll(async () => {
  const checks = checkFacts;
  book = await loadRuleBook({ calendar: await loadCalendar(), checks, withoutExamples: true });
});

const read = (text: string): Config => {
  const file = new ConfigFile("anjuan.config.yaml", text);
  file.holidays(calendar);
  return file.read(book);
};

const problemsIn = (text: string): RuleProblem[] => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof RuleFileError) return [...error.problems];
    throw error;
  }
  return [];
};

describe("what is written in a configuration", () => {
  it("may be nothing at all, and any section may be empty", () => {
    expect(read("").usual).toEqual({ params: new Map(), rules: new Map() });
    const sections = "presets:\nparams:\nrules:\nheaders:\nholidays:\nagencies:\ntrust:\n";
    expect(read(sections).usual).toEqual(read("# nothing").usual);
  });

  it("presets keep their order", () => {
    const { presets } = read("presets: [xingtai, hebei]").usual;
    expect(presets?.map(({ id }) => id)).toEqual(["xingtai", "hebei"]);
  });

  it("parameters stand with the line of their key", () => {
    const { params } = read(
      "params:\n  hearing.fine.organisation: 50000\n  review.every-case: true",
    ).usual;
    expect(params.get("hearing.fine.organisation")).toEqual({ value: 50000, line: 2 });
    expect(params.get("review.every-case")).toEqual({ value: true, line: 3 });
  });

  it("rules: an id goes before a pattern, wherever it stands", () => {
    const { rules, params } = read(
      "rules:\n  publicity/decision-published-in-time: { severity: warning, limit: 15 }\n" +
        "  publicity/decision-published: on\n  publicity/*: off",
    ).usual;
    expect(rules.get("publicity/identity-shown")).toEqual({ off: true, line: 4 });
    expect(rules.get("publicity/decision-published")).toMatchObject({ off: false });
    const changed = { off: false, severity: "warning", line: 2 };
    expect(rules.get("publicity/decision-published-in-time")).toEqual(changed);
    expect(params.get("publicity/decision-published-in-time.limit")?.value).toBe(15);
  });

  it("agencies have their own", () => {
    const { agencies } = read(
      "agencies:\n  甲市文化旅游局:\n    sector: tourism\n    presets: [hebei]\n" +
        "    params: { hearing.fine.citizen: 3000 }\n    rules: { service/*: off }",
    );
    const own = agencies.get("甲市文化旅游局");
    expect(own).toMatchObject({ sector: "tourism", line: 2 });
    expect(own?.presets?.map(({ id }) => id)).toEqual(["hebei"]);
    expect(own?.params.get("hearing.fine.citizen")).toEqual({ value: 3000, line: 5 });
    expect(own?.rules.get("service/served-in-time")?.off).toBe(true);
  });

  it("headers, holidays and trust", () => {
    const config = read(
      "sector: water\nheaders:\n  处罚文书流水: decision.number\n" +
        "holidays: { off: [2027-01-01], work: [2027-02-07], years: [2027] }\ntrust: [penalty-ledger, 名册]",
    );
    expect(config.sector).toBe("water");
    expect(config.headers).toEqual([{ header: "处罚文书流水", field: "decision.number", line: 3 }]);
    expect(config.holidays).toEqual({ off: ["2027-01-01"], work: ["2027-02-07"], years: [2027] });
    expect(config.trust).toEqual(["penalty-ledger", "名册"]);
  });
});

describe("mistakes are refused at their place", () => {
  it.each([
    ["an unknown key", "preset: [hebei]", "1:1 unknown-key presets"],
    ["an unknown preset", "presets: [hebie]", "1:11 unknown-preset hebei"],
    ["one preset twice", "presets:\n  - hebei\n  - hebei", "3:5 set-twice"],
    ["presets that are no list", "presets: hebei", "1:10 wrong-kind"],
    ["an unknown sector", "sector: watr", "1:9 unknown-sector water"],
    ["a place as a sector", "sector: hebei", "1:9 unknown-sector"],
    [
      "an unknown parameter",
      "params:\n  hearing.fine.organization: 5",
      "2:3 unknown-parameter hearing.fine.organisation",
    ],
    ["an empty parameter", "params:\n  hearing.fine.citizen:", "2:24 empty"],
    ["a value of the wrong kind", "params: { hearing.fine.citizen: 5000元 }", "1:33 unit"],
    ["a value below zero", "params: { hearing.fine.citizen: -1 }", "1:33 unit"],
    ["half a day", "params: { service/served-in-time.limit: 1.5 }", "1:41 unit"],
    [
      "a pattern that is none",
      'params: { legal-review/done-when-required.kinds: "(" }',
      "1:50 not-a-pattern",
    ],
    [
      "an unknown rule",
      "rules: { publicity/decison-published: off }",
      "1:10 unknown-rule publicity/decision-published",
    ],
    ["a pattern that fits no rule", "rules: { publicty/*: off }", "1:10 unknown-rule"],
    ["neither on nor off", "rules: { publicity/*: of }", "1:23 rule-setting off"],
    ["no for off", "rules: { publicity/*: false }", "1:23 rule-setting"],
    [
      "an unknown severity",
      "rules: { publicity/*: { severity: warnin } }",
      "1:35 not-a-choice warning",
    ],
    [
      "a parameter that the rule has not",
      "rules: { publicity/decision-published-in-time: { limt: 3 } }",
      "1:50 unknown-parameter limit",
    ],
    [
      "a parameter that rules share",
      "rules: { procedure/hearing-offered: { organisation: 3 } }",
      "1:39 shared-parameter",
    ],
    ["a limit for a pattern", "rules: { publicity/*: { limit: 3 } }", "1:25 unknown-key"],
    [
      "a parameter set in two places",
      "params:\n  service/served-in-time.limit: 3\nrules:\n  service/served-in-time: { limit: 4 }",
      "4:29 set-twice",
    ],
    [
      "an unknown key of an agency",
      "agencies: { 甲局: { sectr: water } }",
      "1:19 unknown-key sector",
    ],
    [
      "an agency written twice",
      "agencies:\n  甲局: { sector: water }\n  甲 局: { sector: health }",
      "3:3 set-twice",
    ],
    [
      "an unknown field",
      "headers: { 流水: decision.nubmer }",
      "1:16 unknown-sheet-field decision.number",
    ],
    [
      "a header written twice",
      "headers:\n  流水: decision.number\n  流 水: decision.date",
      "3:3 set-twice",
    ],
    ["a day that there is not", "holidays: { off: [2026-02-30] }", "1:19 not-a-day"],
    ["a day of a year not covered", "holidays: { off: [2027-01-01] }", "1:19 year-not-covered"],
    ["a year that does not join", "holidays: { years: [2028] }", "1:20 years-not-joined"],
    ["no year", "holidays: { years: [next] }", "1:21 not-a-year"],
    [
      "a day both off and worked",
      "holidays: { off: [2026-05-05], work: [2026-05-05] }",
      "1:39 off-and-work",
    ],
    ["an unknown kind of sheet", "trust: [penalty-leger]", "1:9 unknown-sheet-kind penalty-ledger"],
    ["a list", "- a", "1:1 wrong-kind"],
    ["a key twice", "sector: water\nsector: health", "2:1 duplicate-key"],
    ["a star that YAML takes for a reference", "trust: [*台账]", "1:9 alias"],
  ])("%s", (_, text, wanted) => {
    const [problem] = problemsIn(text);
    const { line, column, code, nearest } = problem!;
    expect(`${line}:${column} ${code} ${nearest ?? ""}`.trim()).toBe(wanted);
  });

  it("all at once, in the order of the lines", () => {
    const problems = problemsIn(
      "sector: watr\nholidays: { off: [x] }\nparams: { a: 1 }\nagencies: { 甲局: { presets: [b] } }",
    );
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, "unknown-sector"],
      [2, "not-a-day"],
      [3, "unknown-parameter"],
      [4, "unknown-preset"],
    ]);
  });
});
