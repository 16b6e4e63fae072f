import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { birthDate, checkResidentId, maskResidentId } from "./resident-id.js";

// Invented numbers with the check character that GB 11643 asks for.
const VALID = [
  "130521198001010011",
  "110101194912311238",
  "130500200002290017",
  "130500198506150026",
  "13050019850610007X",
];

describe("checkResidentId", () => {
  test.each([
    ...VALID,
    "13050019850610007x",
    "'130521198001010011\t",
    "130521 19800101 0011",
    "１３０５２１１９８００１０１００１１",
  ])("%s is valid", (text) => {
    expect(checkResidentId(text)).toEqual({ kind: "valid" });
  });

  test.each([
    ["130521198001010012", "check-digit"],
    ["130500199002290011", "birth-date"],
    ["130500198013010018", "birth-date"],
    ["13052119800101001", "length"],
    ["1305211980010100112", "length"],
  ])("%s is invalid: %s", (text, reason) => {
    expect(checkResidentId(text)).toEqual({ kind: "invalid", reason });
  });

  test.each(["1.30521E+17", "1.30521198001010E+17", "1.30521e17", "130521198001010000"])(
    "%s is damaged",
    (text) => {
      expect(checkResidentId(text)).toEqual({ kind: "damaged" });
    },
  );

  test.each([
    "1301************2538",
    "130521********0011",
    "372929####10113638",
    "130521XXXXXXXX0011",
  ])("%s is masked", (text) => {
    expect(checkResidentId(text)).toEqual({ kind: "masked" });
  });

  test.each([
    ["", "blank"],
    ["130521800101001", "old-15"],
    ["914300001875251560", "credit-code"],
    ["E12345678", "shape"],
    ["92433123MA4LUHM706", "shape"],
    ["15112347456", "shape"],
    ["无", "shape"],
  ])("%j is another thing: %s", (text, reason) => {
    expect(checkResidentId(text)).toEqual({ kind: "other", reason });
  });

  it("never throws, nor does the rest", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["valid", "invalid", "masked", "damaged", "other"]).toContain(
          checkResidentId(text).kind,
        );
        expect(maskResidentId(text)).toBe(text);
        expect(birthDate(text)).toBeUndefined();
      }),
    );
  });

  it("sees every wrong digit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VALID), fc.nat(16), fc.nat(9), (id, at, digit) => {
        fc.pre(id[at] !== String(digit));
        const changed = id.slice(0, at) + digit + id.slice(at + 1);
        expect(checkResidentId(changed).kind).not.toBe("valid");
      }),
    );
  });
});

describe("birthDate", () => {
  it("is certain only in a valid id", () => {
    expect(birthDate("130500200002290017")?.iso).toBe("2000-02-29");
    expect(birthDate("13050019850610007x")?.iso).toBe("1985-06-10");
    expect(birthDate("130521198001010012")).toBeUndefined();
    expect(birthDate("130521800101001")).toBeUndefined();
  });
});

describe("maskResidentId", () => {
  test.each([
    ["130521198001010011", "130***********0011"],
    ["13050019850610007x", "130***********007x"],
    ["130521800101001", "130********1001"],
    ["1301************2538", "1301************2538"],
    ["无", "无"],
  ])("%s", (text, masked) => {
    expect(maskResidentId(text)).toBe(masked);
    expect(maskResidentId(masked)).toBe(masked);
  });
});
