import { describe, expect, it } from "vitest";
import type { BenchmarkTable } from "../../model/benchmark.js";
import { isFor, isInForce, placesIn, shelve, yardsticksOf } from "./tables-in-force.js";

const table = (name: string, about: Partial<BenchmarkTable> = {}): BenchmarkTable => ({
  ...{ name, issuer: null, region: null, from: null, to: null },
  ...{ lowerIncluded: true, upperIncluded: true, items: [], ...about },
});

describe("the places in a name", () => {
  it.each([
    ["甲市市场监督管理局行政处罚裁量权基准", ["甲市"]],
    ["城市管理行政处罚裁量权基准", []],
    ["盐城市城市管理局", ["盐城市"]],
    ["广东省江门市生态环境局", ["广东省", "江门市"]],
    ["栖霁区市场监督管理局", ["栖霁区"]],
    ["砚溪市泊云镇人民政府", ["砚溪市", "泊云镇"]],
    ["二、《中华人民共和国水污染防治法》", []],
    ["《江门市环境保护行政处罚裁量标准》", ["江门市"]],
    ["市场监管总局行政处罚裁量权基准", []],
  ])("%s", (name, places) => {
    expect(placesIn(name)).toEqual(places);
  });
});

describe("versions of a table", () => {
  const inForceOn = (day: string, ...tables: BenchmarkTable[]): string[] =>
    shelve(tables)
      .filter((one) => isInForce(one, day))
      .map((one) => `${one.table.name} ${one.table.from ?? ""}`.trim());

  it.each([
    ["2020-12-31", []],
    ["2021-01-01", ["裁量权基准（2021年版） 2021-01-01"]],
    ["2023-07-31", ["裁量权基准（2021年版） 2021-01-01"]],
    ["2023-08-01", ["裁量权基准（2023年修订） 2023-08-01"]],
  ])("on %s", (day, wanted) => {
    const versions = [
      table("裁量权基准（2021年版）", { from: "2021-01-01" }),
      table("裁量权基准（2023年修订）", { from: "2023-08-01" }),
    ];
    expect(inForceOn(day, ...versions)).toEqual(wanted);
  });

  it("an undated one holds until a dated one comes; its last day belongs to a dated one", () => {
    const versions = [
      table("裁量权基准"),
      table("裁量权基准", { from: "2023-08-01", to: "2024-07-31" }),
    ];
    expect(inForceOn("2023-07-31", ...versions)).toEqual(["裁量权基准"]);
    expect(inForceOn("2024-07-31", ...versions)).toEqual(["裁量权基准 2023-08-01"]);
    expect(inForceOn("2024-08-01", ...versions)).toEqual([]);
  });

  it("tables of other names stand beside each other", () => {
    const both = [
      table("城市管理裁量权基准", { from: "2021-01-01" }),
      table("市场监管裁量权基准", { from: "2023-08-01" }),
    ];
    expect(inForceOn("2024-01-01", ...both)).toHaveLength(2);
  });
});

describe("tables of several levels", () => {
  const names = [
    "国家裁量权基准",
    "某某省裁量权基准",
    "甲市裁量权基准",
    "乙市裁量权基准",
    "裁量权基准",
  ];
  const shelved = shelve(names.map((name) => table(name)));

  it("know whom they are of", () => {
    expect(shelved.map(({ level }) => level)).toEqual([
      ...["national", "provincial", "municipal", "municipal", "unknown"],
    ]);
  });

  it("are for an agency of their place, and of a place within", () => {
    const forAgency = (places: string[]) =>
      shelved.filter((one) => isFor(one, places)).map(({ table: { name } }) => name);
    expect(forAgency(["甲市"])).toEqual([names[0], names[1], names[2], names[4]]);
    expect(forAgency(["丙区"])).toEqual(names);
    expect(forAgency(["别的省", "甲市"])).toEqual([names[0], names[2], names[4]]);
  });

  it("the nearest is the yardstick, of those of one level the latest", () => {
    expect(yardsticksOf(shelved.slice(0, 3)).map(({ table: { name } }) => name)).toEqual([
      names[2],
    ]);
    const dated = shelve([
      table("甲市裁量权基准一", { from: "2021-01-01" }),
      table("甲市裁量权基准二", { from: "2023-01-01" }),
    ]);
    expect(yardsticksOf(dated).map(({ table: { from } }) => from)).toEqual(["2023-01-01"]);
    expect(yardsticksOf(shelve([table("一"), table("二")]))).toHaveLength(2);
  });
});
