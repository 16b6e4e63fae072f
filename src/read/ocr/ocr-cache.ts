import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { RecognisedPage } from "./recognise-page.js";

/**
 * What was recognised before. Entries never change: one is keyed by all that its text follows from. They hold the text of case
 * files, so only their owner may read them.
 */
export interface OcrCache {
  /** Undefined where nothing is kept, or what is kept is damaged. */
  get(key: string): Promise<RecognisedPage | undefined>;
  /** A cache that cannot be written is no error: the page is recognised again next time. */
  put(key: string, page: RecognisedPage): Promise<void>;
}

export interface OcrCacheOptions {
  folder: string;
  /** Bytes that all entries may take; the oldest go first. */
  bytes?: number;
}

/** Raise it when the same pixels give other lines than before. */
const readerVersion = 1;

/**
 * The key of a page: nothing is drawn or even opened for it, so that a run over unchanged scans costs the reading of the
 * files alone. A file that changes in any byte is read anew.
 * @param fileHash SHA-256 of the file's bytes
 */
export const pageKey = (fileHash: string, page: number, dpi: number, engineId: string): string =>
  createHash("sha256")
    .update(JSON.stringify([readerVersion, fileHash, page, dpi, engineId]))
    .digest("hex");

const number = z.number();
const box = z.strictObject({ left: number, top: number, width: number, height: number });
const line = z.strictObject({
  text: z.string(),
  box,
  size: number,
  confidence: number.min(0).max(1),
  confidences: z.array(number.min(0).max(1)).exactOptional(),
  underSeal: z.literal(true).exactOptional(),
});
const entry: z.ZodType<RecognisedPage> = z.strictObject({
  state: z.enum(["recognised", "blank", "unreadable"]),
  lines: z.array(line),
  width: number,
  height: number,
  turned: number,
});

/** Entries are written between two looks at the folder's size. */
const between = 200;

/** Milliseconds after which a file that was never finished belongs to a run that crashed. */
const abandoned = 60 * 60 * 1000;

const unfinished = ".tmp";

/** Keeps what was recognised in a folder, which is made when first needed. Runs may share it. */
export const openOcrCache = ({ folder, bytes = 256 * 1024 * 1024 }: OcrCacheOptions): OcrCache => {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  let written = 0;
  return {
    get: async (key) => {
      try {
        const found: unknown = JSON.parse(await readFile(pathOf(key), "utf8"));
        return entry.safeParse(found).data;
      } catch {
        return undefined;
      }
    },
    put: async (key, page) => {
      const path = pathOf(key);
      const temporary = `${path}.${randomUUID()}${unfinished}`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeFile(temporary, JSON.stringify(page), { mode: 0o600, flag: "wx" });
        await rename(temporary, path);
        if (written++ % between === 0) await trim(folder, bytes);
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
};

interface Kept {
  path: string;
  bytes: number;
  time: number;
}

const listKept = async (folder: string): Promise<Kept[]> => {
  const names = await readdir(folder, { recursive: true });
  const kept = await Promise.all(
    names.map(async (name): Promise<Kept[]> => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      return found?.isFile() ? [{ path, bytes: found.size, time: found.mtimeMs }] : [];
    }),
  );
  return kept.flat();
};

/** Removes what crashed runs left, and the oldest entries until the rest fits. Another run may do the same meanwhile. */
const trim = async (folder: string, limit: number): Promise<void> => {
  const kept = (await listKept(folder)).sort((a, b) => b.time - a.time);
  const now = Date.now();
  let sum = 0;
  for (const { path, bytes, time } of kept) {
    const isUnfinished = path.endsWith(unfinished);
    if (isUnfinished && now - time < abandoned) continue;
    sum += bytes;
    if (isUnfinished || (sum > limit && path.endsWith(".json"))) await rm(path, { force: true });
  }
};
