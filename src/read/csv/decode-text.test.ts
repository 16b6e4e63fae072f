import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unreadable } from "../errors.js";
import { gb18030 } from "../files.fixture.js";
import { decodeText, peekText } from "./decode-text.js";

const text = "当事人,案号\n张三,邢市监罚〔2023〕12号\n";
const bigEndian = (value: string): Buffer => Buffer.from(`\ufeff${value}`, "utf16le").swap16();

it.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16LE", Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16BE", bigEndian(text)],
  ["GB18030", gb18030(text)],
])("decodes %s", (_, bytes) => {
  expect(decodeText(bytes)).toBe(text);
  expect(peekText(bytes)).toBe(text);
});

it("keeps the characters that GBK has not", () => {
  expect(decodeText(gb18030("䶮,ḿ,㐂,é"))).toBe("䶮,ḿ,㐂,é");
});

it("tells short Chinese texts apart", () => {
  const chinese = fc.stringMatching(/^[一-龥]{2,12}$/);
  fc.assert(
    fc.property(chinese, (value) => {
      expect(decodeText(Buffer.from(value))).toBe(value);
      expect(decodeText(gb18030(`${value},邢市监罚`))).toBe(`${value},邢市监罚`);
    }),
  );
});

describe("what cannot be text", () => {
  const reasonOf = (bytes: Buffer): string => {
    try {
      decodeText(bytes);
    } catch (error) {
      if (error instanceof Unreadable) return error.reason;
    }
    return "fine";
  };

  it("is refused, never patched with U+FFFD", () => {
    expect(reasonOf(Buffer.from([0x61, 0, 0x62]))).toBe("not-text");
    expect(reasonOf(Buffer.from([0xff, 0x80, 0x80, 0x0a]))).toBe("encoding-unknown");
    expect(reasonOf(gb18030("张三").subarray(0, 3))).toBe("encoding-unknown");
    expect(reasonOf(Buffer.from([0xef, 0xbb, 0xbf, 0xd5, 0xc5]))).toBe("encoding-unknown");
    expect(reasonOf(Buffer.from([0xff, 0xfe, 0x61]))).toBe("encoding-unknown");
  });
});

it("names the line and the byte of a NUL, both from 1", () => {
  const detailsOf = (bytes: Buffer): unknown => {
    try {
      decodeText(bytes);
    } catch (error) {
      if (error instanceof Unreadable) return error.details;
    }
    return undefined;
  };
  expect(detailsOf(Buffer.from("a,b\n1,\0\n2,\0\n"))).toEqual({ line: 2, byte: 7 });
  expect(detailsOf(Buffer.from([0]))).toEqual({ line: 1, byte: 1 });
});

it("forgives a character cut in two when it only looks at the beginning", () => {
  expect(peekText(Buffer.from("张三").subarray(0, 5))).toBe("张");
});
