import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differingLetters, NearKeys } from "./near-keys.js";

describe("NearKeys", () => {
  const near = (key: string, ...keys: string[]) => [...new NearKeys(keys).near(key)].sort();

  it("finds what one letter changed, added or left out makes", () => {
    expect(near("罚款金额", "罚没金额", "罚款额", "拟罚款金额", "罚款金额")).toEqual(
      ["罚没金额", "罚款额", "拟罚款金额"].sort(),
    );
    expect(near("罚款金额", "处罚金额", "罚款", "金额")).toEqual([]);
  });

  it("says in which letters two keys differ", () => {
    expect(differingLetters("罚款金额", "罚没金额")).toEqual(["款", "没"]);
    expect(differingLetters("案号", "立案号")).toEqual(["立"]);
    expect(differingLetters("日期期", "日期")).toEqual(["期"]);
  });

  it("finds a key again after any one slip", () => {
    const keys = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 6 }),
    );
    fc.assert(
      fc.property(keys, fc.string({ minLength: 1, maxLength: 1 }), fc.nat(), (all, letter, at) => {
        const index = new NearKeys(all);
        for (const key of all) {
          const cut = at % (key.length + 1);
          const slip = key.slice(0, cut) + letter + key.slice(cut + 1);
          if (slip !== key) expect(index.near(slip)).toContain(key);
        }
        for (const [one, other] of index.pairs()) expect(index.near(one)).toContain(other);
      }),
    );
  });
});
