import { describe, expect, it } from "vitest";
import { caseFields } from "../model/fields.js";
import { en } from "./en.js";
import { diagnosticText, placeholders, text, word } from "./text.js";
import { enumGroup } from "../report/shown.js";
import { zh } from "./zh.js";

describe("catalogues", () => {
  it("name the same placeholders in both languages", () => {
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(placeholders(en[key]).toSorted(), key).toEqual(placeholders(zh[key]).toSorted());
    }
  });

  it("list the keys in the same order, so that the files can be read side by side", () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it("have no stray braces and no spaces at the ends of Chinese messages", () => {
    for (const [key, message] of [...Object.entries(zh), ...Object.entries(en)]) {
      expect(message.replaceAll(/\{\w+\}/g, ""), key).not.toMatch(/[{}]/);
    }
    for (const [key, message] of Object.entries(zh)) expect(message, key).toBe(message.trim());
  });

  it("use no half-width punctuation between Chinese characters", () => {
    for (const [key, message] of Object.entries(zh)) {
      expect(message, key).not.toMatch(/\p{sc=Han}[,;:!?()]\p{sc=Han}/u);
    }
  });

  it("have a word for every value of every enumerated field", () => {
    for (const field of caseFields.values()) {
      const group = enumGroup(field.path);
      for (const value of field.values ?? []) {
        expect(zh, `${field.path}: ${value}`).toHaveProperty([`value.${group}.${value}`]);
      }
    }
  });
});

describe("text", () => {
  it("fills placeholders", () => {
    expect(text("zh", "label.parameter", { name: "limit" })).toBe("参数“limit”");
    expect(text("en", "label.basis")).toBe("Basis");
  });

  it("takes a value as it is, also one that looks like a placeholder or a replacement", () => {
    expect(text("zh", "label.parameter", { name: "$&{name}$1" })).toBe("参数“$&{name}$1”");
  });

  it("does not compile without the placeholders of the message", () => {
    // @ts-expect-error name is missing
    expect(text("zh", "label.parameter")).toBe("参数“{name}”");
    // @ts-expect-error nme is not name
    text("zh", "label.parameter", { nme: "x" });
  });
});

describe("word", () => {
  it("looks up what is only known at run time", () => {
    expect(word("zh", "area", "legal-review")).toBe("重大执法决定法制审核");
    expect(word("en", "area", "legal-review")).toBe("Legal review of major decisions");
  });

  it("shows what it does not know as it is", () => {
    expect(word("zh", "area", "fire-safety")).toBe("fire-safety");
    expect(word("zh", "area", "constructor")).toBe("constructor");
  });
});

describe("diagnosticText", () => {
  it("fills the details", () => {
    expect(diagnosticText("zh", "column-twice", { header: "立案日期", first: "H3" })).toBe(
      "列“立案日期”与 H3 栏目名称相同，两列内容不同的行按不详处理",
    );
  });

  it("says a reason in words", () => {
    expect(diagnosticText("zh", "file-unread", { reason: "file-encrypted" })).toBe(
      "文件有密码保护",
    );
  });

  it("says where in the file the reason is, if that is known", () => {
    const details = { reason: "not-text", line: 3, byte: 42 };
    expect(diagnosticText("zh", "file-unread", details)).toBe(
      "不是文本文件：第3行有空字符（从头数第42个字节）",
    );
    expect(diagnosticText("zh", "file-unread", { reason: "not-text" })).toBe("不是文本文件");
  });

  it("falls back to the code", () => {
    expect(diagnosticText("zh", "ocr-doubtful", { page: 3 })).toBe("ocr-doubtful (page: 3)");
    expect(diagnosticText("en", "ocr-doubtful")).toBe("ocr-doubtful");
  });
});
