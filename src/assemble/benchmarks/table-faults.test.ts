import { describe, expect, it } from "vitest";
import { tableSchema, type BenchmarkTable, type TableFault } from "../../model/benchmark.js";
import { isUnread } from "../../recognise/benchmarks/span.js";
import { readStatute } from "../../recognise/benchmarks/statute.js";
import { readWording } from "../../recognise/benchmarks/wording.js";
import { catalogueFaults } from "./catalogue-faults.js";
import { tableFaults } from "./table-faults.js";

interface Given {
  code?: string;
  violation?: string;
  statute?: string;
  tiers?: readonly string[];
  tiersRead?: boolean;
}

const tier = (text: string, at: number) => {
  const wording = readWording(text);
  if (isUnread(wording)) throw new Error(text);
  return { name: String(at + 1), results: wording.results, text };
};

const tableOf = (items: readonly Given[], more: Partial<BenchmarkTable> = {}): BenchmarkTable =>
  tableSchema.parse({
    name: "裁量权基准",
    items: items.map(({ code, violation = "甲行为", statute = "", tiers = [], tiersRead }, at) => {
      const { results, complete } = readStatute(statute);
      return {
        code: code ?? null,
        violation,
        statutory: results,
        statutoryRead: complete,
        tiersRead: tiersRead ?? true,
        tiers: tiers.map(tier),
        source: { file: "表.xlsx", sheet: "S", cell: `B${at + 2}` },
      };
    }),
    ...more,
  });

const codes = (table: BenchmarkTable): TableFault["code"][] =>
  tableFaults(table).map(({ code }) => code);

const statute = "处一万元以上十万元以下的罚款";
const about = (tiers: readonly string[], more: Given = {}): BenchmarkTable =>
  tableOf([{ statute, tiers, ...more }]);

describe("tiers of one item", () => {
  it.each<[string, string[], TableFault["code"][]]>([
    ["share their boundaries", ["处一万元以上三万元以下罚款", "处三万元以上十万元以下罚款"], []],
    ["end in a fixed amount", ["处一万元以上十万元以下罚款", "处十万元罚款"], []],
    ["begin with one", ["处一万元罚款", "处一万元以上三万元以下罚款"], []],
    ["are fixed amounts all", ["处一万元罚款", "处三万元罚款", "处三万元罚款"], []],
    ["leave a gap", ["处一万元以上三万元以下罚款", "处四万元以上十万元以下罚款"], ["gap"]],
    ["overlap", ["处一万元以上五万元以下罚款", "处三万元以上十万元以下罚款"], ["overlap"]],
    ["are the same", ["处一万元以上五万元以下罚款", "处一万元以上五万元以下罚款"], ["overlap"]],
    [
      "are for different persons",
      ["对单位处一万元以上五万元以下罚款", "对个人处二万元以上三万元以下罚款"],
      [],
    ],
    [
      "are of different units",
      ["处一万元以上五万元以下罚款", "处违法所得一倍以上三倍以下罚款"],
      [],
    ],
    [
      "belong to branches",
      ["处一万元以上五万元以下罚款", "逾期不改正的，处三万元以上十万元以下罚款"],
      [],
    ],
    ["come in any order", ["处五万元以上十万元以下罚款", "处一万元以上五万元以下罚款"], []],
  ])("that %s", (_, tiers, expected) => {
    expect(codes(about(tiers))).toEqual(expected);
  });

  it("leave a gap at a number that neither includes", () => {
    const tiers = ["处一万元以上三万元以下罚款", "处超过三万元不超过十万元罚款"];
    expect(codes(tableOf([{ statute, tiers }], { upperIncluded: false }))).toEqual(["gap"]);
    expect(codes(about(tiers))).toEqual([]);
  });

  it("have no gap where a cell could not be read", () => {
    const tiers = ["处一万元以上三万元以下罚款", "处四万元以上十万元以下罚款"];
    expect(codes(about(tiers, { tiersRead: false }))).toEqual([]);
  });
});

describe("the statutory range", () => {
  it.each<[string, string, string, TableFault["code"][]]>([
    ["holds the tier", statute, "处一万元以上十万元以下罚款", []],
    ["is left above", statute, "处五万元以上二十万元以下罚款", ["outside-statute"]],
    ["is left below", statute, "处五千元以上二万元以下罚款", ["outside-statute"]],
    ["bounds what is open below", statute, "处三万元以下罚款", []],
    ["is missed by what is open below", statute, "处五千元以下罚款", ["outside-statute"]],
    ["bounds what is open above", statute, "处五万元以上罚款", []],
    ["has one end", "处十万元以下的罚款", "处五千元以上十万元以下罚款", []],
    [
      "is that of the worst branch",
      `${statute}；情节严重的，处十万元以上五十万元以下的罚款`,
      "处三十万元罚款",
      [],
    ],
    ["is another person's", "对直接负责的主管人员处一万元以上二万元以下的罚款", "处五万元罚款", []],
    ["is missing", "责令改正", "处五万元罚款", ["no-statute"]],
    [
      "was not all understood",
      `${statute}；处应补缴数额三倍罚款加一万元罚款`,
      "处五十万元罚款",
      ["statute-not-read"],
    ],
    ["is of another base", "处货值金额一倍以上三倍以下的罚款", "处违法所得五倍罚款", []],
    [
      "counts multiples",
      "处货值金额一倍以上三倍以下的罚款",
      "处货值金额五倍罚款",
      ["outside-statute"],
    ],
    ["is not asked for without a fine", "责令改正", "给予警告", []],
  ])("%s", (_, law, wording, expected) => {
    expect(codes(tableOf([{ statute: law, tiers: [wording] }]))).toEqual(expected);
  });
});

it("finds items twice, by code or by words", () => {
  expect(codes(tableOf([{ code: "A01" }, { code: "a01", violation: "乙" }]))).toEqual([
    "item-twice",
  ]);
  expect(codes(tableOf([{ violation: "甲 行为" }, { violation: "甲行为" }]))).toEqual([
    "item-twice",
  ]);
  expect(codes(tableOf([{ code: "A01" }, { code: "A02", violation: "乙" }]))).toEqual([]);
});

it("holds a table against the item catalogue, by code or name, both ways", () => {
  const source = { file: "清单.xlsx", sheet: "S", cell: "B2", page: null };
  const tables = [
    tableOf([{ code: "A01", violation: "甲" }, { violation: "乙" }, { violation: "丙" }]),
  ];
  const catalogue = [
    { code: "a01", name: "另一名称", source },
    { code: null, name: "乙", source },
    { code: "B09", name: "丁", source },
  ];
  expect(catalogueFaults(tables, catalogue).map(({ code, item }) => [code, item])).toEqual([
    ["not-in-catalogue", "丙"],
    ["not-in-table", "B09"],
  ]);
});
