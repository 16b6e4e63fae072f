import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceIn } from "./evidence-list.js";

const paragraphs = (...texts: string[]) =>
  texts.map((text, top) => ({ text, page: 2, top, confidence: 1 }));

describe("the evidence that a decision names", () => {
  it.each([
    [
      "a numbered list",
      [
        "上述事实，主要有以下证据证明：",
        "1.现场检查笔录1份；",
        "2.对甲某的询问笔录，证明其知情；",
        "我局于……",
      ],
      "现场检查笔录1份；对甲某的询问笔录",
    ],
    [
      "numbers in brackets, and a heading behind",
      ["以上违法事实，有下列证据为证:", "（1）检测报告（编号：12）", "三、告知情况"],
      "检测报告（编号：12）",
    ],
    ["one line", ["上述事实有以下证据证实：1、现场笔录；2、照片。"], "现场笔录；照片"],
    [
      "a sentence",
      ["以上事实，有现场笔录、询问笔录、照片等证据为证。"],
      "现场笔录；询问笔录；照片",
    ],
    ["no list", ["我局认为证据确实充分。"], undefined],
    ["an announcement without a list", ["上述事实，有以下证据证明：", "二、处罚依据"], undefined],
  ])("%s", (_, texts, wanted) => {
    expect(evidenceIn(paragraphs(...texts))?.text).toBe(wanted);
  });

  it("keeps every item of a list, whatever it is called", () => {
    const name = fc.stringMatching(/^[甲-癸现场检查笔录照片报告]{2,12}$/u);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
        const items = names.map((one, i) => `${i + 1}.${one}；`);
        const found = evidenceIn(paragraphs("上述事实，主要有以下证据证明：", ...items));
        expect(found?.text).toBe(names.join("；"));
      }),
    );
  });
});
