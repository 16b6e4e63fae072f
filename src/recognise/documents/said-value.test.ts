import { expect, it } from "vitest";
import type { Said } from "./heads-and-feet.js";
import { valuesSaid } from "./said-value.js";

/** A recognised text in which the characters given are in doubt. */
const recognised = (text: string, doubtful = ""): Said => {
  const confidences = [...text].map((one) => (doubtful.includes(one) ? 0.5 : 0.95));
  return { text, confidence: Math.min(...confidences), confidences, page: 3 };
};

const said = (field: string, text: Said) => Object.fromEntries(valuesSaid(field, text, {}));

it.each([
  ["party.name", recognised("甲公司"), { value: "甲公司", confidence: 0.95 }],
  ["party.name", recognised("甲公司", "甲"), { confidence: 0.5, certain: false }],
  [
    "decision.date",
    recognised("张三 2024年5月1日", "张三"),
    { value: "2024-05-01", confidence: 0.95 },
  ],
  [
    "decision.fine",
    recognised("8,000元", ","),
    { value: 800_000, confidence: 0.5, certain: false },
  ],
  ["decision.fine", recognised("捌仟元整（8,000元）", "捌"), { value: 800_000, confidence: 0.97 }],
  ["decision.number", recognised("甲罚[2024]9号"), { value: "甲罚〔2024〕9号", confidence: 0.95 }],
  ["decision.number", recognised("甲罚[2024]9号", "["), { value: "甲罚〔2024〕9号" }],
  ["decision.number", recognised("甲罚（2024）9号", "）"), { value: "甲罚〔2024〕9号" }],
  ["decision.number", recognised("甲罚[2024]9号", "9"), { certain: false }],
])("%s %j", (field, text, expected) => {
  expect(said(field, text)[field]).toMatchObject({ page: 3, ...expected });
});

it("doubts each of a list by itself", () => {
  const found = said("officers", recognised("方仲平（证号：99011）、白静姝（证号：99022）", "姝"));
  expect(found["officers[0].name"]).not.toHaveProperty("certain");
  expect(found["officers[1].name"]).toMatchObject({ value: "白静姝", certain: false });
  expect(found["officers[1].certificate"]).not.toHaveProperty("certain");
});

it("is certain of what the file holds", () => {
  const found = said("party.name", { text: "甲公司", confidence: 1, page: 1 });
  expect(found["party.name"]).toEqual({ value: "甲公司", text: "甲公司", page: 1, confidence: 1 });
});
