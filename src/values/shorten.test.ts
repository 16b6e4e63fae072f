import { describe, expect, it } from "vitest";
import { shorten } from "./shorten.js";

describe("shorten", () => {
  it("leaves what fits, and cuts the rest with an ellipsis", () => {
    expect(shorten("某某商店", 4)).toBe("某某商店");
    expect(shorten("某某商店二店", 4)).toBe("某某商…");
    expect(shorten("", 4)).toBe("");
  });

  it("does not cut a character in two", () => {
    expect(shorten("甲乙𠮷野家商店", 4)).toBe("甲乙…");
    expect(shorten("茶馆店e\u0301某", 5)).toBe("茶馆店…");
  });

  it("does not cut a number in two, unless there is little else", () => {
    expect(shorten("某某食品商店130599199001010016", 10)).toBe("某某食品商店…");
    expect(shorten("1".repeat(50), 10)).toBe(`${"1".repeat(9)}…`);
  });
});
