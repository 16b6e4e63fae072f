import { spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WrittenResult } from "../model/audit-result.js";
import { zipOf } from "../read/files.fixture.js";
import { anjuan, root } from "./command.fixture.js";

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "案卷 测试-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const headers = ["案号", "当事人", "处罚决定书文号", "处罚决定日期", "公示日期", "罚款金额"];

/** A ledger of one sheet below a folder of the test's own. */
const ledger = async (name: string, rows: readonly (readonly (string | number)[])[]) => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("案件").addRows([headers, ...rows]);
  await mkdir(path.dirname(at(name)), { recursive: true });
  await book.xlsx.writeFile(at(name));
};

const late = [
  "甲市监立〔2023〕9号",
  "某商店",
  "甲市监罚〔2023〕12号",
  "2023-09-28",
  "2023-10-16",
  500,
];
const inTime = [
  "甲市监立〔2023〕8号",
  "某商店",
  "甲市监罚〔2023〕11号",
  "2023-09-28",
  "2023-10-13",
  500,
];
const only = ["--only", "publicity/decision-published-in-time"];
const day = ["--as-of", "2024-06-30"];

const json = async (
  ...args: string[]
): Promise<{ status: number | null; result: WrittenResult }> => {
  const { status, stdout, stderr } = await anjuan(["audit", ...args, "-f", "json"]);
  expect(stderr).toBe("");
  return { status, result: JSON.parse(stdout) as WrittenResult };
};

