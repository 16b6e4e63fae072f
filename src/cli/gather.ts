import type { InputFile } from "../model/audit-result.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Correction } from "../model/correction.js";
import type { Cases } from "../model/origin.js";
import type { DocumentWords } from "../model/document-words.js";
import type { RecordingFile } from "../model/recording-file.js";
import type { Registers } from "../model/registers.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { assemble, type Assembled, type Preferences } from "../assemble/assemble.js";
import type { Sector } from "../assemble/sector.js";
import { correctionsIn } from "./corrections.js";
import { findInputs } from "../read/find-inputs.js";
import type { ScanChoice } from "../read/ocr/scan-pool.js";
import { readFile, type ReadOutcome } from "../read/read-file.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";
import type { RecognisedDocument } from "../recognise/documents/recognise-documents.js";
import { writtenBenchmarksIn } from "./written-benchmarks.js";
import { recogniseSheets } from "../recognise/recognise-sheets.js";

/** Everything that the paths hold, read, recognised and put together. */
export interface Gathered {
  inputs: InputFile[];
  tables: RecognisedTable[];
  documents: RecognisedDocument[];
  recordings: RecordingFile[];
  cases: Cases;
  registers: Registers;
  /** What was noticed; complete once every case was asked for. */
  diagnostics: () => Diagnostic[];
  problems: Assembled["problems"];
}

export interface GatherOptions {
  paths: readonly string[];
  vocabulary: Vocabulary;
  sectors: readonly Sector[];
  preferences: Preferences;
  /** How many files are read at once. */
  jobs: number;
  /** The words by which documents are known. */
  documentWords: DocumentWords;
  /** How scans are recognised; not at all where nothing is said. */
  scans?: ScanChoice;
  progress: (done: number, all: number, file: string) => void;
}

type Found = Awaited<ReturnType<typeof findInputs>>[number];

/** What became of one file. */
export interface FromFile {
  input: InputFile;
  tables: RecognisedTable[];
  diagnostics: Diagnostic[];
  documents?: readonly RecognisedDocument[];
  recording?: RecordingFile;
}

const inputKind = (found: Found): InputFile["kind"] =>
  found.kind === "spreadsheet" || found.kind === "csv" ? found.kind : "other";

/** A file that could not be read, and why. */
export const unreadFile = (
  about: Pick<InputFile, "file" | "kind">,
  { reason, sha256, details }: Extract<ReadOutcome, { status: "unread" }>,
): FromFile => ({
  input: { ...about, sha256, status: "unread", reason },
  tables: [],
  diagnostics: [
    { level: "error", code: "file-unread", file: about.file, details: { ...details, reason } },
  ],
});

const fromFile = async (found: Found, vocabulary: Vocabulary): Promise<FromFile> => {
  const { file } = found;
  const outcome = await readFile(found);
  const about = { file, kind: inputKind(found) };
  if (outcome.status === "ignored") {
    const { reason } = outcome;
    return {
      input: { ...about, sha256: null, status: "ignored", reason },
      tables: [],
      diagnostics: [],
    };
  }
  if (outcome.status === "unread") return unreadFile(about, outcome);
  const recognised = recogniseSheets(outcome.sheets, vocabulary);
  return {
    input: { ...about, sha256: outcome.sha256, status: "read", reason: null },
    tables: recognised.flatMap(({ table }) => table ?? []),
    diagnostics: [...outcome.warnings, ...recognised.flatMap(({ diagnostics }) => diagnostics)],
  };
};

/** Runs the work on the elements, so many at once; the results keep the elements' order. */
const inOrder = async <T, R>(
  elements: readonly T[],
  jobs: number,
  work: (element: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < elements.length) {
      const at = next++;
      results[at] = await work(elements[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, elements.length) }, worker));
  return results;
};

const deskKinds: ReadonlySet<string> = new Set(["document", "image", "recording", "case-json"]);

/** Whether a file is no table: a document, a picture, a recording or a case that a system exported. */
export const isForDesk = ({ content }: Found): boolean =>
  "as" in content && deskKinds.has(content.as);

/** The readers of documents are loaded only where there are documents. */
const openDesk = async (
  { jobs, documentWords, vocabulary, scans }: GatherOptions,
  corrections: readonly Correction[],
) => {
  const { DocumentDesk } = await import("./document-desk.js");
  return new DocumentDesk(jobs, documentWords, vocabulary, corrections, scans);
};

const mostHeld = 2_000;

/** Reads the paths. Throws InputError for a path that does not exist; a bad file is one of the inputs. */
export const gather = async (options: GatherOptions): Promise<Gathered> => {
  const found = await findInputs(options.paths);
  const corrected = await correctionsIn(found, options.documentWords);
  const written = await writtenBenchmarksIn(found);
  const desk = found.some(isForDesk) ? await openDesk(options, corrected.corrections) : undefined;
  let done = 0;
  const files = await inOrder(found, options.jobs, async (one) => {
    const going = (page: number, pages: number): void =>
      options.progress(done, found.length, `${one.file} ${page}/${pages}`);
    const result =
      corrected.files.get(one) ??
      written.files.get(one) ??
      (await desk?.read(one, going)) ??
      (await fromFile(one, options.vocabulary));
    options.progress(++done, found.length, one.file);
    return result;
  }).finally(() => desk?.close());
  const tables = files.flatMap((file) => file.tables);
  const documents = files.flatMap((file) => file.documents ?? []);
  const recordings = files.flatMap(({ recording }) => recording ?? []);
  const assembled = assemble(
    tables,
    options.vocabulary,
    options.sectors,
    options.preferences,
    { found: documents, recordings, words: options.documentWords.dossiers },
    written.tables,
  );
  const { cases } = assembled;
  return {
    inputs: files.map(({ input }) => input),
    tables,
    documents,
    recordings,
    // Few cases are put together once; many take more room than time.
    cases: cases.length <= mostHeld ? [...cases] : cases,
    registers: assembled.registers,
    problems: assembled.problems,
    diagnostics: () => [
      ...files.flatMap(({ diagnostics }) => diagnostics),
      ...assembled.diagnostics(),
    ],
  };
};
