import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { Correction } from "../model/correction.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { PagedFile } from "../model/pages.js";
import type { RecordingFile } from "../model/recording-file.js";
import { readCaseJson } from "../read/documents/read-case-json.js";
import { ReaderPool } from "../read/documents/reader-pool.js";
import { type Recognised, type ScanChoice, ScanPool } from "../read/ocr/scan-pool.js";
import { toUnreadable, Unreadable } from "../read/errors.js";
import type { Input } from "../read/find-inputs.js";
import type { DocumentWords } from "../model/document-words.js";
import { isUnreadPicture } from "../recognise/documents/page-text.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { benchmarkTablesIn } from "../recognise/benchmarks/tables-in-document.js";
import { DocumentRecogniser } from "../recognise/documents/recognise-documents.js";
import { type FromFile, unreadFile } from "./gather.js";

const about = (file: string) => ({ file, kind: "other" as const });

/** A case of any size is far smaller. */
const mostJsonBytes = 64 * 1024 * 1024;

/** Reads the files that are no tables: documents and pictures, recordings, cases that systems exported. */
export class DocumentDesk {
  readonly #pool: ReaderPool;
  readonly #scans: ScanPool | undefined;
  readonly #recogniser: DocumentRecogniser;

  /** @param scans how scans are recognised; without it they are not */
  constructor(
    jobs: number,
    words: DocumentWords,
    readonly vocabulary: Vocabulary,
    readonly corrections: readonly Correction[],
    scans?: ScanChoice,
  ) {
    this.#pool = new ReaderPool({ jobs });
    this.#scans = scans && new ScanPool({ ...scans, jobs });
    this.#recogniser = new DocumentRecogniser(words);
  }

  /**
   * Undefined for a file of another kind.
   *
   * @param onPage called after each page that was recognised
   */
  async read(
    input: Input,
    onPage: (page: number, pages: number) => void,
  ): Promise<FromFile | undefined> {
    const { content } = input;
    if (!("as" in content)) return undefined;
    switch (content.as) {
      case "document":
        return this.#document(input, content.format, onPage);
      case "image":
        return this.#document(input, "image", onPage);
      case "recording":
        return this.#recording(input);
      case "case-json":
        return this.#exported(input);
      default:
        return undefined;
    }
  }

  /** Ends the processes that read. */
  close(): void {
    this.#pool.close();
    this.#scans?.close();
  }

  async #document(
    { path, file }: Input,
    format: PagedFile["format"],
    onPage: (page: number, pages: number) => void,
  ): Promise<FromFile> {
    const outcome = await this.#pool.readDocument({ path, file, format });
    if (outcome.status === "unread") return unreadFile(about(file), outcome);
    const { sha256 } = outcome;
    const where = { path, sha256 };
    const scanned = await this.#scans?.recognise(outcome.document, where, onPage);
    const { document, missing }: Recognised = scanned ?? outcome;
    const documents = this.#recogniser.file(document, this.corrections);
    const diagnostics = [...unreadPages(document), ...missingPackage(file, missing)];
    // A copy of the benchmark that lies in a dossier is the dossier's.
    const tables = documents.some(({ type }) => type !== null)
      ? []
      : benchmarkTablesIn(document, this.vocabulary);
    if (tables.length > 0) return { ...wasRead(file, sha256), tables, diagnostics };
    return { ...wasRead(file, sha256), documents, diagnostics };
  }

  async #recording({ path, file }: Input): Promise<FromFile> {
    const outcome = await this.#pool.readRecording({ path, file });
    if (outcome.status === "unread") {
      return { ...unreadFile(about(file), outcome), recording: brokenRecording(file) };
    }
    return { ...wasRead(file, outcome.sha256), recording: outcome.recording };
  }

  async #exported({ path, file }: Input): Promise<FromFile> {
    let sha256: string | null = null;
    try {
      const { size } = await stat(path);
      if (size > mostJsonBytes) throw new Unreadable("file-too-large", { limit: mostJsonBytes });
      const bytes = await readFile(path);
      sha256 = createHash("sha256").update(bytes).digest("hex");
      const documents = this.#recogniser.exported(readCaseJson(bytes, file));
      return { ...wasRead(file, sha256), documents };
    } catch (error) {
      return unreadFile(about(file), { status: "unread", sha256, ...toUnreadable(error) });
    }
  }
}

/** Sound or film is told by the file itself, which says nothing here: taken as film. */
const brokenRecording = (file: string): RecordingFile => ({
  ...{ file, kind: "video", container: null, durationSeconds: null, createdAt: null, broken: true },
});

const wasRead = (file: string, sha256: string): FromFile => ({
  input: { ...about(file), sha256, status: "read", reason: null },
  tables: [],
  diagnostics: [],
});

/** What to install so that scans can be read. */
const missingPackage = (file: string, missing: string | undefined): Diagnostic[] =>
  missing === undefined
    ? []
    : [{ level: "info", code: "ocr-package-missing", file, details: { package: missing } }];

/** One note for each stretch of pages that could not be read, and why. */
const unreadPages = ({ file, pages }: PagedFile): Diagnostic[] => {
  const stretches: { first: number; last: number; reason: string }[] = [];
  for (const page of pages) {
    if (!isUnreadPicture(page)) continue;
    const reason = page.reason ?? "not-recognised";
    const open = stretches.at(-1);
    if (open?.reason === reason && open.last === page.number - 1) open.last = page.number;
    else stretches.push({ first: page.number, last: page.number, reason });
  }
  return stretches.map(({ first, last, reason }) => ({
    level: "warning",
    code: first === last ? "page-unread" : "pages-unread",
    file,
    page: first,
    details: { first, last, reason },
  }));
};
