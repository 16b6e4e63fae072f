import { createHash } from "node:crypto";
import { open, readFile, stat } from "node:fs/promises";
import type { BenchmarkTable } from "../model/benchmark.js";
import { toUnreadable, Unreadable } from "../read/errors.js";
import type { Input } from "../read/find-inputs.js";
import { readBenchmarkFile } from "../rules/benchmark-file.js";
import { RuleFileError } from "../rules/problem.js";
import { unreadFile, type FromFile } from "./gather.js";

/** Far more than any table; a file that large is no benchmark. */
const mostBytes = 16 * 1024 * 1024;

/** Benchmarks in the program's own form, and what became of each file that holds some. */
export interface WrittenBenchmarks {
  tables: readonly BenchmarkTable[];
  files: ReadonlyMap<Input, FromFile>;
}

const mayHold = ({ path, content }: Input): boolean =>
  "ignored" in content && /\.(?:ya?ml|json)$/i.test(path);

/** The form names itself; a YAML file that a person wrote may leave that out and begin with its tables. */
const OWN_FORM = /^\s*\{?\s*"?schema"?\s*:\s*["']?anjuan\.benchmark\/|^tables:/m;
const headBytes = 4096;

const isBenchmark = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return OWN_FORM.test(buffer.toString("utf8", 0, bytesRead));
  } finally {
    await file.close();
  }
};

/** A file with a mistake is not used at all, and is named with the place of each. */
const wrongFile = (file: string, sha256: string, { problems }: RuleFileError): FromFile => ({
  input: { file, kind: "other", sha256, status: "unread", reason: "file-broken" },
  tables: [],
  diagnostics: problems.map(({ line, column }) => ({
    ...{ level: "error", code: "benchmark-wrong", file, details: { line, column } },
  })),
});

/** What is judged by stands in this file, wherever its tiers were published. */
const placedIn = (file: string, table: BenchmarkTable): BenchmarkTable => ({
  ...table,
  items: table.items.map((item) => ({
    ...item,
    source: { file, sheet: null, cell: null, page: null },
    tiers: item.tiers.map((tier) => ({ ...tier, source: undefined })),
  })),
});

const readOne = async ({
  path,
  file,
}: Input): Promise<{ tables: BenchmarkTable[]; result: FromFile } | undefined> => {
  const about = { file, kind: "other" as const };
  let sha256: string | null = null;
  try {
    if (!(await isBenchmark(path))) return undefined;
    const { size } = await stat(path);
    if (size > mostBytes) throw new Unreadable("file-too-large", { limit: mostBytes });
    const bytes = await readFile(path);
    sha256 = createHash("sha256").update(bytes).digest("hex");
    const tables = readBenchmarkFile(file, bytes.toString("utf8")).map((table) =>
      placedIn(file, table),
    );
    const input = { ...about, sha256, status: "read" as const, reason: null };
    return { tables, result: { input, tables: [], diagnostics: [] } };
  } catch (error) {
    if (error instanceof RuleFileError) {
      return { tables: [], result: wrongFile(file, sha256 ?? "", error) };
    }
    const outcome = { status: "unread" as const, sha256, ...toUnreadable(error) };
    return { tables: [], result: unreadFile(about, outcome) };
  }
};

/** Reads every YAML or JSON file among the inputs that holds benchmarks in the program's own form. */
export const writtenBenchmarksIn = async (found: readonly Input[]): Promise<WrittenBenchmarks> => {
  const files = new Map<Input, FromFile>();
  const tables: BenchmarkTable[] = [];
  for (const input of found.filter(mayHold)) {
    const read = await readOne(input);
    if (!read) continue;
    files.set(input, read.result);
    tables.push(...read.tables);
  }
  return { tables, files };
};
