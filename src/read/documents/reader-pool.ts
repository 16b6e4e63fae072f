import type { DocumentFormat, PagedFile } from "../../model/pages.js";
import type { RecordingFile } from "../../model/recording-file.js";
import type { Details, UnreadReason } from "../reasons.js";
import { type DocumentLimits, documentLimits } from "./limits.js";
import { type Job, receivePages, receiveRecording } from "./messages.js";
import { ReaderProcess, type Result } from "./reader-process.js";

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

/**
 * Reads documents in processes of their own. A file that crashes, hangs or explodes ends its process and
 * is unread with the reason; the others go on. Processes are started when there is work, do not keep the
 * program alive while they wait, and end with it.
 */
export class ReaderPool {
  readonly #limits: DocumentLimits;
  readonly #idle: ReaderProcess[];
  readonly #all: readonly ReaderProcess[];
  readonly #waiting: ((reader: ReaderProcess) => void)[] = [];

  constructor({ jobs, limits }: PoolOptions) {
    this.#limits = { ...documentLimits, ...limits };
    this.#all = Array.from({ length: Math.max(1, jobs) }, () => new ReaderProcess(this.#limits));
    this.#idle = [...this.#all];
  }

  /** Reads one document. One bad file is an outcome, never an exception. */
  async readDocument({ path, file, format }: DocumentInput): Promise<DocumentOutcome> {
    const { sha256, ended } = await this.#run({ path, as: format, limits: this.#limits });
    if (ended.type === "pages" && sha256 !== null) {
      const pages = receivePages(ended.pages);
      return { status: "read", sha256, document: { file, format, ...pages } };
    }
    return unread(sha256, ended);
  }

  /** Reads what a recording says of itself. */
  async readRecording({ path, file }: Omit<DocumentInput, "format">): Promise<RecordingOutcome> {
    const { sha256, ended } = await this.#run({ path, as: "recording", limits: this.#limits });
    if (ended.type === "recording" && sha256 !== null) {
      return { status: "read", sha256, recording: { file, ...receiveRecording(ended.recording) } };
    }
    return unread(sha256, ended);
  }

  /** Ends all processes; what is being read is unread. */
  close(): void {
    for (const reader of this.#all) reader.close();
  }

  async #run(job: Job): Promise<Result> {
    const reader = await this.#free();
    try {
      return await reader.run(job);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(reader);
      else this.#idle.push(reader);
    }
  }

  #free(): Promise<ReaderProcess> {
    const reader = this.#idle.pop();
    if (reader) return Promise.resolve(reader);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const unread = (sha256: string | null, ended: Result["ended"]): Unread =>
  ended.type === "unread"
    ? { status: "unread", sha256, reason: ended.reason, details: ended.details }
    : { status: "unread", sha256, reason: "reader-crashed", details: {} };
