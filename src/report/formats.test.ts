import { describe, expect, it } from "vitest";
import { fileExtensions, formatOfFile, formats, printedFormats } from "./formats.js";
import { resultFixture } from "./result.fixture.js";

describe("formats", () => {
  it("follow the file's name, in any case of letters", () => {
    expect(formatOfFile("报告/评查.XLSX")).toBe(formats["xlsx"]);
    expect(formatOfFile("a.json")).toBe(formats["json"]);
    expect(formatOfFile("a.json.bak")).toBeUndefined();
    expect(formatOfFile("xlsx")).toBeUndefined();
    expect(fileExtensions).toEqual([".json", ".xlsx"]);
  });

  it("print only text", () => {
    expect(printedFormats).toEqual(["pretty", "json"]);
  });

  it("write text where they print and bytes where they do not", async () => {
    const style = { lang: "zh", width: 80, colour: false } as const;
    for (const format of Object.values(formats)) {
      const report = await (await format.load())(resultFixture, style);
      expect(report instanceof Uint8Array).toBe(!format.prints);
      expect(typeof report === "string" ? report.length : [...report].length).toBeGreaterThan(0);
    }
  });
});
