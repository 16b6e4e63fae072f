import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Lang } from "../model/audit-result.js";
import { text } from "../messages/text.js";
import { ConfigError, ConfigFile } from "../rules/config/config-file.js";
import { UsageError } from "./exit.js";

export const configName = "anjuan.config.yaml";

const isFile = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isFile() === true;

/** The configuration in a folder or the nearest one above it. */
const nearestConfig = async (folder: string): Promise<string | undefined> => {
  const file = path.join(folder, configName);
  if (await isFile(file)) return file;
  const above = path.dirname(folder);
  return above === folder ? undefined : nearestConfig(above);
};

/** As messages name it: from the working folder, with `/` on every system. */
export const shownPath = (file: string): string =>
  (path.relative(process.cwd(), file) || file).replaceAll(path.sep, "/");

const decoded = (bytes: Uint8Array, file: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError([{ file, line: 1, column: 1, code: "not-utf8" }]);
  }
};

/**
 * The configuration that was asked for, else the nearest one from the working folder upwards; undefined
 * where there is none. Throws UsageError where it cannot be read, ConfigError where it is no YAML.
 */
export const openConfig = async (
  asked: string | undefined,
  lang: Lang,
): Promise<ConfigFile | undefined> => {
  if (asked !== undefined && !(await isFile(asked))) {
    const cause = text(lang, "cli.noConfig", { file: asked });
    throw new UsageError(cause, text(lang, "cli.noConfig.next"));
  }
  const file = asked ?? (await nearestConfig(process.cwd()));
  if (file === undefined) return undefined;
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(text(lang, "cli.path-not-readable", { path: file }));
  });
  return new ConfigFile(shownPath(file), decoded(bytes, shownPath(file)));
};
