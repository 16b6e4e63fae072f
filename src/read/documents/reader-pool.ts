import type { DocumentFormat, PagedFile } from "../../model/pages.js";
import type { RecordingFile } from "../../model/recording-file.js";
import type { Details, UnreadReason } from "../reasons.js";
import { type DocumentLimits, documentLimits } from "./limits.js";
import { builtEntry, type Result } from "../processes/killable-process.js";
import { ProcessPool } from "../processes/process-pool.js";
import { type Job, type ReadDone, receivePages, receiveRecording } from "./messages.js";

export interface DocumentInput {
  /** Absolute. */
  path: string;
  /** As results name it. */
  file: string;
  format: DocumentFormat;
}

interface Unread {
  status: "unread";
  /** Null where the bytes could not be had, or were too many to look at. */
  sha256: string | null;
  reason: UnreadReason;
  details: Details;
}

export type DocumentOutcome = { status: "read"; sha256: string; document: PagedFile } | Unread;

export type RecordingOutcome =
  { status: "read"; sha256: string; recording: RecordingFile } | Unread;

export interface PoolOptions {
  /** How many processes read at once. */
  jobs: number;
  limits?: Partial<DocumentLimits>;
}

const entry = builtEntry(new URL("./reader-child.js", import.meta.url).href);

/**
 * Reads documents in processes of their own. A file that crashes, hangs or explodes ends its process and
 * is unread with the reason; the others go on. Processes are started when there is work, do not keep the
 * program alive while they wait, and end with it.
 */
export class ReaderPool {
  readonly #limits: DocumentLimits;
  readonly #processes: ProcessPool<Job, ReadDone>;

  constructor({ jobs, limits }: PoolOptions) {
    this.#limits = { ...documentLimits, ...limits };
    this.#processes = new ProcessPool(entry, jobs, this.#limits);
  }

  /** Reads one document. One bad file is an outcome, never an exception. */
  async readDocument({ path, file, format }: DocumentInput): Promise<DocumentOutcome> {
    const { sha256, ended } = await this.#processes.run({ path, as: format, limits: this.#limits });
    if (ended.type === "pages" && sha256 !== null) {
      const pages = receivePages(ended.pages);
      return { status: "read", sha256, document: { file, format, ...pages } };
    }
    return unread(sha256, ended);
  }

  /** Reads what a recording says of itself. */
  async readRecording({ path, file }: Omit<DocumentInput, "format">): Promise<RecordingOutcome> {
    const { sha256, ended } = await this.#processes.run({
      path,
      as: "recording",
      limits: this.#limits,
    });
    if (ended.type === "recording" && sha256 !== null) {
      return { status: "read", sha256, recording: { file, ...receiveRecording(ended.recording) } };
    }
    return unread(sha256, ended);
  }

  /** Ends all processes; what is being read is unread. */
  close(): void {
    this.#processes.close();
  }
}

const unread = (sha256: string | null, ended: Result<ReadDone>["ended"]): Unread =>
  ended.type === "unread"
    ? { status: "unread", sha256, reason: ended.reason, details: ended.details }
    : { status: "unread", sha256, reason: "reader-crashed", details: {} };
