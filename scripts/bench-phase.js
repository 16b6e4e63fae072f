import { CivilDate } from "../dist/values/civil-date.js";
import { auditResult } from "../dist/cli/audit-result.js";
import { chooseRules, mustHaveRules } from "../dist/cli/load-book.js";
import { gatherFor, judgeGathered } from "../dist/cli/run-audit.js";
import { xlsx } from "../dist/report/xlsx.js";

/** One process of the benchmark: reads, judges, writes, up to the phase asked for; prints what it took. */
const [file = "", until = "write"] = process.argv.slice(2);
const lang = "zh";
const asOf = CivilDate.fromIso("2024-06-30");
if (!asOf) throw new Error("no day");

/** By phase: time passed, and time of the processor, which other work on the machine lengthens less. */
/** @type {Record<string, { wall: number, cpu: number }>} */
const milliseconds = {};

const timed = async (phase, work) => {
  const start = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  milliseconds[phase] = { wall: performance.now() - start, cpu: (user + system) / 1000 };
  return result;
};

const chosen = await chooseRules({ config: null }, lang, { withoutExamples: true });
const rules = mustHaveRules(chosen, lang);
const gathered = await timed("read", () => gatherFor({ paths: [file], lang, jobs: 1 }, chosen));
let outcomes = 0;
if (until !== "read") {
  const judgement = await timed("judge", () => judgeGathered(chosen, gathered, { asOf, lang }));
  outcomes = rules.length * gathered.cases.length;
  if (until === "write") {
    const { inputs } = gathered;
    const diagnostics = gathered.diagnostics();
    const about = { version: "0", asOf: asOf.iso, lang, rules, inputs, diagnostics, judgement };
    await timed("write", () => xlsx(auditResult(about), { lang }));
  }
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, outcomes, peakMegabytes }));
