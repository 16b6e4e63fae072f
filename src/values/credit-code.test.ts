import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkCreditCode } from "./credit-code.js";

const ALPHABET = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

describe("checkCreditCode", () => {
  test.each([
    "92433123MA4LUHM706",
    "12130000401704594G",
    "914300001875251560",
    "11371525004442025C",
    "11370322004222241N",
    "11441300007187648G",
    "91130500MA0ABCD1XX",
    "92433123ma4luhm706",
    "９２４３３１２３ＭＡ４ＬＵＨＭ７０６",
    "'92433123MA4LUHM706\t",
    "92433123 MA4LUHM706",
  ])("%s is valid", (text) => {
    expect(checkCreditCode(text)).toEqual({ kind: "valid" });
  });

  it("only warns about the organisation code inside", () => {
    expect(checkCreditCode("91130500123456780Y")).toEqual({
      kind: "valid",
      warning: "organisation-code",
    });
  });

  test.each([
    ["91500903MA64NC2C0B", "check-digit"],
    ["112130000401704594G", "length"],
    ["2130000401704594G", undefined],
    ["12130000401704594", "length"],
    ["92433123MA4LUHM7O6", "character"],
    ["92433123MA4LUHMI06", "character"],
    ["92433123MA4LUHM707", "check-digit"],
  ])("%s is invalid: %s", (text, reason) => {
    expect(checkCreditCode(text)).toEqual(
      reason === undefined ? { kind: "other", reason: "shape" } : { kind: "invalid", reason },
    );
  });

  test.each([
    "92430321MA*******1",
    "91430681XXXXXXXXXX",
    "91430681××××××××××",
    "372929####10113638",
    "1301************2538",
  ])("%s is masked", (text) => {
    expect(checkCreditCode(text)).toEqual({ kind: "masked" });
  });

  test.each([
    ["", "blank"],
    ["  ", "blank"],
    ["130500000012345", "registration-number"],
    ["1305000000123", "registration-number"],
    ["69232753X", "shape"],
    ["69232753-X", "shape"],
    ["91150601032…54只", "shape"],
    ["/", "shape"],
    ["151****7456", "shape"],
    ["个体工商户", "shape"],
    ["ABCDEFGHIJKLMNOPQR", "shape"],
    ["13050020000229001X", undefined],
    ["130500200002290017", "resident-id"],
    ["6222020200001234562", "shape"],
  ])("%j is another thing: %s", (text, reason) => {
    const result = checkCreditCode(text);
    if (reason === undefined) expect(result.kind).toBe("invalid");
    else expect(result).toEqual({ kind: "other", reason });
  });

  it("sees every wrong character", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("92433123MA4LUHM706", "12130000401704594G", "11371525004442025C"),
        fc.nat(17),
        fc.constantFrom(...ALPHABET),
        (code, at, glyph) => {
          fc.pre(code[at] !== glyph);
          const changed = code.slice(0, at) + glyph + code.slice(at + 1);
          expect(checkCreditCode(changed).kind).not.toBe("valid");
        },
      ),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["valid", "invalid", "masked", "other"]).toContain(checkCreditCode(text).kind);
      }),
    );
  });
});
