import path from "node:path";

/** What of the machine says where a user's caches are. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  home: string;
}

/**
 * The folder for what the program could make again: `%LOCALAPPDATA%\anjuan` on Windows, `$XDG_CACHE_HOME/anjuan` where
 * that is set (https://specifications.freedesktop.org/basedir-spec: relative paths do not count),
 * `~/Library/Caches/anjuan` on macOS, `~/.cache/anjuan` elsewhere. Null where there is no place of the user's own.
 */
export const cacheFolder = ({ platform, env, home }: Machine): string | null => {
  const paths = platform === "win32" ? path.win32 : path.posix;
  const own = (folder: string | undefined, ...below: string[]): string | undefined =>
    folder !== undefined && paths.isAbsolute(folder)
      ? paths.join(folder, ...below, "anjuan")
      : undefined;
  if (platform === "win32") {
    return own(env["LOCALAPPDATA"]) ?? own(home, "AppData", "Local") ?? null;
  }
  const usual = platform === "darwin" ? ["Library", "Caches"] : [".cache"];
  return own(env["XDG_CACHE_HOME"]) ?? own(home, ...usual) ?? null;
};
