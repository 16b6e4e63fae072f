import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { WrittenResult } from "../model/audit-result.js";
import { CivilDate } from "../values/civil-date.js";
import { sorted, tableIn } from "./planted.fixture.js";
import { runAudit } from "./run-audit.js";

/** The folder of a whole city against the tables in fixtures/city/README.md. */

const root = new URL("../../", import.meta.url);

/** Rules that no spreadsheet can decide, and why. */
const beyondSpreadsheets: Readonly<Record<string, string>> = {
  "document/decision-elements": "the text of the decision",
  "document/remedy-stated-correctly": "the text of the decision",
  "evidence/copies-verified": "the note on the copy",
  "evidence/listed-is-present": "the decision and its dossier",
  "evidence/monitoring-device-lawful": "the text of the decision",
  "evidence/photos-described": "the sheets of photos and the photos' own data",
  "legal-review/elements-covered": "the text of the opinion",
  "publicity/party-told-of-rights": "the text of the notice",
  "publicity/personal-data-masked": "what was published, as published",
  "recording/audio-visual-file-sound": "the recordings themselves",
  "recording/catalogue-matches-dossier": "the dossier and its catalogue",
  "recording/document-signed": "the signatures on records",
  "recording/interview-times-plausible": "the records of interviews",
  "recording/stage-documents-present": "the whole dossier",
  "service/receipt-complete": "the receipts of service",
};

let readme: string;
let demo: string;
let result: WrittenResult;

beforeAll(async () => {
  readme = await readFile(new URL("fixtures/city/README.md", root), "utf8");
  demo = await readFile(new URL("fixtures/README.md", root), "utf8");
  const audited = await runAudit({
    paths: [fileURLToPath(new URL("fixtures/city", root))],
    asOf: CivilDate.fromIso("2025-10-31")!,
    lang: "zh",
    version: "test",
    param: tableIn(readme, "评查参数").map(([name, value]) => `${name}=${value}`),
  });
  result = { ...audited, cases: [...audited.cases], reviews: [...audited.reviews] };
});

const rulesPlantedIn = (markdown: string): string[] =>
  tableIn(markdown, "放进去的问题").map(([, rule]) => rule!);

describe("the folder of a city", () => {
  it("has the problems that were planted, and no other", () => {
    const planted = tableIn(readme, "放进去的问题").map(([id, rule, severity]) =>
      [rule, id, severity].join(" "),
    );
    const found = result.findings.map(({ rule, subject, severity }) =>
      [rule, subject.id, severity].join(" "),
    );
    expect(sorted(found)).toEqual(sorted(planted));
  });

  it("has, with the demo, a problem for every rule that a spreadsheet can decide", () => {
    const planted = new Set([...rulesPlantedIn(demo), ...rulesPlantedIn(readme)]);
    const rules = result.rules.map(({ id }) => id);
    const left = rules.filter((rule) => !planted.has(rule));
    expect(left).toEqual(Object.keys(beyondSpreadsheets));
    expect([...planted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it("has as many cases as stated", () => {
    const [, cases] = /共(\d+)个案件/.exec(readme) ?? [];
    expect(result.summary.cases).toBe(Number(cases));
  });

  it("is read in full", () => {
    const unread = result.run.inputs.filter(
      ({ file, status }) => status !== "read" && file !== "README.md",
    );
    expect(unread).toEqual([]);
  });

  it("has no cell that is not understood, and no row that belongs to no case", () => {
    const codes = new Set(result.diagnostics.map(({ code }) => code));
    expect([...codes].filter((code) => /^(cell|word|unit|damaged|row-)/.test(code))).toEqual([]);
  });

  it("leaves one column unmapped, the system's own, and one sheet, the code list", () => {
    const unused = result.diagnostics.filter(({ code }) => /^column-|^sheet-not/.test(code));
    const named = unused.map(({ code, message }) => `${code} ${/“(.+?)”/.exec(message)?.[1]}`);
    expect(new Set(named)).toEqual(
      new Set(["column-not-mapped 网格编号", "sheet-not-recognised 数据字典"]),
    );
  });

  it("asks a person about the cases that are not clear", () => {
    const asked = new Set(result.reviews.map(({ rule, subject }) => `${rule} ${subject.id}`));
    for (const [id, why] of tableIn(readme, "应当由人核查的情形")) {
      expect(asked).toContain(`${why!.split("：")[0]} ${id}`);
    }
  });

  it("asks little about cases in which nothing is unclear", () => {
    const unclear = tableIn(readme, "应当由人核查的情形").map(([id]) => id);
    const planted = tableIn(readme, "放进去的问题").map(([id]) => id);
    const special = new Set([...unclear, ...planted]);
    const questions = result.reviews.filter(({ subject }) => !special.has(subject.id));
    expect(questions.map(({ rule, subject }) => `${rule} ${subject.id}`)).toEqual([]);
  });
});
