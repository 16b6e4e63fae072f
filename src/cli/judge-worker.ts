import { parentPort, workerData } from "node:worker_threads";
import { CivilDate } from "../values/civil-date.js";
import { Judge } from "../judge/judge.js";
import { fingerprintOfInputs, sharesOf, type HelperResult, type Order } from "./judge-together.js";
import { chooseRules } from "./load-book.js";
import { gatherFor, runSettingsOf } from "./run-audit.js";

/** The memory of all figures in the notes, which is handed over rather than copied. */
const buffersIn = (value: unknown): ArrayBuffer[] => {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== "object" || value === null) return [];
  if (value instanceof Map) return [...value.values()].flatMap(buffersIn);
  return Object.values(value).flatMap(buffersIn);
};

/** A helping thread: reads the inputs, judges the cases that it gets hold of, and tells what it noted. */
const { rules, paths, asOf, lang, next } = workerData as Order;
const day = CivilDate.fromIso(asOf);
if (!day) throw new Error(`${asOf} is no day.`);
const chosen = await chooseRules(rules, lang, { withoutExamples: true });
const gathered = await gatherFor({ paths, lang, jobs: 1 }, chosen);
const settings = await runSettingsOf(chosen, gathered, { asOf: day, lang });
const judge = new Judge(gathered.cases, chosen.setups.rules, settings);
for (const [from, to] of sharesOf(next, gathered.cases.length)) {
  for (const step of judge.hold(from, to)) void step;
}
const result: HelperResult = {
  read: fingerprintOfInputs(gathered),
  notes: judge.notes(),
  problems: gathered.problems.notes(),
};
const { reviews, cases, identities, checks } = result.notes;
parentPort?.postMessage(result, buffersIn([reviews.asked, cases, identities, checks]));
