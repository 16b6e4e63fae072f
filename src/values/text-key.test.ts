import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { codeText, foldWidth } from "./fold-width.js";
import { textKey } from "./text-key.js";

describe("textKey", () => {
  test.each([
    ["统一社\n会信用\n代码", "统一社会信用代码"],
    ["序 号", "序号"],
    ["单位名\u3000称", "单位名称"],
    ["罚款（元）：", "罚款(元):"],
    ["Ａ\u00A0B\u200Bc", "ABc"],
  ])("%j", (text, key) => {
    expect(textKey(text)).toBe(key);
  });

  it("does not change when it is taken again, and has no white space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const key = textKey(text);
        expect(textKey(key)).toBe(key);
        expect(key).not.toMatch(/\s/);
      }),
    );
  });

  it("does not fold traditional characters", () => {
    expect(textKey("市場監督")).toBe("市場監督");
  });
});

describe("foldWidth", () => {
  it("folds width and nothing that changes a number", () => {
    expect(foldWidth("（５，０００）⽉⽇")).toBe("(5,000)月日");
    expect(foldWidth("①5²½〔﹝")).toBe("①5²½〔﹝");
  });

  it("does not change when it is applied again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldWidth(foldWidth(text))).toBe(foldWidth(text));
      }),
    );
  });
});

describe("codeText", () => {
  it("takes off spaces and Excel's apostrophe", () => {
    expect(codeText("'1305 2119\t")).toBe("13052119");
  });
});
