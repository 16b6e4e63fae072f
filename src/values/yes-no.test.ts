import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseYesNo } from "./yes-no.js";

describe("parseYesNo", () => {
  test.each([
    "是",
    "有",
    "Y",
    "y",
    "Yes",
    "TRUE",
    "1",
    "１",
    "√",
    "✓",
    "✔",
    "☑",
    "■",
    "已",
    "经",
    "已公示",
    "已公开",
    "已送达",
    "经集体讨论",
    "经法制审核",
    "已经集体讨论",
    "是√ 否□",
    "是☑否☐",
    "☑是 □否",
    "■是□否",
    "是（√）否（ ）",
    "是[√] 否[ ]",
    "有√ 无□",
    "否□ 是√",
    "是√ 否×",
    "√是",
    "是√",
    "已公示☑ 未公示□",
    "是。",
    " 是 ",
  ])("%s is yes", (text) => {
    expect(parseYesNo(text)).toBe(true);
  });

  test.each([
    "否",
    "无",
    "N",
    "no",
    "false",
    "0",
    "×",
    "✗",
    "☐",
    "□",
    "未",
    "未经",
    "未公示",
    "未公开",
    "尚未公示",
    "未经集体讨论",
    "不",
    "不是",
    "不予公示",
    "不需要",
    "没有",
    "无需",
    "无须审核",
    "是□ 否√",
    "□是 ☑否",
    "是☐否☑",
    "是（ ）否（√）",
    "有□ 无√",
    "否√",
    "√否",
    "已公示□ 未公示☑",
  ])("%s is no", (text) => {
    expect(parseYesNo(text)).toBe(false);
  });

  test.each([
    "",
    " ",
    "/",
    "是否",
    "是/否",
    "Y/N",
    "2",
    "3",
    "10",
    "未知",
    "未填",
    "未记载",
    "不详",
    "不清楚",
    "不适用",
    "不涉及",
    "不一定",
    "是√ 否√",
    "是□ 否□",
    "是√否",
    "□是",
    "是☒ 否□",
    "已撤销",
    "已撤下",
    "已过期",
    "经营者",
    "经济",
    "未成年人",
    "未来",
    "张三",
    "2023年12月21日",
    "同意",
    "无异议，2023",
    "已公示，2023",
    "是，但未通过",
  ])("%j is no answer", (text) => {
    expect(parseYesNo(text)).toBeUndefined();
  });

  it("reads code lists only when told to", () => {
    const inCodeList = (text: string): boolean | undefined => parseYesNo(text, { codeList: true });
    expect(["1", "2", "0", "3", "是", "否"].map(inCodeList)).toEqual([
      true,
      false,
      undefined,
      undefined,
      true,
      false,
    ]);
    expect(parseYesNo("2", { codeList: false })).toBeUndefined();
  });

  it("never throws", () => {
    const glyphs = fc.string({ unit: fc.constantFrom(..."是否有无√□☑×已未不公示()[] 12") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), glyphs), fc.boolean(), (text, codeList) => {
        expect([true, false, undefined]).toContain(parseYesNo(text, { codeList }));
      }),
      { numRuns: 1000 },
    );
  });
});
