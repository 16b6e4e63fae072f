import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { maskPersonalNumbers, personalNumbersIn } from "./mask.js";

describe("maskPersonalNumbers", () => {
  test.each([
    ["身份证号130521198001010011，", "身份证号130***********0011，"],
    ["身份证号：13050019850610007x。", "身份证号：130***********007x。"],
    ["身份证号130521198001010012", "身份证号130***********0012"],
    ["130521 19800101 0011", "130*** ******** 0011"],
    ["１３０５２１１９８００１０１００１１", "１３０***********００１１"],
    ["130521800101001", "130********1001"],
    ["电话15112347456", "电话151****7456"],
    ["Tel.15112347456", "Tel.151****7456"],
    ["tel15112347456", "tel151****7456"],
    ["张三（15112347456）", "张三（151****7456）"],
    ["【电话】15112347456", "【电话】151****7456"],
    ["+8615112347456", "+86151****7456"],
    ["+86 151-1234-7456", "+86 151-****-7456"],
    ["151 1234 7456", "151 **** 7456"],
    ["15112347456、15112347457", "151****7456、151****7457"],
    ["卡号6222020200001234560", "卡号6222***********4560"],
    ["缴至6222020200001234562", "缴至6222***********4562"],
    ["6222 0202 0000 1234 562", "6222 **** **** ***4 562"],
    ["证号13050012345，电话15112347456", "证号13050012345，电话151****7456"],
  ])("%s", (text, masked) => {
    expect(maskPersonalNumbers(text)).toBe(masked);
  });

  test.each([
    "",
    "统一社会信用代码914300001875251560",
    "统一社会信用代码92433123MA4LUHM706、12130000401704594G",
    "凤市监处罚〔2025〕17号，豫0523环罚决字〔2025〕9号",
    "某罚〔2025〕15112347456号",
    "2023年12月21日、2023-12-21 10:30:00、20231221",
    "20231221103000123",
    "15112347456元",
    "15112347456.50元",
    "罚款5000元，没收23178.30元",
    "执法证号13050012345、13050012346",
    "执法证件号码为13050012345、13050012346",
    "监管事项目录编码13050000001234",
    "130***********0011，151****7456",
    "1301************2538",
    "身份证372929####10113638",
    "1234567890123456",
  ])("leaves %j", (text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        "130521198001010011",
        "130521 19800101 0011",
        "15112347456",
        "151 1234 7456",
        "151-1234-7456",
        "6222020200001234562",
        "6222 0202 0000 1234 562",
        "914300001875251560",
        "130521800101001",
        "证号",
        "卡号",
        "13050012345",
        "、",
        " ",
        "-",
        "*",
        "+86",
        "，",
        "电话",
        "第",
        "号",
        "x",
        "Ｔel",
        "〕",
        ".",
      ),
      fc.string({ unit: fc.constantFrom(..."0123456789 -*xX１２") }),
    ),
    { maxLength: 12 },
  );

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = maskPersonalNumbers(parts.join(""));
        expect(maskPersonalNumbers(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it("keeps the length and touches nothing but digits", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((parts) => parts.join("")),
          fc.string(),
        ),
        (text) => {
          const masked = maskPersonalNumbers(text);
          expect(masked).toHaveLength(text.length);
          for (let i = 0; i < text.length; i++) {
            if (masked[i] !== text[i]) expect(`${text[i]}${masked[i]}`).toMatch(/^[0-9０-９Xx]\*$/);
          }
        },
      ),
    );
  });

  it("takes time in proportion to the text", () => {
    const start = performance.now();
    for (const unit of ["1", " ", "证号1305001234、", "130521 ", "1511 ", "６", "卡号", "+86 "]) {
      maskPersonalNumbers(unit.repeat(200_000 / unit.length));
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

it.each([
  ["当事人张某，身份证号990106199002141370，电话13512345678", ["resident-id", "mobile"]],
  ["身份证号130***********0012，电话135****5678", []],
  ["统一社会信用代码91990106MA0QJ30104，罚款5000元", []],
  ["执法证号：99010600123", []],
])("says which personal numbers stand in %s", (text, kinds) => {
  expect(personalNumbersIn(text)).toEqual(kinds);
});
