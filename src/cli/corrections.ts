import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { Correction } from "../model/correction.js";
import type { DocumentWords } from "../model/document-words.js";
import { toUnreadable, Unreadable } from "../read/errors.js";
import type { Input } from "../read/find-inputs.js";
import { correctionsName, readCorrections } from "../rules/corrections-file.js";
import { RuleFileError } from "../rules/problem.js";
import { unreadFile, type FromFile } from "./gather.js";

/** No person writes more. */
const mostBytes = 4 * 1024 * 1024;

/** What people set right in the folders, and what became of each file in which they said so. */
export interface Corrections {
  corrections: readonly Correction[];
  files: ReadonlyMap<Input, FromFile>;
}

const isCorrections = ({ file }: Input): boolean => file.split("/").at(-1) === correctionsName;

/** A file with a mistake is not used at all, and is named with the place of each. */
const wrongFile = (file: string, sha256: string, { problems }: RuleFileError): FromFile => ({
  input: { file, kind: "other", sha256, status: "unread", reason: "file-broken" },
  tables: [],
  diagnostics: problems.map(({ line, column }) => ({
    ...{ level: "error", code: "correction-wrong", file, details: { line, column } },
  })),
});

const readOne = async (
  { path, file }: Input,
  { types }: DocumentWords,
): Promise<{ corrections: Correction[]; result: FromFile }> => {
  const about = { file, kind: "other" as const };
  let sha256: string | null = null;
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new Unreadable("file-too-large", { limit: mostBytes });
    const bytes = await readFile(path);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
    const corrections = readCorrections(bytes.toString("utf8"), { file, folder }, types);
    const input = { ...about, sha256, status: "read" as const, reason: null };
    return { corrections, result: { input, tables: [], diagnostics: [] } };
  } catch (error) {
    if (error instanceof RuleFileError) {
      return { corrections: [], result: wrongFile(file, sha256 ?? "", error) };
    }
    const outcome = { status: "unread" as const, sha256, ...toUnreadable(error) };
    return { corrections: [], result: unreadFile(about, outcome) };
  }
};

/** Reads every anjuan.documents.yaml among the files. */
export const correctionsIn = async (
  found: readonly Input[],
  words: DocumentWords,
): Promise<Corrections> => {
  const files = new Map<Input, FromFile>();
  const corrections: Correction[] = [];
  for (const input of found.filter(isCorrections)) {
    const read = await readOne(input, words);
    files.set(input, read.result);
    corrections.push(...read.corrections);
  }
  return { corrections, files };
};
