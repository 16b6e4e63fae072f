import { describe, expect, it } from "vitest";
import { vocabularySchema } from "../model/vocabulary.js";
import { withHeaders } from "./extra-headers.js";
import { HeaderIndex } from "./header-index.js";
import { normaliseHeader } from "./normalise-header.js";

const vocabulary = vocabularySchema.parse({
  headers: [
    { field: "decision.number", header: "决定书文号" },
    { field: "case.name", header: "名称" },
    { field: "decision.date", header: "日期", in: ["penalty-ledger"] },
  ],
  ambiguous: [
    { headers: ["有效期", "截止"], choices: [{ field: "roster.validTo", has: ["roster.name"] }] },
  ],
});

const meaning = (extra: Record<string, string>, header: string, kind = "penalty-ledger") => {
  const given = Object.entries(extra).map(([name, field]) => ({ header: name, field }));
  const index = new HeaderIndex(withHeaders(vocabulary, given));
  return index.lookUp(normaliseHeader(header), kind as "penalty-ledger");
};

describe("headers of someone's own", () => {
  it("fill their field, whatever marks and spaces they are written with", () => {
    const extra = { 处罚文书流水: "decision.number" };
    expect(meaning(extra, "* 处罚文书 流水（必填）")?.usual?.field).toBe("decision.number");
    expect(meaning({}, "处罚文书流水")).toBeUndefined();
  });

  it("are written as inspect shows a header of two levels", () => {
    expect(meaning({ "当事人/流水": "number" }, "当事人流水")?.usual?.field).toBe("number");
  });

  it("go before the meaning that a header usually has", () => {
    expect(meaning({ 日期: "filing.date" }, "日期")?.usual?.field).toBe("filing.date");
  });

  it("settle an ambiguous header in the sheets that know the field, and in no other", () => {
    const extra = { 有效期: "licence.validTo" };
    expect(meaning(extra, "有效期")).toMatchObject({ usual: { field: "licence.validTo" } });
    expect(meaning(extra, "有效期")?.choices).toBeUndefined();
    expect(meaning(extra, "有效期", "officer-roster")?.choices).toHaveLength(1);
    expect(meaning(extra, "截止", "officer-roster")?.choices).toHaveLength(1);
  });

  it("change nothing where there are none", () => {
    expect(withHeaders(vocabulary, [])).toBe(vocabulary);
  });
});
