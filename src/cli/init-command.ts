import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { groupBy } from "../values/group-by.js";
import type { Lang } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { parametersOf, type RuleBook } from "../rules/rule-book.js";
import { configTemplate, type Findings } from "./config-template.js";
import type { CommandContext } from "./console.js";
import { Progress } from "./console.js";
import { exitCodes, UsageError } from "./exit.js";
import { configName, shownPath } from "./find-config.js";
import type { Gathered } from "./gather.js";
import { chooseRules } from "./load-book.js";
import { asOfFrom } from "./option-values.js";
import { gatherFor, judgeGathered } from "./run-audit.js";

export interface InitOptions {
  asOf?: string;
  quiet?: boolean;
}

const sheetsIn = ({ tables }: Gathered): Findings["sheets"] =>
  tables.map(({ file, sheet, kind, rows }) => ({ file, sheet, kind, rows: rows.length }));

const agenciesIn = ({ cases }: Gathered, { presets }: RuleBook): Findings["agencies"] => {
  const groups = groupBy(cases, ({ values }) =>
    JSON.stringify([values.decision?.agency ?? null, values.sector ?? null]),
  );
  return [...groups].map(([key, { length }]) => {
    const [name, sector] = JSON.parse(key) as [string | null, string | null];
    return { name, cases: length, sector: presets.find(({ id }) => id === sector) ?? null };
  });
};

const headersIn = ({ tables }: Gathered): Findings["headers"] => {
  const places = new Map<string, string>();
  for (const { file, sheet, unmapped } of tables) {
    for (const { header, cell } of unmapped) {
      const name = header.replaceAll(/\s+/g, "");
      if (name && !places.has(name)) places.set(name, `${file} › ${sheet} ${cell}`);
    }
  }
  return [...places].map(([header, place]) => ({ header, place }));
};

/** The parameters whose lack left questions open, those that most hang on first. */
const paramsMissing = (
  reviews: Iterable<{ missing: readonly string[] }>,
  book: RuleBook,
  lang: Lang,
): Findings["params"] => {
  const known = parametersOf(book);
  const missing = [...reviews].flatMap(({ missing: all }) =>
    all.flatMap((one) => (one.startsWith("param:") ? [one.slice("param:".length)] : [])),
  );
  return [...groupBy(missing, (key) => key)]
    .flatMap(([key, { length: asked }]) => {
      const definition = known.get(key);
      const title = definition?.title?.[lang] ?? key;
      return definition ? [{ key, title, unit: definition.unit, asked }] : [];
    })
    .sort((a, b) => b.asked - a.asked || (a.key < b.key ? -1 : 1));
};

const mustNotExist = async (file: string, lang: Lang): Promise<void> => {
  if (!(await stat(file).catch(() => undefined))) return;
  const cause = text(lang, "init.exists", { file: shownPath(file) });
  throw new UsageError(cause, text(lang, "init.exists.next"));
};

/** Writes a file that is not there yet. */
const writeNew = async (file: string, content: string, lang: Lang): Promise<void> => {
  try {
    await writeFile(file, content, { flag: "wx" });
  } catch {
    await mustNotExist(file, lang);
    const cause = text(lang, "cli.cannotWrite", { file: shownPath(file) });
    throw new UsageError(cause, text(lang, "cli.cannotWrite.next"));
  }
};

/** A path as a shell takes it for one. */
const quoted = (name: string): string => (/[\s()&;]/.test(name) ? `"${name}"` : name);

/** `anjuan init`: looks at a folder and writes a configuration that sets nothing yet; gives the exit status. */
export const initCommand = async (
  folder: string,
  options: InitOptions,
  context: CommandContext,
): Promise<number> => {
  const { io, lang } = context;
  const asOf = asOfFrom(options, context);
  const file = path.join(folder, configName);
  await mustNotExist(file, lang);
  const progress = new Progress(io, options);
  const chosen = await chooseRules({ config: null }, lang, { withoutExamples: true });
  const gathered = await gatherFor(
    {
      paths: [folder],
      lang,
      progress: (done, all, name) =>
        progress.show(text(lang, "cli.reading", { done, all, file: name })),
    },
    chosen,
  );
  const { reviews } = await judgeGathered(chosen, gathered, { asOf, lang });
  progress.clear();
  const found = {
    sheets: sheetsIn(gathered),
    agencies: agenciesIn(gathered, chosen.book),
    params: paramsMissing(reviews, chosen.book, lang),
    headers: headersIn(gathered),
    presets: chosen.book.presets,
  };
  await writeNew(file, configTemplate(found, lang), lang);
  if (!options.quiet) {
    const said = { folder: quoted(folder), file: quoted(file) };
    await io.out(`${text(lang, "cli.written", said)}\n${text(lang, "init.next", said)}\n`);
  }
  const unread = gathered.inputs.some(({ status }) => status === "unread");
  return unread ? exitCodes.unread : exitCodes.ok;
};
