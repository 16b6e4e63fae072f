import { CivilDate } from "../dist/values/civil-date.js";
import { runAudit } from "../dist/cli/run-audit.js";

/** One whole audit in a process of its own, as the command runs it; prints what it took. */
const [file = ""] = process.argv.slice(2);
const asOf = CivilDate.fromIso("2024-06-30");
if (!asOf) throw new Error("no day");

const start = performance.now();
const { summary } = await runAudit({ paths: [file], asOf, lang: "zh", version: "0", config: null });
const seconds = (performance.now() - start) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, peakMegabytes, cases: summary.cases }));
