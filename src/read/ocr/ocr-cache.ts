import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Picture } from "../pictures/picture.js";
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
  /** Lets a key give what another one gives, now and later. */
  link(key: string, target: string): Promise<void>;
}

export interface OcrCacheOptions {
  folder: string;
  /** Bytes that all entries may take; the oldest go first. */
  bytes?: number;
}

/** Raise it when the same pixels give other lines than before. */
const readerVersion = 2;

const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
};

/**
 * The key of what a picture says. The same scan in another file, or on another page, has the same.
 * @param engineId see `Engine.id`
 */
export const pictureKey = ({ width, height, dpi, rgb }: Picture, engineId: string): string =>
  hashOf(JSON.stringify([readerVersion, width, height, dpi, engineId]), rgb);

/**
 * The key of a page of a file: nothing is drawn or even opened for it, so that a run over unchanged scans costs the
 * reading of the files alone.
 * @param fileHash SHA-256 of the file's bytes
 * @param madeBy what draws and reads the page, with its versions
 */
export const pageKey = (fileHash: string, page: number, dpi: number, madeBy: string): string =>
  hashOf(JSON.stringify([readerVersion, fileHash, page, dpi, madeBy]));

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

/** Of a page that is kept under the key of its picture. */
const link = z.strictObject({ target: z.string().regex(/^[0-9a-f]{64}$/) });

/** Entries are written between two looks at the folder's size. */
const between = 200;

/** Milliseconds after which a file that was never finished belongs to a run that crashed. */
const abandoned = 60 * 60 * 1000;

const unfinished = ".tmp";

/** Keeps what was recognised in a folder, which is made when first needed. Runs may share it. */
export const openOcrCache = ({ folder, bytes = 256 * 1024 * 1024 }: OcrCacheOptions): OcrCache => {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  let written = 0;
  const read = async (key: string): Promise<unknown> => {
    try {
      return JSON.parse(await readFile(pathOf(key), "utf8"));
    } catch {
      return undefined;
    }
  };
  const write = async (key: string, content: unknown): Promise<void> => {
    const path = pathOf(key);
    const temporary = `${path}.${randomUUID()}${unfinished}`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(temporary, JSON.stringify(content), { mode: 0o600, flag: "wx" });
      await rename(temporary, path);
      if (written++ % between === 0) await trim(folder, bytes);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  };
  return {
    get: async (key) => {
      const found = await read(key);
      const linked = link.safeParse(found).data;
      return entry.safeParse(linked ? await read(linked.target) : found).data;
    },
    put: write,
    link: (key, target) => write(key, { target }),
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
