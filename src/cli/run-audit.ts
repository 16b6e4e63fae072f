import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { AuditResult, Lang } from "../model/audit-result.js";
import type { CivilDate } from "../values/civil-date.js";
import { judgeInSteps } from "../judge/judge.js";
import { text } from "../messages/text.js";
import { loadIndicators } from "../rules/indicator-book.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { auditResult } from "./audit-result.js";
import { UsageError } from "./exit.js";
import { gather, type Gathered } from "./gather.js";
import { chooseRules, type RuleOptions } from "./load-book.js";

export interface AuditRequest extends RuleOptions {
  paths: readonly string[];
  asOf: CivilDate;
  lang: Lang;
  version: string;
  jobs?: number;
  progress?: (done: number, all: number, file: string) => void;
}

/** Refuses to call an audit what looked at nothing: no table recognised, and nothing that was unread. */
const mustHaveInput = (
  { tables, inputs }: Gathered,
  lang: Lang,
  paths: readonly string[],
): void => {
  if (tables.length > 0 || inputs.some(({ status }) => status === "unread")) return;
  if (inputs.length === 0) {
    const cause = text(lang, "cli.emptyFolder", { path: paths.join(", ") });
    throw new UsageError(cause, text(lang, "cli.nothing.next"));
  }
  const shown = inputs.slice(0, 5).map(({ file }) => file);
  const names = shown.join(", ") + (inputs.length > shown.length ? " …" : "");
  const cause = text(lang, "cli.nothing", { files: inputs.length, names });
  const isLater = inputs.some(
    ({ kind, reason }) => kind === "spreadsheet" && reason === "kind-not-supported",
  );
  throw new UsageError(cause, text(lang, isLater ? "cli.nothing.saveAs" : "cli.nothing.next"));
};

/** Reads what the request's paths hold, without judging. Throws UsageError where nothing was recognised. */
export const gatherFor = async (
  request: Pick<AuditRequest, "paths" | "lang" | "jobs" | "progress">,
  sectors: Parameters<typeof gather>[0]["sectors"],
): Promise<Gathered> => {
  const gathered = await gather({
    paths: request.paths,
    vocabulary: await loadVocabulary(),
    sectors,
    jobs: request.jobs ?? availableParallelism(),
    progress: request.progress ?? (() => undefined),
  });
  mustHaveInput(gathered, request.lang, request.paths);
  return gathered;
};

/** Runs steps to their end and lets signals in between them, so that an interrupt does not have to wait. */
const interruptibly = async <T>(steps: Iterator<void, T>): Promise<T> => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
};

/** A whole audit: rules, reading, recognising, assembling, judging. Prints and writes nothing. */
export const runAudit = async (request: AuditRequest): Promise<AuditResult> => {
  const { book, rules, settings } = await chooseRules(request, request.lang, true);
  const gathered = await gatherFor(request, book.presets);
  const { asOf, lang, version } = request;
  const { registers } = gathered;
  const indicators = await loadIndicators();
  const run = { asOf, lang, settings, presets: book.presets, registers, indicators };
  const judgement = await interruptibly(judgeInSteps(gathered.cases, rules, run));
  return auditResult({
    version,
    asOf: asOf.iso,
    lang,
    rules,
    inputs: gathered.inputs,
    diagnostics: gathered.diagnostics,
    judgement,
  });
};
