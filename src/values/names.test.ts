import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { nameKey, parsePeople, splitCodes, splitNames } from "./names.js";

describe("splitNames", () => {
  test.each([
    ["张三、李四", ["张三", "李四"]],
    ["张三，李四", ["张三", "李四"]],
    ["张三,李四", ["张三", "李四"]],
    ["张三;李四；王五", ["张三", "李四", "王五"]],
    ["张三/李四", ["张三", "李四"]],
    ["张三\n李四\r\n王五", ["张三", "李四", "王五"]],
    ["张三和李四", ["张三", "李四"]],
    ["张三、李四及王五", ["张三", "李四", "王五"]],
    ["张三和李四与王五", ["张三", "李四", "王五"]],
    ["张三 李四", ["张三", "李四"]],
    ["张三丰　李四", ["张三丰", "李四"]],
    ["张三 李四 王五", ["张三", "李四", "王五"]],
    ["王 强", ["王强"]],
    ["王　强", ["王强"]],
    ["张 建 国", ["张建国"]],
    ["张 建国", ["张建国"]],
    ["欧阳 建国", ["欧阳建国"]],
    ["王 强、李四", ["王强", "李四"]],
    ["王 强 李四", ["王强", "李四"]],
    ["李四 王 强", ["李四", "王强"]],
    ["张和平", ["张和平"]],
    ["李和平", ["李和平"]],
    ["阿不都·热合曼、张三", ["阿不都·热合曼", "张三"]],
    ["阿不都·热合曼 张三", ["阿不都·热合曼", "张三"]],
    ["张三、、李四、", ["张三", "李四"]],
    ["张三、/", ["张三"]],
    ["主办：张三 协办：李四", ["张三", "李四"]],
    ["张三（主办）、李四（协办）", ["张三", "李四"]],
    ["王*锋", ["王*锋"]],
    ["王某某", ["王某某"]],
    ["", []],
    ["/", []],
    ["无", []],
    ["N/A", []],
    ["——", []],
    ["13050012345", []],
    ["001", []],
  ])("%j", (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it("leaves together what it cannot part with certainty", () => {
    expect(splitNames("王 强 李 明")).toEqual(["王强李明"]);
    expect(splitNames("周建和与李四")).toEqual(["周建和与李四"]);
  });

  it("finds joined names again", () => {
    const name = fc.constantFrom("张三", "李四光", "王五", "欧阳建国", "阿不都·热合曼", "赵六");
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("、", "，", ",", "；", "/", "\n", " 、 "),
        (names, separator) => {
          expect(splitNames(names.join(separator))).toEqual(names);
        },
      ),
    );
  });
});

describe("parsePeople", () => {
  const zhang = { name: "张三", certificate: "13050012345" };
  const li = { name: "李四", certificate: "13050012346" };

  test.each([
    "张三（13050012345）、李四（13050012346）",
    "张三(13050012345) 李四(13050012346)",
    "张三（证号：13050012345）\n李四（证号：13050012346）",
    "张三（主办，13050012345），李四（协办，13050012346）",
    "张三13050012345、李四13050012346",
    "张三 13050012345\n李四 13050012346",
    "张三：13050012345；李四：13050012346",
    "张三，13050012345；李四，13050012346",
    "张三，执法证号13050012345；李四，执法证号：13050012346",
  ])("%j", (text) => {
    expect(parsePeople(text)).toEqual([zhang, li]);
  });

  test.each([
    ["张三13050012345", [zhang]],
    ["张三（冀E12345）", [{ name: "张三", certificate: "冀E12345" }]],
    ["张三（京执字第001号）", [{ name: "张三", certificate: "京执字第001号" }]],
    ["张三（E05-0123）", [{ name: "张三", certificate: "E05-0123" }]],
    ["张三、李四（13050012346）", [{ name: "张三" }, li]],
    ["张三（主办）", [{ name: "张三" }]],
    ["张三（男，45岁）", [{ name: "张三" }]],
    ["张三（电话：15112347456）", [{ name: "张三" }]],
    ["王 强（13050012345）", [{ name: "王强", certificate: "13050012345" }]],
  ])("%j", (text, people) => {
    expect(parsePeople(text)).toEqual(people);
  });

  test.each([
    "张三、李四，13050012345、13050012346",
    "张三、李四 13050012345、13050012346",
    "张三、李四，执法证件号码为13050012345、13050012346",
    "张三、李四、13050012345",
  ])("does not guess whose number it is: %j", (text) => {
    expect(parsePeople(text)).toEqual([{ name: "张三" }, { name: "李四" }]);
  });

  it("never throws, and names nobody without a letter", () => {
    const glyphs = fc.string({ unit: fc.constantFrom(..."张三李四和 、()（）13050:：/证号E-\n") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), glyphs), (text) => {
        for (const { name, certificate } of parsePeople(text)) {
          expect(name).toMatch(/\p{L}/u);
          if (certificate !== undefined) expect(certificate).toMatch(/\d/);
        }
        splitCodes(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes time in proportion to the text", () => {
    const start = performance.now();
    for (const unit of ["张", "张 ", " ", "1", "张三、", "(", "证", "张三和", "A-"]) {
      parsePeople(unit.repeat(32_000 / unit.length));
      splitCodes(unit.repeat(32_000 / unit.length));
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("splitCodes", () => {
  test.each([
    ["13050012345,13050012346", ["13050012345", "13050012346"]],
    ["13050012345、13050012346", ["13050012345", "13050012346"]],
    ["13050012345；13050012346", ["13050012345", "13050012346"]],
    ["13050012345 13050012346", ["13050012345", "13050012346"]],
    ["13050012345\n13050012346", ["13050012345", "13050012346"]],
    ["13050012345和13050012346", ["13050012345", "13050012346"]],
    ["13050012345\t", ["13050012345"]],
    ["'07030412", ["07030412"]],
    ["冀E12345、冀E12346", ["冀E12345", "冀E12346"]],
    ["冀E 12345", ["冀E12345"]],
    ["E05-0123", ["E05-0123"]],
    ["HB-001", ["HB-001"]],
    ["京执字第001号、京执字第002号", ["京执字第001号", "京执字第002号"]],
    ["执法证号：13050012345", ["13050012345"]],
    ["张三13050012345、李四（13050012346）", ["13050012345", "13050012346"]],
    ["1305001234513050012346", ["1305001234513050012346"]],
    ["001", ["001"]],
    ["/", []],
    ["无", []],
    ["", []],
  ])("%j", (text, codes) => {
    expect(splitCodes(text)).toEqual(codes);
  });
});

describe("nameKey", () => {
  test.each([
    ["王 强", "王强"],
    ["王　强 ", "王强"],
    ["阿不都•热合曼", "阿不都·热合曼"],
    ["阿不都・热合曼", "阿不都·热合曼"],
    ["某某（河北）有限公司", "某某(河北)有限公司"],
  ])("%s = %s", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it("does not change when it is taken again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
      }),
    );
  });
});
