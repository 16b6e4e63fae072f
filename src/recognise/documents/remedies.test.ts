import { describe, expect, it } from "vitest";
import { remediesIn } from "./remedies.js";

const paragraphs = (...texts: string[]) =>
  texts.map((text, top) => ({ text, page: 1, top, confidence: 1 }));

const told = (...texts: string[]): Record<string, unknown> =>
  Object.fromEntries(
    remediesIn(paragraphs(...texts), true).map(([path, { value }]) => [
      path.replace("documents.remedies.", ""),
      value,
    ]),
  );

const usual = {
  reconsiderationTerm: "60日",
  reconsiderationTo: "宁州市人民政府",
  reconsiderationFirst: false,
  litigationTerm: "6个月",
  court: "宁州市人民法院",
  lacks: [],
};

describe("remedies told", () => {
  it.each([
    "如不服本决定，可以自收到本决定书之日起六十日内向宁州市人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向宁州市人民法院提起行政诉讼。",
    "如果不服本处罚决定，可以依法在 60 日内向 宁州市人民政府 申请行政复议，或者在 6 个月内依法向 宁州市人民法院 提起行政诉讼，但本决定不停止执行。",
    "罚款自收到本决定书之日起十五日内缴至银行。对本决定不服的，可在60天内向宁州市人民政府提起行政复议；或者6个月内向宁州市人民法院起诉。逾期不申请行政复议、不提起行政诉讼又不履行的，申请法院强制执行。",
  ])("are read from %s", (text) => {
    expect(told(text)).toEqual(usual);
  });

  it("are read from two paragraphs", () => {
    const parts = [
      "当事人对本决定不服的，可以在收到本决定书之日起60日内向宁州市人民政府申请行政复议，",
      "也可以在六个月内向宁州市人民法院提起行政诉讼。",
    ];
    expect(told("罚款在15日内缴纳。", ...parts)).toEqual(usual);
  });

  it.each([
    [
      "如不服本决定，应当先向宁州市人民政府申请行政复议（六十日内）；对复议决定不服的，可以在收到复议决定书之日起十五日内向宁州市人民法院提起行政诉讼。",
      true,
    ],
    [
      "对当场处罚决定不服的，依法先申请行政复议，对行政复议决定仍不服的，可以向人民法院起诉。",
      true,
    ],
    [
      "不服本决定的，可以申请行政复议，对复议决定不服的再起诉，也可以直接向人民法院提起行政诉讼。",
      undefined,
    ],
    ["不服本决定的，可以六十日内申请行政复议，或者六个月内提起行政诉讼。", false],
  ])("say whether reconsideration comes first: %s", (text, first) => {
    expect(told(text)["reconsiderationFirst"]).toBe(first);
  });

  it.each([
    [
      "如不服本决定，可以依法向宁州市人民政府申请行政复议，或者向宁州市人民法院提起行政诉讼。",
      ["申请行政复议的期限", "提起行政诉讼的期限"],
    ],
    [
      "如不服本决定，可以在六十日内申请行政复议或者在六个月内提起行政诉讼。",
      ["行政复议机关", "受理的人民法院"],
    ],
    ["如不服本决定，可以在六十日内向宁州市人民政府申请行政复议。", ["提起行政诉讼的途径"]],
    // The term stands behind its verb.
    [
      "如不服本决定，可以向宁州市人民政府申请行政复议，或者向宁州市人民法院提起行政诉讼，期限分别为六十日和六个月。",
      [],
    ],
  ])("name what is left out of %s", (text, lacks) => {
    expect(told(text)["lacks"]).toEqual(lacks);
  });

  it("leave nothing out of a text that was not read to the end", () => {
    const found = remediesIn(paragraphs("如不服本决定，可以申请行政复议。"), false);
    expect(found.map(([path]) => path)).toEqual(["documents.remedies.reconsiderationFirst"]);
  });

  it("take no term where several stand", () => {
    const text =
      "如不服本决定，可以自公告之日起三十日期满后六十日内向宁州市人民政府申请行政复议，或者六个月内向宁州市人民法院提起行政诉讼。";
    expect(told(text)["reconsiderationTerm"]).toBeUndefined();
  });

  it.each(["罚款十五日内缴纳。", "当事人不服管理。", "经查，当事人曾因行政诉讼败诉。"])(
    "are none in %s",
    (text) => {
      expect(told(text)).toEqual({});
    },
  );
});
