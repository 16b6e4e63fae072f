import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  documentNumberKey,
  documentNumberProblems,
  findDocumentNumbers,
  formatDocumentNumber,
  parseDocumentNumber,
} from "./document-number.js";

describe("parseDocumentNumber", () => {
  test.each([
    ["凤市监处罚〔2025〕17号", "凤市监处罚", 2025, 17, []],
    ["元市监罚〔2023〕5号", "元市监罚", 2023, 5, []],
    ["石市监处罚〔2023〕21号", "石市监处罚", 2023, 21, []],
    ["赞市监处罚〔2024〕136号", "赞市监处罚", 2024, 136, []],
    ["盘环罚决(2021)138号", "盘环罚决", 2021, 138, ["brackets"]],
    ["岳环罚决字〔2021〕136号", "岳环罚决字", 2021, 136, []],
    ["岳汨环罚决字〔2023〕020号", "岳汨环罚决字", 2023, 20, ["leading-zero"]],
    ["通01环罚﹝2024﹞71号", "通01环罚", 2024, 71, ["brackets"]],
    ["豫0523环罚决字〔2025〕9号", "豫0523环罚决字", 2025, 9, []],
    ["德环罚字【2019】0013号", "德环罚字", 2019, 13, ["brackets", "leading-zero"]],
    ["惠环罚决字〔2019〕第045号", "惠环罚决字", 2019, 45, ["leading-zero", "di"]],
    ["娄环罚(冷)〔2026〕2号", "娄环罚(冷)", 2026, 2, []],
    ["娄环罚〔冷〕〔2026〕2号", "娄环罚(冷)", 2026, 2, []],
    ["娄环罚决字(冷)(2024)1号", "娄环罚决字(冷)", 2024, 1, ["brackets"]],
    ["娄环冷立字[2025]47号", "娄环冷立字", 2025, 47, ["brackets"]],
    ["娄环冷立字［２０２５］４７号", "娄环冷立字", 2025, 47, ["brackets"]],
    ["锡交路罚字〔2022〕3001号", "锡交路罚字", 2022, 3001, []],
    ["玉国税稽罚〔2015〕86号", "玉国税稽罚", 2015, 86, []],
    ["苏银保监罚决字〔2019〕64号", "苏银保监罚决字", 2019, 64, []],
    ["沪市监静处〔2024〕015号", "沪市监静处", 2024, 15, ["leading-zero"]],
    ["[ 2021 ]深××综行罚字第1101号", "深××综行罚字", 2021, 1101, ["year-first", "brackets", "di"]],
    ["〔2021〕示例综行罚字第001号", "示例综行罚字", 2021, 1, ["year-first", "leading-zero", "di"]],
    ["〔2021〕66号", "", 2021, 66, ["no-prefix"]],
    ["市场【2019】1号", "市场", 2019, 1, ["brackets"]],
    ["（2023）冀05行初12号", "冀05行初", 2023, 12, ["year-first", "brackets"]],
    ["（岳环罚告字〔2021〕136号", "岳环罚告字", 2021, 136, []],
    ["（岳环罚告字〔2021〕136号）", "岳环罚告字", 2021, 136, []],
    ["行政处罚决定书：凤市监处罚〔2025〕17号", "凤市监处罚", 2025, 17, []],
    ["《行政处罚决定书》（凤市监处罚〔2025〕17号）", "凤市监处罚", 2025, 17, []],
    [" 凤市监处罚 〔2025〕 17 号 ", "凤市监处罚", 2025, 17, []],
    ["凤市监处罚〈2025〉17号", "凤市监处罚", 2025, 17, ["brackets"]],
    ["凤市监处罚<2025>17号", "凤市监处罚", 2025, 17, ["brackets"]],
    ["凤市监处罚「2025」17号", "凤市监处罚", 2025, 17, ["brackets"]],
    ["凤市监处罚{2025}17号", "凤市监处罚", 2025, 17, ["brackets"]],
    ["凤市监处罚〔2025]17号", "凤市监处罚", 2025, 17, ["brackets"]],
    ["凤市监处罚〔2025〕17", "凤市监处罚", 2025, 17, ["no-hao"]],
  ])("%s", (text, prefix, year, serial, problems) => {
    expect(parseDocumentNumber(text)).toEqual({
      prefix,
      year,
      serial,
      text,
      problems,
      wellFormed: problems.length === 0,
    });
  });

  it("keeps letters and sub-numbers", () => {
    expect(parseDocumentNumber("济环罚字〔2020〕TQ第Q-4008号")).toMatchObject({
      prefix: "济环罚字",
      series: "TQQ",
      serial: 4008,
      problems: ["di", "compound-serial"],
    });
    expect(parseDocumentNumber("凤市监罚〔2025〕17-1号")).toMatchObject({
      serial: 17,
      suffix: "-1",
    });
    expect(parseDocumentNumber("凤市监罚〔2025〕17号之一")).toMatchObject({ suffix: "之一" });
  });

  test.each([
    "",
    "(  )安监罚〔  〕 号",
    "监处罚〔202321",
    "凤市监处罚〔25〕17号",
    "凤市监处罚〔2025〕号",
    "凤市监处罚〔2025〕0号",
    "凤市监处罚〔2025〕**号",
    "凤市监处罚2025年17号",
    "凤市监处罚^2025〕17号",
    "泛013〕5号",
    "岳环罚⑵021〕5号",
    "〔2021〕66",
    "1-12",
    "17号",
    "无",
    "已送达岳环罚字〔2021〕5号",
    "岳环罚字〔2021〕5号、6号",
    "岳环罚字〔2021〕5号\n岳环罚字〔2021〕6号",
    "05〔2021〕5号",
    "2023-12-21",
    "违反了《食品安全法》第一百二十四条",
    "凤市监处罚〔3025〕17号",
  ])("refuses %j", (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
    expect(documentNumberProblems(text)).toEqual(["not-a-number"]);
  });
});

