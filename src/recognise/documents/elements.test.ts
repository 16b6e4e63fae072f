import { describe, expect, it } from "vitest";
import { documentWords } from "./dossiers.fixture.js";
import { elementsOf } from "./elements.js";

const { elements } = await documentWords();

const decision =
  "行政处罚决定书宁市监罚〔2024〕1号当事人：某公司住所：宁州市东街1号经查，当事人2024年1月3日销售未标价的商品。以上事实有现场笔录、照片为证。" +
  "上述行为违反了《价格法》第十三条第一款的规定，依据《价格法》第四十二条的规定，决定罚款叁仟元。自收到本决定书之日起十五日内缴至某银行。" +
  "如不服本决定，可以在六十日内向宁州市人民政府申请行政复议，或者六个月内提起行政诉讼。宁州市市场监督管理局2024年3月5日";

const stated = (text: string, fields: readonly string[] = [], isSealed = false) =>
  elementsOf(
    { text, has: (path) => fields.includes(path), isSealed },
    elements,
    "penalty-decision",
  );

describe("elements of a decision", () => {
  it("are all stated but for what a digital text does not show", () => {
    const found = stated(decision, ["decision.date"]);
    expect(found?.lacks).toEqual([]);
    expect(found?.unsettled).toEqual(["印章"]);
    expect(stated(decision, ["decision.date"], true)?.unsettled).toEqual([]);
  });

  it.each([
    ["如不服本决定", "行政复议和行政诉讼的途径和期限"],
    ["自收到", "履行方式和期限"],
  ])("lack the sentence that begins with %s", (begin, element) => {
    const text = decision
      .split("。")
      .filter((sentence) => !sentence.startsWith(begin))
      .join("。");
    expect(stated(text)?.lacks).toEqual([element]);
  });

  it.each([
    ["如有异议，可以依法寻求救济", "行政复议和行政诉讼的途径和期限"],
    ["详见附件", "履行方式和期限"],
  ])("may be stated in other words: %s", (words, element) => {
    const text = decision
      .split("。")
      .filter((sentence) => !/^(如不服本决定|自收到)/.test(sentence))
      .join("。");
    const found = stated(`${text}${words}`);
    expect(found?.lacks).not.toContain(element);
    expect(found?.unsettled).toContain(element);
  });

  it("owe no way of payment where nothing is to be paid", () => {
    const text = decision.replace(
      "决定罚款叁仟元。自收到本决定书之日起十五日内缴至某银行。",
      "决定给予警告。",
    );
    const found = stated(text);
    expect([...(found?.lacks ?? []), ...(found?.unsettled ?? [])]).not.toContain("履行方式和期限");
  });

  it("are not asked of other documents", () => {
    expect(
      elementsOf(
        { text: decision, has: () => false, isSealed: false },
        elements,
        "service-receipt",
      ),
    ).toBeUndefined();
  });
});
