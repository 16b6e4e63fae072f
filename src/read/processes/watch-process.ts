import { workerData } from "node:worker_threads";

/**
 * Ends the process that it is a thread of when it takes too much memory (of which buffers are no part of
 * the engine's own limit) or when its parent is gone. Runs beside a thread that may be caught in a loop.
 */
const { memory, parent } = workerData as { memory: number; parent: number };

const EVERY_MS = 200;

setInterval(() => {
  if (process.memoryUsage.rss() > memory || process.ppid !== parent) {
    process.kill(process.pid, "SIGTERM");
  }
}, EVERY_MS);