describe("documentNumberKey", () => {
  test.each([
    ["〔2021〕05号", "[2021]5号"],
    ["〔2021〕05号", "（2021）第5号"],
    ["〔2023〕020号", "﹝2023﹞20号"],
    ["岳环罚决字〔2021〕136号", "岳环罚决 (2021) 第136号"],
    ["娄环罚决字(冷)(2024)1号", "娄环罚决（冷）〔2024〕1号"],
    ["[ 2021 ]深××综行罚字第1101号", "深××综行罚〔2021〕1101号"],
    ["凤市监处罚〔2025〕17", "凤市监处罚【2025】017号"],
    ["济环罚字〔2020〕TQ第Q-4008号", "济环罚〔2020〕tqQ4008号"],
    ["冀 E１２", "冀E12"],
  ])("%s = %s", (a, b) => {
    expect(documentNumberKey(a)).toBe(documentNumberKey(b));
  });

  test.each([
    ["岳环罚决字〔2021〕136号", "岳环罚告字〔2021〕136号"],
    ["岳环罚决字〔2021〕136号", "岳环罚决字〔2022〕136号"],
    ["岳环罚决字〔2021〕136号", "岳环罚决字〔2021〕135号"],
    ["岳环罚决字〔2021〕17号", "岳环罚决字〔2021〕17-1号"],
    ["娄环罚(冷)〔2026〕2号", "娄环罚〔2026〕2号"],
    ["岳环罚〔2021〕5号", "〔2021〕5号"],
  ])("%s ≠ %s", (a, b) => {
    expect(documentNumberKey(a)).not.toBe(documentNumberKey(b));
  });

  it("does not change when it is taken again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const key = documentNumberKey(text);
        expect(documentNumberKey(key)).toBe(key);
      }),
    );
  });
});

