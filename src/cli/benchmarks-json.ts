import type { BenchmarkTable, Benchmarks, Result } from "../model/benchmark.js";

const included = (
  { min, max, minIncluded, maxIncluded }: Result,
  { lowerIncluded, upperIncluded }: BenchmarkTable,
) => ({
  ...(min !== null && { minIncluded: minIncluded ?? lowerIncluded }),
  ...(max !== null && { maxIncluded: maxIncluded ?? upperIncluded }),
});

const resultJson = (one: Result, table: BenchmarkTable) => {
  const { kind, unit, min, max, subject, optional, when, cap, floor, ...more } = one;
  const ends = unit === null ? {} : included(one, table);
  return { kind, unit, min, max, ...ends, subject, optional, when, cap, floor, ...more, ...ends };
};

/** What was read, as machines get it (`benchmarks show -f json`); a YAML file may have the same form. */
export const benchmarksJson = ({ tables, unparsed }: Benchmarks): string => {
  const shown = {
    schema: "anjuan.benchmark/1",
    tables: tables.map((table) => ({
      ...table,
      items: table.items.map((item) => ({
        ...item,
        statutory: item.statutory.map((one) => resultJson(one, table)),
        tiers: item.tiers.map((tier) => ({
          ...tier,
          results: tier.results.map((one) => resultJson(one, table)),
        })),
      })),
    })),
    unparsed,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
};
