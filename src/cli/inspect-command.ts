import { fieldAt } from "../model/fields.js";
import { sheetFields } from "../model/vocabulary.js";
import type { CaseFile } from "../model/origin.js";
import { sourcesOf, statusOf, valueAt } from "../model/provenance.js";
import { sourceNames } from "../judge/case-results.js";
import { diagnosticText, text, word } from "../messages/text.js";
import type { Lang } from "../model/audit-result.js";
import { cleanText } from "../report/clean-text.js";
import { maskPersonalNumbers } from "../values/mask.js";
import { withLabel } from "./audit-result.js";
import type { CommandContext } from "./console.js";
import { Progress } from "./console.js";
import { exitCodes } from "./exit.js";
import { documentLines, documentsOf, recordingLine, recordingsOf } from "./inspect-documents.js";
import { untanglePaths } from "./untangle-paths.js";
import { expandPaths } from "./expand-paths.js";
import type { Gathered } from "./gather.js";
import { chooseRules, type RuleOptions } from "./load-book.js";
import { jobsFrom, mustBeOneOf } from "./option-values.js";
import { gatherFor } from "./run-audit.js";
import { scansFrom, type ScanOptions } from "./scan-options.js";

export interface InspectOptions extends Pick<RuleOptions, "config" | "rules">, ScanOptions {
  format: string;
  jobs?: string;
  fields?: boolean;
  quiet?: boolean;
}

/** Paths of all plain values of a case, list elements with their index. */
const leavesOf = (values: unknown, path = ""): string[] => {
  if (typeof values !== "object" || values === null) return [path];
  if (Array.isArray(values)) {
    if (fieldAt(path)) return [path];
    return values.flatMap((element, i) => leavesOf(element, `${path}[${i}]`));
  }
  return Object.entries(values).flatMap(([name, value]) =>
    leavesOf(value, path ? `${path}.${name}` : name),
  );
};

/** Masks personal numbers in everything that was read. */
const masked = (value: unknown): unknown => {
  if (typeof value === "string") return maskPersonalNumbers(value);
  return Array.isArray(value) ? value.map(masked) : (value ?? null);
};

const fieldsOf = (file: CaseFile) => {
  const exceptions = [...file.exceptions.keys()];
  return Object.fromEntries(
    [...new Set([...leavesOf(file.values), ...exceptions])].sort().map((path) => [
      path,
      {
        status: statusOf(file, path),
        value: masked(valueAt(file.values, path)),
        sources: sourcesOf(file, path).map((source) => ({
          ...source,
          ...(source.text !== undefined && { text: masked(source.text) }),
        })),
      },
    ]),
  );
};

/** What was understood, as machines get it (`inspect -f json`). */
const inspection = (gathered: Gathered, lang: Lang, withFields: boolean) => ({
  schema: "anjuan.inspect/1",
  inputs: gathered.inputs,
  sheets: gathered.tables.map(({ file, sheet, kind, headerRows, rows, columns, unmapped }) => ({
    file,
    sheet,
    kind,
    headerRows,
    rows: rows.length,
    columns: columns.map(({ cell, header, field, match }) => ({ cell, header, field, match })),
    unmapped: unmapped.map(({ cell, header }) => ({ cell, header })),
  })),
  documents: documentsOf(gathered),
  recordings: recordingsOf(gathered),
  cases: [...gathered.cases]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((file) => ({
      id: file.id,
      numbers: file.numbers,
      sources: sourceNames(file),
      ...(withFields && { fields: fieldsOf(file) }),
    })),
  diagnostics: gathered.diagnostics().map(({ details, ...diagnostic }) => ({
    ...diagnostic,
    message: diagnosticText(lang, diagnostic.code, withLabel(details, lang)),
  })),
});

type Inspection = ReturnType<typeof inspection>;

