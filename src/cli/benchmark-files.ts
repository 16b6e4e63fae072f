import { readFile as readBytes, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { AnySheet, Sheet } from "../model/cells.js";
import type { Benchmarks } from "../model/benchmark.js";
import type { Vocabulary } from "../model/vocabulary.js";
import { buildTable } from "../assemble/benchmarks/build-table.js";
import type { CatalogueItem } from "../assemble/benchmarks/catalogue-faults.js";
import { TableCells, type PageOfRow } from "../assemble/benchmarks/table-cells.js";
import { findInputs, type Input } from "../read/find-inputs.js";
import { readFile } from "../read/read-file.js";
import { tablesOfDocument } from "../recognise/benchmarks/document-tables.js";
import { recogniseSheets } from "../recognise/recognise-sheets.js";
import type { RecognisedTable } from "../recognise/recognise-sheet.js";
import { readBenchmarkFile } from "../rules/benchmark-file.js";
import { ReaderPool } from "../read/documents/reader-pool.js";

/** What some files say of benchmarks, and of the items of a catalogue. */
export interface FoundBenchmarks extends Benchmarks {
  catalogue: CatalogueItem[];
  /** Whether a catalogue was among the files. */
  hasCatalogue: boolean;
  unread: { file: string; reason: string }[];
}

/** A sheet of a file, and the page that a row of it stands on. */
interface PlacedSheet {
  sheet: AnySheet;
  pageOf?: PageOfRow;
}

const isOwnFormat = (path: string): boolean => /\.(?:ya?ml|json)$/i.test(path);

/** Far more than any table; a file that large is no benchmark. */
const mostYamlBytes = 16 * 1024 * 1024;

/**
 * Reads benchmark tables of any format. A file that cannot be read is one of `unread`. Throws InputError for a path that
 * leads nowhere, RuleFileError for a YAML file with faults.
 */
export const readBenchmarks = async (
  paths: readonly string[],
  vocabulary: Vocabulary,
): Promise<FoundBenchmarks> => {
  const found: FoundBenchmarks = {
    tables: [],
    unparsed: [],
    catalogue: [],
    hasCatalogue: false,
    unread: [],
  };
  const inputs = await findInputs(paths);
  const pool = new ReaderPool({ jobs: 1 });
  try {
    for (const input of inputs) {
      if (isOwnFormat(input.path)) await addOwnFormat(input, found);
      else addSheets(await sheetsOf(input, pool, found), vocabulary, found);
    }
  } finally {
    pool.close();
  }
  return found;
};

const addOwnFormat = async ({ path, file }: Input, found: FoundBenchmarks): Promise<void> => {
  const { size } = await stat(path);
  if (size > mostYamlBytes) {
    found.unread.push({ file, reason: "file-too-large" });
    return;
  }
  found.tables.push(...readBenchmarkFile(basename(file), await readBytes(path, "utf8")));
};

const sheetsOf = async (
  input: Input,
  pool: ReaderPool,
  found: FoundBenchmarks,
): Promise<PlacedSheet[]> => {
  const { content, path, file } = input;
  if ("as" in content && content.as === "document") {
    const read = await pool.readDocument({ path, file, format: content.format });
    if (read.status === "read") return tablesOfDocument(read.document);
    found.unread.push({ file, reason: read.reason });
    return [];
  }
  const outcome = await readFile(input);
  if (outcome.status === "unread") {
    found.unread.push({ file: input.file, reason: outcome.reason });
  }
  return outcome.status === "read" ? outcome.sheets.map((sheet) => ({ sheet })) : [];
};

const addSheets = (
  placed: readonly PlacedSheet[],
  vocabulary: Vocabulary,
  found: FoundBenchmarks,
): void => {
  const results = recogniseSheets(
    placed.map(({ sheet }) => sheet),
    vocabulary,
  );
  for (const [at, { table }] of results.entries()) {
    const { sheet, pageOf } = placed[at] ?? {};
    if (!table || !sheet) continue;
    if (table.kind === "benchmark-table") {
      const { table: built, unparsed } = buildTable(new TableCells(table, held(sheet), pageOf));
      found.tables.push(built);
      found.unparsed.push(...unparsed);
    } else if (table.kind === "item-catalogue") {
      found.hasCatalogue = true;
      found.catalogue.push(...catalogueOf(table, held(sheet)));
    }
  }
};

const held = (sheet: AnySheet): Sheet => ({ ...sheet, rows: [...sheet.rows] });

const catalogueOf = (table: RecognisedTable, sheet: Sheet): CatalogueItem[] => {
  const cells = new TableCells(table, sheet);
  const items = new Map<string, CatalogueItem>();
  for (const row of cells.rows()) {
    const code = row.text("itemList.code");
    const name = row.text("itemList.subitem") || row.text("itemList.name");
    if (code + name === "") continue;
    const source = row.source("itemList.name");
    items.set(`${code}\n${name}`, { code: code === "" ? null : code, name, source });
  }
  return [...items.values()];
};
