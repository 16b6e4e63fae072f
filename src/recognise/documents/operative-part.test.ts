import { describe, expect, it } from "vitest";
import { documentWords } from "./dossiers.fixture.js";
import { kindsIn, operativePart } from "./operative-part.js";
import { fineIn } from "./sentence-fields.js";

const { fields } = await documentWords();
const paragraphs = (...texts: string[]) =>
  texts.map((text, top) => ({ text, page: 1, top, confidence: 1 }));
const imposed = (type: string, ...texts: string[]): string | undefined =>
  operativePart(paragraphs(...texts), fields.operative[type]!)?.text;

const performed = "你单位应当自收到本决定书之日起十五日内将罚款缴至某银行。";

describe("what is imposed", () => {
  it.each([
    [
      ["我局决定对你（单位）作出如下行政处罚：", "罚款人民币贰万元整。", performed],
      "罚款人民币贰万元整",
    ],
    [
      ["决定作出以下处罚：", "1.没收违法所得300元；", "2.罚款 5000元。", performed],
      "1.没收违法所得300元；2.罚款5000元",
    ],
    [
      ["依据某法第三条的规定，决定给予罚款50元的行政处罚。", "如不服本决定，可以申请复议。"],
      "罚款50元的行政处罚",
    ],
    [
      ["依据某法第三条的规定，决定对你店处以罚款五百元的处罚。罚款于15日内缴至某银行。"],
      "罚款五百元的处罚",
    ],
    [["处罚如下：警告。", "五、履行方式和期限"], "警告"],
  ])("stands between its introduction and how to perform it: %j", (texts, text) => {
    expect(imposed("penalty-decision", ...texts)).toBe(text);
  });

  it.each([
    [["罚款5000元。", performed]],
    [["决定作出如下行政处罚：", performed]],
    // It goes on to the end of the text: more was taken than is imposed.
    [["决定作出如下行政处罚：", "罚款5000元。"]],
    [["决定作出如下行政处罚：", "罚款。".repeat(200), performed]],
  ])("is not found in %j", (texts) => {
    expect(imposed("penalty-decision", ...texts)).toBeUndefined();
  });

  it("is not what a provision quoted says", () => {
    const quoted =
      "某法第三条规定：“有下列行为的，决定作出如下处罚：罚款一万元以上五万元以下；责令停业”。";
    const texts = [quoted, "决定作出如下行政处罚：", "罚款12000元。", performed];
    expect(imposed("penalty-decision", ...texts)).toBe("罚款12000元");
  });
});

describe("kinds of penalty", () => {
  it.each([
    ["罚款人民币贰万元整", ["fine"]],
    ["1.警告；2.罚款500元", ["warning", "fine"]],
    [
      "一、没收违法所得300元；二、没收不合格灯具20盏；三、罚款5000元",
      ["fine", "confiscate-income", "confiscate-goods"],
    ],
    ["责令停产停业整顿", ["suspend-business"]],
    ["责令限期改正；罚款500元", ["fine", "order"]],
    ["吊销食品经营许可证", ["revoke-licence"]],
  ])("are told of %s", (content, kinds) => {
    expect(kindsIn(content, fields.kinds)?.sort()).toEqual([...kinds].sort());
  });

  it("are not told where an item is of none that is known", () => {
    expect(kindsIn("1.罚款500元；2.训诫", fields.kinds)).toBeUndefined();
  });
});

describe("fines", () => {
  it.each([
    ["罚款人民币叁仟元整", "人民币叁仟元整"],
    ["决定处5000元罚款", "5000元"],
    ["依据“处一万元以上二万元以下罚款”的规定，罚款12000元", "12000元"],
  ])("are found in %s", (text, fine) => {
    expect(fineIn(paragraphs(text))?.text).toBe(fine);
  });

  it.each([
    "处二万元以上二十万元以下的罚款",
    "罚款一万元至五万元",
    "可处5000元罚款",
    "最高处十万元罚款",
    "“并处罚款五千元”",
    "罚款3000元，另罚款5000元",
  ])("are not found in %s", (text) => {
    expect(fineIn(paragraphs(text))).toBeUndefined();
  });
});