const sheetLines = (sheet: Inspection["sheets"][number], lang: Lang): string[] => {
  const { file, sheet: name, kind, headerRows, rows } = sheet;
  const shown = { file, sheet: name, kind: word(lang, "inspect.kind", kind), rows };
  const columns = sheet.columns.map(({ cell, header, field, match }) => {
    const label = sheetFields.get(field)?.[lang] ?? field;
    const guess = match === "guess" ? text(lang, "inspect.guess") : "";
    return `    ${text(lang, "inspect.column", { cell, header, label, field })}${guess}`;
  });
  const headers = sheet.unmapped.map(({ cell, header }) => `${cell} ${header}`).join("、");
  return [
    `  ${text(lang, "inspect.sheet", { ...shown, header: headerRows.join(", ") || "—" })}`,
    ...columns,
    ...(headers ? [`    ${text(lang, "inspect.unmapped", { headers })}`] : []),
  ];
};

/** A heading and its lines; nothing where there are none. */
const chapter = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ["", heading, ...lines] : [];

const mostCases = 20;
const mostNotes = 30;

const pretty = (found: Inspection, lang: Lang): string => {
  const files = found.inputs.map(({ file, status, reason }) => {
    const why =
      reason === null ? "" : text(lang, "value.note", { note: word(lang, "reason", reason) });
    return `  ${text(lang, `input.${status}`)} ${file}${why}`;
  });
  const cases = found.cases
    .slice(0, mostCases)
    .map(
      ({ id, sources }) => `  ${text(lang, "inspect.case", { id, sources: sources.join("、") })}`,
    );
  const notes = found.diagnostics
    .slice(0, mostNotes)
    .map(
      ({ file, sheet, cell, message }) =>
        `  ${[file, sheet, cell].filter(Boolean).join(" › ")} ${message}`,
    );
  const more = (all: number, shown: number): string[] =>
    all > shown ? [`  ${text(lang, "inspect.more", { count: all - shown })}`] : [];
  return [
    text(lang, "inspect.files"),
    ...files,
    ...chapter(
      text(lang, "inspect.sheets"),
      found.sheets.flatMap((sheet) => sheetLines(sheet, lang)),
    ),
    ...chapter(
      text(lang, "inspect.documents"),
      found.documents.flatMap((document) => documentLines(document, lang)),
    ),
    ...chapter(
      text(lang, "inspect.recordings"),
      found.recordings.map((recording) => recordingLine(recording, lang)),
    ),
    "",
    text(lang, "inspect.cases", { count: found.cases.length }),
    ...cases,
    ...more(found.cases.length, mostCases),
    ...(notes.length > 0 ? ["", text(lang, "inspect.diagnostics"), ...notes] : []),
    ...more(found.diagnostics.length, mostNotes),
    "",
  ].join("\n");
};

/** `anjuan inspect`: shows what was understood and judges nothing; gives the exit status. */
export const inspectCommand = async (
  paths: readonly string[],
  options: InspectOptions,
  context: CommandContext,
): Promise<number> => {
  const { io, lang } = context;
  mustBeOneOf("--format", options.format, ["pretty", "json"], context);
  const jobs = jobsFrom(options, context);
  const scans = scansFrom(options, context);
  const { config, rules, paths: given } = untanglePaths({ ...options, paths });
  const chosen = await chooseRules(
    { ...(config !== undefined && { config }), ...(rules && { rules }) },
    lang,
    { withoutExamples: true },
  );
  const progress = new Progress(io, options);
  const gathered = await gatherFor(
    {
      paths: given.length > 0 ? await expandPaths(given) : ["."],
      lang,
      scans,
      ...(jobs !== undefined && { jobs }),
      progress: (done, all, file) => progress.show(text(lang, "cli.reading", { done, all, file })),
    },
    chosen,
  );
  progress.clear();
  const found = inspection(gathered, lang, options.fields === true);
  const printed =
    options.format === "json"
      ? `${JSON.stringify(found, null, 2)}\n`
      : cleanText(pretty(found, lang));
  await io.out(printed);
  const unread = gathered.inputs.some(({ status }) => status === "unread");
  return unread ? exitCodes.unread : exitCodes.ok;
};
