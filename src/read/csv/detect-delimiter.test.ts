import { expect, it } from "vitest";
import { detectDelimiter } from "./detect-delimiter.js";

it.each([
  ["comma", "案号,当事人,罚款\n1,甲,2\n3,乙,4\n", ","],
  ["tab", "案号\t当事人\t罚款\n1\t甲\t2\n", "\t"],
  ["semicolon", "案号;当事人\n1;甲\n", ";"],
  ["bar", "案号|当事人\n1|甲\n", "|"],
  ["tab with commas in the texts", "a\tb\tc\n1, 2\tx, y, z\t3\n4\tx, y\t5\n", "\t"],
  ["comma with semicolons in every text", 'a,b,"c;d"\n1,2,"甲;乙"\n', ","],
  ["comma with quoted line breaks", 'a,b,c\n1,"甲\n;乙;丙;丁",3\n', ","],
  ["comma with bars inside quotes", '"a","b"\n"","|"\n"","||"\n"c","d"\n', ","],
  ["comma below a title", "2023年台账\n填报单位：甲局\na,b,c\n1,2,3\n4,5,6\n", ","],
  ["comma with ragged records", "a,b,c,d\n1,2;3,4,5\n1;2,3\n1,2,3,4\n", ","],
])("finds a %s", (_, text, delimiter) => {
  expect(detectDelimiter(text)?.delimiter).toBe(delimiter);
});

it("finds none in prose and in nothing", () => {
  expect(detectDelimiter("当事人甲。\n乙，丙。\n一, 二\n")).toBeUndefined();
  expect(detectDelimiter("")).toBeUndefined();
});
