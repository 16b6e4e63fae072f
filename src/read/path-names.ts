import { sep } from "node:path";

/** A path with `/` between its parts. On systems where `\` may stand in a name, it stays. */
export const toPosix = (path: string, separator: string = sep): string =>
  separator === "\\" ? path.replaceAll("\\", "/") : path;

/** Order by code point: the same on every system and in every locale. */
export const byCodePoint = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
};

/** Surrogates stand for code points above all others; U+E000 and up come before them. */
const rank = (unit: number): number => {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
};

/** The deepest folder that holds all of these folders, as posix path; empty where there is none. */
export const commonFolder = (folders: readonly string[]): string => {
  const [first = [], ...rest] = folders.map((folder) => folder.split("/"));
  const shared = first.findIndex((name, i) => rest.some((other) => other[i] !== name));
  const names = shared < 0 ? first : first.slice(0, shared);
  return names.join("/");
};

/** The name of a posix path below a folder that holds it; `D:/卷/1.xlsx` below nothing is `D/卷/1.xlsx`. */
export const nameBelow = (folder: string, path: string): string =>
  folder !== "" || path.startsWith("/")
    ? path.slice(folder.length).replace(/^\/+/, "")
    : path.replace(":", "");
