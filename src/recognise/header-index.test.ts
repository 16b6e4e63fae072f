import { describe, expect, it } from "vitest";
import type { SheetKind } from "../model/vocabulary.js";
import { HeaderIndex } from "./header-index.js";
import { normaliseHeader } from "./normalise-header.js";
import { shippedVocabulary } from "./vocabulary.fixture.js";

const index = new HeaderIndex(shippedVocabulary());
const lookUp = (header: string, kind: SheetKind = "penalty-ledger") =>
  index.lookUp(normaliseHeader(header), kind);

describe("HeaderIndex", () => {
  it.each([
    ["处罚决定书文号", "decision.number", "canonical"],
    ["行政处罚决定书（文号）", "decision.number", "alias"],
    ["CF_WSH", "decision.number", "alias"],
    ["cfWsh", "decision.number", "alias"],
    ["decisionNo", "decision.number", "alias"],
    ["作出处罚决定日期", "decision.date", "alias"],
    ["罚款金额（万元）", "decision.fine", "canonical"],
    ["没收违法所得、没收非法财物的金额（万元）", "decision.confiscated", "alias"],
    ["法定代表人（负责人）", "party.legalRepresentative", "alias"],
    ["陈述、申辩情况", "defence.text", "canonical"],
    ["是否陈述申辩", "defence.made", "canonical"],
    ["是否法制审核", "legalReview.done", "canonical"],
    ["承办人1", "officers.name", "alias"],
    ["承办人（二）", "officers.name", "alias"],
    ["执法证号2", "officers.certificate", "alias"],
  ])("%s is %s", (header, field, match) => {
    expect(lookUp(header)?.usual).toMatchObject({ field, match });
  });

  it("never matches a part of a header", () => {
    for (const header of ["处罚决定日期送达日期", "不予处罚依据", "撤案号", "案件标签", "处"]) {
      expect(lookUp(header), header).toBeUndefined();
    }
    expect(lookUp("加处罚款")?.usual?.field).toBe("payment.surcharge");
    expect(lookUp("没收违法所得")?.usual?.field).toBe("decision.confiscated");
    expect(lookUp("违法所得")?.usual?.field).toBe("violation.illegalGains");
    expect(lookUp("罚没金额")?.usual?.field).toBe("decision.total");
  });

  it("fixes the unit of the publication codes", () => {
    expect(lookUp("CF_NR_FK")?.usual).toMatchObject({ field: "decision.fine", unit: "wan" });
    expect(lookUp("罚款金额")?.usual?.unit).toBeUndefined();
  });

  it("goes by the kind of sheet", () => {
    expect(lookUp("有效期")?.usual?.field).toBe("decision.validUntil");
    expect(lookUp("有效期", "officer-roster")?.usual?.field).toBe("roster.validTo");
    expect(lookUp("执法类别")?.usual?.field).toBe("kind");
    expect(lookUp("执法类别", "officer-roster")?.usual?.field).toBe("roster.certificateKind");
    expect(lookUp("法律依据")?.usual?.field).toBe("law.penalty");
    expect(lookUp("法律依据", "benchmark-table")?.usual?.field).toBe("tier.law");
    expect(lookUp("决定书文号", "coercion-ledger")?.usual?.field).toBe("coercion.documentNumber");
  });

  it("guesses at a slip of the pen, and says so", () => {
    expect(lookUp("企让名称")?.usual).toEqual({ field: "party.name", match: "guess" });
  });

  it.each([
    "拟罚款金额大",
    "不送达日期",
    "未结案日期",
    "罚决金额",
    "撤案日期",
    "退案日期",
    "起止日期",
    "实罚款金额",
    "免罚款金额",
    "暂扣期限",
    "查封期限",
    "处罚依据外",
    "案名x",
  ])("does not guess at %s", (header) => {
    expect(lookUp(header)?.usual?.match).not.toBe("guess");
  });
});
