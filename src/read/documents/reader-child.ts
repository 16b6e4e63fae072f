import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Unreadable } from "../errors.js";
import { serve } from "../processes/serve.js";
import { openFileSource } from "../source.js";
import { type Job, type ReadDone, sendPages, sendRecording } from "./messages.js";
import { readBytes } from "./read-bytes.js";
import { readRecording } from "./read-recording.js";

/** A process of its own that reads one file after the other. */
serve<Job, ReadDone>(async ({ path, as, limits }, tell) => {
  const { size } = await stat(path);
  if (as === "recording") {
    tell({ type: "hash", sha256: await hashOf(path) });
    return recordingAt(path);
  }
  const limit = limits.fileBytes;
  if (size > limit) throw new Unreadable("file-too-large", { limit });
  const bytes = await readFile(path);
  tell({ type: "hash", sha256: createHash("sha256").update(bytes).digest("hex") });
  const pages = await readBytes(bytes, as, limits, () => tell({ type: "page" }));
  return { type: "pages", pages: sendPages(pages) };
});

/** Recordings are larger than memory: they are looked at piece by piece. */
const hashOf = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
};

const recordingAt = async (path: string): Promise<ReadDone> => {
  const { source, close } = openFileSource(path);
  try {
    if (source.size === 0) throw new Unreadable("file-empty");
    return { type: "recording", recording: sendRecording(await readRecording(source)) };
  } finally {
    close();
  }
};
