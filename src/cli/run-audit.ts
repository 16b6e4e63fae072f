import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { AuditResult, Lang } from "../model/audit-result.js";
import type { CivilDate } from "../values/civil-date.js";
import { Judge, type Judgement } from "../judge/judge.js";
import type { RunSettings } from "../judge/rule-context.js";
import { text } from "../messages/text.js";
import { loadIndicators } from "../rules/indicator-book.js";
import { loadDocumentWords } from "../rules/load-document-words.js";
import { loadVocabulary } from "../rules/load-vocabulary.js";
import { withHeaders } from "../recognise/extra-headers.js";
import type { Config } from "../rules/config/config.js";
import type { ScanChoice } from "../read/ocr/scan-pool.js";
import { nameKey } from "../values/names.js";
import type { Preferences } from "../assemble/assemble.js";
import { auditResult } from "./audit-result.js";
import { UsageError } from "./exit.js";
import { gather, type Gathered } from "./gather.js";
import { callHelpers, sharesOf, usualShareFrom, type Helper } from "./judge-together.js";
import { chooseRules, mustHaveRules, type ChosenRules, type RuleOptions } from "./load-book.js";

export interface AuditRequest extends RuleOptions {
  paths: readonly string[];
  asOf: CivilDate;
  lang: Lang;
  version: string;
  jobs?: number;
  /** How scans are recognised; not at all where nothing is said. */
  scans?: ScanChoice;
  /** From so many bytes of input on several threads share the cases. */
  shareFrom?: number;
  /** Told which configuration is used. */
  configured?: (file: string) => void;
  progress?: (done: number, all: number, file: string) => void;
}

/** Refuses to call an audit what looked at nothing: no table recognised, nothing else read, and nothing unread. */
const mustHaveInput = (
  { tables, inputs, documents, recordings }: Gathered,
  lang: Lang,
  paths: readonly string[],
): void => {
  // A text of which nobody knows what it is tells no more than no file; a page that was not read may be anything.
  const papers = documents.filter((one) => one.type !== null || one.text === "none");
  if (tables.length + papers.length + recordings.length > 0) return;
  if (inputs.some(({ status }) => status === "unread")) return;
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
  request: Pick<AuditRequest, "paths" | "lang" | "jobs" | "scans" | "progress">,
  { book, config }: Pick<ChosenRules, "book" | "config">,
): Promise<Gathered> => {
  const vocabulary = await loadVocabulary();
  const gathered = await gather({
    paths: request.paths,
    vocabulary: withHeaders(vocabulary, config.headers),
    documentWords: await loadDocumentWords(vocabulary),
    sectors: book.presets,
    preferences: preferencesOf(config),
    jobs: request.jobs ?? availableParallelism(),
    progress: request.progress ?? (() => undefined),
    ...(request.scans && { scans: request.scans }),
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

/** How the cases are judged: what the rules, the folder's registers and the day come to. */
export const runSettingsOf = async (
  { book, setups }: ChosenRules,
  { registers }: Gathered,
  { asOf, lang }: Pick<AuditRequest, "asOf" | "lang">,
): Promise<RunSettings> => {
  const indicators = await loadIndicators();
  return { ...setups, asOf, lang, presets: book.presets, registers, indicators };
};

/** Judges what was gathered by the rules that were chosen, a part of it by helpers if there are any. */
export const judgeGathered = async (
  chosen: ChosenRules,
  gathered: Gathered,
  request: Pick<AuditRequest, "asOf" | "lang">,
  helped?: { helpers: readonly Helper[]; next: Int32Array; paths: readonly string[] },
): Promise<Judgement> => {
  const { cases, problems } = gathered;
  const settings = await runSettingsOf(chosen, gathered, request);
  const judge = new Judge(cases, chosen.setups.rules, settings);
  if (!helped || helped.helpers.length === 0) await interruptibly(judge.hold(0, cases.length));
  else {
    for (const [from, to] of sharesOf(helped.next, cases.length)) {
      await interruptibly(judge.hold(from, to));
    }
    for (const helper of helped.helpers) {
      const result = await helper.result(gathered, helped.paths);
      judge.join(result.notes);
      problems.join(result.problems);
    }
  }
  return interruptibly(judge.conclude());
};

/** A whole audit: rules, reading, recognising, assembling, judging. Prints and writes nothing. */
export const runAudit = async (request: AuditRequest): Promise<AuditResult> => {
  const { asOf, lang, version, paths } = request;
  const chosen = await chooseRules(request, lang, { withoutExamples: true });
  const rules = mustHaveRules(chosen, lang);
  if (chosen.config.file !== undefined) request.configured?.(chosen.config.file);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const jobs = request.jobs ?? availableParallelism();
  const order = { rules: rulesIn(request), paths, asOf: asOf.iso, lang, next };
  const helpers = await callHelpers(order, jobs, request.shareFrom ?? usualShareFrom);
  try {
    const gathered = await gatherFor(request, chosen);
    const judgement = await judgeGathered(chosen, gathered, request, { helpers, next, paths });
    return auditResult({
      version,
      asOf: asOf.iso,
      lang,
      rules,
      inputs: gathered.inputs,
      diagnostics: gathered.diagnostics(),
      judgement,
    });
  } finally {
    await Promise.all(helpers.map((helper) => helper.dismiss()));
  }
};

/** The part of a request by which rules are chosen, without what cannot be sent to another thread. */
const rulesIn = ({ config, rules, builtin, only, skip, param }: RuleOptions): RuleOptions => ({
  ...(config !== undefined && { config }),
  ...(rules && { rules }),
  ...(builtin !== undefined && { builtin }),
  ...(only && { only }),
  ...(skip && { skip }),
  ...(param && { param }),
});
