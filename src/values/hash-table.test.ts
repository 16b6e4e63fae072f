import fc from "fast-check";
import { expect, test } from "vitest";
import { HashTable } from "./hash-table.js";
import { keyHash } from "./key-hash.js";

test("keeps what a Map keeps", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.integer({ min: -1, max: 1e9 }))), (entries) => {
      const table = new HashTable();
      const map = new Map<string, number>();
      for (const [key, value] of entries) {
        table.set(keyHash(key), value);
        map.set(key, value);
      }
      for (const [key, value] of map) expect(table.get(keyHash(key))).toBe(value);
      expect(table.get(keyHash("not among them\u0000"))).toBeUndefined();
    }),
  );
});

test("grows past its first room", () => {
  const table = new HashTable();
  for (let n = 0; n < 10_000; n++) table.set(keyHash(`key ${n}`), n);
  for (let n = 0; n < 10_000; n++) expect(table.get(keyHash(`key ${n}`))).toBe(n);
});

test("different keys have different hashes, the same always the same", () => {
  const hashes = new Set(
    Array.from({ length: 100_000 }, (_, n) => keyHash(`甲市监罚〔2024〕${n}号`)),
  );
  expect(hashes.size).toBe(100_000);
  expect(keyHash("")).toBe(keyHash(""));
});
