import type { Details, UnreadReason } from "./reasons.js";

/** A path given on the command line that leads nowhere. Nothing can be read; usage is wrong. */
export class InputError extends Error {
  override readonly name = "InputError";

  constructor(
    /** Key of its text in the message catalogues. */
    readonly code:
      | "path-not-found"
      | "path-no-permission"
      | "path-not-readable"
      /** A long file was written to while it was being read. */
      | "path-changed",
    readonly details: Details,
  ) {
    super(`${code}: ${JSON.stringify(details)}`);
  }
}

/** One file cannot be read. Stays inside this room: `readFile` turns it into an outcome. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";

  constructor(
    readonly reason: UnreadReason,
    readonly details: Details = {},
  ) {
    super(`${reason}: ${JSON.stringify(details)}`);
  }
}

const reasonsOfSystem: Readonly<Record<string, UnreadReason>> = {
  EACCES: "no-permission",
  EPERM: "no-permission",
  EBUSY: "file-in-use",
  ETXTBSY: "file-in-use",
};

const systemCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
};

/** What went wrong, as a reason. An error that is none of ours and none of the system's breaks the file. */
export const toUnreadable = (error: unknown): Unreadable => {
  if (error instanceof Unreadable) return error;
  const code = systemCode(error);
  if (code && /^E[A-Z]+$/.test(code)) {
    return new Unreadable(reasonsOfSystem[code] ?? "not-readable", { system: code });
  }
  return new Unreadable("file-broken", { error: error instanceof Error ? error.name : "unknown" });
};
