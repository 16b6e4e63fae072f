import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/**
 * The program's own YAML files as `npm run build` parsed them, since parsing takes a third of a second at
 * every start. They are found by a digest of their text, so that a file that somebody edits is parsed anew;
 * without the build's file everything is.
 */
const place = new URL("../prebuilt.json", import.meta.url);

let loaded: Promise<ReadonlyMap<string, unknown>> | undefined;

const load = async (): Promise<ReadonlyMap<string, unknown>> => {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(place, "utf8")) as object));
  } catch {
    return new Map();
  }
};

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What a YAML text says, if the build has parsed it. */
export const prebuiltContent = async (text: string): Promise<unknown> => {
  loaded ??= load();
  return (await loaded).get(digestOf(text));
};
