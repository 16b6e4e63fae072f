import { availableParallelism, totalmem } from "node:os";
import type { Page, PagedFile } from "../../model/pages.js";
import { builtEntry, type ProcessLimits } from "../processes/killable-process.js";
import { ProcessPool } from "../processes/process-pool.js";
import type { ScannedFile } from "./page-recogniser.js";
import type { RecognisedPage } from "./recognise-page.js";
import { isWanted, replaced, unrecognised, type OcrMode } from "./scan-pages.js";

/** What the process that recognises is asked for: one page. */
export interface ScanJob {
  file: ScannedFile;
  page: number;
  /** Null where nothing is kept. */
  cacheFolder: string | null;
}

/** What it gives. */
export type ScanDone =
  | { type: "recognised"; page: RecognisedPage }
  /** The page is damaged, too large, or no longer what it was. */
  | { type: "not-drawn" }
  /** An optional package is missing. */
  | { type: "not-installed"; package: string };

/** What a user decides about scans. */
export interface ScanChoice {
  mode: OcrMode;
  /** Where recognised pages are kept; null: nowhere. */
  cacheFolder: string | null;
}

export interface ScanPoolOptions extends ScanChoice {
  /** How many pages are recognised at once; never more than there are processors, or than memory allows. */
  jobs: number;
  limits?: Partial<ProcessLimits>;
}

/** What became of a file, and the package that is missing if it could not be recognised for that. */
export interface Recognised {
  document: PagedFile;
  missing?: string;
}

const MB = 1024 * 1024;

/** An idle processor takes some seconds for a page; a full one of an old machine many times that. */
const scanLimits: ProcessLimits = { time: 180_000, timePerPage: 0, memory: 2048 * MB };

/** A file with so many pages on which recognition fails is given up: each may have taken all its time. */
const mostFailures = 3;

const entry = builtEntry(new URL("./scan-child.js", import.meta.url).href);

const processesFor = (jobs: number, memory: number): number =>
  Math.max(1, Math.min(jobs, availableParallelism(), Math.floor(totalmem() / 2 / memory)));

/**
 * Recognises the pages of PDFs and pictures that have no usable text, in processes of their own that share the pages
 * of all files. A page that crashes, hangs or explodes its process is unreadable; the others go on.
 */
export class ScanPool {
  readonly #processes: ProcessPool<ScanJob, ScanDone>;
  readonly #count: number;
  #missing: string | undefined;

  constructor(private readonly options: ScanPoolOptions) {
    const limits = { ...scanLimits, ...options.limits };
    this.#count = processesFor(options.jobs, limits.memory);
    this.#processes = new ProcessPool(entry, this.#count, limits);
  }

  /**
   * The document with its scanned pages recognised; others stay as they are.
   * @param where the file, and the hash of the bytes that its pages were read from
   * @param onPage called after each page, so that whoever waits sees that work goes on
   */
  async recognise(
    document: PagedFile,
    where: { path: string; sha256: string },
    onPage: (done: number, all: number) => void = () => undefined,
  ): Promise<Recognised> {
    const { format, pages } = document;
    if (format !== "pdf" && format !== "image") return { document };
    const wanted = pages.filter((page) => isWanted(page, this.options.mode));
    if (wanted.length === 0) return { document };
    const file: ScannedFile = { ...where, format };
    const found = new Map<Page, Page>();
    const failed = { pages: 0 };
    const next = wanted.values();
    const worker = async (): Promise<void> => {
      for (const page of next) {
        found.set(page, await this.#page(file, page, failed));
        onPage(found.size, wanted.length);
      }
    };
    await Promise.all(Array.from({ length: this.#count }, worker));
    return {
      document: { ...document, pages: pages.map((page) => found.get(page) ?? page) },
      ...(this.#missing !== undefined && { missing: this.#missing }),
    };
  }

  /** Ends all processes. */
  close(): void {
    this.#processes.close();
  }

  async #page(file: ScannedFile, page: Page, failed: { pages: number }): Promise<Page> {
    if (this.#missing !== undefined) return unrecognised(page, "ocr-not-installed");
    if (failed.pages >= mostFailures) return unrecognised(page, "ocr-failed");
    const { cacheFolder } = this.options;
    const { ended } = await this.#processes.run({ file, page: page.number, cacheFolder });
    switch (ended.type) {
      case "recognised":
        return replaced(page, ended.page);
      case "not-drawn":
        return unrecognised(page, "page-broken");
      case "not-installed":
        this.#missing = ended.package;
        return unrecognised(page, "ocr-not-installed");
      case "unread":
        failed.pages++;
        return unrecognised(page, "ocr-failed");
    }
  }
}
