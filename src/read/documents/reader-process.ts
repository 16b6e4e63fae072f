import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Details, UnreadReason } from "../reasons.js";
import type { DocumentLimits } from "./limits.js";
import type { Answer, Job } from "./messages.js";

/** How a job ended: with the last answer of the process, or without one. */
export type Ended =
  | Extract<Answer, { type: "pages" | "recording" }>
  | { type: "unread"; reason: UnreadReason; details: Details };

export interface Result {
  /** Null where the bytes could not be had. */
  sha256: string | null;
  ended: Ended;
}

const besides = fileURLToPath(new URL("./reader-child.js", import.meta.url));

/** From the sources (tests, development) a process runs what was built of them. */
const entry = import.meta.url.endsWith(".ts")
  ? besides.replace(/src(?=[\\/]read[\\/]documents[\\/])/, "dist")
  : besides;

/** A fresh process serves so many files; what libraries keep between files goes with it. */
const FILES_A_PROCESS = 200;

interface Running {
  job: Job;
  began: number;
  pages: number;
  sha256: string | null;
  timer: NodeJS.Timeout | undefined;
  isLate: boolean;
  end: (result: Result) => void;
}

/** A process that reads one file at a time, and another one when it had to be ended. */
export class ReaderProcess {
  #child: ChildProcess | undefined;
  #files = 0;
  #running: Running | undefined;

  constructor(private readonly limits: DocumentLimits) {}

  /** Never rejects: whatever becomes of the process is the result of this one file. */
  run(job: Job): Promise<Result> {
    return new Promise((resolve) => {
      const child = (this.#child ??= this.#start());
      child.ref();
      child.channel?.ref();
      this.#running = {
        ...{ job, began: Date.now(), pages: 0, sha256: null },
        ...{ timer: undefined, isLate: false, end: resolve },
      };
      this.#watchTime(this.#running);
      child.send(job, (error) => error && this.#stop());
    });
  }

  /** Ends the process; a file that it reads is unread. */
  close(): void {
    this.#stop();
  }

  #start(): ChildProcess {
    const { memory } = this.limits;
    this.#files = 0;
    const megabytes = Math.round((0.75 * memory) / (1024 * 1024));
    const child = fork(entry, [String(memory)], {
      execArgv: [`--max-old-space-size=${megabytes}`],
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", (answer) => this.#take(answer as Answer));
    child.on("exit", (_, signal) => this.#exited(child, signal));
    child.on("error", () => this.#exited(child, null));
    return child;
  }

  #stop(): void {
    this.#child?.kill("SIGKILL");
  }

  #watchTime(running: Running): void {
    clearTimeout(running.timer);
    const { time, timePerPage } = this.limits;
    const until = running.began + time + timePerPage * running.pages;
    running.timer = setTimeout(() => {
      running.isLate = true;
      this.#stop();
    }, until - Date.now());
  }

  #take(answer: Answer): void {
    const running = this.#running;
    if (!running) return;
    if (answer.type === "hash") running.sha256 = answer.sha256;
    else if (answer.type === "page") {
      running.pages++;
      this.#watchTime(running);
    } else {
      const isWorn = ++this.#files >= FILES_A_PROCESS || answer.memory > 0.5 * this.limits.memory;
      if (isWorn) this.#retire();
      this.#end(answer);
    }
  }

  /** Lets the next file start a fresh process. */
  #retire(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill("SIGKILL");
  }

  #end(ended: Ended): void {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    clearTimeout(running.timer);
    // A process that waits for work does not keep the program alive.
    this.#child?.unref();
    this.#child?.channel?.unref();
    running.end({ sha256: running.sha256, ended });
  }

  #exited(child: ChildProcess, signal: NodeJS.Signals | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    const isLate = this.#running?.isLate === true;
    this.#end({ type: "unread", ...(isLate ? this.#late() : this.#died(signal)) });
  }

  #late(): { reason: UnreadReason; details: Details } {
    return { reason: "took-too-long", details: { limit: this.limits.time } };
  }

  /** The engine aborts when its heap is full; the thread that watches the memory terminates. */
  #died(signal: NodeJS.Signals | null): { reason: UnreadReason; details: Details } {
    return signal === "SIGABRT" || signal === "SIGTERM"
      ? { reason: "needs-too-much-memory", details: { limit: this.limits.memory } }
      : { reason: "reader-crashed", details: signal === null ? {} : { signal } };
  }
}
