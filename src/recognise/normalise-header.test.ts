import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseHeader } from "./normalise-header.js";
import { shippedVocabulary } from "./vocabulary.fixture.js";

const names = shippedVocabulary().headers.flatMap((entry) => [entry.header, ...entry.also]);

describe("normaliseHeader", () => {
  it.each([
    ["统一社\n会信用\n代码", "统一社会信用代码"],
    ["序 号", "序号"],
    ["单位名 称", "单位名称"],
    ["\u3000案\u00A0号\u200B", "案号"],
    ["1.案号", "案号"],
    ["（一）案号：", "案号"],
    ["★案号", "案号"],
    ["案号（必填）*", "案号"],
    ["证件号码(为自然人时，必填)", "证件号码"],
    ["处罚决定日期（yyyy/mm/dd）", "处罚决定日期"],
    ["做出处罚决定日期", "作出处罚决定日期"],
    ["其它", "其他"],
    ["行政处罚决定文书号", "行政处罚决定书号"],
    ["統(tǒng)一社會信用代碼", "统一社会信用代码"],
    ["處罰決定書文號", "处罚决定书文号"],
    ["CF_XDR_MC", "cfxdrmc"],
    ["cfXdrMc", "cfxdrmc"],
    ["陈述、申辩情况", "陈述申辩情况"],
    ["罚款（大写）", "罚款大写"],
  ])("takes the looks off %j", (header, key) => {
    expect(normaliseHeader(header).key).toBe(key);
  });

  it.each([
    ["罚款金额（元）", "罚款金额", "yuan"],
    ["罚款金额（万元）", "罚款金额", "wan"],
    ["罚款金额\n（单位：万元）", "罚款金额", "wan"],
    ["罚款金额（万元", "罚款金额", "wan"],
    ["罚款金额/元", "罚款金额", "yuan"],
    ["罚款金额万元", "罚款金额", "wan"],
    ["没收违法所得、没收非法财物的金额（万元）", "没收违法所得没收非法财物的金额", "wan"],
    ["罚款金额", "罚款金额", undefined],
  ])("keeps the unit of %j", (header, key, unit) => {
    expect(normaliseHeader(header)).toMatchObject({ key });
    expect(normaliseHeader(header).unit).toBe(unit);
  });

  it.each([
    ["行政相对人代码_1（统一社会信用代码）", "统一社会信用代码"],
    ["行政相对人代码_2(组织机构代码)", "组织机构代码"],
    ["行政相对人代码_2（工商注册号）", "工商注册号"],
    ["行政相对人代码_3(统一社会信用代码)", "统一社会信用代码"],
    ["行政相对人代码_5(居民身份证号)", "居民身份证号"],
  ])("reads %j by its brackets, never by its ordinal", (header, key) => {
    expect(normaliseHeader(header).key).toBe(key);
  });

  it("does not take 必填 behind a party code for what the code is", () => {
    expect(normaliseHeader("行政相对人代码_1（必填）").key).toBe("行政相对人代码1");
  });

  it("drops a bracket that explains, keeps one that tells which", () => {
    expect(normaliseHeader("法定代表人（负责人、经营者）").bare).toBe("法定代表人");
    expect(normaliseHeader("违法事实（案由）").bare).toBe("违法事实");
    expect(normaliseHeader("送达日期（告知书）").bare).toBeUndefined();
    expect(normaliseHeader("暂扣期限（起）").bare).toBeUndefined();
  });

  it("keeps what must stay apart apart", () => {
    const key = (header: string) => normaliseHeader(header).key;
    expect(key("罚没金额")).not.toBe(key("罚款金额"));
    expect(key("现场笔录")).not.toBe(key("现场记录"));
  });

  it("does not look at spaces, width and marks", () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
        const cut = at % (name.length + 1);
        const { key } = normaliseHeader(name);
        expect(normaliseHeader(`${name.slice(0, cut)} \n\u3000${name.slice(cut)}`).key).toBe(key);
        expect(normaliseHeader(wide(name)).key).toBe(key);
        expect(normaliseHeader(`＊${name}：`).key).toBe(key);
        expect(normaliseHeader(`${name}（必填）`).key).toBe(key);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(typeof normaliseHeader(text).key).toBe("string");
      }),
    );
  });
});
