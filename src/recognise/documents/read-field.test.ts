import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readField } from "./read-field.js";

const words = { "service.mode": { direct: ["直接送达"], retained: ["留置送达"] } };
const read = (path: string, text: string) => Object.fromEntries(readField(path, text, words));

describe("values of fields", () => {
  it.each<[string, string, Record<string, unknown>]>([
    ["party.name", "张三，男，1980年出生", { "party.name": "张三" }],
    ["party.name", "甲公司（以下简称甲）", { "party.name": "甲公司" }],
    ["party.name", "极光⽹吧", { "party.name": "极光网吧" }],
    ["party.name", "／", {}],
    ["party.creditCode", "9199 0106 MA0Q J30104", { "party.creditCode": "91990106MA0QJ30104" }],
    ["party.creditCode", "见附件", {}],
    ["party.phone", "0990-5550118", { "party.phone": "0990-5550118" }],
    [
      "decision.number",
      "（临）⽂综罚字(2023)4号",
      { "decision.number": "（临）文综罚字(2023)4号" },
    ],
    ["decision.number", "（ ）安监罚〔 〕 号", {}],
    ["service.date", "顾延年 2024年3月5日11时05分", { "service.date": "2024-03-05" }],
    ["service.date", "2024年3月5日至2024年3月8日", {}],
    ["service.date", "年 月 日", {}],
    ["notice.defenceDays", "五个工作日", { "notice.defenceDays": 5 }],
    ["notice.defenceDays", "三日", { "notice.defenceDays": 3 }],
    ["notice.defenceDays", "3 日", { "notice.defenceDays": 3 }],
    ["notice.defenceDays", "十个工作日", { "notice.defenceDays": 10 }],
    // In calendar days: the penalty law counts only 二、三、五、七日 in working days.
    ["notice.defenceDays", "十日", {}],
    ["notice.defenceDays", "15日", {}],
    [
      "legalReview.opinion",
      "同意处罚意见。 审核人：秦若谷 2024年3月26日",
      { "legalReview.opinion": "同意处罚意见。" },
    ],
    ["legalReview.opinion", "审核人：秦若谷 2024年3月26日", {}],
    ["service.mode", "留置送达", { "service.mode": "retained" }],
    ["service.mode", "直接□ 留置□ 邮寄□", {}],
    ["payment.amount", "人民币贰万元整（¥20,000.00）", { "payment.amount": 2_000_000 }],
    ["payment.amount", "人民币贰万元整（¥30,000.00）", {}],
    ["payment.amount", "二万元以上十万元以下", {}],
    ["officers", "沈砚秋（证号：99010600123）、陆知行（证", {}],
    ["officers", "单位\ufffd", {}],
    [
      "inspection",
      "2024年3月5日9时20分至10时40分",
      {
        "inspection.date": "2024-03-05",
        "inspection.from": "2024-03-05 09:20",
        "inspection.to": "2024-03-05 10:40",
      },
    ],
    ["inspection", "年 月 日时 分至 月 日时分", {}],
    [
      "officers",
      "沈砚秋（证号：99010600123）、陆知行（证号：99010600145）",
      {
        "officers[0].name": "沈砚秋",
        "officers[0].certificate": "99010600123",
        "officers[1].name": "陆知行",
        "officers[1].certificate": "99010600145",
      },
    ],
  ])("%s: %s", (path, text, expected) => {
    expect(read(path, text)).toEqual(expected);
  });

  it("never throws, and gives no dates that are none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const path of ["officers", "inspection", "party.name", "payment.amount"])
          read(path, text);
        for (const value of Object.values(read("filing.date", text))) {
          expect(value).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
        }
      }),
    );
  });
});
