import { describe, expect, it } from "vitest";
import { diagnosticText } from "../messages/text.js";
import { withLabel } from "./audit-result.js";

const said = (code: string, details: Record<string, string>, lang: "zh" | "en" = "zh"): string =>
  diagnosticText(lang, code, withLabel(details, lang));

describe("a diagnostic names things as people do", () => {
  it("fields", () => {
    expect(said("column-guessed", { header: "处罚\n日期", field: "decision.date" })).toBe(
      "列“处罚日期”按“决定日期”读取，请确认",
    );
    expect(said("column-ambiguous", { header: "日期", fields: "filing.date, decision.date" })).toBe(
      "栏目“日期”可能是几种意思（立案日期、决定日期），没有采用",
    );
  });

  it("units", () => {
    const details = { field: "decision.fine", text: "500000", unit: "wan" };
    expect(said("unit-suspect", details)).toBe("“500000”的单位可能不是万元，请确认");
    expect(said("unit-suspect", details, "en")).toContain("10,000 yuan");
  });
});
