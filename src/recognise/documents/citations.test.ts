import { describe, expect, it } from "vitest";
import { citationsIn } from "./citations.js";

const paragraph = (text: string) => ({ text, page: 1, top: 0, confidence: 1 });

const citedIn = (text: string): unknown[][] => {
  const values = citationsIn([paragraph(text)]).map(([, { value }]) => value);
  return Array.from({ length: values.length / 3 }, (_, i) => values.slice(3 * i, 3 * i + 3));
};

describe("provisions cited", () => {
  it.each([
    [
      "到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第五十一条第一项的规定，每日按罚款数额的百分之三加处罚款。",
      [["中华人民共和国行政处罚法", 51, "，每日按罚款数额的百分之三加处罚款"]],
    ],
    [
      "根据《行政处罚法》第四十四条、第四十五条的规定，你单位有权陈述申辩；逾期视为放弃。",
      [
        ["行政处罚法", 44, "，你单位有权陈述申辩"],
        ["行政处罚法", 45, "，你单位有权陈述申辩"],
      ],
    ],
    [
      "依据《行政处罚法》第七十二条第一款第（一）项、《行政强制法》第四十五条的规定，加处罚款。",
      [
        ["行政处罚法", 72, "，加处罚款"],
        ["行政强制法", 45, "，加处罚款"],
      ],
    ],
    ["违反了《某 条例》第 12 条", [["某条例", 12, ""]]],
  ])("are read with what they are cited for: %s", (text, cited) => {
    expect(citedIn(text)).toEqual(cited);
  });

  it.each(["根据《行政处罚法》的规定", "《行政处罚决定书》第三页", "第七", "《行政处罚法》第七"])(
    "are none in %s",
    (text) => {
      expect(citedIn(text)).toEqual([]);
    },
  );

  it("are no more than a document of a case would have", () => {
    const text = Array.from({ length: 500 }, (_, i) => `《某法》第${i + 1}条。`).join("");
    expect(citedIn(text).length).toBe(60);
  });
});
