import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { InputError, toUnreadable } from "./errors.js";
import { byCodePoint, commonFolder, nameBelow, toPosix } from "./path-names.js";
import { sniff, type Sniffed } from "./sniff.js";
import { isSystemFolder, isTemporaryFile } from "./system-names.js";

/** A file that the audit was pointed at, whatever will become of it. */
export interface Input extends Sniffed {
  /** Absolute, in the system's own form. */
  path: string;
  /** As results name it: below the given path, with `/`; characters as on disk. */
  file: string;
}

/**
 * All files that the paths lead to, by name in code point order, each once. A file is named relative to
 * the folder that was given, of several paths to the deepest folder that holds them all; one that was
 * given itself, by its base name. Folders of the system and folders that may not be opened stand in the
 * list as one entry. Links are followed, but nothing is listed under two names because of them.
 *
 * Throws `InputError` if a path itself leads nowhere.
 */
export const findInputs = async (paths: readonly string[]): Promise<Input[]> => {
  const roots = await Promise.all(paths.map(openRoot));
  const holder = commonFolder(roots.map(({ folder }) => toPosix(folder)));
  const walk = new Walk();
  for (const root of roots) await walk.root(root);
  const found = await walk.finish();
  return found
    .map(([path, sniffed]) => ({ path, file: nameBelow(holder, toPosix(path)), ...sniffed }))
    .sort((a, b) => byCodePoint(a.file, b.file));
};

interface Root {
  path: string;
  /** The path itself, or the folder that holds it. */
  folder: string;
}

const openRoot = async (given: string): Promise<Root> => {
  const path = resolve(given);
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      await readdir(path);
      return { path, folder: path };
    }
    if (found.isFile()) return { path, folder: dirname(path) };
  } catch (error) {
    throw new InputError(codeOf(error), { path: given });
  }
  throw new InputError("path-not-readable", { path: given });
};

const codeOf = (error: unknown): InputError["code"] => {
  const { reason, details } = toUnreadable(error);
  if (details["system"] === "ENOENT" || details["system"] === "ENOTDIR") return "path-not-found";
  return reason === "no-permission" ? "path-no-permission" : "path-not-readable";
};

const temporary: Sniffed = { kind: "other", content: { ignored: "temporary-file" } };
const otherKind: Sniffed = { kind: "other", content: { ignored: "other-kind" } };

class Walk {
  readonly #found = new Map<string, Sniffed>();
  /** Where each file and folder really lies, so that none is taken twice. */
  readonly #seen = new Set<string>();
  /** Links are followed last: what also lies there in earnest keeps its own name. */
  readonly #links: string[] = [];

  async root({ path, folder }: Root): Promise<void> {
    if (path === folder) await this.#folder(path);
    else await this.#file(path);
  }

  async finish(): Promise<[path: string, Sniffed][]> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      await this.#link(link);
    }
    return [...this.#found];
  }

  async #folder(path: string): Promise<void> {
    try {
      if (!(await this.#isNew(path))) return;
      const entries = await readdir(path, { withFileTypes: true });
      entries.sort((a, b) => byCodePoint(a.name, b.name));
      for (const entry of entries) await this.#entry(entry, join(path, entry.name));
    } catch (error) {
      const { reason, details } = toUnreadable(error);
      this.#found.set(path, { kind: "other", content: { unread: reason, details } });
    }
  }

  async #entry(entry: Dirent, path: string): Promise<void> {
    if (entry.isSymbolicLink()) this.#links.push(path);
    else if (entry.isDirectory()) {
      if (isSystemFolder(entry.name)) this.#found.set(path, temporary);
      else await this.#folder(path);
    } else if (entry.isFile()) await this.#file(path);
    // A pipe or a device: opening it could wait for ever.
    else this.#found.set(path, otherKind);
  }

  async #file(path: string): Promise<void> {
    if (!(await this.#isNew(path))) return;
    this.#found.set(path, isTemporaryFile(path) ? temporary : sniff(path));
  }

  async #link(path: string): Promise<void> {
    // A link that leads nowhere is still a file that someone meant to hand in.
    const target = await stat(path).catch(() => undefined);
    if (!target) this.#found.set(path, sniff(path));
    else if (target.isDirectory()) await this.#folder(path);
    else if (target.isFile()) await this.#file(path);
    else this.#found.set(path, otherKind);
  }

  async #isNew(path: string): Promise<boolean> {
    const place = await realpath(path).catch(() => path);
    if (this.#seen.has(place)) return false;
    this.#seen.add(place);
    return true;
  }
}
