import { describe, expect, it } from "vitest";
import { keyHash } from "./key-hash.js";

describe("the hash of a key", () => {
  it("is a whole number that a double holds", () => {
    for (const text of ["", "甲市监罚〔2024〕1号", "x".repeat(10_000)]) {
      expect(Number.isSafeInteger(keyHash(text))).toBe(true);
      expect(keyHash(text)).toBeGreaterThanOrEqual(0);
    }
  });

  it("tells document numbers apart that differ in a digit", () => {
    const numbers = Array.from({ length: 200_000 }, (_, i) => `甲市监罚〔2024〕${i}号`);
    expect(new Set(numbers.map(keyHash)).size).toBe(numbers.length);
  });

  it("spreads over all its bits", () => {
    const hashes = Array.from({ length: 1000 }, (_, i) => keyHash(`${i}`));
    for (let bit = 0; bit < 53; bit++) {
      const set = hashes.filter((hash) => Math.floor(hash / 2 ** bit) % 2 === 1).length;
      expect(set).toBeGreaterThan(400);
      expect(set).toBeLessThan(600);
    }
  });
});
