import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BenchmarkPlaces } from "../dist/assemble/benchmarks/benchmark-origin.js";
import { benchmarksIn } from "../dist/assemble/benchmarks/benchmarks-in.js";
import { BenchmarkShelf } from "../dist/assemble/benchmarks/join-benchmark.js";
import { CivilDate } from "../dist/values/civil-date.js";
import { chooseRules } from "../dist/cli/load-book.js";
import { gatherFor, judgeGathered } from "../dist/cli/run-audit.js";

/** One process of the benchmark: many cases against many rows of benchmark tables. Prints what each step took. */
const [cases = 50_000, rows = 2_000] = process.argv.slice(2).map(Number);
const lang = "zh";
const asOf = CivilDate.fromIso("2024-12-31");
if (!asOf) throw new Error("no day");

const tiers = ["从轻", "一般", "较重", "从重"];
const standards = [
  "处一万元以上三万元以下罚款",
  "处违法所得一倍以上二倍以下罚款",
  "处法定幅度50%以上70%以下罚款",
  "处七万元以上十万元以下罚款",
];
/** A fine in the range of each tier; one case of fifty has another's. */
const fines = [20_000, 30_000, 60_000, 80_000];
const items = Math.ceil(rows / tiers.length);
const acts = ["占用", "挖掘", "损坏", "污染", "遮挡"];
const places = ["城市道路", "公共绿地", "照明设施", "排水管网", "公交站点"];
const actOf = (item) => `未经批准${acts[item % 5]}${places[Math.floor(item / 5) % 5]}第${item}类`;
const codeOf = (item) => `CG${String(item).padStart(4, "0")}`;
const lawOf = (item) => `《某市条例》第${(item % 90) + 1}条`;

const table = () => {
  const head = "事项编码,违法行为,法定依据,法定幅度,裁量阶次,裁量标准,施行日期";
  const lines = Array.from({ length: items }, (_, item) =>
    tiers.map((tier, at) =>
      [
        ...[codeOf(item), actOf(item), lawOf(item), "处一万元以上十万元以下罚款"],
        ...[tier, standards[at], "2023-01-01"],
      ].join(","),
    ),
  );
  return [head, ...lines.flat()].join("\n");
};

/** A third of the cases each name the item by its code, by its name and by words near it. */
const ledger = () => {
  const head =
    "处罚决定书文号,处罚机关,当事人,当事人类型,执法事项,事项编码,处罚依据,裁量阶次,违法所得,处罚种类,罚款金额,处罚决定日期";
  const line = (_, n) => {
    const item = n % items;
    const words = n % 3 === 2 ? actOf(item).replace("未经批准", "未经批准的") : actOf(item);
    return [
      ...[`某城管罚〔2024〕${n + 1}号`, "某市城市管理局", `某商店${n}`, "法人", words],
      ...[n % 3 === 0 ? codeOf(item) : "", lawOf(item), tiers[n % 4], 20_000],
      ...["罚款", fines[(n + (n % 50 === 0 ? 1 : 0)) % 4], `2024-0${(n % 9) + 1}-15`],
    ].join(",");
  };
  return [head, ...Array.from({ length: cases }, line)].join("\n");
};

const timed = async (work) => {
  const start = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, wall: performance.now() - start, cpu: (user + system) / 1000 };
};

/** Reads the folder and judges its cases by the rules on discretion alone. */
const audit = async (folder) => {
  const only = ["discretion/*"];
  const chosen = await chooseRules({ config: null, only }, lang, { withoutExamples: true });
  const read = await timed(() => gatherFor({ paths: [folder], lang, jobs: 1 }, chosen));
  const judged = await timed(() => judgeGathered(chosen, read.result, { asOf, lang }));
  return { read, judged };
};

/** Finds each case's row and works its range out, without anything else. */
const match = async ({ result: { cases: files, tables } }) => {
  const values = [...files].map((file) => file.values);
  const found = tables.filter(({ kind }) => kind === "benchmark-table");
  return timed(() => {
    const shelf = new BenchmarkShelf(benchmarksIn(found).tables, new BenchmarkPlaces(found));
    return values.filter((one) => shelf.join(one)?.benchmark.found).length;
  });
};

const folder = mkdtempSync(path.join(tmpdir(), "anjuan-bench-benchmarks-"));
try {
  writeFileSync(path.join(folder, "台账.csv"), ledger());
  const without = await audit(folder);
  writeFileSync(path.join(folder, "某市裁量权基准.csv"), table());
  const against = await audit(folder);
  const matched = await match(against.read);
  const milliseconds = ({ wall, cpu }) => ({ wall: Math.round(wall), cpu: Math.round(cpu) });
  console.log(
    JSON.stringify({
      ...{ cases, rows: items * tiers.length, found: matched.result },
      matched: milliseconds(matched),
      ...{ read: milliseconds(against.read), judged: milliseconds(against.judged) },
      judgedWithoutBenchmark: milliseconds(without.judged),
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
