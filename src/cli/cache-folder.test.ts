import { expect, it } from "vitest";
import { cacheFolder } from "./cache-folder.js";

it.each([
  ["linux", {}, "/home/a", "/home/a/.cache/anjuan"],
  ["linux", { XDG_CACHE_HOME: "/var/cache/a" }, "/home/a", "/var/cache/a/anjuan"],
  ["linux", { XDG_CACHE_HOME: "cache" }, "/home/a", "/home/a/.cache/anjuan"],
  ["linux", { XDG_CACHE_HOME: "" }, "", null],
  ["darwin", {}, "/Users/a", "/Users/a/Library/Caches/anjuan"],
  ["win32", { LOCALAPPDATA: "D:\\a" }, "C:\\Users\\a", "D:\\a\\anjuan"],
  ["win32", {}, "C:\\Users\\a", "C:\\Users\\a\\AppData\\Local\\anjuan"],
] as const)("%s %j %s: %s", (platform, env, home, folder) => {
  expect(cacheFolder({ platform, env, home })).toBe(folder);
});
