import { describe, expect, it } from "vitest";
import { documentWords } from "./dossiers.fixture.js";
import { byPage, saidInSentences } from "./sentence-fields.js";

const { fields } = await documentWords();

const said = (type: string, ...lines: string[]): [string, unknown][] => {
  const each = lines.map((text, top) => ({ text, page: 1, top, confidence: 1 }));
  return saidInSentences({ each, pages: byPage(each) }, fields, type).map(
    ({ field, text, value }) => [field, value ?? text],
  );
};

describe("what sentences say", () => {
  it.each<[type: string, line: string, field: string, value: unknown]>([
    [
      "penalty-notice",
      "你（单位）有权在收到本告知书之日起 3 日内向我局进行陈述和申辩，逾期视为放弃。",
      "notice.defenceDays",
      "3 日",
    ],
    [
      "penalty-notice",
      "你有权进行陈述、申辩，请自收到本告知书之日起五个工作日内提出。",
      "notice.defenceDays",
      "五个工作日",
    ],
    ["penalty-notice", "你单位有权要求举行听证。", "hearing.offered", true],
    ["defence-record", "我单位自愿放弃陈述、申辩的权利。", "defence.waived", true],
    ["penalty-decision", "我局于2024年5月9日举行听证会。", "hearing.date", "2024年5月9日"],
    [
      "penalty-decision",
      "参照《某市行政处罚裁量权基准》第3项较重档次，决定如下。",
      "benchmark.tier",
      "较重",
    ],
    ["penalty-decision", "没收违法所得人民币300元，", "decision.confiscated", "人民币300元"],
    ["penalty-decision", "以上罚没款合计5300元，", "decision.total", "5300元"],
    [
      "penalty-decision",
      "当事人不具有从轻、减轻或者从重处罚的情形。",
      "benchmark.leniency",
      "none",
    ],
  ])("of a %s: %s", (type, line, field, value) => {
    expect(said(type, line)).toContainEqual([field, value]);
  });

  it.each([
    ["penalty-notice", "要求听证的，应当在五个工作日内提出。", "notice.defenceDays"],
    ["penalty-decision", "当事人请求我局从轻处罚。", "benchmark.leniency"],
    ["penalty-decision", "没收违法所得一千元以上的，", "decision.confiscated"],
    ["defence-record", "我单位不放弃要求听证。", "defence.waived"],
  ])("is nothing of the kind in a %s: %s", (type, line, field) => {
    expect(said(type, line).map(([path]) => path)).not.toContain(field);
  });

  it("is read across lines where a form is signed", () => {
    const lines = ["审核意见\t同意处罚意见。", "审核人：", "秦若谷　2024年3月26日"];
    expect(said("legal-review-opinion", ...lines)).toEqual([
      ["legalReview.opinion", "同意处罚意见。"],
      ["legalReview.reviewers", "秦若谷"],
    ]);
  });
});
