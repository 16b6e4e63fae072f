import type { Apply } from "./operators.js";

const position = (text: string, at: bigint): number => {
  const index = Number(at);
  if (index >= 0 && index <= text.length) return index;
  throw new RangeError(`no position ${index} in a text of ${text.length}`);
};

const characters = (text: string): bigint => {
  let count = 0n;
  for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
};

/** Functions of CEL itself that rules may call; a list of whatever members is a `list` here. */
export const builtInFunctions: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ["size(string)", characters],
  ["string.size()", characters],
  ["size(list)", (list: unknown[]) => BigInt(list.length)],
  ["list.size()", (list: unknown[]) => BigInt(list.length)],
  ["string.contains(string)", (text: string, part: string) => text.includes(part)],
  ["string.startsWith(string)", (text: string, part: string) => text.startsWith(part)],
  ["string.endsWith(string)", (text: string, part: string) => text.endsWith(part)],
  ["string.trim()", (text: string) => text.trim()],
  ["string.lowerAscii()", (text: string) => text.toLowerCase()],
  ["string.upperAscii()", (text: string) => text.toUpperCase()],
  ["string.indexOf(string)", (text: string, part: string) => BigInt(text.indexOf(part))],
  ["string.lastIndexOf(string)", (text: string, part: string) => BigInt(text.lastIndexOf(part))],
  ["string.substring(int)", (text: string, from: bigint) => text.substring(position(text, from))],
  [
    "string.substring(int, int)",
    (text: string, from: bigint, to: bigint) => {
      if (to < from) throw new RangeError(`${to} comes before ${from}`);
      return text.substring(position(text, from), position(text, to));
    },
  ],
  ["string.split(string)", (text: string, by: string) => text.split(by)],
  ["list.join()", (list: string[]) => list.join("")],
  ["list.join(string)", (list: string[], by: string) => list.join(by)],
  ["int(int)", (n: bigint) => n],
  ["int(double)", (n: number) => BigInt(Math.trunc(n))],
  ["double(double)", Number],
  ["double(int)", Number],
  ["string(string)", String],
  ["string(bool)", String],
  ["string(int)", String],
]);
