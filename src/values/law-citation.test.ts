import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseCitations } from "./law-citation.js";

/** `《甲》1.2.3` for article 1, paragraph 2, item 3. */
const brief = (text: string): string[] =>
  parseCitations(text).map(({ instrument, article, paragraph, item }) =>
    `${instrument ?? "?"} ${article ?? "-"}${paragraph ? `款${paragraph}` : ""}${item ? `项${item}` : ""}`.trim(),
  );

describe("parseCitations", () => {
  it("gives the parts", () => {
    expect(parseCitations("违反了《食品安全法》第一百二十四条第一款第（一）项的规定")).toEqual([
      { instrument: "食品安全法", article: "124", paragraph: 1, item: 1 },
    ]);
    expect(parseCitations("《食品安全法》")).toEqual([{ instrument: "食品安全法" }]);
    expect(parseCitations("第五条")).toEqual([{ article: "5" }]);
    expect(parseCitations("")).toEqual([]);
  });

  test.each([
    ["《甲法》第124条第1款第(1)项", ["甲法 124款1项1"]],
    ["《甲法》第１２４条", ["甲法 124"]],
    ["《甲法》第五十条第三项", ["甲法 50项3"]],
    ["《甲法》第 十 条第 二 款", ["甲法 10款2"]],
    ["《刑法》第一百二十条之一第一款", ["刑法 120之一款1"]],
    ["《刑法》第133条之2", ["刑法 133之二"]],
    ["《甲法》第一条、第二条和第三条", ["甲法 1", "甲法 2", "甲法 3"]],
    ["《甲法》第一、三条", ["甲法 1", "甲法 3"]],
    ["《甲法》第三至五条", ["甲法 3", "甲法 4", "甲法 5"]],
    ["《甲法》第三条至第五条", ["甲法 3", "甲法 4", "甲法 5"]],
    ["《甲法》第一条第一款、第三款", ["甲法 1款1", "甲法 1款3"]],
    ["《甲法》第一条第一款第（一）项、第（三）项", ["甲法 1款1项1", "甲法 1款1项3"]],
    ["《甲法》第一条第（一）（三）项", ["甲法 1项1", "甲法 1项3"]],
    ["《甲法》第一条第（一）、（三）项", ["甲法 1项1", "甲法 1项3"]],
    ["《甲法》第一条第（一）项至第（三）项", ["甲法 1项1", "甲法 1项2", "甲法 1项3"]],
    ["《甲法》第一条第一款、第二条第二款", ["甲法 1款1", "甲法 2款2"]],
    ["《甲法》（2021年修正）第一条", ["甲法 1"]],
    ["《甲法》第一条，《乙条例》第二条", ["甲法 1", "乙条例 2"]],
    ["《甲法》《乙条例》第二条", ["甲法 -", "乙条例 2"]],
    ["《甲法》第一条，依据该法第九条", ["甲法 1", "甲法 9"]],
    ["《甲法》第一条\n第二条", ["甲法 1", "甲法 2"]],
    ["《中华人民共和国甲法》（以下简称《甲法》）第三条", ["中华人民共和国甲法 3"]],
    ["《关于印发〈某办法〉的通知》第二条", ["关于印发〈某办法〉的通知 2"]],
    ["《关于印发《某办法》的通知》第二条", ["关于印发《某办法》的通知 2"]],
    ["第一款第二项", []],
  ])("%s", (text, citations) => {
    expect(brief(text)).toEqual(citations);
  });

  test.each([
    ["《甲法》第一条。第三条", ["甲法 1", "? 3"]],
    ["《甲法》第一条，合同第五条", ["甲法 1", "? 5"]],
    ["《甲法》第一条，乙条例第五条、第六条", ["甲法 1", "? 5", "? 6"]],
    ["《甲法》第一条，本法第五条", ["甲法 1", "? 5"]],
    ["《行政处罚决定书》第五条", ["? 5"]],
    ["《甲法》第一条，见《现场检查笔录》第二条", ["甲法 1", "? 2"]],
  ])("does not guess whose article it is: %s", (text, citations) => {
    expect(brief(text)).toEqual(citations);
  });

  it("finds what was written", () => {
    const number = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(number, number, number, (article, paragraph, item) => {
        expect(parseCitations(`依据《甲法》第${article}条第${paragraph}款第（${item}）项`)).toEqual(
          [{ instrument: "甲法", article: String(article), paragraph, item }],
        );
      }),
    );
  });

  it("never throws, and cites positive numbers only", () => {
    const glyphs = fc.string({ unit: fc.constantFrom(..."《》第条款项一二十0至、和（）之甲法。") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), glyphs), (text) => {
        for (const { article, paragraph = 1, item = 1 } of parseCitations(text)) {
          expect(paragraph > 0 && item > 0 && article !== "0").toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("takes time in proportion to the text", () => {
    const start = performance.now();
    for (const unit of ["《", "第", "第一、", "第一条", "以下简称", "（以下简称", "第（一）"]) {
      parseCitations(unit.repeat(50_000 / unit.length));
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
