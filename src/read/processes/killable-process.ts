import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Details, UnreadReason } from "../reasons.js";

/** What one job of a process may cost. */
export interface ProcessLimits {
  /** Milliseconds for a job, and how many more for each page that is done. */
  time: number;
  timePerPage: number;
  /** Bytes of memory that the process may take. */
  memory: number;
}

/** A job that came to nothing, and why. */
export interface Failed {
  type: "unread";
  reason: UnreadReason;
  details: Details;
}

/**
 * What a process tells of its job: the hash of the file once it has the bytes, each page that took time, and at the end
 * what it was asked for, with the bytes of memory that it takes.
 */
export type Answer<Done> =
  { type: "hash"; sha256: string } | { type: "page" } | ((Done | Failed) & { memory: number });

/** How a job ended: with the last answer of the process, or without one. */
export interface Result<Done> {
  /** Null where the bytes could not be had. */
  sha256: string | null;
  ended: Done | Failed;
}

/** The file of a program for processes. From the sources (tests, development) what was built of it runs. */
export const builtEntry = (url: string): string => {
  const path = fileURLToPath(url);
  return import.meta.url.endsWith(".ts") ? path.replace(/src(?=[\\/]read[\\/])/, "dist") : path;
};

/** A fresh process serves so many jobs; what libraries keep between them goes with it. */
const JOBS_A_PROCESS = 200;

interface Running<Done> {
  began: number;
  pages: number;
  sha256: string | null;
  timer: NodeJS.Timeout | undefined;
  isLate: boolean;
  end: (result: Result<Done>) => void;
}

/**
 * A process that does one job at a time, and another one when it had to be ended. It is started when there is a job, and
 * does not keep the program alive while it waits.
 */
export class KillableProcess<Job extends object, Done extends { type: string }> {
  #child: ChildProcess | undefined;
  #jobs = 0;
  #running: Running<Done> | undefined;

  /** @param entry the program that the process runs, see `serve` */
  constructor(
    private readonly entry: string,
    private readonly limits: ProcessLimits,
  ) {}

  /** Never rejects: whatever becomes of the process is the result of this one job. */
  run(job: Job): Promise<Result<Done>> {
    return new Promise((resolve) => {
      const child = (this.#child ??= this.#start());
      child.ref();
      child.channel?.ref();
      this.#running = {
        ...{ began: Date.now(), pages: 0, sha256: null },
        ...{ timer: undefined, isLate: false, end: resolve },
      };
      this.#watchTime(this.#running);
      child.send(job, (error) => error && this.#stop());
    });
  }

  /** Ends the process; its job has failed. */
  close(): void {
    this.#stop();
  }

  #start(): ChildProcess {
    const { memory } = this.limits;
    this.#jobs = 0;
    const megabytes = Math.round((0.75 * memory) / (1024 * 1024));
    const child = fork(this.entry, [String(memory)], {
      execArgv: [`--max-old-space-size=${megabytes}`],
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", (answer) => this.#take(answer as Answer<Done>));
    child.on("exit", (_, signal) => this.#exited(child, signal));
    child.on("error", () => this.#exited(child, null));
    return child;
  }

  #stop(): void {
    this.#child?.kill("SIGKILL");
  }

  #watchTime(running: Running<Done>): void {
    clearTimeout(running.timer);
    const { time, timePerPage } = this.limits;
    const until = running.began + time + timePerPage * running.pages;
    running.timer = setTimeout(() => {
      running.isLate = true;
      this.#stop();
    }, until - Date.now());
  }

  #take(answer: Answer<Done>): void {
    const running = this.#running;
    if (!running) return;
    if ("memory" in answer) {
      const isWorn = ++this.#jobs >= JOBS_A_PROCESS || answer.memory > 0.5 * this.limits.memory;
      if (isWorn) this.#retire();
      this.#end(answer);
    } else if ("sha256" in answer) running.sha256 = answer.sha256;
    else {
      running.pages++;
      this.#watchTime(running);
    }
  }

  /** Lets the next job start a fresh process. */
  #retire(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill("SIGKILL");
  }

  #end(ended: Done | Failed): void {
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

  #late(): Omit<Failed, "type"> {
    return { reason: "took-too-long", details: { limit: this.limits.time } };
  }

  /** The engine aborts when its heap is full; the thread that watches the memory terminates. */
  #died(signal: NodeJS.Signals | null): Omit<Failed, "type"> {
    return signal === "SIGABRT" || signal === "SIGTERM"
      ? { reason: "needs-too-much-memory", details: { limit: this.limits.memory } }
      : { reason: "reader-crashed", details: signal === null ? {} : { signal } };
  }
}
