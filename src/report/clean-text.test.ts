import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, escapeInvisible } from "./clean-text.js";

describe("cleanText", () => {
  it("takes the power out of terminal escapes and keeps what is visible", () => {
    expect(cleanText("\x1b]0;owned\x07正常\x1b[31m红\x9b2J")).toBe("]0;owned正常[31m红2J");
  });

  it("takes out bidirectional overrides and invisible characters", () => {
    expect(cleanText("甲\u202E乙\u2066丙\u200B丁\uFEFF")).toBe("甲乙丙丁");
  });

  it("keeps joined emoji, Chinese beyond the basic plane and line breaks", () => {
    expect(cleanText("👨‍👩‍👧𠮷\r\n二\t行\u2028三")).toBe("👨‍👩‍👧𠮷\n二 行\n三");
  });

  it("shows half a character as a replacement", () => {
    expect(cleanText("甲\uD800乙")).toBe("甲\uFFFD乙");
  });

  it("puts all on one line where asked", () => {
    expect(cleanLine("第一行 \n 第二行\r\n第三行")).toBe("第一行 第二行 第三行");
  });
});

describe("escapeInvisible", () => {
  it("keeps the data and leaves nothing invisible", () => {
    const data = { text: "\x1b[0m\x9b\u202E甲\u{E0041}\u2028", list: ["乙"] };
    const json = escapeInvisible(JSON.stringify(data, null, 2));
    expect(JSON.parse(json)).toEqual(data);
    expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
    expect(json).toContain("甲");
  });
});
