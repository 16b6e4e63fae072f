import { createHash } from "node:crypto";
import { readFile as readBytes, stat } from "node:fs/promises";
import type { AnySheet } from "../model/cells.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { toUnreadable, Unreadable } from "./errors.js";
import type { Input } from "./find-inputs.js";
import { defaultLimits, type Limits } from "./limits.js";
import type { Details, IgnoredReason, UnreadReason } from "./reasons.js";
import type { Content, Readable } from "./sniff.js";
import { bufferSource } from "./source.js";
import type { Table } from "./table.js";

export type ReadOutcome =
  | { status: "read"; sha256: string; sheets: AnySheet[]; warnings: Diagnostic[] }
  | {
      status: "unread";
      /** Null where the bytes could not be had, or were too many to look at. */
      sha256: string | null;
      reason: UnreadReason;
      details: Details;
    }
  | { status: "ignored"; reason: IgnoredReason };

/**
 * Reads one file whole, or says why not. One bad file is an outcome, never an exception. The libraries
 * behind a format are loaded when the first file of it comes.
 */
export const readFile = async (
  input: Input,
  limits: Limits = defaultLimits,
): Promise<ReadOutcome> => {
  const { content } = input;
  if ("ignored" in content) return { status: "ignored", reason: content.ignored };
  if ("as" in content && !isTable(content))
    return { status: "ignored", reason: leftAside(content) };
  let sha256: string | null = null;
  try {
    const long = await readIfLong(input, limits);
    if (long) return { status: "read", ...long };
    const bytes = await load(input.path, limits);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    if ("unread" in content) throw new Unreadable(content.unread, content.details);
    const table = await readers[content.as](bytes, input.file, limits);
    return { status: "read", sha256, ...table };
  } catch (error) {
    const { reason, details } = toUnreadable(error);
    return { status: "unread", sha256, reason, details };
  }
};

type Known = Extract<Content, { as: unknown }>;

const isTable = (content: Known): content is { as: Readable } => content.as in readers;

/** What is no table has readers of its own; texts that no table was found in are of no known kind here. */
const leftAside = (content: Exclude<Known, { as: Readable }>): IgnoredReason =>
  content.as === "case-json" || (content.as === "document" && content.format === "text")
    ? "other-kind"
    : "kind-not-supported";

const load = async (path: string, limits: Limits): Promise<Buffer> => {
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw new Unreadable("file-too-large", { limit: limits.fileBytes });
  return readBytes(path);
};

/** A table of text that is too long to be held; undefined for everything else. */
const readIfLong = async (
  { path, file, content }: Input,
  limits: Limits,
): Promise<(Omit<Table, "sheets"> & { sheets: AnySheet[]; sha256: string }) | undefined> => {
  if (!("as" in content) || content.as !== "csv") return undefined;
  if ((await stat(path)).size <= limits.heldBytes) return undefined;
  const { readLongCsv, hashOfLong } = await import("./read-long-csv.js");
  const table = readLongCsv(path, file, limits);
  return table && { ...table, sha256: hashOfLong(path) };
};

type Reader = (bytes: Buffer, file: string, limits: Limits) => Promise<Table>;

const readers: Readonly<Record<Readable, Reader>> = {
  xlsx: async (bytes, file, limits) => {
    const { readXlsx } = await import("./read-xlsx.js");
    return readXlsx(bufferSource(bytes), file, limits);
  },
  xls: async (bytes, file, limits) => {
    const { readXls } = await import("./read-xls.js");
    return readXls(bufferSource(bytes), file, limits);
  },
  ods: async (bytes, file, limits) => {
    const { readOds } = await import("./read-ods.js");
    return readOds(bufferSource(bytes), file, limits);
  },
  xml: async (bytes, file, limits) => {
    const { readXml } = await import("./read-xml.js");
    return readXml(bytes, file, limits);
  },
  html: async (bytes, file, limits) => {
    const { readHtml } = await import("./read-html.js");
    return readHtml(bytes, file, limits);
  },
  csv: async (bytes, file, limits) => {
    const { readCsv } = await import("./read-csv.js");
    return readCsv(bytes, file, limits);
  },
};
