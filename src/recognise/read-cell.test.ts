import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CivilDate } from "../values/civil-date.js";
import { CellError, type Cell } from "../model/cells.js";
import type { FieldKind } from "../model/case-file.js";
import { sheetFields } from "../model/vocabulary.js";
import { readCell } from "./read-cell.js";
import { shippedVocabulary } from "./vocabulary.fixture.js";

const { words } = shippedVocabulary();
const read = (cell: Cell, field: string, unit?: "yuan" | "wan", codeList?: boolean) =>
  readCell(cell, sheetFields.get(field)?.kind ?? "text", {
    field,
    unit,
    words: words[field],
    codeList,
  });
/** The value, `blank`, or the reason why it is not understood. */
const outcome = (cell: Cell, field: string, unit?: "yuan" | "wan") => {
  const reading = read(cell, field, unit);
  if (reading.status === "known") return reading.value;
  return reading.status === "blank" ? "blank" : `? ${reading.reason}`;
};

describe("readCell", () => {
  it.each<[Cell]>([
    [null],
    [""],
    [" \u3000"],
    ["/"],
    ["——"],
    ["无"],
    ["N/A"],
    ["未记载"],
    ["待补"],
  ])("%j is blank", (cell) => {
    for (const field of ["party.name", "decision.date", "decision.fine", "decision.kinds"]) {
      expect(outcome(cell, field)).toBe("blank");
    }
  });

  it("takes 无 for an answer where something was asked", () => {
    expect(outcome("无", "defence.text")).toBe("无");
    expect(outcome("无", "defence.made")).toBe(false);
    expect(outcome("无", "hearing.requested")).toBe(false);
    expect(outcome("无", "remedy.litigation")).toBe("无");
    expect(outcome("无", "benchmark.leniency")).toBe("none");
    expect(outcome("无", "hearing.date")).toBe("blank");
    expect(outcome("/", "defence.text")).toBe("blank");
  });

  it.each<[Cell, string]>([
    ["2023年12月21日", "2023-12-21"],
    ["2023-12-21", "2023-12-21"],
    ["2023/12/21 09:30:00", "2023-12-21"],
    ["20231221", "2023-12-21"],
    [20231221, "2023-12-21"],
    ["二〇二三年十二月二十一日", "2023-12-21"],
    ["2023年12月", "2023-12"],
    [44927, "2023-01-01"],
    ["44927", "2023-01-01"],
    [44927.75, "2023-01-01"],
    ["'2023-12-21\t", "2023-12-21"],
    ["202329日", "? not-a-date"],
    ["同日", "? not-a-date"],
    [2023, "? not-a-date"],
    [2023.1, "? not-a-date"],
    ["2023年3月6日至7日", "? not-a-date"],
    ["#####", "? cell-error"],
  ])("reads the date %j as %s", (cell, expected) => {
    expect(outcome(cell, "decision.date")).toBe(expected);
  });

  it("takes dates as the file has them, but not the first days of 1900", () => {
    expect(outcome(CivilDate.of(2023, 12, 1) ?? null, "decision.date")).toBe("2023-12-01");
    expect(outcome(CivilDate.of(1900, 2, 10) ?? null, "decision.date")).toBe("? not-a-date");
  });

  it("reads the end of a period where the column names an end", () => {
    expect(outcome("2021.06.01-2026.05.31", "roster.validTo")).toBe("2026-05-31");
    expect(outcome("2021年6月1日至2026年5月31日", "roster.validTo")).toBe("2026-05-31");
    expect(outcome("2021.06.01-2026.05.31", "decision.date")).toBe("? not-a-date");
  });

  it.each<[Cell, "yuan" | "wan" | undefined, number | string]>([
    [2000, undefined, 200_000],
    ["2,000.00", "yuan", 200_000],
    [0.2, "wan", 200_000],
    ["0.2", "wan", 200_000],
    ["2万元", undefined, 2_000_000],
    ["5000元", "wan", 500_000],
    ["伍仟元整", undefined, 500_000],
    [0.1 + 0.2, "wan", 300_000],
    ["二千至三千", undefined, "? not-an-amount"],
    ["未罚款", undefined, "? not-an-amount"],
    [-5, undefined, "? not-an-amount"],
    [Number.NaN, undefined, "? not-an-amount"],
  ])("reads the amount %j in %s as %j", (cell, unit, expected) => {
    expect(outcome(cell, "decision.fine", unit)).toBe(expected);
  });

  it("doubts an amount out of proportion to the unit, and keeps it", () => {
    expect(read(2000, "decision.fine", "wan")).toMatchObject({
      value: 2_000_000_000,
      unitSuspect: true,
    });
    expect(read("0.2", "decision.fine")).toMatchObject({ value: 20, unitSuspect: true });
    expect(read("2000元", "decision.fine", "wan")).not.toHaveProperty("unitSuspect");
    expect(read(20, "decision.fine")).not.toHaveProperty("unitSuspect");
    expect(read(999, "decision.fine", "wan")).not.toHaveProperty("unitSuspect");
    expect(read("约10万元", "violation.goodsValue")).toMatchObject({ approximate: true });
  });

  it.each<[Cell, string, string]>([
    ["某公司 ", "party.name", "某公司"],
    ["1301************2538", "party.idNumber", "1301************2538"],
    ["'130521199001011234\t", "party.idNumber", "130521199001011234"],
    [13050012345, "roster.certificate", "13050012345"],
    [2023, "year", "2023"],
    [0.30000000000000004, "remark", "0.3"],
    ["1.30521E+17", "party.idNumber", "? damaged-number"],
    [130521199001011230, "party.idNumber", "? damaged-number"],
    [1.30521e20, "party.idNumber", "? damaged-number"],
    ["#REF!", "party.name", "? cell-error"],
  ])("reads the text %j of %s as %s", (cell, field, expected) => {
    expect(outcome(cell, field)).toBe(expected);
  });

  it("does not take a number that was turned into a date for a number", () => {
    const date = CivilDate.of(2024, 1, 12) ?? null;
    expect(outcome(date, "decision.number")).toBe("? damaged-number");
    expect(outcome(date, "closing.kind")).toBe("2024-01-12");
  });

  it.each<[Cell, string, boolean | string]>([
    ["是", "legalReview.done", true],
    ["√", "legalReview.done", true],
    ["是√ 否□", "legalReview.done", true],
    [1, "legalReview.done", true],
    [0, "legalReview.done", false],
    [true, "legalReview.done", true],
    ["未审核", "legalReview.done", false],
    ["未申请听证", "hearing.requested", false],
    ["放弃听证", "hearing.requested", false],
    ["2", "legalReview.done", "? not-yes-or-no"],
    ["详见附件", "legalReview.done", "? not-yes-or-no"],
  ])("reads %j of %s as %s", (cell, field, expected) => {
    expect(outcome(cell, field)).toBe(expected);
  });

  it("reads 2 as no in a column of 1 and 2", () => {
    expect(read(2, "legalReview.done", undefined, true)).toMatchObject({ value: false });
    expect(read("1", "legalReview.done", undefined, true)).toMatchObject({ value: true });
  });

  it.each<[string, string, string | string[]]>([
    ["简易程序", "procedure", "simple"],
    ["一般程序", "procedure", "ordinary"],
    ["个体工商户", "party.kind", "sole-trader"],
    ["法人及非法人组织", "party.kind", "organisation"],
    ["邮寄送达", "service.mode", "post"],
    ["警告", "decision.kinds", ["warning"]],
    ["警告;罚款", "decision.kinds", ["warning", "fine"]],
    ["警告并处罚款", "decision.kinds", ["warning", "fine"]],
    ["1.警告；2.罚款5,000元", "decision.kinds", ["warning", "fine"]],
    ["罚款人民币伍仟元整", "decision.kinds", ["fine"]],
    ["没收违法所得、没收非法财物", "decision.kinds", ["confiscate-income", "confiscate-goods"]],
    ["暂扣许可证、执照", "decision.kinds", ["suspend-licence"]],
    ["吊销许可证、执照、罚款", "decision.kinds", ["revoke-licence", "fine"]],
    ["責令停產停業", "decision.kinds", ["suspend-business"]],
    ["不予处罚", "decision.kinds", ["no-penalty"]],
    ["责令改正", "decision.kinds", ["order"]],
    ["其他-责令改正", "decision.kinds", ["order"]],
    ["其他-撤销许可", "decision.kinds", ["other"]],
    ["暂扣或者吊销许可证", "decision.kinds", "? word-not-known"],
    ["警告、训诫", "decision.kinds", "? word-not-known"],
    ["较轻违法", "procedure", "? word-not-known"],
  ])("reads the word %s of %s as %j", (cell, field, expected) => {
    expect(outcome(cell, field)).toEqual(expected);
  });

  it.each<[Cell, number | string]>([
    [12, 12],
    ["12页", 12],
    ["3个工作日", 3],
    ["五日", 5],
    ["1,200.5", 1200.5],
    ["约3", "? not-a-number"],
    ["3万", "? not-a-number"],
    ["3天以内", "? not-a-number"],
  ])("reads the number %j as %j", (cell, expected) => {
    expect(outcome(cell, "notice.defenceDays")).toBe(expected);
  });

  it("gives lists for what a case has several times", () => {
    expect(outcome("张三、李四", "service.servers")).toEqual(["张三", "李四"]);
    expect(outcome("张三（13050012345）、李四", "officers.name")).toEqual([
      "张三（13050012345）、李四",
    ]);
    expect(outcome(13050012345, "officers.certificate")).toEqual(["13050012345"]);
  });

  const anyCell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(..."无 / 是 2023.1 1.3E+17 约5万 警告、罚款 2023-13-40 罚款元".split(" ")),
    fc.double(),
    fc.boolean(),
    fc.constantFrom<Cell>(null, new CellError("#N/A"), CivilDate.of(2023, 2) ?? null),
  );

  it("gives values that fit the field, whatever stands in the cell", () => {
    const fits: Record<FieldKind, (value: unknown) => boolean> = {
      text: (value) => typeof value === "string" || Array.isArray(value),
      texts: (value) => Array.isArray(value),
      enums: (value) => Array.isArray(value),
      enum: (value) => typeof value === "string",
      time: (value) => /^(\d{4}-\d{2}-\d{2} )?\d{2}:\d{2}$/.test(String(value)),
      date: (value) => /^\d{4}-\d{2}(-\d{2})?$/.test(String(value)),
      money: (value) => Number.isSafeInteger(value),
      number: (value) => Number.isFinite(value),
      boolean: (value) => typeof value === "boolean",
    };
    fc.assert(
      fc.property(
        anyCell,
        fc.constantFrom(...sheetFields.values()),
        (cell, { path, kind, values }) => {
          const reading = read(cell, path);
          if (reading.status !== "known") return;
          expect(fits[kind](reading.value)).toBe(true);
          if (values) expect(values).toEqual(expect.arrayContaining([reading.value].flat()));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
