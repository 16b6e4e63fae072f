import { z } from "zod";
import { tableSchema, type BenchmarkTable } from "../model/benchmark.js";
import { YamlSource } from "./yaml-source.js";

const fileSchema = z.strictObject({
  schema: z.literal("anjuan.benchmark/1").optional(),
  tables: z.array(tableSchema).min(1),
  /** Written by `benchmarks show`; what was not read is of no use here. */
  unparsed: z.array(z.unknown()).optional(),
});

/** Every key of an object anywhere in a schema, for naming the one that was probably meant. */
const keysIn = (schema: unknown, found = new Set<string>()): Set<string> => {
  if (schema instanceof z.ZodObject) {
    for (const [key, member] of Object.entries(schema.shape)) {
      found.add(key);
      keysIn(member, found);
    }
  } else if (schema instanceof z.ZodArray) keysIn(schema.element, found);
  else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    keysIn(schema.unwrap(), found);
  }
  return found;
};

const keys = keysIn(fileSchema);

/**
 * Benchmarks that somebody wrote or set right himself, in the form that `benchmarks show -f json` prints, as YAML or JSON.
 * Throws RuleFileError with every place that is wrong.
 */
export const readBenchmarkFile = (file: string, text: string): BenchmarkTable[] => {
  const { tables } = new YamlSource(file, text).parse(fileSchema, keys);
  return tables.map((table) => withSources(table, file));
};

/** An item without a place of its own stands in this file. */
const withSources = (table: BenchmarkTable, file: string): BenchmarkTable => ({
  ...table,
  items: table.items.map((item) => ({
    ...item,
    source: item.source ?? { file, sheet: null, cell: null, page: null },
  })),
});