describe("exit status", () => {
  it("0: nothing at or above --fail-on", async () => {
    await ledger("good/台账.xlsx", [inTime]);
    const { status, result } = await json(at("good"), ...only, ...day);
    expect(result.findings).toEqual([]);
    expect(status).toBe(0);
  });

  it("1: findings; never with --fail-on never", async () => {
    await ledger("late/台账.xlsx", [late, inTime]);
    const { status, result } = await json(at("late"), ...only, ...day);
    expect(status).toBe(1);
    expect(result.findings).toMatchObject([
      {
        rule: "publicity/decision-published-in-time",
        severity: "error",
        subject: { scope: "case", id: "甲市监罚〔2023〕12号" },
        facts: { workingDays: 8, limit: 7 },
        evidence: [
          {
            field: "decision.date",
            value: "2023-09-28",
            file: "台账.xlsx",
            sheet: "案件",
            cell: "D2",
          },
          { field: "publicity.publishedOn", value: "2023-10-16", cell: "E2" },
        ],
      },
    ]);
    expect((await json(at("late"), ...only, ...day, "--fail-on", "never")).status).toBe(0);
  });

  it.each([
    ["a missing path", ["audit", "no-such-folder"], "no-such-folder"],
    ["an unknown option", ["audit", ".", "--frobnicate"], "--frobnicate"],
    ["a bad day", ["audit", ".", "--as-of", "2024-02-30"], "2024-02-30"],
    ["a bad format", ["audit", ".", "-f", "yaml"], "yaml"],
    ["a language nobody speaks", ["audit", ".", "--lang", "fr"], "zh, en"],
    ["a bad level", ["audit", ".", "--fail-on", "fatal"], "fatal"],
    ["a bad output", ["audit", ".", "-o", "x.pdf"], "x.pdf"],
    ["an output nobody can write", ["audit", ".", "-o", "/dev/null/x.json"], "x.json"],
    ["a parameter without value", ["audit", ".", "-p", "limit"], "limit"],
    [
      "an unknown parameter",
      ["audit", ".", "-p", "hearing.fine.organization=5"],
      "hearing.fine.organisation",
    ],
    ["a value of the wrong kind", ["audit", ".", "-p", "hearing.fine.citizen=many"], "many"],
    ["a rule that is not there", ["audit", ".", "--only", "publicty/*"], "publicty"],
    ["--skip that leaves no rule", ["audit", ".", "--skip", "*"], "--skip"],
    [
      "--only and --skip that leave no rule",
      ["audit", ".", "--only", "publicity/*", "--skip", "publicity/*"],
      "--only",
    ],
    ["no rules", ["audit", ".", "--no-builtin"], "--no-builtin"],
    ["rule files that are not there", ["audit", ".", "-r", "no-rules"], "no-rules"],
    ["no command that exists", ["adit"], "adit"],
  ])("2: %s", async (_, args, named) => {
    const { status, stdout, stderr } = await anjuan(args, { cwd: folder });
    expect(stderr).toContain(named);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("2: nothing recognised, saying what was looked at", async () => {
    await mkdir(at("nothing"));
    expect((await anjuan(["audit", at("nothing")])).status).toBe(2);
    await writeFile(at("nothing", "说明.txt"), "没有表格");
    const { status, stderr } = await anjuan(["audit", at("nothing")]);
    expect(status).toBe(2);
    expect(stderr).toContain("说明.txt");
  });

  it("2: a broken rule file, with line, column and the nearest name", async () => {
    await ledger("rules-broken/台账.xlsx", [inTime]);
    const rule = await readFile(
      path.join(root, "rules/publicity/decision-published-in-time.yaml"),
      "utf8",
    );
    await writeFile(
      at("bad.yaml"),
      rule.replaceAll("case.publicity.publishedOn", "case.publicity.publishdOn"),
    );
    const { status, stderr } = await anjuan([
      "audit",
      at("rules-broken"),
      "--no-builtin",
      "-r",
      at("bad.yaml"),
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/bad\.yaml:\d+:\d+ .*publishdOn.*publishedOn/);
  });

  it("2: what is wrong with a rule file is said in the language of the run", async () => {
    const rule = await readFile(
      path.join(root, "rules/publicity/decision-published-in-time.yaml"),
      "utf8",
    );
    const wrong = rule.replace(/^applies: [^]*?\n(?=\S)/m, "applies: case.decision.date > 3\n");
    await writeFile(at("wrong-kind.yaml"), wrong.replace("from: 2018-12-05", "from: 2018-02-30"));
    await writeFile(at("wrong-operator.yaml"), wrong);
    await writeFile(at("wrong-example.yaml"), rule.replace("publishedOn: 20", "publishdOn: 20"));
    const args = ["audit", folder, "--no-builtin", "-r"];
    const files = ["wrong-kind.yaml", "wrong-operator.yaml", "wrong-example.yaml"];
    const chinese = await anjuan([...args, ...files.map((name) => at(name))]);
    expect(chinese.status).toBe(2);
    expect(chinese.stderr).toMatch(/wrong-kind\.yaml:\d+:\d+ 不是日期/);
    expect(chinese.stderr).toMatch(/wrong-operator\.yaml:\d+:10 这两种值不能.*Date > int/);
    expect(chinese.stderr).toMatch(/wrong-example\.yaml:\d+:\d+ 案卷里没有字段.*publishedOn/);
    const english = await anjuan([...args, at("wrong-operator.yaml"), "--lang", "en"]);
    expect(english.stderr).toContain("cannot be compared");
  });

  it("3: an unread input is named with its reason, the rest audited; 3 goes before 1", async () => {
    await ledger("some/台账.xlsx", [late]);
    await writeFile(at("some", "坏.xlsx"), "PK\u0003\u0004 not a workbook");
    await writeFile(at("some", "空.csv"), "");
    const { status, result } = await json(at("some"), ...only, ...day);
    expect(status).toBe(3);
    expect(result.findings).toHaveLength(1);
    const unread = result.run.inputs.filter((input) => input.status === "unread");
    expect(unread.map(({ file, reason }) => [file, reason])).toEqual([
      ["坏.xlsx", "file-broken"],
      ["空.csv", "file-empty"],
    ]);
    expect(result.diagnostics.filter(({ code }) => code === "file-unread")).toHaveLength(2);
  });

  it("3: with -f none, too, unread inputs are named with their reasons, on standard error", async () => {
    await ledger("silent/台账.xlsx", [late]);
    await writeFile(at("silent", "坏.xlsx"), "PK\u0003\u0004 not a workbook");
    await writeFile(at("silent", "空.csv"), "");
    const args = ["audit", at("silent"), ...only, ...day, "-f", "none", "--quiet"];
    const { status, stdout, stderr } = await anjuan(args);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toEqual([
      "没有读成 坏.xlsx：文件已损坏",
      "没有读成 空.csv：文件是空的",
    ]);
    expect(status).toBe(3);
  });

  it("3: a NUL in a CSV is named with its line and byte", async () => {
    await ledger("nul/台账.xlsx", [late]);
    await writeFile(at("nul", "导出.csv"), "a,b\n1,\0\n");
    const args = ["audit", at("nul"), ...only, ...day];
    const { status, stdout } = await anjuan(args);
    expect(stdout).toContain("导出.csv · 不是文本文件：第2行有空字符（从头数第7个字节）");
    expect(status).toBe(3);
    const { result } = await json(at("nul"), ...only, ...day);
    expect(result.diagnostics.map(({ message }) => message).join()).toContain("第2行");
  });

  it("2: only tables of a kind that is not read, with advice", async () => {
    await mkdir(at("later"), { recursive: true });
    const parts = { "[Content_Types].xml": "", "xl/workbook.bin": "" };
    await writeFile(at("later", "台账.xlsb"), zipOf(parts));
    const { status, stderr } = await anjuan(["audit", at("later")]);
    expect(stderr).toContain("另存为 .xlsx");
    expect(status).toBe(2);
  });

  it("130: an interrupt leaves no half-written file", async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [
      `甲市监立〔2023〕${i}号`,
      ...late.slice(1),
    ]);
    await mkdir(at("big"));
    await writeFile(
      at("big", "台账.csv"),
      [headers, ...rows].map((row) => row.join(",")).join("\n"),
    );
    const child = spawn(process.execPath, [
      path.join(root, "bin/anjuan.js"),
      ...["audit", at("big"), "-o", at("big", "out.json"), "-f", "none", "--verbose"],
    ]);
    child.stderr.once("data", () => child.kill("SIGINT"));
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(130);
    expect(await readdir(at("big"))).toEqual(["台账.csv"]);
  });
});

describe("a reader that closes the pipe", () => {
  const shell = (command: string): Promise<{ stderr: string; status: number | null }> =>
    new Promise((resolve) => {
      const child = spawn("bash", ["-c", `set -o pipefail; ${command}`], {
        cwd: root,
        env: { ...process.env, NODE: process.execPath, WHERE: folder },
      });
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      child.on("close", (status) => resolve({ stderr, status }));
    });

  it.each([
    ["the first line", '"$NODE" bin/anjuan.js audit "$WHERE/pipe" | head -1'],
    ["nothing", '"$NODE" bin/anjuan.js audit "$WHERE/pipe" -f json | true'],
    ["no help", '"$NODE" bin/anjuan.js audit --help | true'],
    ["no progress", '"$NODE" bin/anjuan.js audit "$WHERE/pipe" --verbose 2>&1 >/dev/null | true'],
  ])("reading %s ends it quietly, with the status of the audit", async (_, command) => {
    await ledger("pipe/台账.xlsx", [late]);
    const { stderr, status } = await shell(command);
    expect(stderr).toBe("");
    expect(status).toBe(command.includes("--help") ? 0 : 1);
  });
});

describe("cells that cannot be understood", () => {
  it("are named, kept as text, and their field is unknown", async () => {
    await ledger("cells/台账.xlsx", [
      [
        "甲市监立〔2023〕7号",
        "某商店",
        "甲市监罚〔2023〕10号",
        "2023年13月5日",
        "2023-10-16",
        "叁佰万兀",
      ],
    ]);
    const { result } = await json(at("cells"), ...only, ...day);
    expect(result.findings).toEqual([]);
    expect(result.reviews).toMatchObject([{ missing: ["decision.date"] }]);
    const named = result.diagnostics.filter(({ code }) => code === "cell-not-understood");
    expect(named.map(({ cell }) => cell)).toEqual(["D2", "F2"]);
    expect(named.map(({ message }) => message).join()).toMatch(/2023年13月5日.*叁佰万兀/);
  });
});

describe("the same input gives the same bytes", () => {
  it("in another folder, another time zone, with one job, on another run", async () => {
    await ledger("same/一/台账.xlsx", [late]);
    await ledger("same/二/台账.xlsx", [inTime]);
    await cp(at("same"), at("elsewhere"), { recursive: true });
    const audit = (where: string, env: Record<string, string>, ...more: string[]) =>
      anjuan(["audit", at(where), ...day, "-f", "json", ...more], { env });
    const runs = await Promise.all([
      audit("same", { TZ: "Asia/Shanghai" }),
      audit("same", { TZ: "America/Los_Angeles" }),
      audit("elsewhere", { TZ: "Pacific/Kiritimati" }, "--jobs", "1"),
    ]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(runs[0]?.stdout).not.toContain(folder);
  });
});

describe("no network", () => {
  it("opens no socket and looks up no name", async () => {
    await ledger("net/台账.xlsx", [late]);
    const guard = at("guard.mjs");
    await writeFile(
      guard,
      `import net from "node:net"; import dns from "node:dns"; import dgram from "node:dgram";
       const stop = (what) => () => { process.stderr.write("NETWORK " + what); process.exit(99); };
       net.Socket.prototype.connect = stop("connect"); dns.lookup = stop("lookup");
       dgram.createSocket = stop("udp"); globalThis.fetch = stop("fetch");`,
    );
    const { status, stderr } = await anjuan(
      ["audit", at("net"), ...day, "-o", at("net.xlsx"), "-o", at("net.json")],
      { node: ["--import", guard] },
    );
    expect(stderr).not.toContain("NETWORK");
    expect(status).toBe(1);
  });
});

describe("output files", () => {
  it("are written whole, and a failed audit leaves the old one", async () => {
    await ledger("out/台账.xlsx", [late]);
    await writeFile(at("old.json"), "old");
    await anjuan(["audit", "no-such-folder", "-o", at("old.json")]);
    expect(await readFile(at("old.json"), "utf8")).toBe("old");
    await anjuan(["audit", at("out"), ...day, "-o", at("old.json"), "-f", "none"]);
    expect(JSON.parse(await readFile(at("old.json"), "utf8"))).toMatchObject({
      schema: "anjuan.audit/1",
    });
  });

  it("of an earlier run are not read as input", async () => {
    await ledger("again/台账.xlsx", [late]);
    const first = await anjuan([
      "audit",
      at("again"),
      ...day,
      "-f",
      "json",
      "-o",
      at("again", "结果.xlsx"),
      "-o",
      at("again", "结果.json"),
    ]);
    const second = await json(at("again"), ...day);
    expect(second.result.findings).toEqual((JSON.parse(first.stdout) as WrittenResult).findings);
    const ignored = second.result.run.inputs.filter(({ status }) => status === "ignored");
    expect(ignored.map(({ file, reason }) => [file, reason])).toEqual([
      ["结果.json", "own-output"],
      ["结果.xlsx", "own-output"],
    ]);
  });
});

describe("paths behind options that take several values", () => {
  it.each([
    ["--only 'publicity/*' folder", (dir: string) => ["--only", "publicity/*", dir]],
    ["folder --only 'publicity/*'", (dir: string) => [dir, "--only", "publicity/*"]],
    ["--skip 'document/*' folder", (dir: string) => ["--skip", "document/*", dir]],
  ])("%s", async (_, args) => {
    await ledger("tangled/台账.xlsx", [late]);
    const { result } = await json(...args(at("tangled")), ...day);
    expect(result.findings.map(({ rule }) => rule)).toContain(
      "publicity/decision-published-in-time",
    );
  });

  it("-r rule.yaml folder", async () => {
    await ledger("tangled-rules/台账.xlsx", [late]);
    const rule = path.join(root, "rules/publicity/decision-published-in-time.yaml");
    const { result } = await json("--no-builtin", "-r", rule, at("tangled-rules"), ...day);
    expect(result.run.rules).toBe(1);
    expect(result.findings).toHaveLength(1);
  });
});

describe("patterns", () => {
  it("are written out where the shell did not, and a name with such characters is a name", async () => {
    await ledger("patterns/[1]台账.xlsx", [late]);
    await ledger("patterns/二/台账.xlsx", [inTime]);
    const both = await json(`${at("patterns")}/**/*台账.xlsx`, ...only, ...day);
    expect(both.result.run.inputs.map(({ file }) => file)).toEqual([
      "[1]台账.xlsx",
      "二/台账.xlsx",
    ]);
    const one = await json(at("patterns", "[1]台账.xlsx"), ...only, ...day);
    expect(one.result.run.inputs.map(({ file }) => file)).toEqual(["[1]台账.xlsx"]);
    expect((await anjuan(["audit", `${at("patterns")}/*.xls`])).status).toBe(2);
  });
});

describe("language", () => {
  it("follows --lang, else the environment, else Chinese", async () => {
    await ledger("lang/台账.xlsx", [late]);
    const args = ["audit", at("lang"), ...only, ...day];
    expect((await anjuan([...args, "--lang", "en"])).stdout).toContain("working days");
    expect((await anjuan(args, { env: { LANG: "en_US.UTF-8" } })).stdout).toContain("working days");
    expect((await anjuan(args, { env: { LANG: "C" } })).stdout).toContain("个工作日");
  });
});

describe("inspect", () => {
  it("shows sheets, columns, what was not mapped, and cases", async () => {
    await ledger("inspect/台账.xlsx", [late]);
    const { status, stdout } = await anjuan(["inspect", at("inspect"), "-f", "json", "--fields"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "anjuan.inspect/1",
      sheets: [
        {
          file: "台账.xlsx",
          sheet: "案件",
          kind: "penalty-ledger",
          headerRows: [1],
          rows: 1,
          columns: expect.arrayContaining([
            { cell: "D1", header: "处罚决定日期", field: "decision.date", match: "canonical" },
          ]) as unknown,
        },
      ],
      cases: [
        {
          id: "甲市监罚〔2023〕12号",
          numbers: ["甲市监罚〔2023〕12号", "甲市监立〔2023〕9号"],
          fields: { "decision.date": { status: "known", value: "2023-09-28" } },
        },
      ],
    });
  });

  it("speaks of the files' state in words", async () => {
    await ledger("inspect-words/台账.xlsx", [late]);
    await writeFile(at("inspect-words", "说明.html"), "<p>没有表格</p>");
    const { stdout } = await anjuan(["inspect", at("inspect-words")]);
    expect(stdout).toMatch(/已读取 台账\.xlsx/);
    expect(stdout).toMatch(/略过 说明\.html（不属于评查读取的文件类型）/);
  });

  it("says 3 for a broken file", async () => {
    await mkdir(at("inspect-broken"));
    await writeFile(at("inspect-broken", "坏.xlsx"), "PK\u0003\u0004");
    expect((await anjuan(["inspect", at("inspect-broken")])).status).toBe(3);
  });
});

describe("rules", () => {
  it("list -f json gives each rule with area, basis and examples", async () => {
    const { status, stdout } = await anjuan(["rules", "list", "-f", "json"]);
    expect(status).toBe(0);
    const { rules } = JSON.parse(stdout) as {
      rules: { id: string; area: string; basis: unknown[] }[];
    };
    expect(rules.length).toBeGreaterThanOrEqual(31);
    for (const { id, area, basis } of rules) {
      expect(id.startsWith(`${area}/`)).toBe(true);
      expect(basis).not.toEqual([]);
    }
  });

  it("show prints one whole", async () => {
    const { stdout } = await anjuan(["rules", "show", "publicity/decision-published-in-time"]);
    expect(stdout).toMatch(/国办发〔2018〕118号[\s\S]*workingDays/);
    expect(stdout).not.toContain("(working-day)");
  });

  it("test says 1 for an example that does not hold", async () => {
    const rule = await readFile(
      path.join(root, "rules/publicity/decision-published-in-time.yaml"),
      "utf8",
    );
    await writeFile(
      at("wrong.yaml"),
      rule.replace("publishedOn: 2023-10-13", "publishedOn: 2023-10-30"),
    );
    const { status, stdout } = await anjuan([
      "rules",
      "test",
      "--no-builtin",
      "-r",
      at("wrong.yaml"),
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain("✖");
  });
});

describe("--help", () => {
  it("loads none of the heavy libraries", async () => {
    const loader = at("trace.mjs");
    await writeFile(
      loader,
      `import { register } from "node:module";
       register("data:text/javascript," + encodeURIComponent('export const resolve = async (s, c, n) => { if (/exceljs|hucre|zod|cel-js|yaml|papaparse/.test(s)) process._rawDebug("HEAVY " + s); return n(s, c); }'));`,
    );
    const { status, stdout, stderr } = await anjuan(["--help"], { node: ["--import", loader] });
    expect(status).toBe(0);
    expect(stdout).toContain("audit");
    expect(stderr).not.toContain("HEAVY");
  });
});

describe.skipIf(process.getuid?.() === 0)("permissions", () => {
  it("a file that may not be read is named, the rest audited", async () => {
    await ledger("secret/台账.xlsx", [late]);
    await ledger("secret/密.xlsx", [late]);
    await chmod(at("secret", "密.xlsx"), 0);
    expect((await json(at("secret"), ...day)).status).toBe(3);
  });
});

describe.skipIf(process.platform !== "linux")("what cannot be written", () => {
  const run = (command: string): Promise<{ status: number | null; stderr: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn("sh", ["-c", command], {
        cwd: root,
        env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "" },
      });
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
      child.on("error", reject);
      child.on("close", (status) => {
        resolve({ status, stderr });
      });
    });

  it("is told as such, and is no defect of the program", async () => {
    const { status, stderr } = await run("node bin/anjuan.js rules list > /dev/full");
    expect(status).toBe(74);
    expect(stderr).toContain("标准输出不能写入（ENOSPC）");
    expect(stderr).toContain("请这样做");
    expect(stderr).not.toContain("缺陷");
  });
});
