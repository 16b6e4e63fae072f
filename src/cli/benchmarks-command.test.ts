import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Lang } from "../model/audit-result.js";
import { benchmarksCommand } from "./benchmarks-command.js";
import { UsageError } from "./exit.js";

const jiangmen = fileURLToPath(
  new URL("../../fixtures/benchmarks/jiangmen-huanbao-cailiang.xls", import.meta.url),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anjuan-benchmarks-command-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const run = async (
  action: "show" | "lint",
  paths: readonly string[],
  { format = "pretty", lang = "zh" }: { format?: string; lang?: Lang } = {},
) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    ...{ width: undefined, interactive: false, colour: false },
  };
  const status = await benchmarksCommand(action, paths, { format }, { io, lang, version: "0" });
  return { status, out: out.join(""), err: err.join("") };
};

const head = "序号,事项编码,违法行为,法定依据,裁量阶次,适用条件,裁量权基准\n";
const law = "《某某条例》第三十条：处一万元以上十万元以下罚款";
const sound = (): string =>
  file(
    "sound.csv",
    `${head}1,A01,甲行为,${law},从轻,首次,处一万元以上三万元以下罚款\n2,A01,甲行为,${law},从重,再次,处三万元以上十万元以下罚款\n`,
  );

describe("benchmarks lint", () => {
  it("ends with 1 and names every fault with its place", async () => {
    const { status, out } = await run("lint", [jiangmen]);
    expect(status).toBe(1);
    expect(out).toContain("广东省环保条例 › F60 没有读成：写了两个上限");
    expect(out).toContain(
      "大气污染防治法 › F98 3-18：3（10万元以上15万元以下）与4（10万元以上20万元以下）重叠",
    );
    expect(out).toContain(
      "水污染防治法 › F75 2-10：多写了字，读作“逾期不拆除的，处20万元以上30万元以下罚款”",
    );
    expect(out).toContain("12 张表，165 个事项，读成 680 个阶次，没有读成 9 格");
    expect(out).not.toContain("超出法定幅度");
  });

  it("ends with 0 where nothing is wrong", async () => {
    const { status, out } = await run("lint", [sound()]);
    expect([status, out]).toEqual([
      0,
      "1 张表，1 个事项，读成 2 个阶次，没有读成 0 格\n没有发现问题\n",
    ]);
  });

  it("holds the table against a catalogue", async () => {
    const catalogue = file(
      "行政执法事项清单.csv",
      "序号,事项编码,职权名称,职权类型,实施主体,设定依据\n1,A01,甲行为,行政处罚,澜汀市某局,《某某条例》\n2,A02,乙行为,行政处罚,澜汀市某局,《某某条例》\n",
    );
    const { status, out } = await run("lint", [sound(), catalogue], { format: "json", lang: "en" });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: "anjuan.benchmark-lint/1",
      faults: [
        {
          code: "not-in-table",
          item: "A02",
          source: { file: "行政执法事项清单.csv", cell: "C3" },
          message: "A02: the benchmarks have no item of this code or name (乙行为)",
        },
      ],
    });
  });
});

describe("benchmarks show", () => {
  it("gives machines the model, which a YAML file may have too", async () => {
    const first = await run("show", [jiangmen], { format: "json" });
    expect(first.status).toBe(0);
    const shown = JSON.parse(first.out) as { tables: object[]; unparsed: object[] };
    expect(shown.unparsed).toHaveLength(9);
    expect(shown.tables[0]).toMatchObject({
      issuer: null,
      from: null,
      upperIncluded: true,
      items: [
        {
          code: "1-1",
          law: [
            "《中华人民共和国环境影响评价法》第三十一条第一款",
            "《中华人民共和国环境影响评价法》第三十一条第二款",
          ],
          statutory: [{ kind: "fine", unit: "percent", min: 1, max: 5, base: "project-cost" }],
          tiers: [
            {
              name: "1",
              source: { sheet: "环境影响评价法", cell: "F3", page: null },
              results: [
                { kind: "order", unit: null, min: null, max: null, what: "责令停止建设" },
                { kind: "fine", min: 1, max: 2, minIncluded: true, maxIncluded: true, when: null },
              ],
              warnings: [],
            },
            {},
            {},
            {},
          ],
          method: null,
        },
        {},
        {},
        {},
      ],
    });
    const again = await run("show", [file("again.json", first.out)], { format: "json" });
    expect((JSON.parse(again.out) as { tables: object[] }).tables).toEqual(shown.tables);
  });

  it("shows people each tier in one wording", async () => {
    const { out } = await run("show", [sound()], { lang: "en" });
    expect(out).toContain("statutory range: 处1万元以上10万元以下罚款");
    expect(out).toContain("[从轻] 处1万元以上3万元以下罚款");
  });

  it("ends with 3 where a file could not be read, and shows the rest", async () => {
    const broken = file("broken.xlsx", "PK\u0003\u0004 no zip");
    const { status, out, err } = await run("show", [sound(), broken]);
    expect(status).toBe(3);
    expect(out).toContain("甲行为");
    expect(err).toContain("broken.xlsx");
  });
});

it.each([
  ["a file without a benchmark table", "空.csv", "姓名,电话\n甲,1\n", /没有裁量权基准表/],
  ["a YAML file with faults", "错.yaml", "tables:\n  - nmae: 表\n    items: []\n", /错\.yaml:2:5/],
])("refuses %s as wrong usage", async (_, name, text, problem) => {
  const refused = await run("show", [file(name, text)]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UsageError);
  expect((refused as UsageError).problem).toMatch(problem);
});
