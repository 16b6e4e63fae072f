import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { AuditResult, Lang } from "../model/audit-result.js";
import type { CivilDate } from "../values/civil-date.js";
import { judgeInSteps, type Judgement } from "../judge/judge.js";
import { text } from "../messages/text.js";
import { loadIndicators } from "../rules/indicator-book.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { withHeaders } from "../recognise/extra-headers.js";
import type { Config } from "../rules/config/config.js";
import { nameKey } from "../values/names.js";
import type { Preferences } from "../assemble/assemble.js";
import { auditResult } from "./audit-result.js";
import { UsageError } from "./exit.js";
import { gather, type Gathered } from "./gather.js";
import { chooseRules, mustHaveRules, type ChosenRules, type RuleOptions } from "./load-book.js";

export interface AuditRequest extends RuleOptions {
  paths: readonly string[];
  asOf: CivilDate;
  lang: Lang;
  version: string;
  jobs?: number;
  /** Told which configuration is used. */
  configured?: (file: string) => void;
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

/** What the configuration says that concerns putting cases together. */
const preferencesOf = ({ trust, sector, agencies }: Config): Preferences => {
  const own = [...agencies].flatMap(([name, choice]): [string, string][] =>
    choice.sector === undefined ? [] : [[nameKey(name), choice.sector]],
  );
  return {
    trust,
    assigned: { agencies: new Map(own), ...(sector !== undefined && { otherwise: sector }) },
  };
};

/** Reads what the request's paths hold, without judging. Throws UsageError where nothing was recognised. */
export const gatherFor = async (
  request: Pick<AuditRequest, "paths" | "lang" | "jobs" | "progress">,
  { book, config }: Pick<ChosenRules, "book" | "config">,
): Promise<Gathered> => {
  const gathered = await gather({
    paths: request.paths,
    vocabulary: withHeaders(await loadVocabulary(), config.headers),
    sectors: book.presets,
    preferences: preferencesOf(config),
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

/** Judges what was gathered by the rules that were chosen. */
export const judgeGathered = async (
  { book, setups }: ChosenRules,
  { cases, registers }: Gathered,
  { asOf, lang }: Pick<AuditRequest, "asOf" | "lang">,
): Promise<Judgement> => {
  const indicators = await loadIndicators();
  const run = { ...setups, asOf, lang, presets: book.presets, registers, indicators };
  return interruptibly(judgeInSteps(cases, setups.rules, run));
};

/** A whole audit: rules, reading, recognising, assembling, judging. Prints and writes nothing. */
export const runAudit = async (request: AuditRequest): Promise<AuditResult> => {
  const { asOf, lang, version } = request;
  const chosen = await chooseRules(request, lang, { withoutExamples: true });
  const rules = mustHaveRules(chosen, lang);
  if (chosen.config.file !== undefined) request.configured?.(chosen.config.file);
  const gathered = await gatherFor(request, chosen);
  const judgement = await judgeGathered(chosen, gathered, request);
  return auditResult({
    version,
    asOf: asOf.iso,
    lang,
    rules,
    inputs: gathered.inputs,
    diagnostics: gathered.diagnostics(),
    judgement,
  });
};
