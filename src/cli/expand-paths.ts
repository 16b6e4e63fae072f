import { existsSync } from "node:fs";

/**
 * Patterns (`台账/**\/*.xlsx`) written out, for shells that do not do it themselves. A path that exists is
 * never taken for a pattern, whatever characters its name has; a pattern that nothing fits stays as it
 * is and is reported like any missing path.
 */
export const expandPaths = async (paths: readonly string[]): Promise<string[]> => {
  const expanded: string[] = [];
  for (const path of paths) {
    const isPattern = !existsSync(path) && /[*?[{]/.test(path);
    const found = isPattern ? await pathsFitting(path) : [];
    expanded.push(...(found.length > 0 ? found : [path]));
  }
  return expanded;
};

const pathsFitting = async (pattern: string): Promise<string[]> => {
  const { globby } = await import("globby");
  const slashes = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  return (await globby(slashes, { expandDirectories: false, onlyFiles: false })).sort();
};
