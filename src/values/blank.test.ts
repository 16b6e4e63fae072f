import { describe, expect, it, test } from "vitest";
import { isBlankMarker } from "./blank.js";

describe("isBlankMarker", () => {
  test.each([
    "",
    " ",
    "\u3000",
    "\u200B",
    "/",
    "／",
    "\\",
    "-",
    "--",
    "—",
    "——",
    "－",
    "无",
    "空",
    "null",
    "NULL",
    "N/A",
    "n/a",
    "未填",
    "未记载",
    "待补",
    "*",
    " / ",
    "无\t",
  ])("%j is blank", (text) => {
    expect(isBlankMarker(text)).toBe(true);
  });

  test.each(["0", "否", "无异议", "-5", "#N/A", "***", "未公示", "空置", "1/2", "张三"])(
    "%j is not",
    (text) => {
      expect(isBlankMarker(text)).toBe(false);
    },
  );

  it("takes 无 for an answer where the column asks a question", () => {
    expect(isBlankMarker("无", { wuIsContent: true })).toBe(false);
    expect(isBlankMarker("/", { wuIsContent: true })).toBe(true);
  });
});
