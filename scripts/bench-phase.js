import { CivilDate } from "../dist/values/civil-date.js";
import { auditResult } from "../dist/cli/audit-result.js";
import { chooseRules } from "../dist/cli/load-book.js";
import { gatherFor, judgeGathered } from "../dist/cli/run-audit.js";
import { xlsx } from "../dist/report/xlsx.js";

/** One process of the benchmark: reads, judges, writes, up to the phase asked for; prints what it took. */
const [file = "", until = "write"] = process.argv.slice(2);
/** @type {Record<string, number>} */
const milliseconds = {};

const timed = async (phase, work) => {
  const start = performance.now();
  const result = await work();
  milliseconds[phase] = performance.now() - start;
  return result;
};

const chosen = await chooseRules({}, "zh", { withoutExamples: true });
const { rules } = chosen.setups;
const asOf = CivilDate.fromIso("2024-06-30");
if (!asOf) throw new Error("no day");

const gathered = await timed("read", () =>
  gatherFor({ paths: [file], lang: "zh", jobs: 1, progress: () => undefined }, chosen),
);
let outcomes = 0;
if (until !== "read") {
  const judgement = await timed("judge", () =>
    judgeGathered(chosen, gathered, { asOf, lang: "zh" }),
  );
  outcomes = rules.length * gathered.cases.length;
  if (until === "write") {
    const { inputs, diagnostics } = gathered;
    const result = auditResult({
      version: "0",
      asOf: asOf.iso,
      lang: "zh",
      rules,
      inputs,
      diagnostics,
      judgement,
    });
    await timed("write", () => xlsx(result, { lang: "zh" }));
  }
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds, outcomes, peakMegabytes }));
