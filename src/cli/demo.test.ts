import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { WrittenResult } from "../model/audit-result.js";
import { CivilDate } from "../values/civil-date.js";
import { sorted, tableIn } from "./planted.fixture.js";
import { runAudit } from "./run-audit.js";

/** The demo folder against the table in fixtures/README.md: nothing missed, nobody accused falsely. */

const root = new URL("../../", import.meta.url);
const folder = fileURLToPath(new URL("fixtures/demo", root));

let readme: string;
let result: WrittenResult;

beforeAll(async () => {
  readme = await readFile(new URL("fixtures/README.md", root), "utf8");
  const audited = await runAudit({
    paths: [folder],
    asOf: CivilDate.fromIso("2024-04-15")!,
    lang: "zh",
    version: "test",
  });
  result = { ...audited, cases: [...audited.cases], reviews: [...audited.reviews] };
});

describe("the demo folder", () => {
  it("has the problems that were planted, and no other", () => {
    const planted = tableIn(readme, "放进去的问题").map(([id, rule, severity]) =>
      [rule, id, severity].join(" "),
    );
    const found = result.findings.map(({ rule, subject, severity }) =>
      [rule, subject.id, severity].join(" "),
    );
    expect(planted.length).toBeGreaterThan(40);
    expect(sorted(found)).toEqual(sorted(planted));
  });

  it("plants something for many rules, all of which there are", () => {
    const planted = new Set(tableIn(readme, "放进去的问题").map(([, rule]) => String(rule)));
    const rules = new Set(result.rules.map(({ id }) => id));
    expect([...planted].filter((rule) => !rules.has(rule))).toEqual([]);
    expect(planted.size).toBeGreaterThan(30);
  });

  it("has as many cases as stated", () => {
    const [, cases] = /共(\d+)个案件/.exec(readme) ?? [];
    expect(result.summary.cases).toBe(Number(cases));
  });

  it("is read in full", () => {
    expect(result.run.inputs.map(({ status }) => status)).toEqual(["read", "read", "read", "read"]);
  });

  it("has no cell that is not understood, but for those named", () => {
    const named = tableIn(readme, "看不懂的单元格").map(([, content]) => content!.split("：")[1]!);
    const messages = result.diagnostics
      .filter(({ code }) => code === "cell-not-understood")
      .map(({ message }) => message);
    expect(messages).toHaveLength(named.length);
    for (const [at, text] of named.entries()) expect(messages[at]).toContain(text);
  });

  it("leaves one column unmapped, the system's own", () => {
    const unmapped = result.diagnostics.filter(({ code }) => code.startsWith("column-"));
    expect(unmapped.map(({ code, message }) => [code, message.includes("推")])).toEqual([
      ["column-not-mapped", true],
    ]);
  });

  it("asks a person about the cases that are not clear", () => {
    const asked = new Set(result.reviews.map(({ rule, subject }) => `${rule} ${subject.id}`));
    for (const [id, why] of tableIn(readme, "应当由人核查的情形")) {
      expect(asked).toContain(`${why!.split("：")[0]} ${id}`);
    }
  });

  it("asks little about cases in which nothing is unclear", () => {
    const unclear = new Set(tableIn(readme, "应当由人核查的情形").map(([id]) => id));
    const planted = tableIn(readme, "放进去的问题").flatMap(([id]) => id!.split(" + "));
    const special = new Set([...unclear, ...planted]);
    // What no case of the folder says anything of (it has no item catalogue) is asked once for all.
    const decided = new Set(
      result.rules.filter(({ outcomes }) => outcomes.pass + outcomes.fail > 0).map(({ id }) => id),
    );
    const questions = result.reviews.filter(
      ({ rule, subject }) => decided.has(rule) && !special.has(subject.id),
    );
    expect(questions.map(({ rule, subject }) => `${rule} ${subject.id}`)).toEqual([]);
  });
});
