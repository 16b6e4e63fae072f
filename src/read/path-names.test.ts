import fc from "fast-check";
import { expect, it } from "vitest";
import { byCodePoint, commonFolder, nameBelow, toPosix } from "./path-names.js";

it("writes Windows paths with slashes", () => {
  expect(toPosix("C:\\案卷\\2023\\台账.xlsx", "\\")).toBe("C:/案卷/2023/台账.xlsx");
  expect(toPosix("\\\\server\\share\\a", "\\")).toBe("//server/share/a");
});

it("leaves a backslash in a name where it is no separator", () => {
  expect(toPosix("/卷/a\\b.csv", "/")).toBe("/卷/a\\b.csv");
});

it("finds the deepest folder that holds all", () => {
  expect(commonFolder(["/a/b/c", "/a/b/d"])).toBe("/a/b");
  expect(commonFolder(["/a/b", "/a/b/c"])).toBe("/a/b");
  expect(commonFolder(["/a/bc", "/a/b"])).toBe("/a");
  expect(commonFolder(["/a", "/b"])).toBe("");
  expect(commonFolder(["/a/b"])).toBe("/a/b");
  expect(commonFolder(["C:/a", "D:/a"])).toBe("");
  expect(commonFolder([])).toBe("");
});

it("names files below that folder, never absolutely", () => {
  expect(nameBelow("/a/b", "/a/b/c/d.csv")).toBe("c/d.csv");
  expect(nameBelow("", "/a/d.csv")).toBe("a/d.csv");
  expect(nameBelow("/", "/d.csv")).toBe("d.csv");
  expect(nameBelow("C:", "C:/d.csv")).toBe("d.csv");
  expect(nameBelow("", "D:/卷/d.csv")).toBe("D/卷/d.csv");
});

it("orders by code point", () => {
  expect(["\u{20000}", "\uff21", "一", "a", "B", "é", "e\u0301"].sort(byCodePoint)).toEqual([
    "B",
    "a",
    "e\u0301",
    "é",
    "一",
    "\uff21",
    "\u{20000}",
  ]);
  const codePoints = (text: string) => Array.from(text, (c) => c.codePointAt(0)!);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      const [x, y] = [codePoints(a), codePoints(b)];
      const i = x.findIndex((code, n) => code !== y[n]);
      const expected = i < 0 ? x.length - y.length : x[i]! - (y[i] ?? -1);
      expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(expected));
    }),
  );
});
