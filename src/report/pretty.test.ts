import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { AuditResult } from "../model/audit-result.js";
import { pretty } from "./pretty.js";
import { resultFixture } from "./result.fixture.js";

const golden = (name: string): string => `testdata/pretty/${name}.txt`;

const plain = (result: AuditResult, width = 80, lang: "zh" | "en" = "zh"): string =>
  pretty(result, { width, colour: false, lang });

const clean: AuditResult = {
  ...resultFixture,
  run: { ...resultFixture.run, inputs: resultFixture.run.inputs.slice(0, 1) },
  summary: { ...resultFixture.summary, findings: { error: 0, warning: 0, info: 0 } },
  findings: [],
  reviews: [],
  parameters: [],
  diagnostics: [],
};

describe("pretty", () => {
  it.each([
    ["zh-80", 80, "zh"],
    ["zh-120", 120, "zh"],
    ["en-80", 80, "en"],
  ] as const)("writes %s", async (name, width, lang) => {
    await expect(plain(resultFixture, width, lang)).toMatchFileSnapshot(golden(name));
  });

  it("writes in colour", async () => {
    const coloured = pretty(resultFixture, { width: 80, colour: true, lang: "zh" });
    await expect(coloured).toMatchFileSnapshot(golden("zh-80-colour"));
  });

  it("does not print whole pages out of one cell", () => {
    const long = "长".repeat(32_767);
    const [finding] = resultFixture.findings;
    const [file] = resultFixture.cases;
    const [diagnostic] = resultFixture.diagnostics.filter(({ level }) => level === "warning");
    const result: AuditResult = {
      ...clean,
      cases: [{ ...file!, id: long, party: long, agency: long }],
      findings: [
        {
          ...finding!,
          subject: { scope: "case", id: long },
          cases: [long],
          evidence: finding!.evidence.map((piece) => ({ ...piece, value: long, text: long })),
        },
      ],
      diagnostics: [{ ...diagnostic!, message: long }],
    };
    const printed = plain(result);
    expect(printed.length).toBeLessThan(6000);
    expect(printed).toContain("长…");
  });

  it("names the files whose kind it does not read, tables first and with advice", () => {
    const later = (file: string, kind: "spreadsheet" | "other") => ({
      ...{ file, kind, sha256: null },
      ...{ status: "ignored" as const, reason: "kind-not-supported" },
    });
    const inputs = [later("卷.pdf", "other"), later("台账.xlsb", "spreadsheet")];
    const printed = plain({ ...clean, run: { ...clean.run, inputs } }, 120);
    expect(printed).toMatch(/没有读成的文件[^]*台账\.xlsb · .*另存为 \.xlsx[^]*卷\.pdf/);
    expect(printed).toContain("2 个文件的类型本版本不读取");
  });

  it("says that nothing was found", async () => {
    await expect(plain(clean)).toMatchFileSnapshot(golden("zh-80-clean"));
  });

  it("is the same text with and without colour", () => {
    const coloured = pretty(resultFixture, { width: 80, colour: true, lang: "zh" });
    expect(coloured.replaceAll(/\u001B\[\d+m/g, "")).toBe(plain(resultFixture));
  });

  it.each([40, 60, 80, 100, 120])("stays within %i columns", (width) => {
    for (const line of plain(resultFixture, width).split("\n")) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  });

  it("lets nothing out of a file reach the terminal as a command", () => {
    expect(plain(resultFixture)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it("shows every finding", () => {
    const bare = plain(resultFixture, 60).replaceAll(/\s/g, "");
    for (const { rule } of resultFixture.findings) expect(bare).toContain(rule);
  });

  it("aggregates reviews however many there are", () => {
    const review = resultFixture.reviews.find(({ evidence }) => evidence.length > 0);
    const reviews = Array.from({ length: 900 }, (_, index) => ({
      ...review!,
      subject: { scope: "case" as const, id: `云市监罚〔2023〕${index}号` },
    }));
    const lines = plain({ ...clean, reviews }).split("\n");
    expect(lines.length).toBeLessThan(30);
    expect(lines.join("").replaceAll(" ", "")).toContain("等900件案件");
  });

  it("says honestly how many kinds of review and note it leaves out", () => {
    const review = resultFixture.reviews.find(({ evidence }) => evidence.length > 0);
    const reviews = Array.from({ length: 25 }, (_, index) => ({ ...review!, rule: `a/${index}` }));
    expect(plain({ ...clean, reviews })).toContain("另有 5 条");
  });
});
