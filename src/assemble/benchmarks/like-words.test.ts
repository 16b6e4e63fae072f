import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LikeWords } from "./like-words.js";

const acts = ["未经批准挖掘城市道路", "经营超过保质期的食品（货值金额不足一万元）", "无照经营"];
const words = new LikeWords(acts);

describe("texts ranked by how alike they are", () => {
  it("the likeliest comes first, framing words aside", () => {
    const [best] = words.rank("涉嫌未经批准挖掘城市的道路案");
    expect(best).toEqual({ key: acts[0], likeness: 1, saysTheSame: true });
  });

  it("one that denies or bounds what the other does not says something else", () => {
    expect(words.rank("经批准挖掘城市道路")[0]).toMatchObject({ key: acts[0], saysTheSame: false });
    expect(words.rank("经营超过保质期的食品（货值金额一万元以上）")[0]?.saysTheSame).toBe(false);
  });

  it("nothing is like what is no name, and what shares too little", () => {
    expect(words.rank("")).toEqual([]);
    expect(words.rank("占道")).toEqual([]);
    expect(words.rank("道路".repeat(200))).toEqual([]);
  });

  const text = fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊己未不，的"), maxLength: 12 });

  it("by the index and one by one come out the same, each text being most like itself", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 8 }), text, (keys, asked) => {
        const list = new LikeWords(keys);
        expect(list.rank(asked)).toEqual(list.rankAmong(asked, keys));
        for (const { likeness } of list.rank(asked)) expect(likeness).toBeLessThanOrEqual(1);
        for (const key of keys) {
          const own = list.rank(key).find((one) => one.key === key);
          if (own) expect(own.likeness).toBe(1);
        }
      }),
    );
  });
});
