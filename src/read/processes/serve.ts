import { Worker } from "node:worker_threads";
import { toUnreadable } from "../errors.js";
import type { Answer, Failed } from "./killable-process.js";

/**
 * Makes this process one that does the jobs that its parent sends, and that its parent may end at any time. What `run`
 * throws is the job's failure.
 *
 * @param tell sends what is known before the end
 */
export const serve = <Job, Done extends { type: string }>(
  run: (job: Job, tell: (answer: Answer<never>) => void) => Promise<Done>,
): void => {
  const tell = (answer: Answer<Done>): void => void process.send?.(answer);
  const failed = (error: unknown): Failed => {
    const { reason, details } = toUnreadable(error);
    return { type: "unread", reason, details };
  };
  const [memory] = process.argv.slice(2).map(Number);
  // A thread of its own sees what happens while this one is busy.
  new Worker(new URL("./watch-process.js", import.meta.url), {
    workerData: { memory, parent: process.ppid },
  }).unref();
  // An interrupt of the terminal reaches all; this process goes when its parent goes.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit());
  process.on("message", (job) => {
    void run(job as Job, tell)
      .catch(failed)
      .then((ended) => tell({ ...ended, memory: process.memoryUsage.rss() }));
  });
};
