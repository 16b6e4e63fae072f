import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { toUnreadable, Unreadable } from "../errors.js";
import { openFileSource } from "../source.js";
import { type Answer, type Job, sendPages, sendRecording } from "./messages.js";
import { readBytes } from "./read-bytes.js";
import { readRecording } from "./read-recording.js";

/** A process of its own that reads one file after the other, and that its parent may end at any time. */
const answer = (message: Answer): void => void process.send?.(message);

const run = async (job: Job): Promise<void> => {
  try {
    const { size } = await stat(job.path);
    if (job.as === "recording") return await runRecording(job.path);
    const limit = job.limits.fileBytes;
    if (size > limit) throw new Unreadable("file-too-large", { limit });
    const bytes = await readFile(job.path);
    answer({ type: "hash", sha256: createHash("sha256").update(bytes).digest("hex") });
    const pages = await readBytes(bytes, job.as, job.limits, () => answer({ type: "page" }));
    answer({ type: "pages", pages: sendPages(pages), memory: process.memoryUsage.rss() });
  } catch (error) {
    const { reason, details } = toUnreadable(error);
    answer({ type: "unread", reason, details, memory: process.memoryUsage.rss() });
  }
};

/** Recordings are larger than memory: they are looked at piece by piece. */
const runRecording = async (path: string): Promise<void> => {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  answer({ type: "hash", sha256: hash.digest("hex") });
  const { source, close } = openFileSource(path);
  try {
    if (source.size === 0) throw new Unreadable("file-empty");
    const recording = sendRecording(await readRecording(source));
    answer({ type: "recording", recording, memory: process.memoryUsage.rss() });
  } finally {
    close();
  }
};

const [memory] = process.argv.slice(2).map(Number);
// A thread of its own sees what happens while this one is busy.
new Worker(new URL("./watch-process.js", import.meta.url), {
  workerData: { memory, parent: process.ppid },
}).unref();
// An interrupt of the terminal reaches all; this process goes when its parent goes.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
process.on("message", (job) => void run(job as Job));