describe("formatDocumentNumber", () => {
  const number = fc.record({
    prefix: fc.constantFrom("凤市监处罚", "豫0523环罚决字", "娄环罚(冷)", "岳环罚告字", "A罚"),
    year: fc.integer({ min: 1950, max: 2099 }),
    serial: fc.integer({ min: 1, max: 99_999_999 }),
  });

  it("writes what is read back well formed", () => {
    fc.assert(
      fc.property(number, (parts) => {
        const text = formatDocumentNumber(parts);
        expect(parseDocumentNumber(text)).toEqual({
          ...parts,
          text,
          wellFormed: true,
          problems: [],
        });
      }),
    );
  });

  it("reads a number in the usual form as it reads the same with spaces in between", () => {
    const word = fc.constantFrom(..."甲市监罚字", "决定书", "文号", "关于", "下达", "〇", "第");
    const prefix = fc.array(word, { maxLength: 6 }).map((words) => words.join(""));
    const numbers = fc.tuple(prefix, fc.integer({ min: 1890, max: 2110 }), fc.integer({ min: 0 }));
    fc.assert(
      fc.property(numbers, ([before, year, serial]) => {
        const spaced = parseDocumentNumber(`${before} 〔${year}〕 ${serial}号`);
        const text = `${before}〔${year}〕${serial}号`;
        expect(parseDocumentNumber(text)).toEqual(spaced && { ...spaced, text });
      }),
      { numRuns: 500 },
    );
  });

  it("gives every spelling of one number one form and one key", () => {
    const spelling = fc.tuple(
      fc.constantFrom(
        "〔〕",
        "﹝﹞",
        "[]",
        "［］",
        "【】",
        "()",
        "（）",
        "〈〉",
        "<>",
        "「」",
        "{}",
      ),
      fc.constantFrom("", "第", " 第 "),
      fc.constantFrom("", "0", "00"),
    );
    fc.assert(
      fc.property(number, spelling, (parts, [brackets, di, zeros]) => {
        const [open, close] = [...brackets];
        const text = `${parts.prefix}${open}${parts.year}${close}${di}${zeros}${parts.serial % 100_000 || 1}号`;
        const canonical = formatDocumentNumber({ ...parts, serial: parts.serial % 100_000 || 1 });
        const parsed = parseDocumentNumber(text);
        expect(parsed && formatDocumentNumber(parsed)).toBe(canonical);
        expect(documentNumberKey(text)).toBe(documentNumberKey(canonical));
      }),
    );
  });

  test.each(["凤市监罚〔2025〕17-1号", "凤市监罚〔2025〕17号之一"])("%s", (text) => {
    expect(formatDocumentNumber(parseDocumentNumber(text)!)).toBe(text);
  });

  it("never throws on any text, and a parsed number is read again the same", () => {
    const glyphs = fc.string({ unit: fc.constantFrom(..."罚字第号〔〕[]()【】2021 035A-之一") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), glyphs), (text) => {
        const parsed = parseDocumentNumber(text);
        if (!parsed) return;
        const again = parseDocumentNumber(formatDocumentNumber(parsed));
        expect(again).toMatchObject({ year: parsed.year, serial: parsed.serial });
        expect(documentNumberKey(formatDocumentNumber(parsed))).toBe(documentNumberKey(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("findDocumentNumbers", () => {
  it.each([
    ["行政处罚决定书（甲市监罚〔2023〕1号）公示", ["甲市监罚〔2023〕1号"]],
    ["甲市监罚[2023]1号、甲市监罚[2023]2号", ["甲市监罚[2023]1号", "甲市监罚[2023]2号"]],
    ["2023年第一季度行政处罚信息", []],
    ["〔2023〕1号", []],
  ])("%s", (text, numbers) => {
    expect(findDocumentNumbers(text).map(documentNumberKey)).toEqual(
      numbers.map(documentNumberKey),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(Array.isArray(findDocumentNumbers(text))).toBe(true);
      }),
    );
  });
});
