import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { displayWidth, padded, wrap } from "./wrap.js";

describe("wrap", () => {
  it("fills lines by display width", () => {
    expect(wrap("行政处罚决定应当依法公示", 10)).toEqual(["行政处罚决", "定应当依法", "公示"]);
  });

  it("starts no line with closing punctuation", () => {
    expect(wrap("已经公示，逾期五日。", 8)).toEqual(["已经公", "示，逾期", "五日。"]);
    expect(wrap("见《行政处罚法》", 14)).toEqual(["见《行政处罚", "法》"]);
  });

  it("ends no line with opening punctuation", () => {
    expect(wrap("依据《行政处罚法》", 6)).toEqual(["依据", "《行政", "处罚", "法》"]);
    expect(wrap("邢测罚〔2023〕12号", 8)).toEqual(["邢测罚", "〔2023〕", "12号"]);
  });

  it("keeps words, figures and their counters whole", () => {
    expect(wrap("罚款5,000元整", 8)).toEqual(["罚款", "5,000元", "整"]);
    expect(wrap("published after ten working days", 12)).toEqual([
      "published",
      "after ten",
      "working days",
    ]);
  });

  it("breaks what is longer than a line", () => {
    expect(wrap("a/very/long/path.xlsx 尾", 8)).toEqual(["a/very/l", "ong/path", ".xlsx 尾"]);
  });

  it("keeps line breaks and blank lines", () => {
    expect(wrap("一\n\n二", 8)).toEqual(["一", "", "二"]);
  });

  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(..."行政处罚决定书，。、《》（）〔〕“”：；？！…— \n0123456789元号条abc./-"),
      fc.constantFrom("👨‍👩‍👧", "é", "ｱ", "가", "́", "㎡", "⚠️", "𠮷"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 80,
  });

  it("never loses a character that is not a blank", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (original, width) => {
        const bare = (s: string): string => s.replaceAll(/\s/g, "");
        expect(bare(wrap(original, width).join("\n"))).toBe(bare(original));
      }),
      { numRuns: 2000 },
    );
  });

  it("never exceeds the width, unless one character does", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (original, width) => {
        for (const line of wrap(original, width)) {
          const characters = [...new Intl.Segmenter().segment(line)].length;
          expect(stringWidth(line) <= width || characters === 1).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("displayWidth", () => {
  it("agrees with string-width", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(..."a1 ~，。（）〔〕　·…“”—ＡＺ～￥一龥㐀"),
            fc.constantFrom("👨‍👩‍👧", "é"),
          ),
        }),
        (text) => {
          expect(displayWidth(text)).toBe(stringWidth(text));
        },
      ),
    );
    for (let code = 0x20; code <= 0xffff; code++) {
      if (code >= 0x7f && code < 0xa0) continue;
      const character = String.fromCharCode(code);
      expect(displayWidth(character), code.toString(16)).toBe(stringWidth(character));
    }
  });

  it("pads to columns", () => {
    expect(padded("依据", 6)).toBe("依据  ");
    expect(padded("依据", 2)).toBe("依据");
  });
});
