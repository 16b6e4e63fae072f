import fc from "fast-check";
import { expect, it } from "vitest";
import { colonValues } from "./colon-values.js";
import { documentFieldsSchema } from "../../model/document-words.js";
import { LabelBook } from "./labels.js";

const book = new LabelBook(
  documentFieldsSchema.parse({
    labels: [{ field: "party.name", labels: ["当事人", "住所", "法定代表人", "案由"] }],
    others: ["联系电话"],
  }),
);

const read = (text: string): Record<string, string> =>
  Object.fromEntries(
    colonValues({ text, page: 1, top: 0, confidence: 1 }, book).map((one) => [one.label, one.text]),
  );

it.each<[string, Record<string, string>]>([
  ["当事人：甲公司", { 当事人: "甲公司" }],
  ["当 事 人: 甲公司 ", { 当事人: "甲公司" }],
  ["住所（住址）：乙市丙路1号", { 住所: "乙市丙路1号" }],
  ["甲公司，法定代表人：张三，住所：乙市丙路1号。", { 法定代表人: "张三", 住所: "乙市丙路1号" }],
  [
    "当事人：卓不群　案由：抛撒传单　联系电话：1",
    { 当事人: "卓不群", 案由: "抛撒传单", 联系电话: "1" },
  ],
  ["案由：未验收，即投入生产。", { 案由: "未验收，即投入生产" }],
  ["当事人：", { 当事人: "" }],
  ["当事人（签名）：张三", {}],
  ["张三：同意当事人意见", {}],
])("%s", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it("gives what was written, whatever stands around it", () => {
  const name = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{2,12}$/);
  fc.assert(
    fc.property(name, name, (party, address) => {
      expect(read(`当事人：${party}，住所：${address}。其他`)).toEqual({
        当事人: party,
        住所: address,
      });
    }),
  );
});
