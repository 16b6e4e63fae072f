import { randomBytes } from "node:crypto";
import { access, constants, mkdir, open, rename, stat, unlink } from "node:fs/promises";
import { unlinkSync } from "node:fs";
import path from "node:path";
import type { Written } from "../report/formats.js";
import { OutputError } from "./exit.js";

/** Half-written files, so that an interrupt can remove them. */
const unfinished = new Set<string>();

/** Removes what was being written; for the interrupt handler, which may not wait. */
export const removeUnfinished = (): void => {
  for (const file of unfinished) {
    try {
      unlinkSync(file);
    } catch {
      // It was just renamed or never made; either way nothing half-written is left.
    }
  }
};

/** Why a path cannot be written to, before any work is done; undefined if it can. */
export const cannotWrite = async (file: string): Promise<"folder" | "denied" | undefined> => {
  const folder = path.dirname(path.resolve(file));
  try {
    await mkdir(folder, { recursive: true });
    const existing = await stat(file).catch(() => undefined);
    if (existing?.isDirectory()) return "folder";
    await access(existing ? file : folder, constants.W_OK);
    return undefined;
  } catch {
    return "denied";
  }
};

export const piecesOf = (written: Written): Iterable<string | Uint8Array> =>
  typeof written === "string" || written instanceof Uint8Array ? [written] : written;

/**
 * Writes a whole file or none: to a neighbour first, flushed to disk, then renamed over the old one. A
 * full disk or an interrupt leaves the old file as it was. Throws OutputError, and what making the
 * content throws.
 */
export const writeWhole = async (file: string, content: Written): Promise<void> => {
  const target = path.resolve(file);
  const part = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  const write = async <Done>(step: Promise<Done>): Promise<Done> =>
    step.catch((error: unknown) => {
      throw error instanceof Error ? new OutputError(file, error) : error;
    });
  unfinished.add(part);
  try {
    const handle = await write(open(part, "wx"));
    try {
      // What goes wrong while a piece is made, as inputs are read again for it, is no fault of the output.
      for (const piece of piecesOf(content)) await write(handle.writeFile(piece));
      await write(handle.sync());
    } finally {
      await write(handle.close());
    }
    await write(rename(part, target));
  } catch (error) {
    await unlink(part).catch(() => undefined);
    throw error;
  } finally {
    unfinished.delete(part);
  }
};
