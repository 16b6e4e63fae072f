import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WrittenResult } from "../model/audit-result.js";
import { anjuan, root } from "./command.fixture.js";
import type { ConfigReport } from "./config-report.js";

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), "配置 测试-")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: string): Promise<string> => {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), content);
  return at(name);
};

const table = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join(",")).join("\n");

const headers = ["案号", "当事人", "处罚决定书文号", "处罚决定日期", "公示日期", "处罚机关"];
const decided = (serial: number, published: string, agency: string): string[] => [
  ...[
    `甲立〔2023〕${serial}号`,
    "某商店",
    `甲罚〔2023〕${serial}号`,
    "2023-09-28",
    published,
    agency,
  ],
];

const day = ["--as-of", "2024-06-30"];
const published = ["--only", "publicity/decision-published-in-time"];

const audit = async (
  where: string,
  ...args: string[]
): Promise<{ status: number | null; stderr: string; result: WrittenResult }> => {
  const { status, stdout, stderr } = await anjuan(["audit", ".", ...day, "-f", "json", ...args], {
    cwd: at(where),
  });
  return { status, stderr, result: JSON.parse(stdout || "{}") as WrittenResult };
};

const print = async (where: string, ...args: string[]): Promise<ConfigReport> => {
  const { stdout, stderr } = await anjuan(["config", "print", ...day, "-f", "json", ...args], {
    cwd: at(where),
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as ConfigReport;
};

/** A folder of two agencies' decisions, each published a working day late, with a configuration. */
const office = async (name: string, config: string): Promise<void> => {
  await write(
    `${name}/台账.csv`,
    table(headers, decided(1, "2023-10-16", "甲局"), decided(2, "2023-10-16", "乙局")),
  );
  await write(`${name}/anjuan.config.yaml`, config);
};

describe("which configuration is used", () => {
  it("that of the working folder, else the nearest above it", async () => {
    await office("near", "rules: { publicity/decision-published-in-time: { limit: 8 } }");
    await mkdir(at("near/年度/案件"), { recursive: true });
    await cp(at("near/台账.csv"), at("near/年度/案件/台账.csv"));
    expect((await audit("near/年度/案件", ...published)).result.findings).toEqual([]);
    expect((await print("near/年度/案件")).file).toBe("../../anjuan.config.yaml");
  });

  it("that of -c, and none other", async () => {
    await office("asked", "rules: { publicity/decision-published-in-time: { limit: 8 } }");
    const other = await write("elsewhere/own.yaml", "");
    const { result, stderr } = await audit("asked", ...published, "-c", other, "--verbose");
    expect(result.findings).toHaveLength(2);
    expect(stderr).toContain("使用配置 ../elsewhere/own.yaml");
  });

  it("2: one that is not there", async () => {
    const { status, stderr } = await audit("asked", "-c", "nowhere.yaml");
    expect(stderr).toContain("nowhere.yaml");
    expect(status).toBe(2);
  });

  it("2: one with mistakes, all of them named in the language of the run", async () => {
    await office("wrong", "preset: [hebei]\nrules: { publicity/decison-published: off }\n");
    const { status, stderr, result } = await audit("wrong");
    expect(stderr).toContain("anjuan.config.yaml:1:1 不认识的键“preset” 是不是“presets”？");
    expect(stderr).toContain("anjuan.config.yaml:2:10 没有规则“publicity/decison-published”");
    expect(result).toEqual({});
    expect(status).toBe(2);
    for (const command of [["inspect"], ["rules", "list"], ["config", "print"]]) {
      const ran = await anjuan([...command, "--lang", "en"], { cwd: at("wrong") });
      expect(ran.stderr).toContain('1:1 unknown key "preset" did you mean "presets"?');
      expect(ran.status).toBe(2);
    }
  });

  it.each([
    ["not in UTF-8", Buffer.from([0x23, 0xb0, 0xa1]), "不是 UTF-8"],
    ["not YAML", Buffer.from("a: [1"), ":1:"],
    ["a star without quotes", Buffer.from("rules:\n  *: off"), ":2:3 "],
  ])("2: one that is %s", async (_, content, said) => {
    await mkdir(at("bytes"), { recursive: true });
    await writeFile(at("bytes/anjuan.config.yaml"), content);
    const { status, stderr } = await anjuan(["rules", "list"], { cwd: at("bytes") });
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });
});

describe("what a configuration changes", () => {
  it("params; -p goes before them", async () => {
    await office("params", "params: { publicity/decision-published-in-time.limit: 8 }");
    expect((await audit("params", ...published)).result.findings).toEqual([]);
    const limit = ["-p", "publicity/decision-published-in-time.limit=7"];
    expect((await audit("params", ...published, ...limit)).result.findings).toHaveLength(2);
  });

  it("rules: off, and another severity, also where they are listed", async () => {
    await office(
      "rules",
      "rules:\n  publicity/*: off\n  publicity/decision-published-in-time: { severity: info }\n",
    );
    const { result, status } = await audit("rules", "--only", "publicity/*");
    expect(result.rules.map(({ id, severity }) => [id, severity])).toEqual([
      ["publicity/decision-published-in-time", "info"],
    ]);
    expect(result.findings.map(({ severity }) => severity)).toEqual(["info", "info"]);
    expect(status).toBe(0);
    const { stdout } = await anjuan(["rules", "list"], { cwd: at("rules") });
    expect(stdout).toMatch(/publicity\/decision-published +停用/);
    expect(stdout).toMatch(/publicity\/decision-published-in-time +提示/);
    const json = await anjuan(["rules", "list", "-f", "json"], { cwd: at("rules") });
    const { rules } = JSON.parse(json.stdout) as { rules: { id: string; off?: boolean }[] };
    expect(rules.filter(({ off }) => off).map(({ id }) => id)).toContain(
      "publicity/identity-shown",
    );
    const shown = ["rules", "show", "publicity/identity-shown"];
    expect((await anjuan(shown, { cwd: at("rules") })).stdout).toContain("停用");
    const tested = ["rules", "test", "--only", "publicity/identity-shown"];
    expect((await anjuan(tested, { cwd: at("rules") })).stdout).toContain("示例 0 个");
  });

  it("rules: no severity above what the article's mark allows", async () => {
    await office("capped", "rules: { personnel/training-hours: { severity: error } }");
    const { rules } = await print("capped");
    expect(rules).toMatchObject([{ listed: "warning", severity: "warning", line: 1 }]);
  });

  it("rules: 2 where none is left", async () => {
    await office("none", 'rules: { "*": off }');
    expect((await audit("none")).status).toBe(2);
  });

  it("agencies: for their own cases alone", async () => {
    await office(
      "agencies",
      "agencies:\n  甲 局: { rules: { publicity/decision-published-in-time: { limit: 8 } } }\n" +
        "  丙局: { rules: { publicity/*: off } }",
    );
    const { result } = await audit("agencies", ...published);
    expect(result.findings.map(({ subject }) => subject.id)).toEqual(["甲罚〔2023〕2号"]);
    const { outcomes } = result.rules[0]!;
    expect(outcomes).toMatchObject({ pass: 1, fail: 1 });
  });

  it("sector: for agencies whose names tell none, and for one agency whatever its name", async () => {
    await office("sector", "sector: market-supervision\nagencies: { 乙局: { sector: water } }");
    const { stdout } = await anjuan(["inspect", "--fields", "-f", "json"], { cwd: at("sector") });
    const { cases } = JSON.parse(stdout) as {
      cases: { fields: Record<string, { value: unknown }> }[];
    };
    expect(cases.map(({ fields }) => fields["sector"]?.value)).toEqual([
      "market-supervision",
      "water",
    ]);
  });

  it("headers: also for inspect", async () => {
    const rows = [
      ["案号", "当事人", "文书流水", "处罚决定日期", "公示日期"],
      ["甲立〔2023〕1号", "某商店", "甲罚〔2023〕1号", "2023-09-28", "2023-10-16"],
    ];
    await write("headers/台账.csv", table(...rows));
    await write("headers/anjuan.config.yaml", "headers: { 文书流水: decision.number }");
    const { stdout } = await anjuan(["inspect"], { cwd: at("headers") });
    expect(stdout).toContain("文书流水 → 决定书文号（decision.number）");
    expect((await audit("headers")).result.cases.map(({ id }) => id)).toEqual(["甲罚〔2023〕1号"]);
  });

  it("holidays: single days, and years that nobody knows yet", async () => {
    await office("holidays", "holidays: { off: [2023-10-12] }");
    expect((await audit("holidays", ...published)).result.findings).toEqual([]);
    const later = table(headers, [
      ...["甲立〔2030〕1号", "某商店", "甲罚〔2030〕1号"],
      ...["2030-03-04", "2030-03-20", "甲局"],
    ]);
    await write("later/台账.csv", later);
    const asOf = ["--as-of", "2030-06-30"];
    const { result } = await audit("later", ...published, ...asOf);
    expect(result.reviews[0]?.missing).toContain("calendar:2030");
    const years = [2027, 2028, 2029, 2030];
    const config = `holidays: { off: [2030-03-05], years: [${years.join(", ")}] }`;
    await write("later/anjuan.config.yaml", config);
    const known = (await audit("later", ...published, ...asOf)).result;
    expect(known.findings[0]?.facts).toMatchObject({ workingDays: 11 });
  });

  it("trust: whose word stands where sources differ", async () => {
    await office("trust", "");
    const other = table(headers, decided(1, "2023-10-10", "甲局"));
    await write("trust/双公示.csv", other);
    const reviewed = (await audit("trust", ...published)).result;
    expect(reviewed.reviews.map(({ subject }) => subject.id)).toEqual(["甲罚〔2023〕1号"]);
    await write("trust/anjuan.config.yaml", "trust: [双公示]");
    const { result } = await audit("trust", ...published);
    expect(result.findings.map(({ subject }) => subject.id)).toEqual(["甲罚〔2023〕2号"]);
    await write("trust/anjuan.config.yaml", "trust: [台账]");
    expect((await audit("trust", ...published)).result.findings).toHaveLength(2);
  });

  it("presets: of a place, with their articles in the finding", async () => {
    await write(
      "presets/培训台账（2024年）.csv",
      table(
        ["参训人员", "执法单位", "年度", "培训内容", "学时"],
        [...["周某某", "甲局", "2024", "行政处罚法", "20"]],
      ),
    );
    const hours = ["--only", "personnel/training-hours", "--as-of", "2026-01-10"];
    const before = (await audit("presets", ...hours)).result;
    expect(before.reviews[0]?.missing).toEqual(["param:personnel/training-hours.minimum"]);
    await write("presets/anjuan.config.yaml", "presets: [hebei]");
    const [finding] = (await audit("presets", ...hours)).result.findings;
    expect(finding).toMatchObject({ severity: "warning", facts: { hours: 20, required: 30 } });
    expect(finding?.basis.map(({ instrument }) => instrument)).toContain("冀政办字〔2023〕129号");
    await write(
      "presets/anjuan.config.yaml",
      "presets: [hebei]\nagencies: { 甲局: { rules: { personnel/training-hours: { minimum: 20 } } } }",
    );
    expect((await audit("presets", ...hours)).result.findings).toEqual([]);
  });

  it("nothing where the rules that it names are left out with --no-builtin", async () => {
    await office("own", "rules: { publicity/*: off }");
    const rule = path.join(root, "rules/service/served-in-time.yaml");
    const { status } = await audit("own", "--no-builtin", "-r", rule);
    expect(status).toBe(0);
  });
});

describe("config print", () => {
  it("says of each parameter what it is and what sets it", async () => {
    await office(
      "print",
      "presets: [xingtai]\nsector: water\nparams:\n  hearing.fine.citizen: 3000\n" +
        "agencies: { 甲局: { params: { major.fine.citizen: 1 } } }\n",
    );
    const report = await print("print", "-p", "major.fine.organisation=9");
    const found = (key: string) => report.parameters.find((one) => one.key === key);
    expect(report).toMatchObject({ schema: "anjuan.config/1", file: "anjuan.config.yaml" });
    expect(found("hearing.fine.citizen")).toMatchObject({
      ...{ value: 3000, unit: "yuan", title: { zh: "应当告知听证权利的罚款起点（公民）" } },
      from: { by: "config", line: 4 },
    });
    expect(found("major.fine.organisation")?.from).toEqual({ by: "option" });
    expect(found("personnel/exam-coverage.share")).toMatchObject({
      ...{ value: 0.6, from: { by: "preset", preset: "xingtai", from: "2024-01-01" } },
    });
    expect(found("hearing.fine.organisation")?.from).toMatchObject({ preset: "water" });
    expect(found("service/served-in-time.limit")).toMatchObject({ from: { by: "national" } });
    expect(found("major.fine.citizen")).toMatchObject({ value: null, from: { by: "unset" } });
    expect(report.agencies[0]).toMatchObject({
      ...{ name: "甲局", line: 5, sector: "water" },
      parameters: [{ key: "major.fine.citizen", value: 1, from: { by: "config", line: 5 } }],
    });
  });

  it("takes the example of the page that explains it", async () => {
    const page = await readFile(path.join(root, "README.md"), "utf8");
    const [, example] = /## 配置[^]*?```yaml\n([^]*?)```/.exec(page) ?? [];
    await write("page/anjuan.config.yaml", example!);
    const report = await print("page");
    expect(report.presets.map(({ id }) => id)).toContain("xingtai");
    expect(report.agencies[0]?.sector).toBe("tourism");
  });

  it("says so where there is none", async () => {
    await mkdir(at("bare"));
    const { stdout } = await anjuan(["config", "print", "--lang", "en"], { cwd: at("bare") });
    expect(stdout).toContain("there is no configuration");
    expect(stdout).toContain("service/served-in-time.limit = 7 working days");
  });
});

describe("init", () => {
  const demo = path.join(root, "fixtures/demo");
  const audited = ["audit", ".", "--as-of", "2024-04-15", "-f", "json"];
  let written: string;

  beforeAll(async () => {
    await cp(demo, at("demo"), { recursive: true });
    const { status, stdout } = await anjuan(["init", at("demo"), "--as-of", "2024-04-15"]);
    expect(stdout).toContain("anjuan.config.yaml");
    expect(status).toBe(0);
    written = await readFile(at("demo/anjuan.config.yaml"), "utf8");
  });

  it("writes what was found, what applies, what is asked for and what was not understood", () => {
    expect(written).toContain("栖霁区市场监督管理局：70 件，market-supervision（市场监督管理）");
    expect(written).toMatch(/^ {2}# major\.fine\.organisation: .*元/m);
    expect(written).toMatch(/^ {2}# 平台推送批次: .*BW3$/m);
    expect(written).toContain("xingtai  邢台市");
  });

  it("gives the same findings as without", async () => {
    const [with_, without] = await Promise.all(
      [at("demo"), demo].map(async (cwd) => {
        const { stdout, stderr } = await anjuan(audited, { cwd });
        expect(stderr).toBe("");
        return JSON.parse(stdout) as WrittenResult;
      }),
    );
    expect(with_?.findings).toEqual(without?.findings);
    expect(with_?.reviews).toEqual(without?.reviews);
  });

  it("loads with its examples taken in, and refuses figures and fields left out", async () => {
    const free = written.replaceAll(/^ {2}# /gm, "  ").replace(/^# sector/m, "sector");
    await write("free/anjuan.config.yaml", free);
    const refused = await anjuan(["config", "print"], { cwd: at("free") });
    const lines = refused.stderr.split("\n").filter((line) => line.startsWith("anjuan.config"));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toContain("不能为空");
    const filled = free
      .replaceAll(/^( {2}[\w./-]+(?:fine|limit)[\w.]*):(?= {3}#)/gm, "$1: 10")
      .replace("平台推送批次:", "平台推送批次: row.technical");
    await write("free/anjuan.config.yaml", filled);
    const { stderr, stdout } = await anjuan(["config", "print"], { cwd: at("free") });
    expect(stderr).toBe("");
    expect(stdout).toContain("major.fine.organisation = 10 元");
  });

  it("never writes over a configuration", async () => {
    const { status, stderr } = await anjuan(["init", at("demo")]);
    expect(stderr).toContain("已经有了");
    expect(status).toBe(2);
    expect(await readFile(at("demo/anjuan.config.yaml"), "utf8")).toBe(written);
  });

  it("speaks English, and takes names for text whatever they are made of", async () => {
    const rows = [
      ["案号", "当事人", "处罚决定书文号", "处罚决定日期", '"a: [b] #c"', "推送 状态"],
      ["甲立〔2023〕1号", "某商店", "甲罚〔2023〕1号", "2023-09-28", "x", "y"],
    ];
    await write("names/台账.csv", table(...rows));
    await anjuan(["init", "--lang", "en"], { cwd: at("names") });
    const config = await readFile(at("names/anjuan.config.yaml"), "utf8");
    expect(config).toContain("the name tells no sector");
    const field = config
      .replace(/^ {2}# ("a:.*"):/m, "  $1: row.technical")
      .replace(/^ {2}# 推送状态:/m, "  推送状态: row.technical");
    await write("names/anjuan.config.yaml", field);
    const { headers: extra } = await print("names");
    expect(extra.map(({ header }) => header)).toEqual(["a:[b]#c", "推送状态"]);
    const { stdout } = await anjuan(["inspect"], { cwd: at("names") });
    expect(stdout).not.toContain("未对应");
  });
});
